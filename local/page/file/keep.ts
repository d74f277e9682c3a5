import type { IWorkbookData } from '@univerjs/core';
import type { OpenedFile } from './opened';

/** Work that is not saved yet, as the browser keeps it. */
export interface KeptWork {
  readonly opened: OpenedFile;
  readonly data: IWorkbookData;
  /** ISO 8601. */
  readonly quand: string;
}

/** What the browser keeps of this page: unsaved work, one per tab, and the texts that belong to a file of that name. */
export interface Keep {
  save(work: KeptWork): Promise<void>;
  forget(): Promise<void>;
  /** The work of this tab, else of a tab that was closed; it becomes this tab's. */
  find(): Promise<KeptWork | null>;
  loadText(file: string, name: string): Promise<string | null>;
  saveText(file: string, name: string, text: string): Promise<void>;
}

const WORKS = 'travaux';
const TEXTS = 'textes';
const TAB_KEY = 'annexe-onglet';

export async function openKeep(): Promise<Keep> {
  const base = await openBase();
  const tab = sessionStorage.getItem(TAB_KEY) ?? crypto.randomUUID();
  sessionStorage.setItem(TAB_KEY, tab);
  // Held until the tab closes: another tab can see that this work has somebody.
  void navigator.locks.request(lockOf(tab), () => new Promise(() => undefined));

  const put = (store: string, key: string, value: unknown): Promise<unknown> =>
    answer(base.transaction(store, 'readwrite').objectStore(store).put(value, key));
  const get = (store: string, key: string): Promise<unknown> =>
    answer(base.transaction(store).objectStore(store).get(key));
  const remove = (key: string): Promise<unknown> =>
    answer(base.transaction(WORKS, 'readwrite').objectStore(WORKS).delete(key));

  return {
    save: async (work) => void (await put(WORKS, tab, work)),
    forget: async () => void (await remove(tab)),
    async find() {
      const keys = await answer(base.transaction(WORKS).objectStore(WORKS).getAllKeys());
      const { held = [] } = await navigator.locks.query();
      const taken = new Set(held.map(({ name }) => name));
      const mine = keys.map(String).find((key) => key === tab);
      const left = mine ?? keys.map(String).find((key) => !taken.has(lockOf(key)));
      if (left === undefined) return null;
      const work = (await get(WORKS, left)) as KeptWork;
      if (left !== tab) {
        await put(WORKS, tab, work);
        await remove(left);
      }
      return work;
    },
    async loadText(file, name) {
      const text = await get(TEXTS, `${file}/${name}`);
      return typeof text === 'string' ? text : null;
    },
    saveText: async (file, name, text) => void (await put(TEXTS, `${file}/${name}`, text)),
  };
}

const lockOf = (tab: string): string => `annexe-travail-${tab}`;

function openBase(): Promise<IDBDatabase> {
  const request = indexedDB.open('annexe', 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(WORKS);
    request.result.createObjectStore(TEXTS);
  });
  return answer(request);
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });
}
