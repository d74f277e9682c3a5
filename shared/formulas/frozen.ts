import { SPECIFICATION } from './formulas';
import { wrapperAt } from './wrapper';

/**
 * Google Sheets exports a table with its formula wrapped in its first cell, and a wrapper around the last value in each of the others:
 * IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),12). They stand where the formula would spill.
 */
export const isFrozen = (formula: string): boolean => wrapperAt(formula, 1)?.inner === '"COMPUTED_VALUE"';

const isWrapped = (formula: string): boolean => wrapperAt(formula, 1) !== null;

/** Columns of each formula that gives a table. */
const WIDTHS = new Map(
  SPECIFICATION.flatMap(({ name, result }) =>
    result.kind === 'table' ? [[name, Math.max(1, result.columns.length)] as const] : [],
  ),
);

/**
 * The table that a formula, spelled the Excel way, filled in Google Sheets: 1 × 1 when it gives none, or filled none. `at` gives the
 * formula of a cell by its place from that of the formula.
 */
export function frozenTable(
  formula: string,
  at: (row: number, column: number) => string,
): { readonly rows: number; readonly columns: number } {
  const [, name = ''] = /^=@?ANNEXE\.(\w+)\(/i.exec(formula) ?? [];
  const columns = WIDTHS.get(name.toUpperCase()) ?? 0;
  const isFilled = (row: number): boolean =>
    Array.from({ length: columns }, (_, column) => column).every(
      (column) => (row === 0 && column === 0) || isFrozen(at(row, column)),
    );
  // What begins on the left of a line may reach under this table: it is somebody else's.
  const isOther = (row: number): boolean => isWrapped(at(row, -1)) && !isWrapped(at(row - 1, -1));
  if (columns === 0 || !isFilled(0)) return { rows: 1, columns: 1 };
  let rows = 1;
  while (isFilled(rows) && !isOther(rows)) rows++;
  return { rows, columns };
}
