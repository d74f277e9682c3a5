import { mergeJournals, parseJournal, printJournal, record, type Journal, type Recorded } from '../../sheet';
import { fail, stampOf, type Context } from './context';

const STORED = 'annexe.journal';

/** The journal that the workbook keeps, with what was done in this pane. */
export async function loadJournal({ host, store }: Context): Promise<void> {
  const kept = await host.store?.load(STORED);
  if (kept === null || kept === undefined) return;
  store.dispatch({ type: 'journal', journal: mergeJournals(store.state().journal, parseJournal(kept)) });
}

/**
 * Notes a step: in the pane at once, then in the workbook, beside what a colleague noted there meanwhile. What was seen to be done by
 * somebody else is told here alone: the pane of that person notes it.
 */
export async function note(context: Context, step: Omit<Recorded, 'stamp'>): Promise<void> {
  const { store } = context;
  const { when, who } = stampOf(context);
  const before = store.state().journal;
  const after = record(before, { ...step, stamp: { when, who: step.ailleurs === true ? '' : who } });
  if (after === before) return;
  store.dispatch({ type: 'journal', journal: after });
  if (step.ailleurs === true) return;
  try {
    await keep(context, after);
  } catch (error) {
    // The cells are written: what follows from them must not be lost with the note.
    fail(context, error, 'l’enregistrement du journal dans le classeur');
  }
}

async function keep({ host, store }: Context, journal: Journal): Promise<void> {
  if (host.store === undefined) return;
  const merged = mergeJournals(journal, parseJournal(await host.store.load(STORED)));
  store.dispatch({ type: 'journal', journal: merged });
  await host.store.save(STORED, printJournal(merged));
}
