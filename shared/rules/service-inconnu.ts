import { defineRowRule } from '../lint';
import { depuisLe, findService, nearestServices } from '../referential';
import { enumerate, quote } from '../text';
import { remplacements } from './service-remplace';

/** More unknown words than that are a sentence, not a list of services. */
const MOST_SOUGHT = 6;

export const serviceInconnu = defineRowRule({
  id: 'service-inconnu',
  severity: 'avertissement',
  needs: ['service'],
  columns: ['service'],
  on: 0,
  summary: 'Un service n’est pas dans le référentiel.',
  why: 'Un sigle mal tapé ou disparu n’a pas d’adresse : le courrier et les crédits se perdent.',
  messages: {
    inconnu: (facts) =>
      `Service inconnu : ${quote(String(facts['vu']))} ; vérifiez le sigle, ou ajoutez le service au référentiel.`,
    proche: (facts) => `Service inconnu : ${quote(String(facts['vu']))} ; écrivez plutôt ${facts['proches']}.`,
    disparu: (facts) =>
      `${quote(String(facts['vu']))} n’existe plus ${facts['depuis']} ; écrivez plutôt ${facts['proches']}.`,
  },
  check(row, report) {
    const { service, referential, annee } = row;
    const unknown = service.items.filter(({ nom }) => findService(referential, nom) === undefined);
    if (unknown.length === 0) return;
    report('service', () => {
      const vu = enumerate([...new Set(unknown.map(({ nom }) => nom))]);
      if (unknown.length > MOST_SOUGHT) return { message: 'inconnu', facts: { vu } };
      const choices = service.items.map((item) =>
        unknown.includes(item) ? nearestServices(referential, item.nom, annee).map(({ sigle }) => sigle) : null,
      );
      const proches = enumerate([...new Set(choices.flatMap((choice) => choice ?? []))], 'ou');
      if (proches === '') return { message: 'inconnu', facts: { vu } };
      const fixes = remplacements(service, choices);
      const dissolved = unknown.map(({ nom }) => referential.disparu(nom));
      const depuis = dissolved[0]?.depuis;
      if (depuis === undefined || dissolved.some((other) => other !== dissolved[0])) {
        return { message: 'proche', facts: { vu, proches }, fixes };
      }
      return { message: 'disparu', facts: { vu, proches, depuis: depuisLe(depuis) }, fixes };
    });
  },
  examples: {
    valid: [
      { lignes: [{ bop: '147 137', service: 'CGET/ACSE DGCS' }] },
      { lignes: [{ service: 'Police nationale' }, { service: 'En cours de définition' }] },
    ],
    invalid: [
      {
        lignes: [{ ref: 'Atr_LCD', bop: '147 137 101', service: 'CGET/ACSE DGCS DRPJJ' }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message: '« DRPJJ » n’existe plus depuis le 5 mars 2010 ; écrivez plutôt DTPJJ ou DIRPJJ.',
            corrige: 'CGET/ACSE DGCS DTPJJ',
          },
        ],
      },
      {
        lignes: [{ bop: '102 304', service: 'DIRECTTE DDCSPP' }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message: 'Service inconnu : « DIRECTTE » ; écrivez plutôt DIRECCTE.',
            corrige: 'DIRECCTE DDCSPP',
          },
        ],
      },
      {
        lignes: [{ bop: '147', service: 'Mairie' }],
        constats: [
          {
            ligne: 1,
            colonne: 'service',
            message: 'Service inconnu : « Mairie » ; vérifiez le sigle, ou ajoutez le service au référentiel.',
          },
        ],
      },
    ],
  },
});
