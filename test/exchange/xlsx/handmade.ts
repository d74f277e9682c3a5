import { strToU8, zipSync } from 'fflate';
import type { Unusable } from '../../../shared/exchange/unusable';
import type { ReadOptions, SheetContent, Workbook } from '../../../shared/exchange/xlsx';
import { readSheet, readWorkbook } from '../../../shared/exchange/xlsx';

/** Workbooks made part by part, so that a test can put in them what no spreadsheet program would write. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DATED = { mtime: '2025-03-31T12:00:00' };

export type Parts = Record<string, string | Uint8Array>;

/** `level` 0 stores: for big parts. */
export function zip(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  const bytes = Object.entries(parts).map(
    ([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part] as const,
  );
  return zipSync(Object.fromEntries(bytes), { ...DATED, level });
}

export function worksheet(data: string, after = '', before = ''): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;
}

export function relationships(links: readonly (readonly [type: string, target: string])[], base = OFFICE): string {
  const items = links.map(
    ([type, target], index) => `<Relationship Id="r${index + 1}" Type="${base}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

/** One sheet « Annexe », with the texts and styles given. */
export function parts(sheet: string | Uint8Array, { strings = '', formats = '', properties = '' } = {}): Parts {
  return {
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets><sheet name="Annexe" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${formats}</styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
}

export function opened(bytes: Uint8Array): Workbook {
  return usable(readWorkbook(bytes));
}

export function read(bytes: Uint8Array, name = 'Annexe', options: ReadOptions = {}): SheetContent {
  return usable(readSheet(opened(bytes), name, options));
}

export function values(bytes: Uint8Array): SheetContent['grid']['values'] {
  return read(bytes).grid.values;
}

/** The sentence of an Unusable, wherever it comes: opening or reading; its no-break spaces made plain. */
export function complaint(bytes: Uint8Array): string {
  const workbook = readWorkbook(bytes);
  const result = workbook.kind === 'unusable' ? workbook : readSheet(workbook, workbook.sheets[0]?.name ?? '');
  return result.kind === 'unusable' ? plain(result) : 'lu sans plainte';
}

export function plain({ message }: Unusable): string {
  return message.replace(/[\u00a0\u202f]/g, ' ');
}

export function usable<T extends object>(result: T | Unusable): T {
  if ('kind' in result && result.kind === 'unusable') throw new Error((result as Unusable).message);
  return result as T;
}
