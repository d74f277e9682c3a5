import { Fact } from '../annexe';
import { defineRowRule } from '../lint';

export const bopManquant = defineRowRule({
  id: 'bop-manquant',
  severity: 'avertissement',
  needs: ['bop'],
  columns: ['bop'],
  on: Fact.objectifSansBop,
  summary: 'Un objectif n’a ni BOP ni service.',
  why: 'Un objectif sans financement ni service qui le porte n’engage personne.',
  source: 'Loi n° 2014-173 du 21 février 2014, art. 6',
  messages: {
    absent: () =>
      'Cet objectif n’a ni BOP ni service ; indiquez le programme qui le finance et le service de l’État qui le gère.',
  },
  check(_row, report) {
    report('bop', () => ({ message: 'absent' }));
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PDEE_AS2_003', objectif: 'Mobiliser', bop: '147', service: 'DDCSPP' }] },
      {
        lignes: [
          { ref: 'PCOS_AS5_001', objectif: 'Co-construire' },
          { bop: 'CNDS 163', service: 'CNDS DDCSPP' },
        ],
      },
    ],
    invalid: [
      {
        lignes: [{ ref: 'PVRC_AS2_001', objectif: 'Inclure un volet « Laïcité et citoyenneté » dans le PEDT' }],
        constats: [
          {
            ligne: 1,
            colonne: 'bop',
            message:
              'Cet objectif n’a ni BOP ni service ; indiquez le programme qui le finance et le service de l’État qui le gère.',
          },
        ],
      },
    ],
  },
});
