import { Fact, formatRef } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

export const refSequence = defineRowRule({
  id: 'ref-sequence',
  severity: 'info',
  needs: ['ref'],
  columns: ['ref'],
  on: Fact.trou,
  summary: 'Un rang manque dans la suite des références d’un axe.',
  why: 'Un rang sauté peut être un objectif abandonné, ou une ligne perdue en copiant le tableau.',
  messages: {
    trou: (facts) =>
      `Aucune ligne ne porte ${quote(String(facts['precedente']))}, qui devrait précéder ${quote(String(facts['ref']))} ; vérifiez qu’aucun objectif n’a été perdu.`,
  },
  check(row, report) {
    report('ref', () => {
      const { texte, pilier, axe, numero } = row.ref;
      return { message: 'trou', facts: { ref: texte, precedente: formatRef(pilier, axe, numero - 1) } };
    });
  },
  examples: {
    valid: [
      {
        lignes: [
          { ref: 'PDEE_AS1_001', objectif: 'Former' },
          { ref: 'PDEE_AS1_002', objectif: 'Agir' },
        ],
      },
      {
        lignes: [
          { ref: 'PDEE_AS1_002', objectif: 'Former' },
          { ref: 'PDEE_AS1_OO1', objectif: 'Agir' },
        ],
      },
    ],
    invalid: [
      {
        lignes: [
          { ref: 'PDEE_AS1_001', objectif: 'Développer des outils de GPEC' },
          { ref: 'PDEE_AS1_003', objectif: 'Accompagner le développement économique' },
        ],
        constats: [
          {
            ligne: 2,
            colonne: 'ref',
            message:
              'Aucune ligne ne porte « PDEE_AS1_002 », qui devrait précéder « PDEE_AS1_003 » ; vérifiez qu’aucun objectif n’a été perdu.',
          },
        ],
      },
    ],
  },
});
