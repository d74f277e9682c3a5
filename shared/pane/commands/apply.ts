import { millesimeOf } from '../../lint';
import { applyTo, inverseOf, rebase, type Applied, type Conflict, type Edit, type Refusal } from '../../sheet';
import { NBSP } from '../../text';
import { openGrid, show } from './check';
import type { Context } from './context';
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
}

/** How long the echo of our own writing may take to come back from a host. */
const ECHO_MS = 1500;

/** Writes edits, notes them in the journal, and follows with the check. Nothing is written over what somebody else wrote. */
export async function applyEdits(context: Context, { label, edits, undoes }: Application): Promise<void> {
  const { store } = context;
  store.dispatch({ type: 'litige', litige: null });
  const outcome = await write(context, edits);
  const { applied, refused, conflicts, bloques } = outcome;
  const step = { label, applied, refused };
  await note(context, undoes === undefined ? step : { ...step, undoes });
  if (conflicts.length + bloques.length > 0) {
    store.dispatch({ type: 'litige', litige: { label, undoes: undoes ?? null, conflicts, bloques } });
  }
  await follow(context, edits, applied, refused);
  store.dispatch({ type: 'annonce', texte: `${label}${NBSP}: ${doneSentence(applied.length, refused.length)}` });
}

/** Takes a step of the journal back, wherever its lines stand now and whatever was done to their other cells. */
export async function undoStep(context: Context, id: number): Promise<void> {
  const { store, host, grid } = context;
  const step = store.state().journal.steps.find((one) => one.id === id);
  if (step === undefined || grid === null) return;
  const now = await host.read({ sheet: grid.origin.sheet });
  const { edits, conflicts, perdues } = rebase(now, inverseOf(step, now.origin));
  const label = `Annuler${NBSP}: ${step.label}`;
  if (edits.length > 0) await applyEdits(context, { label, edits, undoes: id });
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

/** Writes; what was refused because the sheet moved on is looked at again, once, on the sheet as it is now. */
async function write(context: Context, edits: readonly Edit[]): Promise<Outcome> {
  const { host } = context;
  context.echo = Infinity;
  try {
    const first = await host.apply(edits);
    const moved = first.refused.filter(({ reason }) => reason === 'changed' || reason === 'gone');
    const stopped = first.refused.filter((refusal) => !moved.includes(refusal));
    if (moved.length === 0) return { ...first, conflicts: [], bloques: stopped };
    const now = await host.read({ sheet: moved[0]?.edit.at.sheet ?? '' });
    const {
      edits: again,
      conflicts,
      perdues,
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
  const moved = applied.some(({ at }) => !asked.some((edit) => edit.at.row === at.row && edit.at.column === at.column));
  if (moved || refused.length > 0) {
    await openGrid(context, await host.read({ sheet: grid.origin.sheet }));
    return;
  }
  if (applied.length === 0) return;
  context.grid = applyTo(grid, applied);
  // A title may change the frame that everything is judged in.
  if (millesimeOf(context.grid) !== millesimeOf(grid)) return openGrid(context, context.grid);
  await show(context, await checker.edit(applied.map(({ at, set }) => ({ at, value: set }))));
}
