import { frozenTable, isFrozen } from '../../../shared/formulas';
import { formulaAt, valueAt, type Grid } from '../../../shared/sheet';

/** A formula as it is written now, 0-based in its sheet. */
interface Written {
  readonly row: number;
  readonly column: number;
  readonly after: string;
}

/**
 * Empties the cells that Google filled with the last values of a table: its formula needs their place to spill. Resolves with what
 * puts them back.
 */
export async function thaw(
  sheet: Excel.Worksheet,
  grid: Grid,
  { row, column, after }: Written,
): Promise<() => Promise<void>> {
  const [top, left] = [row - grid.origin.row, column - grid.origin.column];
  const written = (down: number, right: number): string =>
    formulaAt(grid, top + down, left + right) || String(valueAt(grid, top + down, left + right) ?? '');
  const { rows, columns } = frozenTable(after, written);
  const emptied = [
    ...(columns > 1 ? [await empty(sheet.getRangeByIndexes(row, column + 1, 1, columns - 1))] : []),
    ...(rows > 1 ? [await empty(sheet.getRangeByIndexes(row + 1, column, rows - 1, columns))] : []),
  ];
  return async () => {
    for (const { range, before } of emptied) range.formulas = before.formulas;
    await sheet.context.sync();
  };
}

interface Emptied {
  readonly range: Excel.Range;
  readonly before: Excel.Range;
}

/** What a colleague wrote there meanwhile is put back. */
async function empty(range: Excel.Range): Promise<Emptied> {
  const before = range.getResizedRange(0, 0);
  before.load('formulas');
  range.clear(Excel.ClearApplyTo.contents);
  await range.context.sync();
  before.formulas.forEach((cells: readonly unknown[], row) => {
    cells.forEach((formula, column) => {
      if (formula !== '' && !isFrozen(String(formula))) range.getCell(row, column).formulas = [[formula]];
    });
  });
  await range.context.sync();
  return { range, before };
}
