import type { BaseReferenceObject } from '@univerjs/preset-sheets-core';
import type { Plage } from '../../../shared/formulas';
import type { Grid, Scalar } from '../../../shared/sheet';
import { scalarOf } from './cells';

/** The rectangle of a reference, cut from the sheet's grid. Whole columns and rows (A:H, 2:5) have no end of their own. */
export function plageOf(reference: BaseReferenceObject, grid: Grid): Plage {
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  const top = Number.isFinite(startRow) ? Math.max(0, startRow) : 0;
  const left = Number.isFinite(startColumn) ? Math.max(0, startColumn) : 0;
  const bottom = Math.min(Number.isFinite(endRow) ? endRow : Infinity, grid.values.length - 1);
  const right = Number.isFinite(endColumn) ? endColumn : Infinity;
  const values: (readonly Scalar[])[] = [];
  for (let row = top; row <= bottom; row++) values.push(cut(grid.values[row] ?? [], left, right));
  withFreshResults(reference, values, { top, left, right });
  return { values, origin: { sheet: grid.origin.sheet, row: top, column: left } };
}

/** Rows that fit keep their identity. */
function cut(row: readonly Scalar[], left: number, right: number): readonly Scalar[] {
  return left === 0 && row.length <= right + 1 ? row : row.slice(left, right + 1);
}

/** Results of this very calculation are not in the cells yet. */
function withFreshResults(
  reference: BaseReferenceObject,
  values: (readonly Scalar[])[],
  { top, left, right }: { readonly top: number; readonly left: number; readonly right: number },
): void {
  reference.getCurrentRuntimeSheetData()?.forValue((row, column, cell) => {
    if (row < top || row - top >= values.length || column < left || column > right) return;
    const cells = (values[row - top] ?? []).slice();
    while (cells.length <= column - left) cells.push(null);
    cells[column - left] = scalarOf(cell);
    values[row - top] = cells;
  });
}
