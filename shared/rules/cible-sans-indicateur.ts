import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

export const cibleSansIndicateur = defineRowRule({
  id: 'cible-sans-indicateur',
  severity: 'erreur',
  needs: ['indicateur', 'cible'],
  columns: ['cible'],
  on: Fact.cible,
  summary: 'Une valeur cible n’a pas d’indicateur.',
  why: 'On sait combien atteindre, mais pas de quoi : la valeur ne peut pas être suivie.',
  messages: {
    sansIndicateur: (facts) =>
      `La valeur cible ${quote(String(facts['vu']))} n’a pas d’indicateur ; écrivez ce qu’elle mesure, ou retirez-la.`,
  },
  check(row, report) {
    if ((row.factsObjectif & (Fact.indicateur | Fact.indicateurRenvoi)) !== 0) return;
    report('cible', () => ({ message: 'sansIndicateur', facts: { vu: row.cible.texte } }));
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PCOS_AS5_001', indicateur: 'Part des crédits', cible: '30 %' }] },
      {
        lignes: [
          { ref: 'PCOS_AS5_001', objectif: 'Agir', cible: '30 %' },
          { bop: '163', service: 'DDCSPP', indicateur: 'Part des crédits' },
        ],
      },
      { lignes: [{ ref: 'PCOS_AS5_001', cible: 'à définir' }] },
    ],
    invalid: [
      {
        lignes: [{ ref: 'PCOS_AS5_001', indicateur: 'En cours de définition', cible: '30 %' }],
        constats: [
          {
            ligne: 1,
            colonne: 'cible',
            message: 'La valeur cible « 30 % » n’a pas d’indicateur ; écrivez ce qu’elle mesure, ou retirez-la.',
          },
        ],
      },
    ],
  },
});
