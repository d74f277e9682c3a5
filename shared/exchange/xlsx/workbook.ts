import { NBSP, quote } from '../../text/french';
import type { Unusable } from '../unusable';
import type { OnStep } from './inflate';
import { notArchive, otherArchive } from './notWorkbook';
import type { Relationship } from './parts';
import { findPart, relationshipsOf, scanSmallPart } from './parts';
import { attempt, refuse } from './refusal';
import type { DateKind } from './serialDate';
import { readSharedStrings } from './sharedStrings';
import { readDateKinds } from './styles';
import type { Tag } from './xmlTag';
import { decodeExcelEscapes } from './xmlText';
import type { Archive, Entry } from './zip';
import { readArchive } from './zip';

export interface WorkbookSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** "worksheet" has cells; "chartsheet" and the like have none. */
  readonly kind: string;
  /** Its part in the archive. */
  readonly part: string;
}

/** A workbook whose table of contents has been read; sheets, texts and styles are read when asked for. */
export interface Workbook {
  readonly kind: 'workbook';
  readonly sheets: readonly WorkbookSheet[];
  /** Days are counted from 1904 (old Macintosh workbooks) instead of 1900. */
  readonly date1904: boolean;
  readonly archive: Archive;
  /** The workbook's own part, from which all others are found. */
  readonly main: Entry;
  readonly stringsEntry: Entry | null;
  readonly sharedStrings: (onStep?: OnStep) => readonly string[];
  readonly dateKinds: () => readonly DateKind[];
}

/** Opens an .xlsx or .xlsm; anything else gives one French sentence. Costs little, however big the sheets are. */
export function readWorkbook(bytes: Uint8Array): Workbook | Unusable {
  return attempt(() => openWorkbook(bytes));
}

/** `readWorkbook` for this folder: refuses by exception. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const wrong = notArchive(bytes);
  if (wrong !== null) refuse(wrong);
  const archive = readArchive(bytes);
  const main = mainPart(archive);
  const links = relationshipsOf(archive, main.name);
  const found = readMain(archive, main, links);
  if (found.sheets.length === 0)
    refuse(`Ce classeur ne contient aucune feuille${NBSP}: enregistrez-le de nouveau dans Excel.`);
  const stringsEntry = linked(archive, links, 'sharedStrings');
  const stylesEntry = linked(archive, links, 'styles');
  let strings: readonly string[] | null = stringsEntry ? null : [];
  let dateKinds: readonly DateKind[] | null = stylesEntry ? null : [];
  return {
    kind: 'workbook',
    ...found,
    archive,
    main,
    stringsEntry,
    sharedStrings: (onStep) =>
      (strings = strings ?? (stringsEntry ? readSharedStrings(archive, stringsEntry, onStep) : [])),
    dateKinds: () => (dateKinds = dateKinds ?? (stylesEntry ? readDateKinds(archive, stylesEntry) : [])),
  };
}

function mainPart(archive: Archive): Entry {
  const link = relationshipsOf(archive, '').find(({ type }) => type === 'officeDocument');
  const entry = findPart(archive, link?.target ?? 'xl/workbook.xml');
  return entry && !entry.name.toLowerCase().endsWith('.bin') ? entry : refuse(otherArchive(archive));
}

function linked(archive: Archive, links: readonly Relationship[], type: string): Entry | null {
  const link = links.find((candidate) => candidate.type === type);
  return link ? findPart(archive, link.target) : null;
}

function readMain(
  archive: Archive,
  main: Entry,
  links: readonly Relationship[],
): Pick<Workbook, 'sheets' | 'date1904'> {
  const sheets: WorkbookSheet[] = [];
  let date1904 = false;
  let depth = 0;
  scanSmallPart(archive, main, {
    open: (tag) => {
      if (depth === 0 && tag.name !== 'workbook') refuse(otherArchive(archive));
      depth++;
      if (tag.name === 'workbookPr') date1904 = tag.flag('date1904');
      if (tag.name === 'sheet' && depth === 3) sheets.push(readEntry(tag, links));
    },
    close: () => depth--,
    text: () => undefined,
  });
  return { sheets, date1904 };
}

function readEntry(tag: Tag, links: readonly Relationship[]): WorkbookSheet {
  const state = tag.attribute('state');
  const id = tag.attribute('id');
  const link = links.find((candidate) => candidate.id === id);
  return {
    name: decodeExcelEscapes(tag.attribute('name') ?? ''),
    visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    kind: link?.type ?? 'missing',
    part: link?.target ?? '',
  };
}

/** The sheet of that name (case set aside, as Excel does) and its part; refuses with the names there are. */
export function findSheet(workbook: Workbook, name: string): { sheet: WorkbookSheet; entry: Entry } {
  const lower = name.toLowerCase();
  const sheet =
    workbook.sheets.find((candidate) => candidate.name === name) ??
    workbook.sheets.find((candidate) => candidate.name.toLowerCase() === lower);
  if (!sheet) {
    const names = workbook.sheets.slice(0, 20).map((candidate) => quote(candidate.name));
    return refuse(
      `La feuille ${quote(name)} n'existe pas dans ce classeur${NBSP}; feuilles présentes${NBSP}: ${names.join(', ')}.`,
    );
  }
  if (sheet.kind !== 'worksheet' && sheet.kind !== 'missing') {
    refuse(
      `La feuille ${quote(sheet.name)} ne contient pas de cellules (feuille de graphique ou de dialogue)${NBSP}: choisissez une feuille de calcul.`,
    );
  }
  const entry = findPart(workbook.archive, sheet.part);
  return entry
    ? { sheet, entry }
    : refuse(
        `La feuille ${quote(sheet.name)} manque dans ce fichier${NBSP}: il est incomplet, téléchargez-le ou enregistrez-le de nouveau.`,
      );
}
