import { findHeader } from '../../shared/annexe';
import type { Grid } from '../../shared/sheet';
import { NBSP, plural } from '../../shared/text';
import type { BookStore } from '../functions/bookStore';
import { boundsOf, isTooWide } from './bounds';
import { readBlocks, readTop } from './readSheet';
import { breathe, runQuietly } from './run';
import { debounced, type Signals } from './signals';

const QUIET_MS = 250;
/** After a reading that failed; doubled each time, up to the last. */
const RETRY_MS = 1000;
const MOST_RETRY_MS = 30_000;

export interface Feeder {
  /** Reads what is stale now. Rejects when it cannot. */
  readNow(): Promise<void>;
  /** Lines for the diagnostic card. */
  diagnostic(): readonly string[];
}

interface Known {
  readonly name: string;
  readonly grid: Grid | null;
}

/**
 * Feeds the store of the formulas. It begins when the first formula asks, reads the sheets that look like an annexe, and reads again
 * those that a hint names: outside of Excel's calculation, never from within a function (OfficeDev/office-js#1395, #6841).
 */
export function feedStore(store: BookStore, signals: Signals): Feeder {
  let known = new Map<string, Known>();
  let stale: Set<string> | 'all' = 'all';
  let turn = Promise.resolve();
  let reading = false;
  let readAt: Date | null = null;

  async function readOnce(): Promise<void> {
    const asked = stale;
    stale = new Set();
    try {
      known = await readSheets(known, asked);
    } catch (error) {
      stale = 'all';
      throw error;
    }
    readAt = new Date();
    store.put([...known.values()].flatMap(({ grid }) => grid ?? []));
  }

  /** One reading after the other: of two that cross, the older one could have the last word. */
  function readStale(): Promise<void> {
    turn = turn.catch(() => undefined).then(readOnce);
    return turn;
  }

  /** Reads until nothing is stale: what is hinted meanwhile, too. */
  async function read(): Promise<void> {
    if (reading) return;
    reading = true;
    for (let wait = RETRY_MS; stale === 'all' || stale.size > 0; wait = Math.min(2 * wait, MOST_RETRY_MS)) {
      // Kept by `runQuietly` for the diagnostic card. A cell that is being edited is left sooner or later.
      await readStale().catch(() => breathe(wait));
    }
    reading = false;
  }

  const soon = debounced(() => void read(), QUIET_MS);
  store.onWanted(() => {
    signals.onChange((sheetId) => {
      if (sheetId === null) stale = 'all';
      else if (stale !== 'all') stale.add(sheetId);
      soon();
    });
    void read();
  });

  return {
    readNow: readStale,
    diagnostic: () => [
      `Formules${NBSP}: ${readAt === null ? 'classeur pas encore lu' : `classeur lu à ${readAt.toLocaleTimeString('fr-FR')}`}, ${plural(store.grids().length, 'annexe')}`,
    ],
  };
}

/**
 * Reads the sheets that are new, renamed or stale, and those with formulas, which may show what changed in another sheet; the others
 * stay the same objects.
 */
function readSheets(
  known: ReadonlyMap<string, Known>,
  stale: ReadonlySet<string> | 'all',
): Promise<Map<string, Known>> {
  return runQuietly(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id, items/name');
    await context.sync();
    const now = new Map<string, Known>();
    for (const sheet of worksheets.items) {
      const { id, name } = sheet;
      const before = known.get(id);
      const fresh = before?.name === name && stale !== 'all' && !stale.has(id) && !hasFormulas(before.grid);
      const grid = fresh ? before.grid : sameOr(before?.grid ?? null, await readAnnexe(context, sheet));
      now.set(id, { name, grid });
    }
    return now;
  });
}

const hasFormulas = (grid: Grid | null): boolean => (grid?.formulas?.size ?? 0) > 0;

async function readAnnexe(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Grid | null> {
  const bounds = await boundsOf(context, sheet);
  if (isTooWide(bounds)) return null;
  const top = await readTop(context, sheet, bounds);
  if ('understood' in findHeader(top)) return null;
  return bounds.rows === top.values.length ? top : (await readBlocks(context, sheet, bounds)).grid;
}

/** The grid that was known, when the sheet still shows the same: formulas of ours are then not computed again. */
function sameOr(before: Grid | null, now: Grid | null): Grid | null {
  if (before === null || now === null || before.values.length !== now.values.length) return now;
  if (hasFormulas(before) !== hasFormulas(now)) return now;
  const { origin } = before;
  if (origin.sheet !== now.origin.sheet || origin.row !== now.origin.row || origin.column !== now.origin.column)
    return now;
  const same = before.values.every((row, index) => {
    const other = now.values[index] ?? [];
    return row.length === other.length && row.every((value, column) => value === other[column]);
  });
  return same ? before : now;
}
