import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

export const sectionVide = defineRowRule({
  id: 'section-vide',
  severity: 'info',
  needs: [],
  columns: ['ref'],
  on: Fact.titre,
  summary: 'Aucun objectif ne se trouve sous un titre.',
  why: 'Un pilier ou un axe sans objectif annonce une action que le contrat ne prévoit pas, ou signale des lignes perdues en copiant le tableau.',
  messages: {
    vide: (facts) =>
      `Aucun objectif sous ${quote(String(facts['titre']))} ; ajoutez les objectifs qui manquent, ou supprimez ce titre.`,
  },
  check(row, report) {
    if (!row.titreVide()) return;
    report('ref', () => ({ message: 'vide', facts: { titre: row.titre?.titre ?? '' } }));
  },
  examples: {
    valid: [
      { lignes: ['Pilier Cohésion sociale', 'Axe stratégique 1 : Santé', { ref: 'PCOS_AS1_001', objectif: 'Agir' }] },
      { lignes: ['Axe transversal : Jeunesse', 'Axe transversal : Jeunesse', { ref: 'Atr_Jeunesse', bop: '163' }] },
    ],
    invalid: [
      {
        lignes: [
          'Pilier Cohésion sociale',
          'Axe stratégique 1 : Santé',
          'Axe stratégique 2 : Tranquillité',
          { ref: 'PCOS_AS2_001', objectif: 'Agir' },
        ],
        constats: [
          {
            ligne: 2,
            colonne: 'ref',
            message: 'Aucun objectif sous « Santé » ; ajoutez les objectifs qui manquent, ou supprimez ce titre.',
          },
        ],
      },
    ],
  },
});
