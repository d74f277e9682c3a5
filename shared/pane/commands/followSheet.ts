import { millesimeOf } from '../../lint';
import { printRow, sameValue, valueAt, type Edit, type Grid, type Scalar } from '../../sheet';
import { NBSP, enumerate } from '../../text';
import type { Trace } from '../checker/views';
import { openGrid, show } from './check';
import type { Context } from './context';
import { note } from './keepJournal';
import { changedLines, type ChangedLine } from './movedLines';
import { takenBack } from './takenBack';

/** Above this many rows the pane says that the sheet changed and waits to be asked: reading it all again is not free. */
export const MOST_LIVE_ROWS = 5000;
/** More cells than that at once is a paste or a sort: everything is checked again. */
const MOST_CHANGES = 200;
/** Findings named in one line of the journal. */
const MOST_NAMED = 3;

/** The sheet may have changed by somebody else's hand. */
export async function followSheet(context: Context): Promise<void> {
  const { host, store, grid } = context;
  if (grid === null || store.state().bilan === null) return;
  await followGrid(context, await host.read({ sheet: grid.origin.sheet }));
}

/** The check follows a sheet that was just read. */
export async function followGrid(context: Context, now: Grid): Promise<void> {
  const { store, grid, checker } = context;
  if (grid === null || store.state().bilan === null) return;
  const changes = differences(grid, now);
  if (changes !== null && changes.length === 0) return;
  const lines = changedLines(grid, now);
  const whole = changes === null || millesimeOf(now) !== store.state().bilan?.millesime;
  const had = await checker.traces(lines.map(({ from }) => grid.origin.row + from));
  if (whole) await openGrid(context, now);
  else {
    context.grid = now;
    await show(context, await checker.edit(changes.map(({ at, set }) => ({ at, value: set }))));
  }
  if (store.state().bilan === null) return;
  const back = takenBack(store.state().journal, grid, now);
  if (back !== null) {
    await note(context, back);
    return store.dispatch({ type: 'annonce', texte: `${back.label}.` });
  }
  const have = await checker.traces(lines.map(({ to }) => now.origin.row + to));
  await noteElsewhere(
    context,
    lines.map((line, index) => ({ ...line, partis: gone(had[index] ?? [], have[index] ?? []) })),
  );
}

/** The findings of a line that its change took away. */
const gone = (had: readonly Trace[], have: readonly Trace[]): Trace[] =>
  had.filter(({ rule, column }) => !have.some((one) => one.rule === rule && one.column === column));

/** What somebody else's work took away is told in the journal. */
async function noteElsewhere(
  context: Context,
  lines: readonly (ChangedLine & { readonly partis: readonly Trace[] })[],
): Promise<void> {
  const corrected = lines.filter(({ partis }) => partis.length > 0);
  if (corrected.length === 0) return;
  const names = [...new Set(corrected.flatMap(({ partis }) => partis.map(({ nom }) => nom)))];
  const told =
    names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} autres`] : names;
  const label = `Corrigé ailleurs${NBSP}: ${enumerate(told)}`;
  await note(context, { label, applied: corrected.flatMap(({ edits }) => edits), refused: [], ailleurs: true });
  context.store.dispatch({ type: 'annonce', texte: `${label}.` });
}

/** The cells that differ, as edits; null when lines or columns came, went or moved, or when there are too many. */
export function differences(before: Grid, after: Grid): Edit[] | null {
  if (!sameOrigin(before, after) || before.values.length !== after.values.length || !sameFormulas(before, after)) {
    return null;
  }
  const changes: Edit[] = [];
  for (let row = 0; row < before.values.length; row++) {
    const old = before.values[row];
    const cells = after.values[row];
    if (old === cells) continue;
    const width = Math.max(old?.length ?? 0, cells?.length ?? 0);
    for (let column = 0; column < width; column++) {
      const expect: Scalar = valueAt(before, row, column);
      const set: Scalar = valueAt(after, row, column);
      if (sameValue(expect, set)) continue;
      if (changes.length === MOST_CHANGES) return null;
      const { sheet, row: top, column: left } = after.origin;
      changes.push({ at: { sheet, row: top + row, column: left + column }, expect, set, row: printRow(after, row) });
    }
  }
  return changes;
}

/** What a host reads begins at the first cell that is used: it moves when lines come above it. */
const sameOrigin = ({ origin: a }: Grid, { origin: b }: Grid): boolean =>
  a.sheet === b.sheet && a.row === b.row && a.column === b.column;

function sameFormulas({ formulas: a }: Grid, { formulas: b }: Grid): boolean {
  if ((a?.size ?? 0) !== (b?.size ?? 0)) return false;
  for (const [row, cells] of a ?? []) {
    const others = b?.get(row);
    if (others === undefined || !cells.every((formula, column) => formula === (others[column] ?? ''))) return false;
  }
  return true;
}
