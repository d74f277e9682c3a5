import { isUnusable, writeText, type Unusable } from '../../../shared/exchange';
import { NBSP, enumerate, quote } from '../../../shared/text';
import type { FileThread } from '../file/fileThread';
import { planSave, sameTexts, savedSentence, type SheetNow } from '../file/save';
import { sheetsNow } from '../sheet/sheetsNow';
import type { Spreadsheet } from '../sheet/spreadsheet';
import { textsToSave } from './texts';
import type { Question, Store, WorkState } from './workState';

export interface SaveTools {
  readonly spreadsheet: Spreadsheet;
  readonly thread: FileThread;
  readonly store: Store<WorkState>;
  readonly ask: (question: Omit<Question, 'answer'>) => Promise<number>;
  readonly afterSave: () => Promise<void>;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv';

/** Answers whether the file was written. */
export async function saveXlsx({ spreadsheet, thread, store, ask, afterSave }: SaveTools): Promise<boolean> {
  const { opened } = store.state();
  if (opened === null) return false;
  const textes = textsToSave(store.state().textes);
  const now = await sheetsNow(spreadsheet);
  const plan = planSave(opened, now);
  const lost = plan.kind === 'nouveau' && opened.format === 'xlsx';
  if (lost && (await ask(newWorkbookQuestion(opened.name, plan.raisons))) !== 0) return false;
  const written = await thread.write(opened, now, plan, textes);
  if (isUnusable(written)) return refused(store, written);
  const name = nameOf(opened.name, lost ? ' (copie).xlsx' : '.xlsx');
  download(name, written, XLSX);
  const withTexts = textes.size > 0 && !(plan.kind === 'retouche' && sameTexts(opened.textes, textes));
  await afterSave();
  store.set({ message: { ton: 'success', texte: savedSentence(name, plan, withTexts) } });
  return true;
}

function newWorkbookQuestion(name: string, raisons: readonly string[]): Omit<Question, 'answer'> {
  return {
    titre: 'Enregistrer comme nouveau classeur ?',
    phrases: [
      `Le classeur d’origine ne peut pas être repris tel quel${NBSP}: ${enumerate(raisons)}.`,
      `Le nouveau classeur garde les feuilles, les valeurs, les formules, les fusions, les titres et les largeurs de colonne. Il ne garde pas la mise en forme d’origine, les listes déroulantes ni les graphiques.`,
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
