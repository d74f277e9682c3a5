import { printRow, sameValue, type Edit } from './edit';
import { formulaAt, valueAt, type Grid } from './grid';
import type { Refusal } from './host';

/** Edits sorted into those that may be written, at the place where their line stands now, and those that may not. */
export interface Placed {
  readonly ready: readonly Edit[];
  readonly refused: readonly Refusal[];
}

/**
 * What every host does between reading and writing. All edits are judged on the same state of the sheet, so that several edits of
 * one line hold together. `grid` is the sheet as it is at this moment.
 */
export function placeEdits(grid: Grid, edits: readonly Edit[]): Placed {
  const ready: Edit[] = [];
  const refused: Refusal[] = [];
  const find = createFinder(grid);
  for (const edit of edits) {
    const row = find(edit);
    const home = edit.at.row - grid.origin.row;
    const column = edit.at.column - grid.origin.column;
    const found = valueAt(grid, row < 0 ? home : row, column);
    if (row < 0) refused.push({ edit, reason: sameValue(found, edit.expect) ? 'gone' : 'changed', found });
    else if (formulaAt(grid, row, column) !== '') refused.push({ edit, reason: 'formula', found });
    else if (!sameValue(found, edit.expect)) refused.push({ edit, reason: 'changed', found });
    else ready.push({ ...edit, at: { ...edit.at, row: grid.origin.row + row } });
  }
  return { ready, refused };
}

/** Finds lines by their print; the index of the whole sheet is made only when a line has moved. */
function createFinder(grid: Grid): (edit: Edit) => number {
  let index: Map<string, number> | null = null;
  return (edit) => {
    const home = edit.at.row - grid.origin.row;
    const wanted = keyOf(edit.row);
    if (keyOf(printRow(grid, home)) === wanted) return home;
    if (wanted === '') return -1;
    index ??= indexLines(grid);
    return index.get(wanted) ?? -1;
  };
}

/** Row of each print; −1 for a print that several lines share: nobody can tell which one is meant. */
function indexLines(grid: Grid): Map<string, number> {
  const index = new Map<string, number>();
  for (let row = 0; row < grid.values.length; row++) {
    const key = keyOf(printRow(grid, row));
    index.set(key, index.has(key) ? -1 : row);
  }
  return index;
}

const keyOf = (print: readonly string[]): string => print.join('\u0000');
