import { areaOf } from './a1';
import { sheetOf, type SheetState } from './document';
import { GoogleException } from './execution';
import { createRange } from './range';
import { activeRange, createSheet, sheetIn } from './sheet';
import { standsFor, strict, type Place } from './strict';
import { createUi } from './ui';
import { ZONE } from './zone';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

export function createSpreadsheet(place: Place): Spreadsheet {
  const { execution } = place;
  const { document } = execution;
  const named = (name: string): SheetState | undefined => execution.view().sheets.find((sheet) => sheet.name === name);
  const activeSheet = (): Sheet => createSheet(place, document.active.sheetId);

  /** Sheets come at once: Google answers with the new sheet. */
  function insertSheet(name?: unknown): Sheet {
    const wanted = typeof name === 'string' ? name : `Feuille ${document.sheets.length + 1}`;
    if (document.sheets.some((sheet) => sheet.name.toLowerCase() === wanted.toLowerCase()))
      throw new GoogleException(`Une feuille nommée "${wanted}" existe déjà. Veuillez saisir un autre nom.`);
    execution.flush();
    const sheet = sheetOf([], { name: wanted });
    document.sheets.push(sheet);
    document.active = { sheetId: sheet.id, row: 0, column: 0, rows: 1, columns: 1 };
    return createSheet(place, sheet.id);
  }

  return strict<Spreadsheet>(place, 'Spreadsheet', {
    getId: () => 'classeur-1',
    getName: () => 'Contrat de ville',
    getSpreadsheetLocale: () => document.locale,
    getSpreadsheetTimeZone: () => ZONE,
    getSheets: () => execution.view().sheets.map(({ id }) => createSheet(place, id)),
    getSheetByName(name: string) {
      const sheet = named(name);
      return sheet === undefined ? null : createSheet(place, sheet.id);
    },
    getActiveSheet: activeSheet,
    setActiveSheet(sheet: Sheet) {
      const { sheetId } = standsFor(sheet) as { sheetId: number };
      document.active = { sheetId, row: 0, column: 0, rows: 1, columns: 1 };
      return sheet;
    },
    getActiveRange: () => activeRange(place, false),
    getActiveCell: () => activeRange(place, true),
    getCurrentCell: () => activeRange(place, true),
    getRange(a1: string) {
      const own = sheetIn(execution.view(), document.active.sheetId);
      const area = areaOf(a1, own.maxRows, own.maxColumns);
      const sheet = area === null ? undefined : area.sheet === null ? own : named(area.sheet);
      if (area === null || sheet === undefined) throw new GoogleException(`La plage ${a1} est introuvable.`);
      return createRange(place, sheet.id, area);
    },
    insertSheet,
    toast: () => undefined,
  });
}

export function createSpreadsheetApp(place: Place): App {
  const { execution } = place;
  return strict<App>(place, 'SpreadsheetApp', {
    getActiveSpreadsheet: () => createSpreadsheet(place),
    getActive: () => createSpreadsheet(place),
    getActiveSheet: () => createSheet(place, execution.document.active.sheetId),
    getActiveRange: () => activeRange(place, false),
    getCurrentCell: () => activeRange(place, true),
    getUi: () => createUi(place),
    flush: () => execution.flush(),
    newDataValidation: () => createValidation(place),
  });
}

type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

function createValidation(place: Place): Builder {
  let choices: readonly string[] = [];
  const builder: Builder = strict<Builder>(place, 'DataValidationBuilder', {
    requireValueInList(values: readonly string[]) {
      // Google keeps 500 values at most.
      if (values.length > 500) throw new GoogleException('La liste compte plus de 500 éléments.');
      choices = [...values];
      return builder;
    },
    setAllowInvalid: () => builder,
    setHelpText: () => builder,
    build: () => strict<GoogleAppsScript.Spreadsheet.DataValidation>(place, 'DataValidation', {}, choices),
  });
  return builder;
}
