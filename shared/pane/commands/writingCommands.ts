import { lastUndoable, type Conflict } from '../../sheet';
import { applyEdits, undoStep, type Application } from './apply';
import { enqueue, type Context } from './context';

/** What an agent has written in the sheet, and takes back. */
export interface WritingCommands {
  /** Shows the repair plan, or leaves it. */
  plan(open: boolean): Promise<void>;
  apply(application: Application): Promise<void>;
  undo(id: number): Promise<void>;
  undoLast(): Promise<void>;
  /** Decides a conflict: takes the new value, over what stands there now, or leaves the cell. */
  settle(conflict: Conflict, take: boolean): Promise<void>;
  closeConflicts(): void;
}

export function createWritingCommands(context: Context): WritingCommands {
  const { checker, store } = context;
  const { dispatch, state } = store;

  const apply = (application: Application): Promise<void> =>
    enqueue(context, 'la correction', () => applyEdits(context, application));
  const undo = (id: number): Promise<void> => enqueue(context, 'l’annulation', () => undoStep(context, id));

  return {
    plan: (open) =>
      enqueue(context, 'le plan de correction', async () => {
        if (!open) return dispatch({ type: 'plan', plan: null });
        // Of a short sheet the plan was made with the check.
        dispatch({ type: 'preparation', preparation: state().bilan?.corrigeables === null });
        try {
          dispatch({ type: 'plan', plan: await checker.plan() });
        } finally {
          dispatch({ type: 'preparation', preparation: false });
        }
      }),
    apply,
    undo,
    async undoLast() {
      const step = lastUndoable(state().journal);
      if (step !== null) await undo(step.id);
      else dispatch({ type: 'annonce', texte: 'Rien à annuler.' });
    },
    async settle(conflict, take) {
      const { litige } = state();
      dispatch({ type: 'tranche', conflict });
      if (!take || litige === null) return;
      const { label, undoes } = litige;
      await enqueue(context, 'la correction', async () => {
        // As it stands when its turn comes: the agent may have decided more meanwhile.
        const rest = state().litige;
        await applyEdits(context, { label, edits: [conflict.edit], ...(undoes === null ? {} : { undoes }) });
        // What is left to decide of the same application comes back, unless this one opened a conflict of its own.
        if (rest !== null && state().litige === null) dispatch({ type: 'litige', litige: rest });
      });
    },
    closeConflicts: () => dispatch({ type: 'litige', litige: null }),
  };
}
