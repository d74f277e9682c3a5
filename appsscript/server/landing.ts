/**
 * What became of writes. Google writes by position: when a colleague inserts, deletes or sorts lines between our last reading and
 * our writing, a value lands on another line. The readings before and after the writing tell, and say how to put things right.
 */
import {
  applyTo,
  formulaAt,
  printRow,
  sameValue,
  valueAt,
  type Edit,
  type Grid,
  type Refusal,
} from '../../shared/sheet';
import type { Reading } from './book';
import { indexLines, keyOf, rowsLike, type Lines } from './lines';
import { AUTOMATIC, type Original } from './put';

/** A write to make. `repair`: nobody asked for it, it puts back what stood where another write landed. */
export interface Write extends Edit {
  readonly repair?: Original;
}

export interface Landed {
  readonly applied: readonly Edit[];
  readonly refused: readonly Refusal[];
  /** To be made on a new reading: repairs, and what landed elsewhere. */
  readonly again: readonly Write[];
}

/** `before` was read just before the writes, `after` just after. `refusal` is why a cell that did not change was not written. */
export function landingOf(
  before: Reading,
  after: Grid,
  writes: readonly Write[],
  refusal: 'protected' | 'changed',
): Landed {
  const place = placesOf(before.grid, after, writes);
  const strays = straysIn(before.grid, after, writes);
  const applied: Edit[] = [];
  const refused: Refusal[] = [];
  const again: Write[] = [];
  for (const write of writes) {
    const here = place(write.at.row);
    const columns = columnsOf(writes, write.at.row);
    const outcome = outcomeOf(after, write, here, writes, refusal);
    const landed = strays(write, columns, here, outcome === 'applied');
    if (outcome === 'applied') applied.push({ ...write, at: { ...write.at, row: here } });
    else if (outcome === 'again' || (landed.length > 0 && outcome.reason === refusal)) again.push(write);
    else refused.push(outcome);
    for (const row of landed) {
      const at = { ...write.at, row };
      const original = originalAt(before, after, at, columns, shiftOf(write, here));
      if (original !== null) again.push(repairOf(after, { ...write, at }, original));
      else if (row === write.at.row) applied.push({ ...write, expect: null });
    }
  }
  return { applied, refused, again };
}

/** By how many rows the lines around a write moved; when its own line is gone, those below it moved up. */
export const shiftOf = ({ at }: Write, here: number): number => (here < 0 ? -1 : here - at.row);

/**
 * The rows other than its own where a write landed: the one that it was aimed at, and any that looks like a line of before with our
 * value in it, as nobody meant it to look. A new line with our value alone is ours when the value is neither there nor at home.
 */
function straysIn(
  before: Grid,
  after: Grid,
  writes: readonly Write[],
): (write: Write, columns: readonly number[], here: number, isHome: boolean) => number[] {
  if (!anyMoved(before, after, writes)) return () => [];
  let meant: ReadonlySet<string> | null = null;
  const isMeant = (row: number): boolean => {
    meant ??= new Set([before, applyTo(before, writes)].flatMap((grid) => grid.values.map((_, at) => keyOf(grid, at))));
    return meant.has(keyOf(after, row));
  };
  return ({ at, set }, columns, here, isHome) => {
    const holds = (row: number): boolean => sameValue(valueAt(after, row, at.column), set);
    const isFound = isHome || holds(at.row);
    return after.values.flatMap((_, row) => {
      if (row === here || !holds(row)) return [];
      if (row === at.row) return row;
      if (isMeant(row)) return [];
      const rest = keyOf(after, row, columns);
      return rest === '' ? (isFound ? [] : row) : rowsLike(before, rest, columns).length > 0 ? row : [];
    });
  };
}

/** What became of one write, whose line stands in the row `here` now. */
function outcomeOf(
  after: Grid,
  write: Write,
  here: number,
  writes: readonly Write[],
  refusal: 'protected' | 'changed',
): 'applied' | 'again' | Refusal {
  const { at, expect } = write;
  if (here < 0) return { edit: write, reason: 'gone', found: null };
  const found = valueAt(after, here, at.column);
  const formula = formulaAt(after, here, at.column);
  if (isMade(write, found, formula)) return 'applied';
  if (formula !== '') return { edit: write, reason: 'formula', found };
  // Another write of ours may have landed on this very cell: its repair comes first.
  const byUs = writes.some(
    (other) => other.at.row === here && other.at.column === at.column && sameValue(other.set, found),
  );
  if (here !== at.row && (byUs || sameValue(found, expect))) return 'again';
  return { edit: write, reason: sameValue(found, expect) ? refusal : 'changed', found };
}

const repairOf = (after: Grid, { at, set }: Write, original: Original): Write => ({
  at,
  expect: set,
  set: original.value,
  row: printRow(after, at.row),
  repair: original,
});

const isMade = ({ repair, set }: Write, found: Refusal['found'], formula: string): boolean =>
  repair !== undefined && repair.formula !== '' ? formula !== '' : formula === '' && sameValue(found, set);

/** Where each written line stands after the writes; −1 when it is gone. */
export function placesOf(before: Grid, after: Grid, writes: readonly Write[]): (row: number) => number {
  const wished = applyTo(before, writes);
  if (!anyMoved(before, after, writes)) return (row) => row;
  const [then, image, now] = [before, wished, after].map(indexLines) as [Lines, Lines, Lines];
  const nth = (rows: readonly number[], rank: number): number => rows[Math.min(rank, rows.length - 1)] ?? -1;
  return (row) => {
    const old = keyOf(before, row);
    const made = keyOf(wished, row);
    // More lines like the old one than there should be: this one was not written. Lines that look the same keep their order.
    if (now.rows(old).length > image.rows(old).length) return nth(now.rows(old), then.rows(old).indexOf(row));
    if (now.rows(made).length >= image.rows(made).length) return nth(now.rows(made), image.rows(made).indexOf(row));
    return placeOfChanged(before, after, row, columnsOf(writes, row));
  };
}

/** The place of a line that a colleague changed too, known by its cells that were not written. */
function placeOfChanged(before: Grid, after: Grid, row: number, columns: readonly number[]): number {
  const rest = keyOf(before, row, columns);
  if (keyOf(after, row, columns) === rest) return row;
  const [found] = rest === '' ? [] : rowsLike(after, rest, columns);
  if (found !== undefined) return found;
  // Nowhere: changed where it stands, unless another line, or none, stands there now.
  const other = keyOf(after, row, columns);
  return other === '' || rowsLike(before, other, columns).length > 0 ? -1 : row;
}

/** Whether lines came, went or changed places. When one written line alone differs in its other cells, it was changed where it stands. */
function anyMoved(before: Grid, after: Grid, writes: readonly Write[]): boolean {
  if (before.values.length !== after.values.length) return true;
  const written = new Set(writes.map(({ at }) => at.row));
  const rows = before.values.flatMap((_, row) => {
    const columns = written.has(row) ? columnsOf(writes, row) : [];
    return keyOf(before, row, columns) === keyOf(after, row, columns) ? [] : row;
  });
  return rows.length > 1 || rows.some((row) => !written.has(row));
}

/** What stood in a cell where a write landed beside its line; null when nobody can tell: a line that was not there before. */
export function originalAt(
  { grid, formats }: Reading,
  after: Grid,
  { row, column }: Edit['at'],
  columns: readonly number[],
  shift: number,
): Original | null {
  const rest = keyOf(after, row, columns);
  const lines = rowsLike(grid, rest, columns);
  // All lines moved by as much as the written one did.
  const likely = row - shift;
  const first = (rows: readonly number[]): number => (rows.includes(likely) ? likely : (rows[0] ?? -1));
  // The line that was overwritten is nowhere any more as it was. One that shows nothing else may be new, and then it was blank.
  const lost = first(lines.filter(isLost(grid, after)));
  const line = lost < 0 && rest !== '' ? first(lines) : lost;
  if (line < 0) return rest === '' ? { value: null, formula: '', format: AUTOMATIC } : null;
  return {
    value: valueAt(grid, line, column),
    formula: formulaAt(grid, line, column),
    format: formats[line]?.[column] ?? AUTOMATIC,
  };
}

/** Whether there are fewer lines that show the same as this one. */
function isLost(before: Grid, after: Grid): (row: number) => boolean {
  const [then, now] = [indexLines(before), indexLines(after)];
  return (row) => {
    const key = keyOf(before, row);
    return now.rows(key).length < then.rows(key).length;
  };
}

export const columnsOf = (writes: readonly Write[], row: number): number[] =>
  writes.filter(({ at }) => at.row === row).map(({ at }) => at.column);
