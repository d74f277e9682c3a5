import type { CellRef, Grid, Scalar } from './grid';
import { valueAt } from './grid';

/**
 * One change of one cell, made for what the cell held when it was read.
 * `expect` is the stale check: a host refuses the edit when the cell holds something else or a formula.
 * `row` finds the line again after insertions, deletions and sorts.
 */
export interface Edit {
  readonly at: CellRef;
  readonly expect: Scalar;
  readonly set: Scalar;
  readonly row: RowPrint;
}

/** What a row looked like when it was read: its cells as text, from the grid's first column on. */
export type RowPrint = readonly string[];

/** The print of row `row` (grid offset). Trailing blanks are left out. */
export function printRow(grid: Grid, row: number): RowPrint {
  const cells = (grid.values[row] ?? []).map((value) => (value === null ? '' : String(value)));
  while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
  return cells;
}

/** The edit that takes `edit` back. */
export function invert(edit: Edit, origin: CellRef): Edit {
  const row = edit.row.slice();
  const offset = edit.at.column - origin.column;
  while (row.length <= offset) row.push('');
  row[offset] = edit.set === null ? '' : String(edit.set);
  while (row.length > 0 && row[row.length - 1] === '') row.pop();
  return { at: edit.at, expect: edit.set, set: edit.expect, row };
}

/** Blank cells are equal whatever way they are blank; else values are equal when they are the same. */
export function sameValue(a: Scalar, b: Scalar): boolean {
  return (a ?? '') === (b ?? '');
}

/**
 * The grid row (offset) where the edit's line stands now: its own place if the line is still there, else the only other place
 * that shows the same line. −1 when the line is gone or stands at several places: the edit must then be refused.
 */
export function relocate(grid: Grid, edit: Edit): number {
  const home = edit.at.row - grid.origin.row;
  if (samePrint(printRow(grid, home), edit.row)) return home;
  let found = -1;
  for (let row = 0; row < grid.values.length; row++) {
    if (!samePrint(printRow(grid, row), edit.row)) continue;
    if (found >= 0) return -1;
    found = row;
  }
  return found;
}

/** A copy of the grid's values with the edits made (no checks: the caller has made them). */
export function applyTo(grid: Grid, edits: readonly Edit[]): Grid {
  const values = grid.values.slice();
  for (const { at, set } of edits) {
    const index = at.row - grid.origin.row;
    const row = (values[index] ?? []).slice();
    const column = at.column - grid.origin.column;
    while (row.length <= column) row.push(null);
    row[column] = set;
    values[index] = row;
  }
  return { ...grid, values };
}

/** Whether the cell that the edit is for still holds what it expects (at the place it names). */
export function stillExpected(grid: Grid, edit: Edit): boolean {
  return sameValue(valueAt(grid, edit.at.row - grid.origin.row, edit.at.column - grid.origin.column), edit.expect);
}

function samePrint(a: RowPrint, b: RowPrint): boolean {
  return a.length === b.length && a.every((cell, index) => cell === b[index]);
}
