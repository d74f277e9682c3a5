import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

export const cibleIllisible = defineRowRule({
  id: 'cible-illisible',
  severity: 'erreur',
  needs: ['cible'],
  columns: ['cible'],
  on: Fact.cibleTexte,
  summary: 'Une valeur cible ne se lit pas.',
  why: 'Une cible qui n’est ni un nombre, ni un pourcentage, ni un sens d’évolution ne peut être comparée à aucun résultat.',
  messages: {
    illisible: (facts) =>
      `${quote(String(facts['vu']))} ne se lit pas comme une valeur cible ; écrivez un nombre, un pourcentage (« 30 % »), « oui », « hausse » ou « baisse ».`,
  },
  check(row, report) {
    const { etat, texte } = row.cible;
    if (etat === 'illisible') report('cible', () => ({ message: 'illisible', facts: { vu: texte } }));
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PDEE_AS3_001', indicateur: 'Part des QPV', cible: '≥ 30 %' }] },
      { lignes: [{ ref: 'PDEE_AS3_001', indicateur: 'Part des QPV', cible: 'Hausse' }] },
      { lignes: [{ ref: 'PDEE_AS3_001', indicateur: 'Part des QPV', cible: 'à définir' }] },
    ],
    invalid: [
      {
        lignes: [{ ref: 'PDEE_AS3_001', indicateur: 'Part des QPV', cible: '#N/A' }],
        constats: [
          {
            ligne: 1,
            colonne: 'cible',
            message:
              '« #N/A » ne se lit pas comme une valeur cible ; écrivez un nombre, un pourcentage (« 30 % »), « oui », « hausse » ou « baisse ».',
          },
        ],
      },
    ],
  },
});
