import { Interrompu, type Grid, type Reading, type Scalar, type Where } from '../../shared/sheet';
import { bytesOf, createBlockSize } from './blockSize';
import { boundsOf, findSheet, refuseTooWide, type Bounds } from './bounds';
import { isFormula, scalarOf } from './cellState';
import { isTooLarge } from './failures';
import { breathe, run } from './run';

/** A sheet read in several batches is read again when lines came or went meanwhile; after that, a hint of change will follow anyway. */
const MOST_READINGS = 3;

/**
 * All values and formulas of a sheet. Dates come as the serial numbers that Excel holds: no column of an annexe is a date, and
 * telling one from a number would cost the format of every cell.
 */
export function readSheet({ sheet: name }: Where, reading?: Reading): Promise<Grid> {
  return run(async (context) => {
    const sheet = await findSheet(context, name);
    let bounds = await boundsOf(context, sheet);
    for (let turn = 1; ; turn++) {
      refuseTooWide(bounds);
      const { grid, blocks } = await readBlocks(context, sheet, bounds, reading);
      if (blocks < 2 || turn === MOST_READINGS) return grid;
      const after = await boundsOf(context, sheet);
      if (sameBounds(bounds, after)) return grid;
      bounds = after;
    }
  });
}

const sameBounds = (a: Bounds, b: Bounds): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

export interface Blocks {
  readonly grid: Grid;
  readonly blocks: number;
}

/** Reads a rectangle block after block: each under Excel's limits, with a breath between two. */
export async function readBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { sheet: name, row: top, column: left, rows: total, columns: width }: Bounds,
  reading?: Reading,
): Promise<Blocks> {
  const values: (readonly Scalar[])[] = [];
  const formulas = new Map<number, readonly string[]>();
  const size = createBlockSize(Math.max(1, width));
  let blocks = 0;
  while (values.length < total) {
    if (reading?.stopped() === true) throw new Interrompu();
    const rows = Math.min(size.rows(), total - values.length);
    const block = await readBlock(context, sheet, { row: top + values.length, column: left, rows, columns: width });
    if (block === null) {
      size.tooLarge(rows);
      continue;
    }
    size.weighed(rows, bytesOf(block.values) + bytesOf(block.formulas));
    for (let index = 0; index < rows; index++) addRow(values, formulas, block.values[index], block.formulas[index]);
    blocks++;
    reading?.rows(values.length, total);
    if (values.length < total) await breathe();
  }
  return { grid: { origin: { sheet: name, row: top, column: left }, values, formulas }, blocks };
}

function addRow(
  values: (readonly Scalar[])[],
  formulas: Map<number, readonly string[]>,
  row: readonly unknown[] = [],
  written: readonly unknown[] = [],
): void {
  if (row.some((value, column) => isFormula(value, written[column]))) {
    formulas.set(
      values.length,
      written.map((formula, column) => (isFormula(row[column], formula) ? formula : '')),
    );
  }
  values.push(row.map(scalarOf));
}

/** Where a header may stand; a sheet without one in these rows is no annexe. */
const HEADER_ROWS = 60;

/** The first rows of a sheet: enough to find its header. */
export async function readTop(context: Excel.RequestContext, sheet: Excel.Worksheet, bounds: Bounds): Promise<Grid> {
  return (await readBlocks(context, sheet, { ...bounds, rows: Math.min(HEADER_ROWS, bounds.rows) })).grid;
}

interface Block {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** One block; null when it was more than Excel would hand over, which it says by an error or by giving nothing. */
async function readBlock(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { row, column, rows, columns }: Omit<Bounds, 'sheet'>,
): Promise<Block | null> {
  const range = sheet.getRangeByIndexes(row, column, rows, columns);
  range.load('values, formulas');
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error) && rows > 1) return null;
    throw error;
  }
  const { values, formulas } = range as { values: unknown; formulas: unknown };
  range.untrack();
  if (isTable(values, rows, columns) && isTable(formulas, rows, columns)) return { values, formulas };
  if (rows > 1) return null;
  throw new Error(`line ${row + 1} came back without its ${columns} cells`);
}

function isTable(given: unknown, rows: number, columns: number): given is unknown[][] {
  return (
    Array.isArray(given) && given.length === rows && given.every((row) => Array.isArray(row) && row.length === columns)
  );
}
