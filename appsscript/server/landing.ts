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
import { indexLines, keyOf, rowsLike, type Lines } from './lines';

/** A write to make. `repair`: nobody asked for it, it puts back what stood where another write landed (its `formula`, or `set`). */
export interface Write extends Edit {
  readonly repair?: { readonly formula: string };
}

export interface Landed {
  readonly applied: readonly Edit[];
  readonly refused: readonly Refusal[];
  /** To be made on a new reading: repairs, and what landed elsewhere. */
  readonly again: readonly Write[];
}

/** `before` was read just before the writes, `after` just after. `refusal` is why a cell that did not change was not written. */
export function landingOf(
  before: Grid,
  after: Grid,
  writes: readonly Write[],
  refusal: 'protected' | 'changed',
): Landed {
  const applied: Edit[] = [];
  const refused: Refusal[] = [];
  const again: Write[] = [];
  const place = placesOf(before, after, writes);
  const overwritten = (row: number, write: Write): boolean =>
    writes.some(
      ({ at, set }) =>
        at.row === row && at.column === write.at.column && sameValue(set, valueAt(after, row, write.at.column)),
    );
  for (const write of writes) {
    const { row, column } = write.at;
    const here = place(row);
    const found = here < 0 ? null : valueAt(after, here, column);
    const formula = here < 0 ? '' : formulaAt(after, here, column);
    if (here < 0) refused.push({ edit: write, reason: 'gone', found });
    else if (isMade(write, found, formula)) applied.push({ ...write, at: { ...write.at, row: here } });
    else if (formula !== '') refused.push({ edit: write, reason: 'formula', found });
    else if (here !== row && (sameValue(found, write.expect) || overwritten(here, write))) again.push(write);
    else refused.push({ edit: write, reason: sameValue(found, write.expect) ? refusal : 'changed', found });
    if (here !== row && sameValue(valueAt(after, row, column), write.set)) {
      const original = originalAt(before, after, write, here);
      if (original === null) applied.push({ ...write, expect: null });
      else if (original.formula !== '' || !sameValue(original.value, write.set)) {
        again.push({
          at: write.at,
          expect: write.set,
          set: original.value,
          row: printRow(after, row),
          repair: { formula: original.formula },
        });
      }
    }
  }
  return { applied, refused, again };
}

const isMade = ({ repair, set }: Write, found: Refusal['found'], formula: string): boolean =>
  repair !== undefined && repair.formula !== '' ? formula !== '' : formula === '' && sameValue(found, set);

/** Where each written line stands after the writes; −1 when it is gone. */
export function placesOf(before: Grid, after: Grid, writes: readonly Write[]): (row: number) => number {
  const wished = applyTo(before, writes);
  const written = new Set(writes.map(({ at }) => at.row));
  if (!anyMoved(before, after, written)) return (row) => row;
  const [then, image, now] = [before, wished, after].map(indexLines) as [Lines, Lines, Lines];
  const nth = (rows: readonly number[], rank: number): number =>
    rows[Math.min(Math.max(rank, 0), rows.length - 1)] ?? -1;
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

/** Whether lines came, went, moved or changed, those that were written left aside. */
function anyMoved(before: Grid, after: Grid, written: ReadonlySet<number>): boolean {
  if (before.values.length !== after.values.length) return true;
  return before.values.some((_, row) => !written.has(row) && keyOf(before, row) !== keyOf(after, row));
}

/** What stood in the cell where a write landed beside its line; null when nobody can tell: a line that was not there before. */
export function originalAt(
  before: Grid,
  after: Grid,
  { at: { row, column } }: Write,
  here: number,
): { readonly value: Edit['set']; readonly formula: string } | null {
  const rest = keyOf(after, row, [column]);
  const lines = rowsLike(before, rest, [column]);
  // All lines moved by as much as the written one did; when that one is gone, those below it moved up.
  const likely = row - (here < 0 ? -1 : here - row);
  const line = lines.includes(likely) ? likely : (lines[0] ?? -1);
  if (line >= 0) return { value: valueAt(before, line, column), formula: formulaAt(before, line, column) };
  return rest === '' ? { value: null, formula: '' } : null;
}

const columnsOf = (writes: readonly Write[], row: number): number[] =>
  writes.filter(({ at }) => at.row === row).map(({ at }) => at.column);
