import type { Controleur, FormulaContext } from '../../shared/formulas';
import { referential } from '../referential/referential-seed';
import { read, seedGrid, vocabulary } from '../coverage/seed';

/** Findings as lint would give them, in miniature: one by severity. */
export const controleur: Controleur = (grid) => [
  {
    cellule: 'A41',
    ref: 'PCOS_AS3_OO1',
    gravite: 'erreur',
    regle: 'ref-hors-axe',
    message: `Sur ${grid.values.length} lignes.`,
  },
  { cellule: 'A38', ref: 'PCOS_AS1_OO1', gravite: 'avertissement', regle: 'ref-lettre', message: 'O pour 0.' },
  { cellule: 'G9', ref: 'PDEE_AS1_001', gravite: 'info', regle: 'indicateur-manquant', message: 'Vide.' },
  { cellule: 'G10', ref: 'PDEE_AS1_002', gravite: 'info', regle: 'indicateur-manquant', message: 'Vide.' },
];

const seed = read(seedGrid('txt'));

/** A workbook that holds the seed. */
export const context: FormulaContext = { annexe: () => seed, referential, vocabulary, controleur };
