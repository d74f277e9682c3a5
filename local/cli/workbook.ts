import { isAnnexe, readAnnexe, type PasUneAnnexe } from '../../shared/annexe';
import { readSheet, readWorkbook, type SheetContent, type Workbook } from '../../shared/exchange/xlsx';
import { millesimeOf, vocabularyOf } from '../../shared/lint';
import { enumerate, NBSP, plural, quote } from '../../shared/text';
import { referential } from './composition';
import { notAnAnnexe } from './notAnAnnexe';
import { refuse, usable } from './refuse';
import { printable } from './wrap';

export interface OpenedWorkbook {
  readonly workbook: Workbook;
  readonly content: SheetContent;
  readonly remarques: readonly string[];
}

/** The sheet that is asked for, else the only visible one that is an annexe. */
export function openWorkbook(fichier: string, bytes: Uint8Array, feuille: string | undefined): OpenedWorkbook {
  const workbook = usable(readWorkbook(bytes));
  const content = feuille === undefined ? onlyAnnexe(fichier, workbook) : usable(readSheet(workbook, feuille));
  return { workbook, content, remarques: remarksOnSheet(content) };
}

interface Candidate {
  readonly content: SheetContent;
  readonly refusal: PasUneAnnexe | null;
}

function onlyAnnexe(fichier: string, workbook: Workbook): SheetContent {
  const sheets = workbook.sheets.filter(({ kind }) => kind === 'worksheet');
  const visible = sheets.filter(({ visibility }) => visibility === 'visible');
  const candidates = visible.map(({ name }) => candidate(workbook, name));
  const annexes = candidates.filter(({ refusal }) => refusal === null);
  const first = annexes[0];
  if (first !== undefined && annexes.length === 1) return first.content;
  if (annexes.length > 1) {
    const names = annexes.map(({ content }) => nameOf(content.name));
    return refuse(
      `${quote(fichier)} contient ${annexes.length} annexes : ${enumerate(names)} ; ajoutez --feuille et le nom de celle à lire.`,
    );
  }
  const hidden = sheets.filter(({ visibility }) => visibility !== 'visible').map(({ name }) => nameOf(name));
  const also =
    hidden.length === 0
      ? ''
      : ` Feuilles masquées, non lues${NBSP}: ${enumerate(hidden)} ; nommez-en une avec --feuille.`;
  return refuse(bestRefusal(fichier, candidates) + also);
}

function candidate(workbook: Workbook, name: string): Candidate {
  const content = usable(readSheet(workbook, name));
  const read = readAnnexe(content.grid, vocabularyOf(referential, millesimeOf(content.grid)));
  return { content, refusal: isAnnexe(read) ? null : read };
}

/** Of the sheet in which most titles were understood. */
function bestRefusal(fichier: string, candidates: readonly Candidate[]): string {
  const compris = ({ refusal }: Candidate): readonly string[] => refusal?.compris ?? [];
  const best = [...candidates].sort((a, b) => compris(b).length - compris(a).length)[0];
  if (best === undefined) return `${quote(fichier)} n’a aucune feuille visible.`;
  const empty = candidates.every(({ refusal }) => refusal?.raison === 'vide');
  if (candidates.length === 1) return notAnAnnexe(fichier, compris(best), empty);
  const where = compris(best).length === 0 ? fichier : `${fichier}, feuille ${best.content.name}`;
  return notAnAnnexe(printable(where), compris(best), empty);
}

const nameOf = (name: string): string => quote(printable(name));

/** "3 lignes masquées", with what is done about them. */
function remarksOnSheet({ hiddenRows, filter, droppedCells }: SheetContent): readonly string[] {
  const remarks: string[] = [];
  if (hiddenRows.length > 0) {
    const why = filter === 'active' ? ' par un filtre' : '';
    const rows = plural(
      hiddenRows.length,
      `ligne masquée${why} est contrôlée`,
      `lignes masquées${why} sont contrôlées`,
    );
    remarks.push(`${rows} comme les autres.`);
  }
  if (droppedCells > 0) {
    remarks.push(`${plural(droppedCells, 'cellule ignorée', 'cellules ignorées')} au-delà de la 1 024e colonne.`);
  }
  return remarks;
}
