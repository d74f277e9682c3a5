import { IUndoRedoService, RedoCommand, UndoCommand, ICommandService, type IWorkbookData } from '@univerjs/core';
import { isUnusable, type Unusable } from '../../../shared/exchange';
import { Interrompu, type WorkbookStore } from '../../../shared/sheet';
import { NBSP, quote } from '../../../shared/text';
import { createFileThread } from '../file/fileThread';
import type { FoundWork, Keep, KeptWork } from '../file/keep';
import type { OpenedFile } from '../file/opened';
import { joinPieces } from '../file/pieces';
import { snapshotOf } from '../file/snapshot';
import type { Spreadsheet } from '../sheet/spreadsheet';
import { keepWork } from './keepWork';
import { createTexts } from './texts';
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
  /** Texts that belong to the workbook: in it when it is saved, but for the journal, which stays in this browser. */
  readonly textes: WorkbookStore;
}

const SEED = 'annexe-7-lezignan-corbieres.xlsx';

export function createWork(spreadsheet: Spreadsheet, keep: Keep | null): Work {
  const store = createStore<WorkState>(AT_FIRST);
  const thread = createFileThread();
  const { injector } = spreadsheet;
  const kept = keepWork(spreadsheet, keep, store);

  const idOf = (ouverture: number): string => `classeur-${ouverture}-${Date.now()}`;

  function show(opened: OpenedFile, work?: KeptWork, data?: IWorkbookData): void {
    const ouverture = store.state().ouverture + 1;
    const shown = data ?? snapshotOf(opened, idOf(ouverture));
    spreadsheet.load(shown);
    kept.begin(shown, work);
    const [remarque] = opened.remarques;
    const message = remarque === undefined ? null : { ton: 'warning' as const, texte: opened.remarques.join(' ') };
    const textes = work?.textes ?? opened.textes;
    store.set({ opened, ouverture, textes, modifie: false, garde: false, exemple: false, message });
  }

  /** Null when the file is refused, which is said, or when the agent stopped the reading. */
  async function read(
    name: string,
    bytes: () => Promise<ArrayBufferLike>,
    arretable = true,
  ): Promise<OpenedFile | null> {
    store.set({ lecture: { name, done: 0, arretable }, message: null });
    try {
      const whole = new Uint8Array(await bytes());
      const opened = await thread.open(name, whole, (done) => store.set({ lecture: { name, done, arretable } }));
      store.set({ lecture: null });
      if (!isUnusable(opened)) return opened;
      refuse(name, opened);
    } catch (error) {
      store.set({ lecture: null });
      if (!(error instanceof Interrompu)) throw error;
    }
    return null;
  }

  async function open(name: string, bytes: () => Promise<ArrayBufferLike>): Promise<void> {
    const before = kept.changes();
    if (!(await maySettle())) return;
    const opened = await read(name, bytes);
    if (opened === null) return;
    // The sheet could be worked on while the file was read.
    if (kept.changes() !== before && !(await maySettle())) return;
    await kept.forget();
    show(opened);
  }

  function refuse(name: string, { message }: Unusable): void {
    store.set({ message: { ton: 'error', texte: `${quote(name)} n’est pas ouvert. ${message}` } });
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

  const tools: SaveTools = {
    spreadsheet,
    thread,
    store,
    ask,
    changes: kept.changes,
    afterSave: () => kept.forget(),
  };
  const command = (id: string) => () => void injector.get(ICommandService).executeCommand(id);

  injector.get(IUndoRedoService).undoRedoStatus$.subscribe(({ undos, redos }) => {
    store.set({ annulable: undos > 0, retablissable: redos > 0 });
  });

  async function openSeed(): Promise<void> {
    const before = store.state().ouverture;
    await open(SEED, seedBytes);
    if (store.state().ouverture !== before) store.set({ exemple: true });
  }

  return {
    store,
    openFile: (file) => open(file.name, () => file.arrayBuffer()),
    openSeed,
    async begin() {
      const found = (await keep?.find()) ?? null;
      if (found === null || found === 'incomplet' || !(await restore(found))) await openSeed();
      if (found === 'incomplet') store.set({ message: { ton: 'warning', texte: INCOMPLETE } });
    },
    saveXlsx: async () => void (await saveXlsx(tools)),
    saveCsv: () => saveCsv(tools),
    undo: command(UndoCommand.id),
    redo: command(RedoCommand.id),
    interrupt: () => thread.interrupt(),
    closeMessage: () => store.set({ message: null }),
    textes: createTexts(store, kept.touch),
  };

  async function restore({ work, bytes, pieces }: FoundWork): Promise<boolean> {
    const opened = await read(work.name, async () => bytes.buffer, false);
    if (opened === null) return false;
    const base = snapshotOf(opened, idOf(store.state().ouverture + 1));
    show(opened, work, joinPieces(base, work, pieces));
    store.set({ modifie: true, garde: true, message: { ton: 'info', texte: foundSentence(work) } });
    return true;
  }
}

const INCOMPLETE =
  `Un travail non enregistré était gardé dans ce navigateur, mais il y manque une partie${NBSP}: il ne peut pas être retrouvé. ` +
  'Reprenez le dernier fichier enregistré.';

function foundSentence({ name, quand }: KeptWork): string {
  const then = new Date(quand);
  const [day, hour] = [then.toLocaleDateString('fr-FR'), then.toLocaleTimeString('fr-FR', { timeStyle: 'short' })];
  return (
    `Travail non enregistré retrouvé${NBSP}: ${quote(name)}, modifié le ${day} à ${hour}. ` +
    'Il reste gardé dans ce navigateur jusqu’à ce que vous l’enregistriez.'
  );
}

async function seedBytes(): Promise<ArrayBuffer> {
  const url = new URL('../../../seeds/annexe-7-lezignan-corbieres.xlsx', import.meta.url);
  return (await fetch(url)).arrayBuffer();
}
