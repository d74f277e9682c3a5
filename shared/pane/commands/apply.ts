import { millesimeOf } from '../../lint';
import {
  applyTo,
  inverseOf,
  isUndone,
  rebase,
  type Applied,
  type Conflict,
  type Edit,
  type Refusal,
  type Step,
} from '../../sheet';
import { NBSP } from '../../text';
import { openGrid, show } from './check';
import type { Context } from './context';
import { followGrid, followSheet } from './followSheet';
import { note } from './keepJournal';
import { doneSentence } from './sentences';

export interface Application {
  readonly label: string;
  readonly edits: readonly Edit[];
  /** The step of the journal that these edits take back. */
  readonly undoes?: number;
}

/** What became of edits: written, to be decided, or stopped. */
interface Outcome extends Applied {
  readonly conflicts: readonly Conflict[];
  readonly bloques: readonly Refusal[];
  /** Somebody else made them first. */
  readonly done: readonly Edit[];
}

/** How long the echo of our own writing may take to come back from a host. */
const ECHO_MS = 1500;

/** Writes edits, notes them in the journal, and follows with the check. Nothing is written over what somebody else wrote. */
export async function applyEdits(context: Context, { label, edits, undoes }: Application): Promise<void> {
  const { store } = context;
  store.dispatch({ type: 'litige', litige: null });
  const outcome = await write(context, edits);
  const { applied, refused, conflicts, bloques, done } = outcome;
  const step = { label, applied, refused };
  await note(context, undoes === undefined ? step : { ...step, undoes });
  if (conflicts.length + bloques.length > 0) {
    store.dispatch({ type: 'litige', litige: { label, undoes: undoes ?? null, conflicts, bloques } });
  }
  await follow(context, edits, applied, refused);
  const said = doneSentence(applied.length, refused.length, done.length);
  store.dispatch({ type: 'annonce', texte: `${label}${NBSP}: ${said}` });
}

/** Takes a step of the journal back, wherever its lines stand now and whatever was done to their other cells. */
export async function undoStep(context: Context, id: number): Promise<void> {
  const { store, host, grid } = context;
  const step = store.state().journal.steps.find((one) => one.id === id);
  if (step === undefined || grid === null) return;
  store.dispatch({ type: 'litige', litige: null });
  // The journal is that of the workbook: the step may have been made in another sheet than the one under check.
  const own = grid.origin.sheet;
  const now = await host.read({ sheet: step.edits[0]?.at.sheet ?? own });
  // A host that has been read may tell no more of what stood there.
  if (now.origin.sheet === own) await followGrid(context, now);
  if (isUndone(store.state().journal, id)) return;
  const { edits, conflicts, perdues, done } = rebase(now, inverseOf(step, now.origin));
  const label = `Annuler${NBSP}: ${step.label}`;
  if (edits.length > 0) await applyEdits(context, { label, edits, undoes: id });
  // For a host the annexe is the sheet that was read last.
  else if (now.origin.sheet !== own) await host.read({ sheet: own });
  if (edits.length + conflicts.length + perdues.length === 0) await noteUndone(context, step, done);
  if (conflicts.length + perdues.length === 0) return;
  const bloques: Refusal[] = perdues.map((edit) => ({ edit, reason: 'gone', found: null }));
  const before = store.state().litige;
  store.dispatch({
    type: 'litige',
    litige: {
      label,
      undoes: id,
      conflicts: [...(before?.conflicts ?? []), ...conflicts],
      bloques: [...(before?.bloques ?? []), ...bloques],
    },
  });
}

/** The cells hold again what they held before the step: it is taken back, whoever did it. */
async function noteUndone(context: Context, { id, label }: Step, done: readonly Edit[]): Promise<void> {
  const said = `Déjà annulé${NBSP}: ${label}`;
  await note(context, { label: said, applied: done, refused: [], undoes: id, ailleurs: true });
  context.store.dispatch({ type: 'annonce', texte: `${said}.` });
}

/** Writes; what was refused because the sheet moved on is looked at again, once, on the sheet as it is now. */
async function write(context: Context, edits: readonly Edit[]): Promise<Outcome> {
  const { host } = context;
  context.echo = Infinity;
  try {
    const first = await host.apply(edits);
    const moved = first.refused.filter(({ reason }) => reason === 'changed' || reason === 'gone');
    const stopped = first.refused.filter((refusal) => !moved.includes(refusal));
    if (moved.length === 0) return { ...first, conflicts: [], bloques: stopped, done: [] };
    const now = await host.read({ sheet: moved[0]?.edit.at.sheet ?? '' });
    const {
      edits: again,
      conflicts,
      perdues,
      done,
    } = rebase(
      now,
      moved.map(({ edit }) => edit),
    );
    const second = again.length > 0 ? await host.apply(again) : { applied: [], refused: [] };
    const gone = perdues.map((edit): Refusal => ({ edit, reason: 'gone', found: null }));
    const changed = conflicts.map(({ edit, attendu, found }): Refusal => ({
      edit: { ...edit, expect: attendu },
      reason: 'changed',
      found,
    }));
    return {
      applied: [...first.applied, ...second.applied],
      refused: [...stopped, ...second.refused, ...changed, ...gone],
      conflicts,
      bloques: [...stopped, ...second.refused, ...gone],
      done,
    };
  } finally {
    context.echo = performance.now() + ECHO_MS;
  }
}

/** The check follows what was written: cell by cell when nothing else moved, else from a new reading. */
async function follow(
  context: Context,
  asked: readonly Edit[],
  applied: readonly Edit[],
  refused: readonly Refusal[],
): Promise<void> {
  const { host, checker, grid } = context;
  if (grid === null) return;
  const { sheet } = grid.origin;
  const wanted = new Set(asked.map(({ at }) => keyOf(at)));
  const inPlace = applied.every(({ at }) => wanted.has(keyOf(at))) && asked.every(({ at }) => at.sheet === sheet);
  if (!inPlace || refused.length > 0) {
    await openGrid(context, await host.read({ sheet }));
    return;
  }
  if (applied.length > 0) {
    context.grid = applyTo(grid, applied);
    // A title may change the frame that everything is judged in.
    if (millesimeOf(context.grid) !== millesimeOf(grid)) await openGrid(context, context.grid);
    else await show(context, await checker.edit(applied.map(({ at, set }) => ({ at, value: set }))));
  }
  if (applied.length < asked.length) await followSheet(context);
}

const keyOf = ({ row, column }: Edit['at']): string => `${row}:${column}`;
