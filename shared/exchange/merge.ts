import type { Triple } from './alignVersions';
import { alignVersions } from './alignVersions';
import type { CellChange } from './compare';
import { cellChanges } from './compare';
import type { ComparableRow } from './matchRows';
import { sameText } from './matchRows';

/** A row of the merged annexe, and the rows it comes from (sheet rows, null when a version does not have it). */
export interface MergedRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly base: number | null;
  readonly ours: number | null;
  readonly theirs: number | null;
}

/** What two people did differently. The merged row shows one side until somebody decides. */
export type Conflict =
  /** Both changed the cell, each in another way; the merged row holds ours. */
  | {
      readonly kind: 'cell';
      readonly row: MergedRow;
      readonly column: string;
      /** Null when both added the row. */
      readonly base: string | null;
      readonly ours: string;
      readonly theirs: string;
    }
  /** One side removed the row, the other changed it: the changed row is kept. */
  | {
      readonly kind: 'removed-changed';
      readonly row: MergedRow;
      readonly removedBy: 'ours' | 'theirs';
      readonly changes: readonly CellChange[];
    };

export interface Merge {
  readonly rows: readonly MergedRow[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Three-way merge: what one side alone changed, added or removed is taken; the same change on both sides is one change;
 * the rest is a conflict. Rows stand in our order; those that only they added follow the row they follow with them.
 */
export function mergeAnnexes(
  base: readonly ComparableRow[],
  ours: readonly ComparableRow[],
  theirs: readonly ComparableRow[],
): Merge {
  const conflicts: Conflict[] = [];
  const rows: MergedRow[] = [];
  for (const triple of alignVersions(base, ours, theirs)) {
    const row = triple.ours && triple.theirs ? mergeCells(triple, conflicts) : mergeOneSide(triple, conflicts);
    if (row) rows.push(row);
  }
  return { rows, conflicts };
}

/** A row that only one side has: it was added there, or removed by the other. */
function mergeOneSide(triple: Triple, conflicts: Conflict[]): MergedRow | null {
  const { base } = triple;
  const kept = triple.ours ?? triple.theirs;
  if (!kept) return null;
  const row = mergedRow(triple, kept.key, kept.cells);
  if (!base) return row;
  const changes = cellChanges(base, kept);
  if (changes.length === 0) return null;
  conflicts.push({ kind: 'removed-changed', row, removedBy: triple.ours ? 'theirs' : 'ours', changes });
  return row;
}

function mergeCells(triple: Triple, conflicts: Conflict[]): MergedRow {
  const { base, ours, theirs } = triple;
  const cells: Record<string, string> = {};
  const disputed: { column: string; base: string | null; ours: string; theirs: string }[] = [];
  for (const column of new Set([...columnsOf(ours), ...columnsOf(theirs)])) {
    const cell = {
      column,
      base: base ? (base.cells[column] ?? '') : null,
      ours: ours?.cells[column] ?? '',
      theirs: theirs?.cells[column] ?? '',
    };
    const merged = mergeText(cell.base ?? '', cell.ours, cell.theirs);
    if (merged === null) disputed.push(cell);
    cells[column] = merged ?? cell.ours;
  }
  const key = mergeText(base?.key ?? '', ours?.key ?? '', theirs?.key ?? '') ?? ours?.key ?? '';
  const row = mergedRow(triple, key, cells);
  for (const cell of disputed) conflicts.push({ kind: 'cell', row, ...cell });
  return row;
}

/** The text that both agree on, or that one alone wrote; null when each wrote its own. Blanks are not a disagreement. */
function mergeText(base: string, ours: string, theirs: string): string | null {
  if (sameText(ours, theirs)) return ours === base ? theirs : ours;
  if (sameText(ours, base)) return theirs;
  return sameText(theirs, base) ? ours : null;
}

function columnsOf(row: ComparableRow | null): string[] {
  return row ? Object.keys(row.cells) : [];
}

function mergedRow({ base, ours, theirs }: Triple, key: string, cells: MergedRow['cells']): MergedRow {
  return { key, cells, base: base?.row ?? null, ours: ours?.row ?? null, theirs: theirs?.row ?? null };
}
