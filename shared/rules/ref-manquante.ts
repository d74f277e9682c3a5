import { Fact } from '../annexe';
import { defineRowRule, refTo } from '../lint';
import { quote } from '../text';

export const refManquante = defineRowRule({
  id: 'ref-manquante',
  severity: 'erreur',
  needs: ['ref', 'objectif'],
  columns: ['ref'],
  on: Fact.refAbsente,
  summary: 'Un objectif n’a pas de référence.',
  why: 'La référence est la clé de l’objectif : sans elle, on ne peut ni le citer, ni le suivre d’une version à l’autre.',
  messages: {
    absente: (facts) => `L’objectif ${quote(String(facts['objectif']))} n’a pas de référence ; donnez-lui la sienne.`,
    libre: (facts) =>
      `L’objectif ${quote(String(facts['objectif']))} n’a pas de référence ; ${quote(String(facts['libre']))} est libre dans cet axe.`,
  },
  check(row, report) {
    report('ref', () => {
      const { objectif } = row;
      const libre = row.refLibre();
      if (libre === '') return { message: 'absente', facts: { objectif } };
      return { message: 'libre', facts: { objectif, libre }, fixes: [refTo(libre, 'a-confirmer')] };
    });
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PDEE_AS1_001', objectif: 'Développer des outils de GPEC dans les entreprises.' }] },
      {
        lignes: [
          { ref: 'PCOS_AS5_001', objectif: 'Co-construire' },
          { bop: 'CNDS 163', service: 'CNDS DDCSPP' },
        ],
      },
    ],
    invalid: [
      {
        lignes: [
          'Pilier Habitat Cadre de Vie',
          'Axe stratégique 1 : Peuplement',
          { ref: 'PHCV_AS1_001', objectif: 'La rénovation de l’espace public' },
          { objectif: 'Organiser la lutte contre l’habitat indigne.' },
          { ref: 'PHCV_AS1_003', objectif: 'Renforcer l’accompagnement social' },
          { objectif: 'Aider les locataires' },
        ],
        constats: [
          {
            ligne: 4,
            colonne: 'ref',
            message:
              'L’objectif « Organiser la lutte contre l’habitat indigne. » n’a pas de référence ; « PHCV_AS1_002 » est libre dans cet axe.',
            corrige: 'PHCV_AS1_002',
          },
          {
            ligne: 6,
            colonne: 'ref',
            message:
              'L’objectif « Aider les locataires » n’a pas de référence ; « PHCV_AS1_004 » est libre dans cet axe.',
            corrige: 'PHCV_AS1_004',
          },
        ],
      },
      {
        lignes: [{ objectif: 'Organiser la lutte contre l’habitat indigne.', bop: '135' }],
        constats: [
          {
            ligne: 1,
            colonne: 'ref',
            message:
              'L’objectif « Organiser la lutte contre l’habitat indigne. » n’a pas de référence ; donnez-lui la sienne.',
          },
        ],
      },
    ],
  },
});
