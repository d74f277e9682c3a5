import type { OpenedFile } from '../file/opened';

/** What the page says above the sheet. */
export interface Message {
  readonly ton: 'info' | 'success' | 'warning' | 'error';
  readonly texte: string;
}

/** A question that stops the work until it is answered; the last choice gives up. */
export interface Question {
  readonly titre: string;
  readonly phrases: readonly string[];
  readonly choix: readonly string[];
  readonly answer: (choice: number) => void;
}

/** A file that is being read. */
export interface Lecture {
  readonly name: string;
  /** The share done, 0–1. */
  readonly done: number;
  /** Not so for unsaved work: what would be shown in its place would take its place in the browser too. */
  readonly arretable: boolean;
}

export interface WorkState {
  readonly opened: OpenedFile | null;
  /** Each opening has its own number: the pane begins anew with it. */
  readonly ouverture: number;
  /** Texts that belong to the workbook, by name: what was accepted, what was done. */
  readonly textes: ReadonlyMap<string, string>;
  /** Changed since it was opened or saved. */
  readonly modifie: boolean;
  /** The change is kept in the browser. */
  readonly garde: boolean;
  /** The annexe that comes with the page is shown, as it came. */
  readonly exemple: boolean;
  readonly message: Message | null;
  readonly question: Question | null;
  readonly lecture: Lecture | null;
  readonly annulable: boolean;
  readonly retablissable: boolean;
}

export const AT_FIRST: WorkState = {
  opened: null,
  ouverture: 0,
  textes: new Map(),
  modifie: false,
  garde: false,
  exemple: false,
  message: null,
  question: null,
  lecture: null,
  annulable: false,
  retablissable: false,
};

/** A value that components can follow. */
export interface Store<T> {
  readonly state: () => T;
  readonly set: (change: Partial<T>) => void;
  readonly subscribe: (tell: () => void) => () => void;
}

export function createStore<T extends object>(first: T): Store<T> {
  let state = first;
  const watchers = new Set<() => void>();
  return {
    state: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const tell of [...watchers]) tell();
    },
    subscribe(tell) {
      watchers.add(tell);
      return () => void watchers.delete(tell);
    },
  };
}
