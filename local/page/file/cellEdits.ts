import type { CellEdit } from '../../../shared/exchange';
import { formulaAt, sameValue, valueAt, type Merge } from '../../../shared/sheet';
import type { OpenedSheet } from './opened';
import type { SheetNow } from './save';
import { sameFormula, savedFormulas } from './savedFormulas';

/** What changed in a sheet, cell by cell. */
export interface SheetEdits {
  readonly edits: readonly CellEdit[];
  /** New formulas that are saved by their value. */
  readonly parValeur: readonly string[];
}

/** The cells that changed. The result of a formula that the file already has is left to Excel, which computes it again. */
export function cellEdits(before: OpenedSheet, now: SheetNow): SheetEdits {
  const { grid } = now;
  const isKept = (row: number, column: number): boolean =>
    sameFormula(formulaAt(before.grid, row, column), formulaAt(grid, row, column));
  const { formules, parValeur } = savedFormulas(now, isKept);
  const filled = [...before.etendues, ...now.etendues].filter(({ top, left }) => isKept(top, left));
  const isLeft = (row: number, column: number): boolean =>
    sameValue(valueAt(before.grid, row, column), valueAt(grid, row, column)) ||
    isKept(row, column) ||
    filled.some((range) => holds(range, row, column));
  const edits: CellEdit[] = [];
  for (let row = 0; row < Math.max(before.grid.values.length, grid.values.length); row++) {
    const wanted = formules.get(row);
    for (let column = 0; column < widthOf(before, now, row); column++) {
      const formula = wanted?.get(column);
      const edit = { sheet: grid.origin.sheet, row, column, set: valueAt(grid, row, column) };
      if (formula !== undefined) edits.push({ ...edit, formula });
      else if (!isLeft(row, column)) edits.push(edit);
    }
  }
  return { edits, parValeur };
}

const widthOf = (before: OpenedSheet, { grid }: SheetNow, row: number): number =>
  Math.max(before.grid.values[row]?.length ?? 0, grid.values[row]?.length ?? 0, grid.formulas?.get(row)?.length ?? 0);

const holds = ({ top, left, bottom, right }: Merge, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;
