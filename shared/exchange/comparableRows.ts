import { cellText, COLUMNS, Kind, ligneAt, parseRef, type Annexe, type ColumnId } from '../annexe';
import type { ComparableRow } from './matchRows';

/** The columns that both annexes have: the others cannot be compared. */
export function commonColumns(...annexes: readonly Annexe[]): readonly ColumnId[] {
  return COLUMNS.filter((column) => annexes.every(({ columns }) => columns[column] >= 0));
}

/**
 * The rows of an annexe as comparison wants them, titles and headers left out. The key is the reference as it should be written;
 * a continuation row has that of its objective. `lineOf` gives the row of the sheet (0-based) of a grid row.
 */
export function comparableRows(
  annexe: Annexe,
  columns: readonly ColumnId[],
  lineOf: (row: number) => number = (row) => annexe.grid.origin.row + row,
): readonly ComparableRow[] {
  const rows: ComparableRow[] = [];
  annexe.kinds.forEach((kind, row) => {
    if (kind !== Kind.objectif && kind !== Kind.suite) return;
    const cells = Object.fromEntries(columns.map((column) => [column, cellText(annexe, row, column)]));
    rows.push({ key: keyOf(annexe, row, kind), row: lineOf(row), cells });
  });
  return rows;
}

function keyOf(annexe: Annexe, row: number, kind: number): string {
  if (kind === Kind.objectif) return parseRef(cellText(annexe, row, 'ref')).normalisee;
  const { tete } = ligneAt(annexe, row);
  const ref = tete < 0 ? '' : parseRef(cellText(annexe, tete, 'ref')).normalisee;
  return ref === '' ? '' : `${ref} (suite)`;
}
