import { Fact } from '../annexe';
import { defineRowRule } from '../lint';

export const cibleManquante = defineRowRule({
  id: 'cible-manquante',
  severity: 'info',
  needs: ['indicateur', 'cible'],
  columns: ['cible'],
  on: Fact.objectifSansCible,
  summary: 'Un objectif a un indicateur, mais aucune valeur cible.',
  why: 'La loi demande des objectifs chiffrés ; sans cible, l’indicateur constate mais n’engage à rien.',
  source: 'Loi n° 2014-173 du 21 février 2014, art. 6, IV',
  messages: {
    manquante: () => 'Cet objectif a un indicateur, mais aucune valeur cible ; chiffrez ce qui doit être atteint.',
  },
  check(_row, report) {
    report('cible', () => ({ message: 'manquante' }));
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PCOS_AS5_001', indicateur: 'Part des crédits', cible: '30 %' }] },
      {
        lignes: [
          { ref: 'PCOS_AS5_002', indicateur: '' },
          { ref: 'PCOS_AS7_002', indicateur: 'Voir remarques ARS' },
        ],
      },
    ],
    invalid: [
      {
        lignes: [
          { ref: 'PCOS_AS6_001', indicateur: 'Taux de contrats de praticiens territoriaux', cible: '' },
          { ref: 'PCOS_AS6_002', indicateur: 'Nombre de QPV', cible: 'En cours de définition' },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'cible',
            message: 'Cet objectif a un indicateur, mais aucune valeur cible ; chiffrez ce qui doit être atteint.',
          },
          {
            ligne: 2,
            colonne: 'cible',
            message: 'Cet objectif a un indicateur, mais aucune valeur cible ; chiffrez ce qui doit être atteint.',
          },
        ],
      },
    ],
  },
});
