import type { Grid } from '../../shared/sheet';
import { plainRows } from './cells';
import { Failure } from './failure';

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const book = (): Book => SpreadsheetApp.getActiveSpreadsheet();

/** The sheet by name, the active one for null. */
export function sheetNamed(name: string | null): Sheet {
  const sheet = name === null ? book().getActiveSheet() : book().getSheetByName(name);
  if (sheet === null) throw new Failure('feuille', name ?? '');
  return sheet;
}

/** The whole sheet, from A1 to its last filled cell. The values are read last: what is compared with them is as fresh as can be. */
export function gridOf(sheet: Sheet, name = sheet.getName()): Grid {
  const range = sheet.getDataRange();
  const formulas = sparse(range.getFormulas());
  return { origin: { sheet: name, row: 0, column: 0 }, values: plainRows(range.getValues()), formulas };
}

export const grids = (): Grid[] =>
  book()
    .getSheets()
    .map((sheet) => gridOf(sheet));

/** A sheet as it is read before it is written. */
export interface Reading {
  readonly grid: Grid;
  readonly formats: readonly (readonly string[])[];
}

/** The same with the formats of the cells. */
export function readingOf(sheet: Sheet, name: string): Reading {
  const formats = sheet.getDataRange().getNumberFormats();
  return { formats, grid: gridOf(sheet, name) };
}

/** Readings at most: a colleague would have to change the sheet within each of them. */
const MOST_READINGS = 4;

/**
 * A reading that holds together. Formulas and values come by two calls, between which lines may move: when two readings show the
 * same values, the formulas that were read between them belong to them. `first`: a reading that was already made.
 */
export function settled<T>(read: () => T, first: T): T {
  let last = first;
  for (let count = 1; count < MOST_READINGS; count++) {
    const next = read();
    if (printOf(next) === printOf(last)) return next;
    last = next;
  }
  return last;
}

export const steadyReading = (sheet: Sheet, name = sheet.getName()): Reading =>
  settled(() => readingOf(sheet, name), readingOf(sheet, name));

const printOf = (reading: unknown): string =>
  JSON.stringify(reading, (_, part: unknown) => (part instanceof Map ? [...part] : part));

/** Only the rows that have a formula. */
export function sparse(formulas: readonly (readonly string[])[]): Map<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  formulas.forEach((row, index) => {
    if (row.some((formula) => formula !== '')) found.set(index, row);
  });
  return found;
}
