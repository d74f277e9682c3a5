import type { Edit, Refusal, Scalar } from '../../shared/sheet';
import { sameContent, sameLine, type CellState, type LineState } from './cellState';
import { isDenied, isGone } from './failures';
import { giveBack, pick } from './giveBack';
import type { Line } from './prepare';
import { swap, TEXT_FORMAT, type Puts, type Swapped } from './swap';

/**
 * What became of a line. `written`: its edits, as they stand now. `moved`: another line stands here, or this one changed; nothing of
 * ours is left in it. `refused`: nothing was written, and why.
 */
export type Written =
  | { readonly kind: 'written'; readonly edits: readonly Edit[] }
  | { readonly kind: 'moved' }
  | { readonly kind: 'refused'; readonly reason: Refusal['reason'] };

/**
 * Writes the cells of one line: all of them or none. What was replaced is known only afterwards: when it is not what was expected,
 * it is given back. Between that writing and its giving back, a colleague may see our value for the time of one batch, and Excel's
 * own undo holds both: this is the window that Office.js leaves, which has no compare-and-set. Rejects when Excel does not answer:
 * whether the line was written is then for `afterSilence` to find out.
 */
export async function writeLine(line: Line, asText = false): Promise<Written> {
  const { range, state, edits, first, sheet } = line;
  let swapped: Swapped;
  try {
    swapped = await swap(range, state, putsOf(line, asText));
  } catch (error) {
    if (isGone(error)) return { kind: 'moved' };
    if (isDenied(error)) return { kind: 'refused', reason: 'protected' };
    throw error;
  }
  const { before, after, row } = swapped;
  const columns = edits.map(({ at }) => at.column - first);
  const takeAway = (): Promise<void> =>
    giveBack({ sheet, line: range, first, left: after, puts: pick(before, columns) });
  if (!sameLine(before, state)) {
    await takeAway();
    return { kind: 'moved' };
  }
  const done = edits.map((edit) => asItStands(edit, after, row, first));
  if (done.every((edit) => edit !== null)) return { kind: 'written', edits: done };
  // Excel made something else of a text in spite of its apostrophe: it is taken away, and written again in cells for text.
  await takeAway();
  return asText ? { kind: 'refused', reason: 'changed' } : writeLine(line, true);
}

/** What the edits put, by their place in the line. Formats stay as they are, unless nothing but a cell for text keeps a text. */
export function putsOf({ edits, state, first }: Line, asText = false): Puts {
  return new Map(
    edits.map(({ at, set }): [number, CellState] => {
      const column = at.column - first;
      const format = asText && typeof set === 'string' ? TEXT_FORMAT : (state[column]?.format ?? 'General');
      return [column, { content: set, isFormula: false, format }];
    }),
  );
}

/**
 * The edit as its cell holds it, at the place where its line stands now; null when the cell holds something else. A number in a cell
 * for text is a text, and Excel ends lines with one character.
 */
function asItStands(edit: Edit, after: LineState, row: number, first: number): Edit | null {
  const found = after[edit.at.column - first];
  const at = { ...edit.at, row };
  if (sameContent(found, { content: edit.set, isFormula: false, format: '' })) return { ...edit, at };
  if (found === undefined || found.isFormula || plain(found.content) !== plain(edit.set)) return null;
  return typeof found.content === 'string' ? { ...edit, at, set: found.content } : null;
}

const plain = (value: Scalar): string => String(value ?? '').replace(/\r\n?/g, '\n');
