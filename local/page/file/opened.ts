import {
  isUnusable,
  readSheet,
  readTextDocument,
  readWorkbook,
  readWorkbookTexts,
  refuseFormat,
  sniffFormat,
  type TextKind,
  type Unusable,
  type Workbook,
  type WorkbookTexts,
} from '../../../shared/exchange';
import type { Grid, Merge } from '../../../shared/sheet';
import { enumerate, NBSP, plural, quote } from '../../../shared/text';

/** What stands for the text of a formula that the file writes once for several cells. */
export const SHARED = '=…';

/** A sheet as its file gives it. */
export interface OpenedSheet {
  readonly grid: Grid;
  readonly visible: boolean;
  readonly protege: boolean;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** What one formula fills, from its own cell on. */
  readonly etendues: readonly Merge[];
}

/** A file as it was when it was opened: what the sheets are compared with when they are saved. */
export interface OpenedFile {
  readonly kind: 'opened';
  readonly name: string;
  readonly format: 'xlsx' | TextKind;
  readonly bytes: Uint8Array;
  readonly sheets: readonly OpenedSheet[];
  /** What the workbook keeps of ours: findings that were accepted. */
  readonly textes: WorkbookTexts;
  /** What an agent should know of the reading, in French. */
  readonly remarques: readonly string[];
}

/** Reads a file that was chosen or dropped. `onProgress` is told the share done, 0–1. */
export function openBytes(name: string, bytes: Uint8Array, onProgress: (done: number) => void): OpenedFile | Unusable {
  const sniffed = sniffFormat(bytes, name);
  if (isUnusable(sniffed)) return sniffed;
  const { format } = sniffed;
  const refusal = refuseFormat(format);
  if (refusal !== null) return refusal;
  if (format === 'xlsx') return openXlsx(name, bytes, onProgress);
  return format === 'csv' || format === 'tsv' || format === 'txt' ? openText(name, bytes, format) : NOT_READ;
}

const NOT_READ: Unusable = { kind: 'unusable', message: 'Ce fichier n’est pas lu ; enregistrez-le en .xlsx.' };

function openText(name: string, bytes: Uint8Array, format: TextKind): OpenedFile | Unusable {
  const document = readTextDocument(bytes, format, 'Annexe');
  if (isUnusable(document)) return document;
  const sheet: OpenedSheet = {
    grid: document.grid,
    visible: true,
    protege: false,
    hiddenRows: [],
    hiddenColumns: [],
    etendues: [],
  };
  const textes = new Map<string, string>();
  return { kind: 'opened', name, format, bytes, sheets: [sheet], textes, remarques: document.remarks };
}

function openXlsx(name: string, bytes: Uint8Array, onProgress: (done: number) => void): OpenedFile | Unusable {
  const workbook = readWorkbook(bytes);
  if (isUnusable(workbook)) return workbook;
  const names = worksheetsOf(workbook);
  const sheets: OpenedSheet[] = [];
  const remarques: string[] = [];
  for (const [index, sheetName] of names.entries()) {
    const content = readSheet(workbook, sheetName, { onProgress: (done) => onProgress((index + done) / names.length) });
    if (isUnusable(content)) return content;
    const { grid, hiddenRows, hiddenColumns, visibility, droppedCells, arrays } = content;
    const visible = visibility === 'visible';
    sheets.push({ grid, hiddenRows, hiddenColumns, visible, protege: content.protected, etendues: arrays });
    if (droppedCells > 0) {
      const cells = plural(droppedCells, 'cellule ignorée', 'cellules ignorées');
      remarques.push(`${quote(sheetName)}${NBSP}: ${cells} au-delà de la 1${NBSP}024e colonne.`);
    }
  }
  const textes = readWorkbookTexts(workbook);
  remarques.push(...lockedRemark(sheets));
  return { kind: 'opened', name, format: 'xlsx', bytes, sheets, textes, remarques };
}

const worksheetsOf = ({ sheets }: Workbook): string[] =>
  sheets.filter(({ kind }) => kind === 'worksheet').map(({ name }) => name);

function lockedRemark(sheets: readonly OpenedSheet[]): string[] {
  const locked = sheets.filter(({ protege }) => protege).map(({ grid }) => quote(grid.origin.sheet));
  if (locked.length === 0) return [];
  const [subject, cure] =
    locked.length === 1
      ? ['Feuille protégée', 'elle ne sera pas modifiée']
      : ['Feuilles protégées', 'elles ne seront pas modifiées'];
  return [`${subject}${NBSP}: ${enumerate(locked)}${NBSP}; ${cure}. Ôtez la protection dans Excel (Révision).`];
}
