import { printAcceptances } from '../../../shared/lint';
import type { WorkbookStore } from '../../../shared/sheet';
import type { Store, WorkState } from './workState';

/** What was done, step by step: in the file, it would make a corrected workbook differ in more than the corrected cells. */
const JOURNAL = 'annexe.journal';
/** What says nothing is no reason to put a part in a workbook. */
const EMPTY = new Set(['', printAcceptances([])]);

/** The texts of the workbook that is shown, kept with the unsaved work. */
export function createTexts(store: Store<WorkState>, touch: () => void): WorkbookStore {
  return {
    load: async (name) => store.state().textes.get(name) ?? null,
    async save(name, text) {
      const textes = new Map(store.state().textes);
      const said = EMPTY.has(text) ? '' : text;
      if ((textes.get(name) ?? '') === said) return;
      if (said === '') textes.delete(name);
      else textes.set(name, said);
      store.set({ textes });
      touch();
    },
  };
}

/** Those that go into the file. */
export function textsToSave(textes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...textes].filter(([name]) => name !== JOURNAL));
}
