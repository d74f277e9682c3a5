import { basename } from 'node:path';
import type { Annexe } from '../../shared/annexe';
import {
  lineOfRow,
  readTextDocument,
  refuseFormat,
  sniffFormat,
  type TextDocument,
  type TextKind,
} from '../../shared/exchange';
import { readWorkbookTexts, type SheetContent, type Workbook } from '../../shared/exchange/xlsx';
import {
  ACCEPTATIONS,
  isSession,
  millesimeOf,
  parseAcceptances,
  type Acceptance,
  type Session,
} from '../../shared/lint';
import type { Millesime } from '../../shared/referential';
import { columnName, formatAddress, type CellRef, type Grid } from '../../shared/sheet';
import { quote } from '../../shared/text';
import { openGrid } from './composition';
import { readBytes } from './files';
import { notAnAnnexe } from './notAnAnnexe';
import { refuse, usable } from './refuse';
import { openWorkbook } from './workbook';
import { printable } from './wrap';

export interface Asked {
  readonly feuille?: string | undefined;
  readonly millesime?: Millesime | undefined;
}

/** Where the annexe comes from: what is needed to write its file back. */
export type Source =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly document: TextDocument }
  | { readonly kind: 'xlsx'; readonly workbook: Workbook; readonly content: SheetContent };

/** An annexe read from a file and checked. */
export interface Opened {
  readonly path: string;
  /** Name of the file, without its folder. */
  readonly fichier: string;
  readonly bytes: Uint8Array;
  readonly format: 'xlsx' | TextKind;
  readonly source: Source;
  readonly feuille: string;
  readonly grid: Grid;
  readonly session: Session;
  readonly annexe: Annexe;
  readonly millesime: Millesime;
  /** Nobody said the millésime: it was guessed. */
  readonly devine: boolean;
  /** What the workbook says was accepted, with its reason; nothing in a text file. */
  readonly acceptances: readonly Acceptance[];
  /** What the agent should know of the reading, French sentences. */
  readonly remarques: readonly string[];
  /** Line of the sheet or of the file (1-based) of a row of the grid. */
  ligneOf(row: number): number;
  /** Address of a cell: "C12"; in a text file, the letter of the field and the line of the file. */
  celluleOf(at: CellRef): string;
}

/** Opens the annexe of a file. Whatever cannot be used ends the command with one sentence. */
export function openAnnexe(path: string, asked: Asked = {}): Opened {
  return openBytes(path, readBytes(path), asked);
}

/** The same for bytes that are (or are about to be) the content of `path`. */
export function openBytes(path: string, bytes: Uint8Array, asked: Asked = {}): Opened {
  const fichier = printable(basename(path));
  const { format } = usable(sniffFormat(bytes, fichier));
  const refused = refuseFormat(format);
  if (refused) usable(refused);
  if (format === 'txt' || format === 'tsv' || format === 'csv') return openText(path, fichier, bytes, format, asked);
  const { workbook, content, remarques } = openWorkbook(fichier, bytes, asked.feuille);
  const source: Source = { kind: 'xlsx', workbook, content };
  const opened = { path, fichier, bytes, format: 'xlsx', source, feuille: content.name, remarques } as const;
  return withSession(opened, content.grid, asked, (row) => content.grid.origin.row + row + 1);
}

function openText(path: string, fichier: string, bytes: Uint8Array, format: TextKind, asked: Asked): Opened {
  if (asked.feuille !== undefined) {
    refuse(`${quote(fichier)} est un fichier texte, qui n’a pas de feuilles ; retirez --feuille.`);
  }
  const feuille = fichier.replace(/\.[^.]*$/, '');
  const document = usable(readTextDocument(bytes, format, feuille));
  const source: Source = { kind: 'text', document };
  const opened = { path, fichier, bytes, format, source, feuille, remarques: document.remarks };
  return withSession(opened, document.grid, asked, (row) => lineOfRow(document, row));
}

type Read = Pick<Opened, 'path' | 'fichier' | 'bytes' | 'format' | 'source' | 'feuille' | 'remarques'>;

function withSession(read: Read, grid: Grid, asked: Asked, ligneOf: (row: number) => number): Opened {
  const millesime = asked.millesime ?? millesimeOf(grid);
  const session = openGrid(grid, millesime);
  if (!isSession(session)) return refuse(notAnAnnexe(read.fichier, session.compris, session.raison === 'vide'));
  const { origin } = grid;
  const celluleOf = ({ row, column }: CellRef): string =>
    read.source.kind === 'xlsx' ? formatAddress(row, column) : columnName(column) + ligneOf(row - origin.row);
  return {
    ...read,
    grid,
    session,
    annexe: session.annexe(),
    millesime,
    devine: asked.millesime === undefined,
    acceptances: acceptancesOf(read.source),
    ligneOf,
    celluleOf,
  };
}

function acceptancesOf(source: Source): readonly Acceptance[] {
  if (source.kind !== 'xlsx') return [];
  return parseAcceptances(readWorkbookTexts(source.workbook).get(ACCEPTATIONS) ?? null);
}

/** A session of its own on the same sheet, to try corrections on. */
export function scratchOf({ grid, millesime, fichier }: Opened): Session {
  const session = openGrid(grid, millesime);
  return isSession(session) ? session : refuse(notAnAnnexe(fichier, session.compris, session.raison === 'vide'));
}

/** A grid made from a file that is no sheet (a publication): it can be checked and converted, not written back. */
export function openGridOf(path: string, grid: Grid, millesime: Millesime): Opened {
  const fichier = printable(basename(path));
  const read: Read = {
    path,
    fichier,
    bytes: new Uint8Array(),
    format: 'csv',
    source: { kind: 'none' },
    feuille: 'Annexe',
    remarques: [],
  };
  return withSession(read, grid, { millesime }, (row) => row + 1);
}
