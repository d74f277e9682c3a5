import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

export const indicateurRenvoi = defineRowRule({
  id: 'indicateur-renvoi',
  severity: 'avertissement',
  needs: ['indicateur'],
  columns: ['indicateur'],
  on: Fact.indicateurRenvoi,
  summary: 'L’indicateur renvoie à un autre texte.',
  why: 'Qui lit l’annexe seule ne sait pas quoi mesurer, et l’objectif ne compte pas comme couvert.',
  messages: {
    renvoi: (facts) => `${quote(String(facts['vu']))} renvoie ailleurs ; écrivez ici l’indicateur lui-même.`,
  },
  check(row, report) {
    report('indicateur', () => ({ message: 'renvoi', facts: { vu: row.indicateur.texte } }));
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PCOS_AS7_001', indicateur: 'Nombre de structures d’exercice regroupé dans le QPV' }] },
      {
        lignes: [
          { ref: 'PCOS_AS7_003', indicateur: '' },
          { ref: 'PCOS_AS7_004', indicateur: 'à définir' },
        ],
      },
    ],
    invalid: [
      {
        lignes: [
          { ref: 'PCOS_AS7_002', indicateur: 'Voir remarques ARS sur la trame de contrat de ville' },
          { ref: 'PCOS_AS7_003', indicateur: 'idem' },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'indicateur',
            message:
              '« Voir remarques ARS sur la trame de contrat de ville » renvoie ailleurs ; écrivez ici l’indicateur lui-même.',
          },
          {
            ligne: 2,
            colonne: 'indicateur',
            message: '« idem » renvoie ailleurs ; écrivez ici l’indicateur lui-même.',
          },
        ],
      },
    ],
  },
});
