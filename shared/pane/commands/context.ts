import { Interrompu, type Grid, type SheetHost, type Stamp } from '../../sheet';
import type { Checker } from '../checker/checker';
import type { Store } from '../state/store';
import { alerteOf } from './sentences';

/** All that commands work with. `grid` is the sheet as it was last read: what changes are told from. */
export interface Context {
  readonly host: SheetHost;
  readonly checker: Checker;
  readonly store: Store;
  grid: Grid | null;
  /** Until when a hint of change is the echo of our own writing (ms of the page's clock). */
  echo: number;
  /** The sheet that the agent chose; the active one when there was no choice. */
  feuille: string | null;
  queue: Promise<void>;
  /** The agent asked to stop what runs. */
  stopped: boolean;
}

/** Runs commands one after the other: a reading never crosses a writing. What goes wrong is shown, never swallowed. */
export function enqueue(context: Context, tache: string, work: () => Promise<void>): Promise<void> {
  const { store } = context;
  const run = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (error instanceof Interrompu) store.dispatch({ type: 'interrompu' });
      else fail(context, error, tache);
    }
  };
  context.queue = context.queue.then(run);
  return context.queue;
}

export function fail({ store }: Context, error: unknown, tache: string): void {
  if (store.state().phase.kind === 'verification') store.dispatch({ type: 'interrompu' });
  const alerte = alerteOf(error, tache);
  store.dispatch({ type: 'alerte', alerte });
  store.dispatch({ type: 'annonce', texte: alerte.fait });
}

/** Who acts and when; a host without an account says nothing rather than something false. */
export const stampOf = ({ host }: Context): Stamp => host.stamp?.() ?? { when: '', who: '' };
