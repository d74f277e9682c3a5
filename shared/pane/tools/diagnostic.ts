import { GRAVITES } from '../../lint';
import { plural } from '../../text';
import type { PaneState, Phase } from '../state/state';

const PHASES: Readonly<Record<Phase['kind'], string>> = {
  accueil: 'pas encore de contrôle',
  verification: 'contrôle en cours',
  interrompu: 'contrôle interrompu',
  pret: 'contrôlé',
  'pas-une-annexe': 'pas une annexe',
};

/** The diagnostic card, as text: what is needed to understand a defect, and nothing of what the annexe says. */
export function diagnosticText(state: PaneState, hote: string, version: string): string {
  const { bilan, journal, alerte, phase } = state;
  const lines = [
    `Annexe ${version}`.trim(),
    `Hôte : ${hote}`,
    `Navigateur : ${navigator.userAgent}`,
    ...state.diagnostic,
    `État : ${PHASES[phase.kind]}${state.stale ? ', feuille modifiée depuis' : ''}`,
    ...(bilan === null
      ? ['Aucun contrôle.']
      : [
          `Millésime : ${bilan.millesime}`,
          `Lignes : ${bilan.lignes}, objectifs : ${bilan.objectifs}`,
          `Constats : ${GRAVITES.map((gravite) => plural(bilan.resume[gravite], gravite)).join(', ')}, ${plural(bilan.acceptes, 'accepté')}`,
          `Règles : ${plural(bilan.executees.length, 'exécutée')}, ${plural(bilan.nonExecutees.length, 'non exécutée', 'non exécutées')}`,
        ]),
    `Journal : ${plural(journal.steps.length, 'étape')}`,
    ...(alerte === null ? [] : [`Alerte : ${alerte.fait}`, alerte.detail]),
  ];
  return lines.filter((line) => line !== '').join('\n');
}
