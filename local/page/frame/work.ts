import { IUndoRedoService, RedoCommand, UndoCommand, ICommandService, type IWorkbookData } from '@univerjs/core';
import { isUnusable, type Unusable } from '../../../shared/exchange';
import { NBSP, quote } from '../../../shared/text';
import { millesimeOf } from '../../../shared/lint';
import { createFileThread, LectureInterrompue } from '../file/fileThread';
import type { Keep, KeptWork } from '../file/keep';
import type { OpenedFile } from '../file/opened';
import { snapshotOf } from '../file/snapshot';
import type { Spreadsheet } from '../sheet/spreadsheet';
import { keepWork } from './keepWork';
import { saveCsv, saveXlsx, type SaveTools } from './saveWork';
import { AT_FIRST, createStore, type Question, type Store, type WorkState } from './workState';

/** What the page's buttons do. */
export interface Work {
  readonly store: Store<WorkState>;
  openFile(file: File): Promise<void>;
  openSeed(): Promise<void>;
  /** Shows the work that the browser kept, else the annexe that comes with the page. */
  begin(): Promise<void>;
  saveXlsx(): Promise<void>;
  saveCsv(): Promise<void>;
  undo(): void;
  redo(): void;
  interrupt(): void;
  closeMessage(): void;
}

const SEED = 'annexe-7-lezignan-corbieres.xlsx';

export function createWork(spreadsheet: Spreadsheet, keep: Keep | null): Work {
  const store = createStore<WorkState>(AT_FIRST);
  const thread = createFileThread();
  const { injector } = spreadsheet;
  const kept = keepWork(spreadsheet, keep, store);

  function show(opened: OpenedFile, data?: IWorkbookData): void {
    const ouverture = store.state().ouverture + 1;
    spreadsheet.load(data ?? snapshotOf(opened, `classeur-${ouverture}-${Date.now()}`));
    const first = opened.sheets[0]?.grid;
    const millesime = first ? millesimeOf(first) : 2015;
    const [remarque] = opened.remarques;
    const message = remarque === undefined ? null : { ton: 'warning' as const, texte: opened.remarques.join(' ') };
    store.set({ opened, ouverture, millesime, modifie: false, garde: false, message, lecture: null });
  }

  async function open(name: string, read: () => Promise<ArrayBuffer>): Promise<void> {
    if (!(await maySettle())) return;
    store.set({ lecture: { name, done: 0 }, message: null });
    try {
      const bytes = new Uint8Array(await read());
      const opened = await thread.open(name, bytes, (done) => store.set({ lecture: { name, done } }));
      if (isUnusable(opened)) refuse(name, opened);
      else {
        await kept.forget();
        show(opened);
      }
    } catch (error) {
      store.set({ lecture: null });
      if (!(error instanceof LectureInterrompue)) throw error;
    }
  }

  function refuse(name: string, { message }: Unusable): void {
    store.set({ lecture: null, message: { ton: 'error', texte: `${quote(name)} n’est pas ouvert. ${message}` } });
  }

  function ask(question: Omit<Question, 'answer'>): Promise<number> {
    return new Promise((resolve) => {
      const answer = (choice: number): void => {
        store.set({ question: null });
        resolve(choice);
      };
      store.set({ question: { ...question, answer } });
    });
  }

  /** Unsaved work is not left without a word. */
  async function maySettle(): Promise<boolean> {
    const { modifie, opened } = store.state();
    if (!modifie || opened === null) return true;
    const choice = await ask({
      titre: 'Enregistrer avant de continuer ?',
      phrases: [`${quote(opened.name)} a été modifié et n’est pas enregistré.`],
      choix: ['Enregistrer', 'Continuer sans enregistrer', 'Revenir'],
    });
    if (choice === 0) return saveXlsx(tools);
    return choice === 1;
  }

  const tools: SaveTools = { spreadsheet, thread, store, ask, afterSave: () => kept.forget() };
  const command = (id: string) => () => void injector.get(ICommandService).executeCommand(id);

  injector.get(IUndoRedoService).undoRedoStatus$.subscribe(({ undos, redos }) => {
    store.set({ annulable: undos > 0, retablissable: redos > 0 });
  });

  return {
    store,
    openFile: (file) => open(file.name, () => file.arrayBuffer()),
    openSeed: () => open(SEED, seedBytes),
    async begin() {
      const work = await keep?.find();
      if (work) restore(work);
      else await open(SEED, seedBytes);
    },
    saveXlsx: async () => void (await saveXlsx(tools)),
    saveCsv: () => saveCsv(tools),
    undo: command(UndoCommand.id),
    redo: command(RedoCommand.id),
    interrupt: () => thread.interrupt(),
    closeMessage: () => store.set({ message: null }),
  };

  function restore({ opened, data, quand }: KeptWork): void {
    show(opened, data);
    const [day, hour] = [
      new Date(quand).toLocaleDateString('fr-FR'),
      new Date(quand).toLocaleTimeString('fr-FR', { timeStyle: 'short' }),
    ];
    const texte =
      `Travail non enregistré retrouvé${NBSP}: ${quote(opened.name)}, modifié le ${day} à ${hour}. ` +
      'Il reste gardé dans ce navigateur jusqu’à ce que vous l’enregistriez.';
    store.set({ modifie: true, garde: true, message: { ton: 'info', texte } });
  }
}

async function seedBytes(): Promise<ArrayBuffer> {
  const url = new URL('../../../seeds/annexe-7-lezignan-corbieres.xlsx', import.meta.url);
  return (await fetch(url)).arrayBuffer();
}
