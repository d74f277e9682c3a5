import { SPECIFICATION, toGoogle } from '../../shared/formulas';
import { formatAddress, formulaAt, printRow, type Grid, type Scalar } from '../../shared/sheet';
import type { FormulaCell } from '../rpc';
import type { Write } from './landing';

/** A cell with a call of ours, in any of its spellings, as a formula or as the text of one that an import left. */
export interface OurCell extends Write {
  readonly formula: string;
  /** The cell holds the formula as a text, which shows and computes nothing. */
  readonly isText: boolean;
}

const OURS = new RegExp(`annexe[._](${SPECIFICATION.map(({ name }) => name).join('|')})\\s*\\(`, 'i');

export function ourCells(grid: Grid): OurCell[] {
  return grid.values.flatMap((cells, row) =>
    Array.from({ length: Math.max(cells.length, grid.formulas?.get(row)?.length ?? 0) }, (_, column) => column).flatMap(
      (column) => ourCell(grid, row, column) ?? [],
    ),
  );
}

function ourCell(grid: Grid, row: number, column: number): OurCell | null {
  const expect: Scalar = grid.values[row]?.[column] ?? null;
  const own = formulaAt(grid, row, column);
  const isText = own === '' && typeof expect === 'string' && expect.startsWith('=');
  const formula = isText ? withSemicolons(String(expect)) : own;
  if (!OURS.test(formula)) return null;
  const at = { sheet: grid.origin.sheet, row, column };
  return { at, expect, set: FORMULA, row: printRow(grid, row), formula, isText };
}

/** What stands for any formula where lines are compared. */
export const FORMULA = '=';

/** The separator that every locale of Google takes; a comma is none where it begins the decimals. A text that has one is left. */
export const withSemicolons = (formula: string): string =>
  formula.replace(/"[^"]*"/g, '').includes(';')
    ? formula
    : formula.replace(/"[^"]*"|'[^']*'|,/g, (part) => (part === ',' ? ';' : part));

/** Whether a call of the formula lacks its range, and so cannot follow edits. */
export const isFixed = (formula: string): boolean => toGoogle(formula, { plage: 'X!A:A' }) !== toGoogle(formula);

export const told = ({ at, formula }: OurCell): FormulaCell => ({
  adresse: `${at.sheet}!${formatAddress(at.row, at.column)}`,
  formule: formula,
});
