import type { ComparableRow, Match } from './matchRows';
import { matchRows, sameText } from './matchRows';
import { stayingPut } from './stayingPut';

/** One cell that changed; "" when the row had or has no such column. */
export interface CellChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** One thing that differs between two versions of an annexe. A row may both have moved and have changed. */
export type Difference =
  | { readonly kind: 'added'; readonly after: ComparableRow }
  | { readonly kind: 'removed'; readonly before: ComparableRow }
  /** Another key, or another place among the rows that both versions have. */
  | { readonly kind: 'moved'; readonly before: ComparableRow; readonly after: ComparableRow }
  | {
      readonly kind: 'changed';
      readonly before: ComparableRow;
      readonly after: ComparableRow;
      readonly cells: readonly CellChange[];
    };

/** What differs from `before` to `after`, in the order of `after`, the removed rows last. */
export function compareAnnexes(
  before: readonly ComparableRow[],
  after: readonly ComparableRow[],
): readonly Difference[] {
  const match = matchRows(before, after);
  const origin = invertMatch(match, after.length);
  const still = stayingPut(origin);
  const differences: Difference[] = [];
  after.forEach((row, index) => {
    const old = before[origin[index] ?? -1];
    if (!old) {
      differences.push({ kind: 'added', after: row });
      return;
    }
    if (old.key !== row.key || !still.has(index)) differences.push({ kind: 'moved', before: old, after: row });
    const cells = cellChanges(old, row).filter((change) => !showsKey(change, old, row));
    if (cells.length > 0) differences.push({ kind: 'changed', before: old, after: row, cells });
  });
  before.forEach((row, index) => {
    if (match[index] === -1) differences.push({ kind: 'removed', before: row });
  });
  return differences;
}

/** For each of `length` rows of the second list, the index in the first of the row it comes from; −1 when it is new. */
export function invertMatch(match: Match, length: number): Match {
  const origin = new Int32Array(length).fill(-1);
  match.forEach((other, index) => {
    if (other >= 0) origin[other] = index;
  });
  return origin;
}

/** The cells that differ by more than blanks, in order of column id as the rows list them. */
export function cellChanges(before: ComparableRow, after: ComparableRow): readonly CellChange[] {
  const columns = new Set([...Object.keys(before.cells), ...Object.keys(after.cells)]);
  const changes: CellChange[] = [];
  for (const column of columns) {
    const change = { column, before: before.cells[column] ?? '', after: after.cells[column] ?? '' };
    if (!sameText(change.before, change.after)) changes.push(change);
  }
  return changes;
}

/** A ref that changed is said once, by "moved". */
function showsKey(change: CellChange, before: ComparableRow, after: ComparableRow): boolean {
  return before.key !== after.key && change.before === before.key && change.after === after.key;
}
