import { COLUMNS, COLUMN_LABELS, type ColumnId } from '../annexe';
import { defineTableRule } from '../lint';
import { enumerate, quote } from '../text';

/** The header words that name each column that an annexe cannot do without. The two partner columns may be missing. */
const MOTS: Readonly<Partial<Record<ColumnId, readonly string[]>>> = {
  ref: ['Réf', 'Référence', 'Code'],
  objectif: ['Objectif', 'Objectif opérationnel'],
  bop: ['BOP', 'Programme'],
  service: ['Service', 'Gestionnaire'],
  indicateur: ['Indicateur'],
  cible: ['Valeur cible', 'Cible'],
};

export const colonneManquante = defineTableRule({
  id: 'colonne-manquante',
  severity: 'erreur',
  needsOneOf: [],
  counts: 0,
  summary: 'Une colonne de l’annexe est introuvable dans l’en-tête.',
  why: 'Sans cette colonne, les règles qui la lisent ne peuvent pas être exécutées : leur silence ne veut pas dire que tout est juste.',
  messages: {
    absente: (facts) =>
      `La colonne ${quote(String(facts['colonne']))} manque : aucun titre de l’en-tête ne commence par ${facts['mots']} ; ajoutez la colonne ou corrigez son titre.`,
  },
  check(table) {
    return COLUMNS.flatMap((column) => {
      const mots = MOTS[column];
      if (mots === undefined || table.has(column)) return [];
      const facts = {
        colonne: COLUMN_LABELS[column],
        mots: enumerate(
          mots.map((mot) => quote(mot)),
          'ou',
        ),
      };
      return [{ column, row: null, detail: () => ({ message: 'absente' as const, facts }) }];
    });
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PDEE_AS1_001', objectif: 'Développer des outils de GPEC dans les entreprises.' }] },
      { lignes: [{ ref: 'PDEE_AS1_001', objectif: 'Agir' }], sans: ['collectivite', 'signataire'] },
    ],
    invalid: [
      {
        lignes: [{ ref: 'PDEE_AS1_001', objectif: 'Agir', bop: '102', indicateur: 'Nombre d’ateliers' }],
        sans: ['service', 'cible'],
        constats: [
          {
            ligne: 0,
            colonne: 'service',
            message:
              'La colonne « Service gestionnaire » manque : aucun titre de l’en-tête ne commence par « Service » ou « Gestionnaire » ; ajoutez la colonne ou corrigez son titre.',
          },
          {
            ligne: 0,
            colonne: 'cible',
            message:
              'La colonne « Valeur cible » manque : aucun titre de l’en-tête ne commence par « Valeur cible » ou « Cible » ; ajoutez la colonne ou corrigez son titre.',
          },
        ],
      },
    ],
  },
});
