import { HostFailure, columnName, textOf } from '../../shared/sheet';
import { NBSP, enumerate, quote } from '../../shared/text';
import { likeLine, sameContent, type LineState } from './cellState';
import { isEditing, isGone } from './failures';
import { breathe } from './run';
import { stateLines } from './stateLines';
import { swap, type Puts, type Swapped } from './swap';

/** How often a line is chased when others keep working on it, and how long a cell may stay in edition. */
const MOST_TURNS = 8;
const EDIT_TRIES = 20;
const EDIT_WAIT_MS = 500;

/** A line into which something was written that must go again. */
export interface Astray {
  readonly sheet: Excel.Worksheet;
  readonly line: Excel.Range;
  /** Column of the sheet where the line begins. */
  readonly first: number;
  /** The line as our writing left it. */
  readonly left: LineState;
  /** What the cells held before it. */
  readonly puts: Puts;
}

/**
 * Gives cells back what they held, after a writing that came too late. Whoever wrote since has the last word: what stands in a cell
 * and is not ours stays there. When the line was sorted away meanwhile, what was taken for it gets its own back, and the line is
 * looked for. When it cannot be done, the agent is told which cell holds what it should not.
 */
export async function giveBack(astray: Astray, turn = 0): Promise<void> {
  const { left, puts } = astray;
  if (turn > MOST_TURNS) throw lost(astray);
  const swapped = await swapPatiently(astray);
  // Deleted by a colleague, with all that it held.
  if (swapped === null) return;
  const { before, after } = swapped;
  const columns = [...puts.keys()];
  if (likeLine(before, left, columns)) {
    const since = columns.filter((column) => !sameContent(before[column], left[column]));
    if (since.length > 0) await giveBack({ ...astray, left: after, puts: pick(before, since) }, turn + 1);
    return;
  }
  await giveBack({ ...astray, left: after, puts: pick(before, columns) }, turn + 1);
  const moved = await findLine(astray);
  if (moved === null) throw lost(astray);
  await giveBack({ ...astray, line: moved }, turn + 1);
}

/** What the line held in these columns. */
export function pick(state: LineState, columns: readonly number[]): Puts {
  return new Map(columns.flatMap((column) => (state[column] === undefined ? [] : [[column, state[column]]])));
}

/** The exchange; waits while a cell is being edited. null when the line is no more. */
async function swapPatiently(astray: Astray): Promise<Swapped | null> {
  for (let tries = 1; ; tries++) {
    try {
      return await swap(astray.line, astray.left, astray.puts);
    } catch (error) {
      if (isGone(error)) return null;
      if (!isEditing(error) || tries === EDIT_TRIES) throw lost(astray);
      await breathe(EDIT_WAIT_MS);
    }
  }
}

/**
 * The line that holds the most of what we wrote and is like what it was then, followed by Excel from now on: somebody may have typed
 * in one of its cells since. null when nobody can tell.
 */
async function findLine({ sheet, left, puts }: Astray): Promise<Excel.Range | null> {
  const { bounds, lines } = await stateLines(sheet);
  const columns = [...puts.keys()];
  const held = lines.map((state) =>
    likeLine(state, left, columns) ? columns.filter((column) => sameContent(state[column], left[column])).length : 0,
  );
  const most = held.reduce((a, b) => Math.max(a, b), 0);
  const place = held.indexOf(most);
  return most === 0 || place !== held.lastIndexOf(most)
    ? null
    : sheet.getRangeByIndexes(bounds.row + place, bounds.column, 1, Math.max(bounds.columns, left.length));
}

/** The worst that can happen, said with all that is needed to mend it by hand. */
function lost({ puts, left, first }: Astray): HostFailure {
  const ref = left.map(({ content }) => textOf(content)).find((text) => text !== '') ?? '';
  const cells = [...puts].map(
    ([column, { content }]) =>
      `colonne ${columnName(first + column)}${NBSP}: ${content === null || content === '' ? '(vide)' : quote(textOf(content))}`,
  );
  return new HostFailure(
    `Une correction est arrivée trop tard sur la ligne ${quote(ref)} et n’a pas pu être retirée.`,
    `Remettez vous-même ce que la ligne contenait (${enumerate(cells)}), puis revérifiez la feuille.`,
  );
}
