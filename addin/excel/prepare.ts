import { placeEdits, printRow, type Edit, type Refusal, type Scalar } from '../../shared/sheet';
import type { Bounds } from './bounds';
import { scalarOf, type LineState } from './cellState';
import { stateOfLine } from './swap';

/** A line that is ready to be written: Excel follows its cells from now on. */
export interface Line {
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
  /** Column of the sheet where the range begins. */
  readonly first: number;
  /** What its cells hold. */
  readonly state: LineState;
  readonly edits: readonly Edit[];
}

export interface Prepared {
  readonly lines: readonly Line[];
  readonly refused: readonly Refusal[];
  /** Their line is not where they say: it has to be looked for in the whole sheet. */
  readonly astray: readonly Edit[];
}

interface Asked {
  readonly row: number;
  readonly edits: readonly Edit[];
  readonly range: Excel.Range;
  readonly locks: readonly Excel.FormatProtection[];
}

/** Looks, in one batch, at the lines where the edits say that they stand. `rows`: the edits of each row, by its number. */
export async function prepare(sheet: Excel.Worksheet, bounds: Bounds, rows: readonly RowEdits[]): Promise<Prepared> {
  const asked = rows.map(([row, edits]) => ask(sheet, bounds, row, edits));
  sheet.protection.load('protected');
  await sheet.context.sync();
  const lines: Line[] = [];
  const refused: Refusal[] = [];
  const astray: Edit[] = [];
  for (const one of asked) {
    const found = judge(one, bounds, sheet.protection.protected);
    refused.push(...found.refused);
    astray.push(...found.astray);
    if (found.ready.length === 0) one.range.untrack();
    else
      lines.push({
        sheet,
        range: one.range,
        first: bounds.column,
        state: stateOfLine(one.range),
        edits: found.ready,
      });
  }
  return { lines, refused, astray };
}

export type RowEdits = readonly [row: number, edits: readonly Edit[]];

export function byRow(edits: readonly Edit[]): readonly RowEdits[] {
  const rows = new Map<number, Edit[]>();
  for (const edit of edits) rows.set(edit.at.row, [...(rows.get(edit.at.row) ?? []), edit]);
  return [...rows];
}

function ask(sheet: Excel.Worksheet, bounds: Bounds, row: number, edits: readonly Edit[]): Asked {
  // A column without any value yet is outside of the used range.
  const width = Math.max(1, bounds.columns, ...edits.map(({ at }) => at.column - bounds.column + 1));
  const range = sheet.getRangeByIndexes(row, bounds.column, 1, width);
  range.load('values, formulas, numberFormat');
  const locks = edits.map(({ at }) => {
    const { protection } = range.getCell(0, Math.max(0, at.column - bounds.column)).format;
    protection.load('locked');
    return protection;
  });
  return { row, edits, range, locks };
}

interface Judged {
  readonly ready: readonly Edit[];
  readonly refused: readonly Refusal[];
  readonly astray: readonly Edit[];
}

function judge({ row, edits, range, locks }: Asked, { sheet, column }: Bounds, isProtected: boolean): Judged {
  const state = stateOfLine(range);
  const values = [(range.values[0] ?? []).map(scalarOf)];
  const formulas = new Map([[0, state.map((cell) => (cell.isFormula ? String(cell.content) : ''))]]);
  const here = { origin: { sheet, row, column }, values, formulas };
  const print = printRow(here, 0).join('\u0000');
  const astray = edits.filter((edit) => edit.row.join('\u0000') !== print || edit.at.column < column);
  const { ready, refused } = placeEdits(
    here,
    edits.filter((edit) => !astray.includes(edit)),
  );
  // A cell is locked unless somebody freed it; null would mean "some of them", which one cell cannot be.
  const stopped = ready.filter((edit) => isProtected && locks[edits.findIndex(same(edit))]?.locked !== false);
  const held = (edit: Edit): Scalar => values[0]?.[edit.at.column - column] ?? null;
  return {
    ready: ready.filter((edit) => !stopped.includes(edit)),
    refused: [...refused, ...stopped.map((edit): Refusal => ({ edit, reason: 'protected', found: held(edit) }))],
    astray,
  };
}

const same =
  (edit: Edit) =>
  ({ at }: Edit): boolean =>
    at.row === edit.at.row && at.column === edit.at.column;
