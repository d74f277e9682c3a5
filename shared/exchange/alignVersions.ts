import { invertMatch } from './compare';
import type { ComparableRow } from './matchRows';
import { matchRows } from './matchRows';

/** The same row in the three versions; null where it is missing. */
export interface Triple {
  readonly base: ComparableRow | null;
  readonly ours: ComparableRow | null;
  readonly theirs: ComparableRow | null;
}

type Rows = readonly ComparableRow[];

/**
 * Every row of the three versions once. Our order; a row that we do not have follows the row it follows with them.
 * Rows that both added are matched with each other.
 */
export function alignVersions(base: Rows, ours: Rows, theirs: Rows): readonly Triple[] {
  const baseOfOurs = invertMatch(matchRows(base, ours), ours.length);
  const theirsOfBase = matchRows(base, theirs);
  const baseOfTheirs = invertMatch(theirsOfBase, theirs.length);
  const twinOf = matchAdded(ours, baseOfOurs, theirs, baseOfTheirs);
  const theirsOfOurs = ours.map((_, index) => theirsOfBase[baseOfOurs[index] ?? -1] ?? twinOf.get(index) ?? -1);
  const followers = rowsWithoutUs(theirs.length, new Set(theirsOfOurs));

  const triples: Triple[] = [];
  const addFollowers = (of: number): void => {
    for (const index of followers.get(of) ?? []) {
      triples.push({ base: base[baseOfTheirs[index] ?? -1] ?? null, ours: null, theirs: theirs[index] ?? null });
    }
  };
  addFollowers(-1);
  ours.forEach((row, index) => {
    const other = theirsOfOurs[index] ?? -1;
    triples.push({ base: base[baseOfOurs[index] ?? -1] ?? null, ours: row, theirs: theirs[other] ?? null });
    if (other >= 0) addFollowers(other);
  });
  return triples;
}

/** Which of their new rows is the same as which of ours: index in `ours` → index in `theirs`. */
function matchAdded(ours: Rows, baseOfOurs: Int32Array, theirs: Rows, baseOfTheirs: Int32Array): Map<number, number> {
  const ourNew = newRows(ours, baseOfOurs);
  const theirNew = newRows(theirs, baseOfTheirs);
  const twins = matchRows(
    ourNew.map(({ row }) => row),
    theirNew.map(({ row }) => row),
  );
  return new Map(ourNew.map(({ index }, position) => [index, theirNew[twins[position] ?? -1]?.index ?? -1]));
}

function newRows(rows: Rows, origin: Int32Array): { readonly row: ComparableRow; readonly index: number }[] {
  return rows.map((row, index) => ({ row, index })).filter(({ index }) => origin[index] === -1);
}

/** Their rows that are not `placed`, under the placed row they follow (−1: the top). */
function rowsWithoutUs(count: number, placed: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const followers = new Map<number, number[]>();
  let leader = -1;
  for (let index = 0; index < count; index++) {
    if (placed.has(index)) leader = index;
    else followers.set(leader, [...(followers.get(leader) ?? []), index]);
  }
  return followers;
}
