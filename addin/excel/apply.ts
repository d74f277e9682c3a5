import { placeEdits, valueAt, type Applied, type Edit, type Grid, type Refusal, type Scalar } from '../../shared/sheet';
import { afterSilence } from './afterSilence';
import { boundsOf, findSheet } from './bounds';
import { isEditing } from './failures';
import { byRow, prepare, type Line } from './prepare';
import { readSheet } from './readSheet';
import { run } from './run';
import { writeLine } from './writeLine';

/** How often lines that move while they are being corrected are looked for again. */
const MOST_TURNS = 4;
/** Lines looked at in one batch. */
const LINES_AT_ONCE = 100;

/** What was done so far; it is handed over whatever happens next, so that the journal can take it back. */
interface Work {
  readonly applied: Edit[];
  readonly refused: Refusal[];
}

/**
 * Makes the edits of one sheet that still hold. Every line is looked at where it should stand, else in a fresh reading of the sheet,
 * and written in a batch of its own that tells what it replaced. Rejects only when nothing was written for sure: what was must reach
 * the journal, so that it can be taken back.
 */
export async function applyEdits(edits: readonly Edit[]): Promise<Applied> {
  const sheet = edits[0]?.at.sheet;
  const work: Work = { applied: [], refused: [] };
  if (sheet === undefined) return work;
  try {
    await applyTo(sheet, edits, work);
  } catch (error) {
    const doubtful = work.refused.some(({ reason }) => reason === 'unreachable');
    if (work.applied.length === 0 && !doubtful) throw error;
    const reason = isEditing(error) ? 'busy' : 'unreachable';
    const seen = new Set([...work.applied, ...work.refused.map(({ edit }) => edit)].map(nameOf));
    const rest = edits.filter((edit) => !seen.has(nameOf(edit)));
    work.refused.push(...rest.map((edit): Refusal => ({ edit, reason, found: null })));
  }
  return work;
}

/** What stays of an edit wherever its line goes. */
const nameOf = ({ at, row }: Edit): string => [at.column, ...row].join('\u0000');

async function applyTo(sheet: string, edits: readonly Edit[], work: Work): Promise<void> {
  let left = edits;
  for (let turn = 1; left.length > 0; turn++) {
    const astray = await writeAtHome(sheet, left, work);
    if (astray.length === 0) return;
    const grid = await readSheet({ sheet });
    const { ready, refused } = placeEdits(grid, astray);
    work.refused.push(...refused);
    left = turn === MOST_TURNS ? [] : ready;
    if (turn === MOST_TURNS) work.refused.push(...ready.map((edit) => moving(edit, grid)));
  }
}

/** Somebody is working on this very line, again and again. */
const moving = (edit: Edit, grid: Grid): Refusal => ({
  edit,
  reason: 'changed',
  found: valueAt(grid, edit.at.row - grid.origin.row, edit.at.column - grid.origin.column),
});

/** Writes the lines that stand where they should; resolves with the edits whose line does not. */
function writeAtHome(name: string, edits: readonly Edit[], work: Work): Promise<readonly Edit[]> {
  return run(async (context) => {
    const sheet = await findSheet(context, name);
    const bounds = await boundsOf(context, sheet);
    const rows = byRow(edits);
    const astray: Edit[] = [];
    for (let from = 0; from < rows.length; from += LINES_AT_ONCE) {
      const prepared = await prepare(sheet, bounds, rows.slice(from, from + LINES_AT_ONCE));
      work.refused.push(...prepared.refused);
      astray.push(...prepared.astray);
      for (const line of prepared.lines) astray.push(...(await writeOne(line, work)));
    }
    return astray;
  });
}

/** Writes a line; gives its edits when it has to be looked for. */
async function writeOne(line: Line, work: Work): Promise<readonly Edit[]> {
  let failure: unknown = null;
  const written = await writeLine(line).catch((error: unknown) => {
    failure = error;
    return afterSilence(line, error);
  });
  line.range.untrack();
  const refuse = (reason: Refusal['reason']): void =>
    void work.refused.push(...line.edits.map((edit) => ({ edit, reason, found: held(line, edit) })));
  switch (written.kind) {
    case 'written':
      work.applied.push(...written.edits);
      return [];
    case 'moved':
      return line.edits;
    case 'refused':
      refuse(written.reason);
      return [];
    case 'doubt':
      refuse('unreachable');
      throw failure;
  }
}

const held = ({ state, first }: Line, { at }: Edit): Scalar => state[at.column - first]?.content ?? null;
