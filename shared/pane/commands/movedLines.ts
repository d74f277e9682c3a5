import { isBlank, printRow, sameValue, valueAt, type Edit, type Grid, type Scalar } from '../../sheet';

/** A line that changed, wherever it stands now: grid rows before and after, and what differs, at its new place. */
export interface ChangedLine {
  readonly from: number;
  readonly to: number;
  readonly edits: readonly Edit[];
}

/** More lines than that at once is a paste, not somebody who corrects. */
const MOST_LINES = 50;

/**
 * The lines that somebody changed, though others may have come, gone or moved. A line that reads as before is the same line. One
 * that does not is at its place when no line moved; else it is sought among the new ones: more than half of its filled cells must
 * be there, and in no other line as many.
 */
export function changedLines(before: Grid, after: Grid): ChangedLine[] {
  const [lost, come] = apart(before, after);
  if (lost.length > MOST_LINES || come.length > MOST_LINES) return [];
  const moved = lost.length !== come.length || lost.some((row, index) => row !== come[index]);
  return lost.flatMap((from) => {
    const to = moved ? likest(before, from, after, come) : from;
    return to === null ? [] : [{ from, to, edits: editsOf(before, from, after, to) }];
  });
}

/** The rows of each that the other does not have, once what stands alike at both ends is set aside. */
function apart({ values: before }: Grid, { values: after }: Grid): [number[], number[]] {
  const most = Math.min(before.length, after.length);
  let top = 0;
  while (top < most && sameCells(before[top], after[top])) top++;
  let end = 0;
  while (end < most - top && sameCells(before[before.length - 1 - end], after[after.length - 1 - end])) end++;
  const [old, now] = [before.slice(top, before.length - end), after.slice(top, after.length - end)];
  return [without(old, now).map((row) => row + top), without(now, old).map((row) => row + top)];
}

/** Places in `rows` of the rows that `others` does not have, each counted as often as it is there. */
function without(rows: Grid['values'], others: Grid['values']): number[] {
  const counts = new Map<string, number>();
  for (const key of others.map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return rows.map(keyOf).flatMap((key, row) => {
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left > 0 ? [] : [row];
  });
}

const keyOf = (cells: readonly Scalar[]): string => JSON.stringify(cells.slice(0, widthOf(cells)));

function widthOf(cells: readonly Scalar[]): number {
  let width = cells.length;
  while (width > 0 && isBlank(cells[width - 1] ?? null)) width--;
  return width;
}

function sameCells(a: readonly Scalar[] = [], b: readonly Scalar[] = []): boolean {
  return a === b || (widthOf(a) === widthOf(b) && a.every((value, column) => sameValue(value, b[column] ?? null)));
}

function likest(before: Grid, from: number, after: Grid, rows: readonly number[]): number | null {
  const cells = before.values[from] ?? [];
  const filled = cells.flatMap((value, column) => (isBlank(value) ? [] : [column]));
  const scores = rows.map((row) => ({
    row,
    alike: filled.filter((column) => sameValue(cells[column] ?? null, valueAt(after, row, column))).length,
  }));
  const best = scores.reduce((most, one) => (one.alike > most.alike ? one : most), { row: -1, alike: 0 });
  const unique = scores.filter(({ alike }) => alike === best.alike).length === 1;
  return unique && best.alike * 2 > filled.length ? best.row : null;
}

function editsOf(before: Grid, from: number, after: Grid, to: number): Edit[] {
  const { sheet, row, column: left } = after.origin;
  const width = Math.max(before.values[from]?.length ?? 0, after.values[to]?.length ?? 0);
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const [expect, set] = [valueAt(before, from, column), valueAt(after, to, column)];
    const at = { sheet, row: row + to, column: left + column };
    return sameValue(expect, set) ? [] : [{ at, expect, set, row: printRow(after, to) }];
  });
}
