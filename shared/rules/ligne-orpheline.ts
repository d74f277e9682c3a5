import { COLUMN_LABELS, Fact, type ColumnId } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

const VUES: readonly ColumnId[] = ['bop', 'service', 'indicateur', 'cible', 'collectivite', 'signataire'];

export const ligneOrpheline = defineRowRule({
  id: 'ligne-orpheline',
  severity: 'erreur',
  needs: ['objectif'],
  columns: ['objectif'],
  on: Fact.orpheline,
  summary: 'Une ligne sans référence ni objectif ne suit aucun objectif.',
  why: 'Une ligne de suite appartient à l’objectif du dessus ; sans lui, ses BOP, ses services et ses indicateurs ne comptent pour personne.',
  messages: {
    orpheline: (facts) =>
      `Cette ligne (${facts['colonne']} : ${quote(String(facts['vu']))}) n’a ni référence ni objectif, et aucun objectif ne la précède dans sa section ; complétez-la, ou déplacez-la sous son objectif.`,
  },
  check(row, report) {
    report('objectif', () => {
      const colonne = VUES.find((column) => String(row.value(column) ?? '').trim() !== '') ?? 'bop';
      return {
        message: 'orpheline',
        facts: { colonne: COLUMN_LABELS[colonne], vu: String(row.value(colonne) ?? '') },
      };
    });
  },
  examples: {
    valid: [
      {
        lignes: [
          { ref: 'PCOS_AS5_001', objectif: 'Co-construire' },
          { bop: 'CNDS 163', service: 'CNDS DDCSPP' },
        ],
      },
      { lignes: ['Pilier Cohésion sociale', { ref: 'PCOS_AS5_001', objectif: 'Co-construire', bop: 224 }] },
    ],
    invalid: [
      {
        lignes: ['Pilier Cohésion sociale', 'Axe stratégique 5 : Culture', { bop: 'CNDS 163', service: 'CNDS DDCSPP' }],
        constats: [
          {
            ligne: 3,
            colonne: 'objectif',
            message:
              'Cette ligne (BOP : « CNDS 163 ») n’a ni référence ni objectif, et aucun objectif ne la précède dans sa section ; complétez-la, ou déplacez-la sous son objectif.',
          },
        ],
      },
    ],
  },
});
