import { printAcceptances } from '../../../shared/lint';
import type { WorkbookStore } from '../../../shared/sheet';
import type { Keep } from '../file/keep';
import type { Store, WorkState } from './workState';

/** What was done, step by step: it would make a corrected workbook differ in more than the corrected cells. */
const JOURNAL = 'annexe.journal';
/** What says nothing is no reason to put a part in a workbook. */
const EMPTY = new Set(['', printAcceptances([])]);

/** The texts of the workbook that is shown: in it when it is saved, but for the journal, which stays in this browser. */
export function createTexts(keep: Keep | null, store: Store<WorkState>, touch: () => void): WorkbookStore {
  const fileName = (): string => store.state().opened?.name ?? '';
  return {
    load: async (name) =>
      name === JOURNAL ? ((await keep?.loadText(fileName(), name)) ?? null) : (store.state().textes.get(name) ?? null),
    async save(name, text) {
      if (name === JOURNAL) return keep?.saveText(fileName(), name, text);
      const textes = new Map(store.state().textes);
      if ((textes.get(name) ?? '') === (EMPTY.has(text) ? '' : text)) return;
      if (EMPTY.has(text)) textes.delete(name);
      else textes.set(name, text);
      store.set({ textes });
      touch();
    },
  };
}
