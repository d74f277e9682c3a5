import { isUnusable, writeText, type Unusable } from '../../../shared/exchange';
import { NBSP, enumerate, quote } from '../../../shared/text';
import type { FileThread } from '../file/fileThread';
import { planSave, sameTexts, savedSentence } from '../file/save';
import type { SheetNow } from '../file/sheetNow';
import { endTyping, sheetsNow } from '../sheet/sheetsNow';
import type { Spreadsheet } from '../sheet/spreadsheet';
import { textsToSave } from './texts';
import type { Question, Store, WorkState } from './workState';

export interface SaveTools {
  readonly spreadsheet: Spreadsheet;
  readonly thread: FileThread;
  readonly store: Store<WorkState>;
  readonly ask: (question: Omit<Question, 'answer'>) => Promise<number>;
  /** Grows with each change of the work. */
  readonly changes: () => number;
  readonly afterSave: () => Promise<void>;
}

/** By the ending of a workbook, which its contents must match: Excel opens no macros, and no template, under .xlsx. */
const WORKBOOKS: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  xltx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.template',
  xltm: 'application/vnd.ms-excel.template.macroEnabled.12',
};
const CSV = 'text/csv';

/** Answers whether the file was written. */
export async function saveXlsx({ spreadsheet, thread, store, ask, changes, afterSave }: SaveTools): Promise<boolean> {
  const { opened } = store.state();
  if (opened === null) return false;
  await endTyping(spreadsheet);
  const before = changes();
  const textes = textsToSave(store.state().textes);
  const now = await sheetsNow(spreadsheet);
  const plan = planSave(opened, now);
  const lost = plan.kind === 'nouveau' && opened.format === 'xlsx';
  if (lost && (await ask(newWorkbookQuestion(opened.name, plan.raisons))) !== 0) return false;
  const written = await thread.write(opened, now, plan, textes);
  if (isUnusable(written)) return refused(store, written);
  const ending = plan.kind === 'retouche' ? endingOf(opened.name) : 'xlsx';
  const name = nameOf(opened.name, `${lost ? ' (copie)' : ''}.${ending}`);
  download(name, written, WORKBOOKS[ending] ?? '');
  const withTexts = textes.size > 0 && !(plan.kind === 'retouche' && sameTexts(opened.textes, textes));
  // The sheet could be worked on while the file was written: that is not in it.
  const all = changes() === before;
  if (all) await afterSave();
  const rest = all ? '' : ' Ce qui a été modifié pendant l’enregistrement reste à enregistrer.';
  store.set({ message: { ton: all ? 'success' : 'warning', texte: savedSentence(name, plan, withTexts) + rest } });
  return true;
}

/** That of the file that was opened, when it is a workbook's. */
function endingOf(name: string): string {
  const ending = (/[^.]*$/.exec(name)?.[0] ?? '').toLowerCase();
  return ending in WORKBOOKS ? ending : 'xlsx';
}

function newWorkbookQuestion(name: string, raisons: readonly string[]): Omit<Question, 'answer'> {
  return {
    titre: 'Enregistrer comme nouveau classeur ?',
    phrases: [
      `Le classeur d’origine ne peut pas être repris tel quel${NBSP}: ${enumerate(raisons)}.`,
      `Le nouveau classeur garde les feuilles, les valeurs, les formules, les fusions, les titres et les largeurs de colonne. Il ne garde pas la mise en forme d’origine, les listes déroulantes, les graphiques ni les macros.`,
      `${quote(name)} n’est pas touché${NBSP}: la copie porte un autre nom.`,
    ],
    choix: ['Enregistrer une copie', 'Revenir'],
  };
}

/** The sheet that is shown, as Excel in French opens it. */
export async function saveCsv({ spreadsheet, store }: SaveTools): Promise<void> {
  const { opened } = store.state();
  if (opened === null) return;
  const sheet = spreadsheet.workbook().getActiveSheet();
  const now: SheetNow[] = await sheetsNow(spreadsheet);
  const shown = now.find(({ grid }) => grid.origin.sheet === sheet.getName());
  if (shown === undefined) return;
  const written = writeText(shown.grid, 'csv');
  if (!(written instanceof Uint8Array)) return;
  const name = nameOf(opened.name, now.length > 1 ? ` - ${sheet.getName().replace(/[\\/:*?"<>|]/g, '-')}.csv` : '.csv');
  download(name, written, CSV);
  const texte = `La feuille ${quote(sheet.getName())} est enregistrée dans ${quote(name)}, par ses valeurs. Le classeur reste à enregistrer en .xlsx.`;
  store.set({ message: { ton: 'success', texte } });
}

function refused(store: Store<WorkState>, { message }: Unusable): false {
  store.set({ message: { ton: 'error', texte: message } });
  return false;
}

const nameOf = (name: string, ending: string): string => name.replace(/\.[^.]*$/, '') + ending;

function download(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
