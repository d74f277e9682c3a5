import { formatAddress, printRow, sameValue, valueAt, type Edit, type Grid, type Scalar } from '../../sheet';
import { NBSP, enumerate } from '../../text';
import type { Suite } from '../checker/views';
import { openGrid, show } from './check';
import type { Context } from './context';
import { note } from './keepJournal';

/** Above this many rows the pane says that the sheet changed and waits to be asked: reading it all again is not free. */
export const MOST_LIVE_ROWS = 5000;
/** More cells than that at once is a paste or a sort: everything is checked again. */
const MOST_CHANGES = 200;
/** Findings named in one line of the journal. */
const MOST_NAMED = 3;

/** The sheet may have changed by somebody else's hand. */
export async function followSheet(context: Context): Promise<void> {
  const { host, store, grid, checker } = context;
  if (grid === null || store.state().bilan === null) return;
  const now = await host.read({ sheet: grid.origin.sheet });
  const changes = differences(grid, now);
  if (changes !== null && changes.length === 0) return;
  if (changes === null) {
    await openGrid(context, now);
    return;
  }
  context.grid = now;
  const suite = await checker.edit(changes.map(({ at, set }) => ({ at, value: set })));
  await noteElsewhere(context, changes, suite);
  await show(context, suite.bilan);
}

/** The findings that somebody else's work took away are told in the journal. */
async function noteElsewhere(context: Context, changes: readonly Edit[], { partis }: Suite): Promise<void> {
  if (partis.length === 0) return;
  const { store } = context;
  const rows = new Set(partis.map(({ cell }) => cell.row));
  const names = [...new Set(partis.map(({ ref, cell }) => ref || formatAddress(cell.row, cell.column)))];
  const told =
    names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} autres`] : names;
  const applied = changes.filter(({ at }) => rows.has(at.row));
  const label = `Corrigé ailleurs${NBSP}: ${enumerate(told)}`;
  await note(context, { label, applied, refused: [], ailleurs: true });
  store.dispatch({ type: 'annonce', texte: `Corrigé ailleurs${NBSP}: ${enumerate(told)}.` });
}

/** The cells that differ, as edits; null when lines came, went or moved, or when there are too many. */
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
