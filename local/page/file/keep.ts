import type { Piece, WorkInPieces } from './pieces';

/** Work that is not saved yet, as the browser keeps it: the file it began from, and what differs from it. */
export interface KeptWork extends WorkInPieces {
  readonly name: string;
  /** Where the file's bytes are kept. */
  readonly fichier: string;
  /** Texts that belong to the workbook, by name. */
  readonly textes: ReadonlyMap<string, string>;
  /** ISO 8601. */
  readonly quand: string;
}

export interface FoundWork {
  readonly work: KeptWork;
  readonly bytes: Uint8Array;
  readonly pieces: ReadonlyMap<string, Piece>;
}

/** What the browser keeps of this page: unsaved work, one per tab. */
export interface Keep {
  /** Keeps a part of the work beside it; resolves with its key. Nothing counts before a work names it. */
  savePart(part: Piece | Uint8Array): Promise<string>;
  /** Puts the work in the place of the one before, whose parts go unless this one names them too. */
  save(work: KeptWork): Promise<void>;
  /** Takes parts away that no work will name. */
  dropParts(keys: readonly string[]): Promise<void>;
  forget(): Promise<void>;
  /** The work of this tab, else of a tab that was closed; it becomes this tab's. One that lacks a part is forgotten, and said. */
  find(): Promise<FoundWork | 'incomplet' | null>;
}

const WORKS = 'travaux';
const PARTS = 'morceaux';
const TAB_KEY = 'annexe-onglet';

export async function openKeep(): Promise<Keep> {
  const base = await openBase();
  const tab = await nameTab();

  const get = (store: string, key: string): Promise<unknown> =>
    answer(base.transaction(store).objectStore(store).get(key));
  const put = (store: string, key: string, value: unknown): Promise<unknown> =>
    answer(base.transaction(store, 'readwrite').objectStore(store).put(value, key));

  /** In one transaction: the work is either the old one with all its parts, or the new one with all of its. */
  async function replace(work: KeptWork | null): Promise<void> {
    const change = base.transaction([WORKS, PARTS], 'readwrite');
    const works = change.objectStore(WORKS);
    const before = (await answer(works.get(tab))) as KeptWork | undefined;
    const kept = new Set(work === null ? [] : partsOf(work));
    for (const key of before ? partsOf(before) : []) if (!kept.has(key)) change.objectStore(PARTS).delete(key);
    if (work === null) works.delete(tab);
    else works.put(work, tab);
    await done(change);
  }

  /** In one transaction, for two tabs may open at once: the work is this tab's alone, or null when another one was quicker. */
  async function take(from: string): Promise<KeptWork | null> {
    const change = base.transaction(WORKS, 'readwrite');
    const works = change.objectStore(WORKS);
    const work = (await answer(works.get(from))) as KeptWork | undefined;
    if (work !== undefined && from !== tab) {
      works.delete(from);
      works.put(work, tab);
    }
    await done(change);
    return work ?? null;
  }

  async function whole(work: KeptWork): Promise<FoundWork | 'incomplet'> {
    const bytes = (await get(PARTS, work.fichier)) as Uint8Array | undefined;
    const pieces = new Map<string, Piece>();
    for (const key of piecesOf(work)) {
      const piece = (await get(PARTS, key)) as Piece | undefined;
      if (piece !== undefined) pieces.set(key, piece);
    }
    if (bytes !== undefined && piecesOf(work).every((key) => pieces.has(key))) return { work, bytes, pieces };
    await replace(null);
    return 'incomplet';
  }

  async function dropParts(keys: readonly string[]): Promise<void> {
    const change = base.transaction(PARTS, 'readwrite');
    for (const key of keys) change.objectStore(PARTS).delete(key);
    await done(change);
  }

  /** Parts that a page left behind when it was closed before its work named them. */
  async function dropLeftParts(taken: ReadonlySet<string>): Promise<void> {
    const works = (await answer(base.transaction(WORKS).objectStore(WORKS).getAll())) as KeptWork[];
    const named = new Set(works.flatMap(partsOf));
    const keys = (await answer(base.transaction(PARTS).objectStore(PARTS).getAllKeys())).map(String);
    await dropParts(keys.filter((key) => !named.has(key) && !taken.has(lockOf(tabOf(key)))));
  }

  return {
    async savePart(part) {
      const key = `${tab}/${crypto.randomUUID()}`;
      await put(PARTS, key, part);
      return key;
    },
    save: replace,
    dropParts,
    forget: () => replace(null),
    async find() {
      const { held = [] } = await navigator.locks.query();
      const taken = new Set(held.flatMap(({ name }) => name ?? []));
      await dropLeftParts(taken);
      const keys = (await answer(base.transaction(WORKS).objectStore(WORKS).getAllKeys())).map(String);
      const left = keys.filter((key) => key !== tab && !taken.has(lockOf(key)));
      for (const key of [tab, ...left]) {
        const work = await take(key);
        if (work !== null) return whole(work);
      }
      return null;
    },
  };
}

/** How long the page that a reload closes may take to let its name go (ms). */
const RELOAD_MS = 1000;

/**
 * The name of this tab, held until it closes: another tab can see that its work has somebody. A tab that was duplicated brings the
 * name of the first one, and takes another: the two would keep their works in one place.
 */
async function nameTab(): Promise<string> {
  const before = sessionStorage.getItem(TAB_KEY);
  if (before !== null && (await hold(before))) return before;
  const tab = crypto.randomUUID();
  sessionStorage.setItem(TAB_KEY, tab);
  await hold(tab);
  return tab;
}

/** Answers whether the name could be had. */
function hold(tab: string): Promise<boolean> {
  return new Promise((resolve) => {
    const forever = (): Promise<never> => {
      resolve(true);
      return new Promise(() => undefined);
    };
    navigator.locks
      .request(lockOf(tab), { signal: AbortSignal.timeout(RELOAD_MS) }, forever)
      .catch(() => resolve(false));
  });
}

const lockOf = (tab: string): string => `annexe-travail-${tab}`;
const tabOf = (key: string): string => key.split('/')[0] ?? '';
const piecesOf = ({ feuilles }: KeptWork): string[] => feuilles.flatMap(({ pieces }) => [...pieces.values()]);
const partsOf = (work: KeptWork): string[] => [work.fichier, ...piecesOf(work)];

function openBase(): Promise<IDBDatabase> {
  const request = indexedDB.open('annexe', 2);
  request.addEventListener('upgradeneeded', () => {
    const { result } = request;
    // Version 1 kept a work in one piece.
    for (const name of [...result.objectStoreNames]) result.deleteObjectStore(name);
    result.createObjectStore(WORKS);
    result.createObjectStore(PARTS);
  });
  return answer(request);
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });
}

function done(change: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    change.addEventListener('complete', () => resolve());
    change.addEventListener('abort', () => reject(change.error ?? new Error('IndexedDB')));
  });
}
