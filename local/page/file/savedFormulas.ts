import type { CellFormula } from '../../../shared/exchange';
import { formatAddress, type Grid, type Merge } from '../../../shared/sheet';
import { fromFile, toFile, usesNames } from './fileFormula';
import { SHARED } from './opened';

/** Cells that compute, by row, then column; and the addresses of those that a file can only hold by their value. */
export interface SavedFormulas {
  readonly formules: ReadonlyMap<number, ReadonlyMap<number, CellFormula>>;
  readonly parValeur: readonly string[];
}

interface Sheet {
  readonly grid: Grid;
  readonly etendues: readonly Merge[];
}

/**
 * The formulas of a sheet that a file will hold, but for those that it keeps. Without any to keep the workbook is new: it knows none
 * of the names that the old one defined.
 */
export function savedFormulas(sheet: Sheet, isKept?: (row: number, column: number) => boolean): SavedFormulas {
  const formules = new Map<number, Map<number, CellFormula>>();
  const parValeur: string[] = [];
  for (const [row, cells] of sheet.grid.formulas ?? []) {
    cells.forEach((formula, column) => {
      if (formula === '' || isKept?.(row, column)) return;
      const saved = isKept === undefined && usesNames(formula) ? null : savedFormula(formula, sheet, row, column);
      if (saved === null) parValeur.push(formatAddress(row, column));
      else formules.set(row, (formules.get(row) ?? new Map<number, CellFormula>()).set(column, saved));
    });
  }
  return { formules, parValeur };
}

function savedFormula(formula: string, { grid, etendues }: Sheet, row: number, column: number): CellFormula | null {
  const text = formula === SHARED ? null : toFile(formula);
  if (text === null) return null;
  const fills = etendues.find(({ top, left }) => top === row && left === column);
  if (fills === undefined) return { text };
  // Excel allows no merged cell where one formula fills several.
  return grid.merges?.some((merge) => meet(merge, fills)) ? null : { text, fills };
}

const meet = (a: Merge, b: Merge): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** Whether the page still holds the formula of the file: the engine may write its spaces and case in its own way. */
export const sameFormula = (before: string, after: string): boolean =>
  before !== '' && (after === SHARED || tight(fromFile(before)) === tight(after));
const tight = (formula: string): string => formula.replace(/\s/g, '').toUpperCase();
