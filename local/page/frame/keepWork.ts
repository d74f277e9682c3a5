import type { IWorkbookData } from '@univerjs/core';
import { NBSP } from '../../../shared/text';
import type { Keep, KeptWork } from '../file/keep';
import { createSlicedKeep } from '../file/slicedKeep';
import type { Spreadsheet } from '../sheet/spreadsheet';
import type { Store, WorkState } from './workState';

/** Quiet time before the work is copied to the browser's storage (ms). */
const QUIET_MS = 600;

const NOT_KEPT = `Ce navigateur n’a pas pu garder le travail en cours, peut-être faute de place${NBSP}; enregistrez le fichier.`;

export interface KeptWorkTools {
  /** Another workbook is shown: as its file gives it, or as it was kept. */
  begin(data: IWorkbookData, work?: KeptWork): void;
  /** Something else than the cells changed: a text that travels in the workbook. */
  touch(): void;
  /** Grows with each change of the work, and with each workbook that is shown. */
  changes(): number;
  forget(): Promise<void>;
}

/** Marks the work as changed by any edit, and keeps it in the browser until it is saved. Without storage, says nothing is kept. */
export function keepWork(spreadsheet: Spreadsheet, keep: Keep | null, store: Store<WorkState>): KeptWorkTools {
  const sliced =
    keep === null ? null : createSlicedKeep(keep, () => new Promise((resolve) => void setTimeout(resolve)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let putting = Promise.resolve();
  let changes = 0;

  async function put(): Promise<void> {
    const { opened, ouverture, textes, modifie } = store.state();
    if (keep === null || sliced === null || opened === null || !modifie) return;
    const data = spreadsheet.workbook().getSnapshot();
    const all = await sliced.put({ name: opened.name, bytes: opened.bytes, textes, data });
    const now = store.state();
    if (now.ouverture !== ouverture || !now.modifie) await keep.forget();
    else if (all) store.set({ garde: true, ...(now.message?.texte === NOT_KEPT ? { message: null } : {}) });
    else soon();
  }

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void (putting = putting.then(put).catch(tellNotKept)), QUIET_MS);
  }

  /** Storage that is full keeps nothing. The next change tries again. */
  function tellNotKept(): void {
    store.set({ message: { ton: 'warning', texte: NOT_KEPT } });
  }

  function touch(): void {
    changes++;
    if (!store.state().modifie || store.state().garde) store.set({ modifie: true, garde: false, exemple: false });
    soon();
  }

  spreadsheet.onChange(({ sheetId, rows }, computed) => {
    if (store.state().opened === null) return;
    sliced?.touch(sheetId, rows);
    if (!computed) touch();
  });

  window.addEventListener('beforeunload', (event) => {
    if (store.state().modifie) event.preventDefault();
  });

  return {
    begin(data, work) {
      changes++;
      sliced?.begin(data, work);
    },
    touch,
    changes: () => changes,
    async forget() {
      clearTimeout(timer);
      store.set({ modifie: false, garde: false });
      sliced?.forget();
      await keep?.forget();
    },
  };
}
