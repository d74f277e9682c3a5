import type { Keep } from '../file/keep';
import type { Spreadsheet } from '../sheet/spreadsheet';
import type { Store, WorkState } from './workState';

/** Quiet time before the work is copied to the browser's storage (ms), and more for each row: copying is not free. */
const QUIET_MS = 400;
const MS_PER_ROW = 0.1;

export interface KeptWorkTools {
  forget(): Promise<void>;
}

/** Marks the work as changed by any edit, and keeps it in the browser until it is saved. Without storage, says nothing is kept. */
export function keepWork(spreadsheet: Spreadsheet, keep: Keep | null, store: Store<WorkState>): KeptWorkTools {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function put(): Promise<void> {
    const { opened, ouverture } = store.state();
    if (keep === null || opened === null || !store.state().modifie) return;
    const data = spreadsheet.workbook().getSnapshot();
    await keep.save({ opened, data, quand: new Date().toISOString() });
    const now = store.state();
    if (now.ouverture === ouverture && now.modifie) store.set({ garde: true });
    else await keep.forget();
  }

  spreadsheet.onChange((_, computed) => {
    if (computed || store.state().opened === null) return;
    if (!store.state().modifie || store.state().garde) store.set({ modifie: true, garde: false });
    clearTimeout(timer);
    const rows = spreadsheet.workbook().getActiveSheet().getRowCount();
    timer = setTimeout(() => void put(), QUIET_MS + rows * MS_PER_ROW);
  });

  window.addEventListener('beforeunload', (event) => {
    if (store.state().modifie) event.preventDefault();
  });

  return {
    async forget() {
      clearTimeout(timer);
      store.set({ modifie: false, garde: false });
      await keep?.forget();
    },
  };
}
