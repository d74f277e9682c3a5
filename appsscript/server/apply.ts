import { placeEdits, type Applied, type Edit, type Grid, type Refusal } from '../../shared/sheet';
import { gridOf, readingOf, settled, sheetNamed, type Reading, type Sheet } from './book';
import { attempt, cellAt } from './attempt';
import type { Failure } from './failure';
import { landingOf, type Landed, type Write } from './landing';
import { alone } from './lock';
import { put, putBack, writingOf } from './put';

/**
 * Makes the edits that still hold, one cell at a time, and looks again. What landed on another line, because a colleague moved lines
 * at that very moment, is put back and made once more.
 */
export function apply({ edits }: { edits: readonly Edit[] }): Applied {
  const sheets = [...new Set(edits.map(({ at }) => at.sheet))];
  return alone(() => {
    const done = sheets.map((name) =>
      applyIn(
        name,
        edits.filter(({ at }) => at.sheet === name),
      ),
    );
    return { applied: done.flatMap(({ applied }) => applied), refused: done.flatMap(({ refused }) => refused) };
  });
}

/** Passes at most: a colleague would have to move lines within each of them. */
const MOST_PASSES = 6;

function applyIn(name: string, edits: readonly Edit[]): Applied {
  const sheet = sheetNamed(name);
  const applied: Edit[] = [];
  const refused: Refusal[] = [];
  let waiting: readonly Write[] = edits;
  for (let pass = 0; waiting.length > 0 && pass < MOST_PASSES; pass++) {
    // Repairs first: an edit of a line that needs one would not find what it expects.
    const repairs = waiting.filter(({ repair }) => repair !== undefined);
    const now = repairs.length > 0 ? repairs : waiting;
    const landed = writeOnce(sheet, name, now);
    applied.push(...landed.applied.filter(isAsked).map(bare));
    refused.push(...landed.refused.filter(({ edit }) => isAsked(edit)));
    // A repair whose cell has changed again has nothing left to put back; any other goes to the journal, to be undone from there.
    applied.push(...landed.refused.filter(({ edit, reason }) => !isAsked(edit) && reason !== 'changed').map(asWritten));
    waiting = [...landed.again, ...waiting.filter((write) => !now.includes(write))];
  }
  applied.push(...waiting.filter((write) => !isAsked(write)).map((edit) => asWritten({ edit })));
  refused.push(...waiting.filter(isAsked).map((edit): Refusal => ({ edit, reason: 'changed', found: edit.expect })));
  return { applied, refused };
}

const isAsked = (write: Write): boolean => write.repair === undefined;
const bare = ({ at, expect, set, row }: Write): Edit => ({ at, expect, set, row });

/** What a repair was to take back: the write that nobody asked for, with what stood there. */
const asWritten = ({ edit: { at, expect, set, row } }: Pick<Refusal, 'edit'>): Edit => ({
  at,
  expect: set,
  set: expect,
  row,
});

/** One batch of cells between two readings. */
function writeOnce(sheet: Sheet, name: string, writes: readonly Write[]): Landed {
  const read = (): Reading => readingOf(sheet, name);
  // All that is slow comes first. What protects a cell moves with its line, so the answer holds when lines move.
  const early = read();
  const closed = closedOf(sheet, placeEdits(early.grid, writes).ready);
  // From here to the flush, what a colleague types in one of these cells is overwritten: no call may stand between.
  const before = settled(read, early);
  const { ready, refused } = placeEdits(before.grid, writes);
  const open = ready.filter((edit) => !closed.has(nameOf(edit)));
  const stopped = [...open.map((edit) => putOne(sheet, edit, before)), attempt(() => SpreadsheetApp.flush())];
  const [failure] = stopped.flatMap((one) => one ?? []);
  const landed = lookAgain(sheet, before, open, failure?.code === 'droits' ? 'protected' : 'changed');
  // A line that is gone explains a refusal by itself: its row may have been the last of the grid.
  const isTold = landed.applied.length + landed.again.length > 0 || landed.refused.every(isGone);
  if (failure !== undefined && failure.code !== 'droits' && !isTold) throw failure;
  const shut = ready.filter((edit) => closed.has(nameOf(edit)));
  const kept = shut.map((edit): Refusal => ({ edit, reason: 'protected', found: edit.expect }));
  return { ...landed, refused: [...refused, ...kept, ...landed.refused] };
}

const isGone = ({ reason }: Refusal): boolean => reason === 'gone';

/** What became of the writes. When it is not all that was wished, it is judged on a reading that holds together. */
function lookAgain(sheet: Sheet, before: Reading, writes: readonly Write[], refusal: 'protected' | 'changed'): Landed {
  const read = (): Grid => gridOf(sheet, before.grid.origin.sheet);
  const after = read();
  const landed = landingOf(before, after, writes, refusal);
  if (landed.applied.length === writes.length) return landed;
  return landingOf(before, settled(read, after), writes, refusal);
}

function putOne(sheet: Sheet, write: Write, { formats }: Reading): Failure | null {
  const { at, set, repair } = write;
  return attempt(() => {
    const cell = cellAt(sheet, write);
    if (repair === undefined) put(cell, writingOf(set, formats[at.row]?.[at.column] ?? ''));
    else putBack(cell, repair);
  });
}

/** The edits of cells that the user may not change. One question when there is none. */
function closedOf(sheet: Sheet, edits: readonly Edit[]): ReadonlySet<string> {
  if (edits.length === 0 || sheet.getDataRange().canEdit()) return new Set();
  return new Set(edits.filter((edit) => !isOpen(sheet, edit)).map(nameOf));
}

/** A cell that is not there any more, since the grid has become shorter, is closed to nobody: the next reading refuses its line. */
function isOpen(sheet: Sheet, edit: Edit): boolean {
  let open = true;
  attempt(() => void (open = cellAt(sheet, edit).canEdit()));
  return open;
}

/** An edit, whatever the row where its line stands. */
const nameOf = ({ at, set, row }: Edit): string => JSON.stringify([at.column, set, row]);
