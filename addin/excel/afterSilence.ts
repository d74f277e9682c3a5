import { HostFailure } from '../../shared/sheet';
import { sameLine, type LineState } from './cellState';
import { isEditing } from './failures';
import type { Line } from './prepare';
import { run } from './run';
import { stateLines } from './stateLines';
import { putsOf, type Written } from './writeLine';

/** What a line holds after a failure is not known: the agent has to look. */
export interface Doubt {
  readonly kind: 'doubt';
}

/**
 * A batch that failed may have been carried out all the same: a session that is lost takes the answer with it. The sheet says. When
 * it says that nothing was done, the error stands; when it cannot be asked, or says neither, there is a doubt.
 */
export async function afterSilence(line: Line, error: unknown): Promise<Written | Doubt> {
  // Refused before anything was done, or told already.
  if (isEditing(error) || error instanceof HostFailure) throw error;
  const puts = putsOf(line);
  const meant = line.state.map((cell, column) => puts.get(column) ?? cell);
  const { edits } = line;
  const name = edits[0]?.at.sheet ?? '';
  const found = await run(async (context) => {
    const { bounds, lines } = await stateLines(context.workbook.worksheets.getItem(name));
    return { ...bounds, meant: placesOf(lines, meant), before: placesOf(lines, line.state) };
  }).catch(() => null);
  if (found === null) return { kind: 'doubt' };
  const [only] = found.meant;
  if (only === undefined && found.before.length === 1) throw error;
  if (only === undefined || found.meant.length > 1 || found.before.length > 0) return { kind: 'doubt' };
  return { kind: 'written', edits: edits.map((edit) => ({ ...edit, at: { ...edit.at, row: found.row + only } })) };
}

function placesOf(lines: readonly LineState[], wanted: LineState): number[] {
  return lines.flatMap((line, index) => (sameLine(line, wanted) ? [index] : []));
}
