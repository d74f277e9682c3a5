/** What was done to the sheet, step by step, each of which can be taken back whatever was done since. Pure data, safe in JSON. */
import { printRow, relocate, sameValue, type Edit, type RowPrint } from './edit';
import { valueAt, type Grid, type Scalar } from './grid';
import type { Applied, Refusal, Stamp } from './host';

/** One application: what was written, what was refused. `undoes` is the step that this one took back. */
export interface Step extends Stamp {
  readonly id: number;
  readonly label: string;
  readonly edits: readonly Edit[];
  readonly refused: readonly Refusal[];
  readonly undoes: number | null;
  /** Seen in the sheet, done by somebody else: told, never undone from here. */
  readonly ailleurs: boolean;
}

/** Oldest step first. */
export interface Journal {
  readonly steps: readonly Step[];
}

/** An edit that the sheet does not allow as it stands: `found` is what the cell holds now. The edit itself is ready to overwrite it. */
export interface Conflict {
  readonly edit: Edit;
  readonly attendu: Scalar;
  readonly found: Scalar;
}

/** Edits to make now, and those that somebody has to decide. A line that is gone counts in `perdues`. */
export interface Rebased {
  readonly edits: readonly Edit[];
  readonly conflicts: readonly Conflict[];
  /** Already done by somebody else: the cell holds what the edit would write. */
  readonly done: readonly Edit[];
  readonly perdues: readonly Edit[];
}

export const EMPTY_JOURNAL: Journal = { steps: [] };

export interface Recorded extends Applied {
  readonly label: string;
  readonly stamp: Stamp;
  readonly undoes?: number;
  readonly ailleurs?: boolean;
}

/** The journal with one more step; unchanged when nothing was written and nothing refused. */
export function record(journal: Journal, { label, stamp, applied, refused, undoes, ailleurs }: Recorded): Journal {
  if (applied.length === 0 && refused.length === 0) return journal;
  const id = lastNumber(journal) + 1;
  const step: Step = {
    id,
    label,
    ...stamp,
    edits: applied,
    refused,
    undoes: undoes ?? null,
    ailleurs: ailleurs === true,
  };
  return { steps: [...journal.steps, step] };
}

/** The highest number that a step has; 0 without any. */
export const lastNumber = ({ steps }: Journal): number => steps.reduce((most, { id }) => Math.max(most, id), 0);

/** Was the step taken back? A step that was taken back and then done again (its undoing undone) counts as done. */
export function isUndone({ steps }: Journal, id: number): boolean {
  const undoings = steps.filter((step) => step.undoes === id);
  return undoings.some((undoing) => !isUndone({ steps }, undoing.id));
}

/** The last step that can be taken back; an undoing is not one of them. */
export function lastUndoable(journal: Journal): Step | null {
  const open = journal.steps.filter(
    (step) => step.undoes === null && !step.ailleurs && step.edits.length > 0 && !isUndone(journal, step.id),
  );
  return open[open.length - 1] ?? null;
}

/** The edits that take a step back, as compare-and-set on what the step wrote. They are still to be rebased on the sheet of now. */
export function inverseOf({ edits }: Pick<Step, 'edits'>, origin: Grid['origin']): Edit[] {
  return edits.map((edit) => {
    const together = edits.filter(({ at }) => at.row === edit.at.row);
    const row = together.reduce((print, { at, set }) => withCell(print, at.column - origin.column, set), edit.row);
    return { at: edit.at, expect: edit.set, set: edit.expect, row };
  });
}

/**
 * Edits made for an older state of the sheet, made for this one. A line is found by its content: exactly the same line first, else
 * the line that is most alike, so that work on other cells of the line stops nothing. What the cell itself holds is never guessed.
 */
export function rebase(grid: Grid, edits: readonly Edit[]): Rebased {
  const ready: Edit[] = [];
  const conflicts: Conflict[] = [];
  const done: Edit[] = [];
  const perdues: Edit[] = [];
  const weigh = weigher(grid);
  for (const edit of edits) {
    const row = findLine(grid, edit, weigh);
    if (row < 0) {
      perdues.push(edit);
      continue;
    }
    const found = valueAt(grid, row, edit.at.column - grid.origin.column);
    const here: Edit = { ...edit, at: { ...edit.at, row: grid.origin.row + row }, row: printRow(grid, row) };
    if (sameValue(found, edit.expect)) ready.push(here);
    else if (sameValue(found, edit.set)) done.push(here);
    else conflicts.push({ edit: { ...here, expect: found }, attendu: edit.expect, found });
  }
  return { edits: ready, conflicts, done, perdues };
}

/** Offset of the line that the edit was made for, −1 when it is gone or when two lines answer as well. */
function findLine(grid: Grid, edit: Edit, weigh: Weigh): number {
  // A line that is the same to the last cell, edited one included, comes before one that is only like it.
  const same = relocate(grid, edit);
  return same >= 0 ? same : findAlike(grid, edit, weigh);
}

function findAlike(grid: Grid, edit: Edit, weigh: Weigh): number {
  const home = edit.at.row - grid.origin.row;
  const column = edit.at.column - grid.origin.column;
  let best = -1;
  let most = 0;
  let equal = 0;
  for (let row = 0; row < grid.values.length; row++) {
    const alike = likeness(printRow(grid, row), edit.row, column, weigh);
    if (alike > most) {
      best = row;
      most = alike;
      equal = 1;
    } else if (alike === most && alike > 0) {
      equal++;
      if (row === home) best = home;
    }
  }
  return equal === 1 || best === home ? best : -1;
}

/** How much a cell tells of its line: all when it alone holds that text in its column, little when many lines do ("à définir"). */
type Weigh = (column: number, text: string) => number;

/** The texts of the sheet are counted when a line must first be found by its likeness. */
function weigher(grid: Grid): Weigh {
  let counts: Map<string, number> | null = null;
  const keyOf = (column: number, text: string): string => `${column}:${text}`;
  const count = (): Map<string, number> => {
    const all = new Map<string, number>();
    for (let row = 0; row < grid.values.length; row++) {
      for (const [column, text] of printRow(grid, row).entries()) {
        all.set(keyOf(column, text), (all.get(keyOf(column, text)) ?? 0) + 1);
      }
    }
    return all;
  };
  return (column, text) => 1 / ((counts ??= count()).get(keyOf(column, text)) ?? 1);
}

/** Share of what the line's filled cells tell, the edited one left out, that is the same; 0 under one half. */
function likeness(print: RowPrint, wanted: RowPrint, column: number, weigh: Weigh): number {
  let filled = 0;
  let same = 0;
  for (let index = 0; index < Math.max(print.length, wanted.length); index++) {
    const cell = wanted[index] ?? '';
    const other = print[index] ?? '';
    if (index === column || (cell === '' && other === '')) continue;
    const weight = weigh(index, cell === '' ? other : cell);
    filled += weight;
    if (cell === other) same += weight;
  }
  // A line with nothing but the edited cell is known by that cell alone.
  if (filled === 0) return (print[column] ?? '') === (wanted[column] ?? '') ? 1 : 0;
  return same * 2 >= filled ? same / filled : 0;
}

function withCell(print: RowPrint, offset: number, value: Scalar): RowPrint {
  const cells = print.slice();
  while (cells.length <= offset) cells.push('');
  cells[offset] = value === null ? '' : String(value);
  while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
  return cells;
}
