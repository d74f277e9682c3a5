import type { Edit, Scalar } from '../../../shared/sheet';
import { cellsNow, type Act, type Outcome, type Scene } from './scene';

export interface Seen {
  readonly scene: Scene;
  readonly outcome: Outcome;
  readonly edits: readonly Edit[];
  /** What all cells showed, and how they were formatted, before. */
  readonly before: ReturnType<typeof cellsNow>['old'];
  /** null when nobody came between. */
  readonly act: Act | null;
  readonly moment: number;
  readonly window: Window;
}

/** The moments between the last reading of the values and the writing of the batch, the latter included. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Where a colleague who types in a cell that is being written is not seen: from the last reading of its value to its writing. */
export function windowOf(moments: readonly string[]): Window {
  const write = moments.indexOf('Range.setValue');
  const read = moments.lastIndexOf('Range.getValues', write);
  return { from: read + 1, to: moments.indexOf('SpreadsheetApp.flush', write) };
}

const within = ({ from, to }: Window, moment: number): boolean => moment >= from && moment <= to;
const text = (value: Scalar): string => (value === null ? '' : String(value));

/**
 * THE RACE: somebody types in the very cell that is written, between the last reading of its value and its writing. No lock stops a
 * person who types, and Google has no write that compares. What the cell held when it was read is then in the journal.
 */
export const isTheRace = ({ act, moment, window, edits }: Seen): boolean =>
  act?.cell !== undefined && editOf(edits, act.cell.row, act.cell.column) !== undefined && within(window, moment);

/** The edit of a cell of a line, wherever that line stands now. */
const editOf = (edits: readonly Edit[], line: number, column: number): Edit | undefined =>
  edits.find(({ at }) => at.row === line && at.column === column);

/** What was lost, misplaced or wrongly told; nothing when all is well. */
export function faultsOf(seen: Seen): string[] {
  const { scene, before, act, edits } = seen;
  const { old, fresh } = cellsNow(scene);
  const faults = fresh.map((cells) => `a new line holds ${cells.join('|')}`);
  for (const [line, cells] of before) {
    const now = old.get(line);
    if (now === undefined) {
      if (act?.name.startsWith('deletes') !== true) faults.push(`line ${line} is gone`);
      continue;
    }
    const width = Math.max(cells.length, now.length);
    for (let column = 0; column < width; column++) {
      const allowed = allowedIn(seen, line, column, cells[column] ?? '');
      if (!allowed.includes(now[column] ?? ''))
        faults.push(`line ${line}, column ${column}: ${now[column]} instead of ${allowed.join(' or ')}`);
    }
  }
  return [...faults, ...faultsOfReport(seen, old), ...faultsOfFormats(scene, edits)];
}

function allowedIn(seen: Seen, line: number, column: number, base: string): string[] {
  const { act, edits, outcome } = seen;
  const edit = editOf(edits, line, column);
  const typed = act?.cell?.row === line && act.cell.column === column ? act.cell : null;
  if (typed !== null) {
    const theirs = typed.formula ?? text(typed.value as Scalar);
    return edit !== undefined && isTheRace(seen) ? [theirs, text(edit.set)] : [theirs];
  }
  if (edit === undefined) return [base];
  return [isApplied(outcome, edit) ? text(edit.set) : base];
}

export const isApplied = ({ applied }: Outcome, { at, set, expect }: Edit): boolean =>
  applied.some((one) => one.at.column === at.column && one.set === set && text(one.expect) === text(expect));

/** Each edit is told once; what was refused says why; what only moved is written all the same. */
function faultsOfReport(seen: Seen, old: Seen['before']): string[] {
  const { outcome, edits, act, moment, window } = seen;
  return edits.flatMap((edit) => {
    const refusals = outcome.refused.filter(
      ({ edit: one }) => one.at.column === edit.at.column && one.set === edit.set,
    );
    const applied = isApplied(outcome, edit);
    const touched = act?.cell?.row === edit.at.row;
    const lineIsThere = old.has(edit.at.row);
    const name = `column ${edit.at.column}`;
    if (refusals.length + (applied ? 1 : 0) !== 1)
      return [`${name} is told ${refusals.length + (applied ? 1 : 0)} times`];
    if (applied && !lineIsThere && moment <= window.to) return [`${name} is told as written in a line that was gone`];
    if (!applied && lineIsThere && !touched) return [`${name} is refused: ${refusals[0]?.reason}`];
    if (isTheRace(seen) && applied && text(edit.expect) === '' && edit.at.column !== 4)
      return [`${name} lost its old value`];
    return [];
  });
}

/** A cell that was not corrected keeps its format: nothing else becomes plain text. */
function faultsOfFormats({ sheet, lines }: Scene, edits: readonly Edit[]): string[] {
  return sheet.rows.flatMap((cells, row) =>
    cells.flatMap(({ format }, column) => {
      const corrected = editOf(edits, lines.indexOf(cells), column) !== undefined;
      return format === 'General' || corrected ? [] : [`row ${row}, column ${column} has the format ${format}`];
    }),
  );
}

/** Whatever was told: each old line holds what it held or what was to be written in it, and new lines hold nothing. */
export function misplaced(scene: Scene, before: Seen['before'], edits: readonly Edit[]): string[] {
  const { old, fresh } = cellsNow(scene);
  const wrong = [...old].flatMap(([line, cells]) =>
    cells.flatMap((now, column) => {
      const edit = editOf(edits, line, column);
      const allowed = [before.get(line)?.[column] ?? '', ...(edit ? [text(edit.set)] : [])];
      return allowed.includes(now) ? [] : [`line ${line}, column ${column}: ${now} instead of ${allowed.join(' or ')}`];
    }),
  );
  return [...wrong, ...fresh.map((cells) => `a new line holds ${cells.join('|')}`)];
}
