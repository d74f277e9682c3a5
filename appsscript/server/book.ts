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

/** Only the rows that have a formula. */
export function sparse(formulas: readonly (readonly string[])[]): Map<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  formulas.forEach((row, index) => {
    if (row.some((formula) => formula !== '')) found.set(index, row);
  });
  return found;
}
