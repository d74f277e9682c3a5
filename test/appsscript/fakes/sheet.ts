import { areaOf } from './a1';
import { createChartBuilder } from './charts';
import { extentOf, type Area, type ChartState, type DocumentState, type SheetState } from './document';
import { GoogleException } from './execution';
import { createRange } from './range';
import { createSpreadsheet } from './spreadsheet';
import { standsFor, strict, type Place } from './strict';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function sheetIn(document: DocumentState, id: number): SheetState {
  const sheet = document.sheets.find((one) => one.id === id);
  if (sheet === undefined) throw new GoogleException(`La feuille ${id} est introuvable.`);
  return sheet;
}

export function createSheet(place: Place, id: number): Sheet {
  const { execution } = place;
  const state = (): SheetState => sheetIn(execution.view(), id);

  function rangeAt(first: number | string, column?: number, rows = 1, columns = 1): GoogleAppsScript.Spreadsheet.Range {
    const { maxRows, maxColumns, name } = state();
    if (typeof first === 'string') {
      const area = areaOf(first, maxRows, maxColumns);
      if (area === null || (area.sheet !== null && area.sheet !== name))
        throw new GoogleException(`La plage ${first} est introuvable.`);
      return createRange(place, id, inside(area, maxRows, maxColumns));
    }
    if (!Number.isInteger(first) || first < 1) throw new GoogleException('The starting row of the range is too small.');
    if (column === undefined || !Number.isInteger(column) || column < 1)
      throw new GoogleException('The starting column of the range is too small.');
    if (rows < 1) throw new GoogleException('The number of rows in the range must be at least 1.');
    if (columns < 1) throw new GoogleException('The number of columns in the range must be at least 1.');
    const area = { top: first - 1, left: column - 1, bottom: first + rows - 2, right: column + columns - 2 };
    return createRange(place, id, inside(area, maxRows, maxColumns));
  }

  const change = (make: (sheet: SheetState) => void): Sheet => {
    execution.write((document) => make(sheetIn(document, id)));
    return sheet;
  };

  const sheet: Sheet = strict<Sheet>(
    place,
    'Sheet',
    {
      getName: () => state().name,
      getSheetId: () => id,
      getParent: () => createSpreadsheet(place),
      getIndex: () => execution.view().sheets.findIndex((one) => one.id === id) + 1,
      isSheetHidden: () => state().hidden,
      isRowHiddenByUser: (row: number) => state().hiddenRows.get(row - 1) === 'user',
      isRowHiddenByFilter: (row: number) => state().hiddenRows.get(row - 1) === 'filter',
      isColumnHiddenByUser: (column: number) => state().hiddenColumns.has(column - 1),
      getRange: rangeAt,
      getDataRange() {
        const { rows, columns } = extentOf(state());
        const area = { top: 0, left: 0, bottom: Math.max(1, rows) - 1, right: Math.max(1, columns) - 1 };
        return createRange(place, id, area);
      },
      getLastRow: () => extentOf(state()).rows,
      getLastColumn: () => extentOf(state()).columns,
      getMaxRows: () => state().maxRows,
      getMaxColumns: () => state().maxColumns,
      insertRowsAfter(after: number, count: number) {
        if (after !== state().maxRows) throw new GoogleException('Only rows at the end are known here.');
        return change((one) => void (one.maxRows += count));
      },
      insertColumnsAfter(after: number, count: number) {
        if (after !== state().maxColumns) throw new GoogleException('Only columns at the end are known here.');
        return change((one) => void (one.maxColumns += count));
      },
      getActiveCell: () => activeRange(place, true),
      getActiveRange: () => activeRange(place, false),
      activate() {
        if (execution.document.active.sheetId !== id)
          execution.document.active = { sheetId: id, row: 0, column: 0, rows: 1, columns: 1 };
        return sheet;
      },
      setFrozenRows: (rows: number) => change((one) => void (one.frozenRows = rows)),
      setColumnWidth: (column: number, width: number) => change((one) => void (one.widths[column - 1] = width)),
      newChart: () => createChartBuilder(place),
      insertChart: (chart) => void change((one) => void one.charts.push(standsFor(chart) as ChartState)),
    },
    { sheetId: id },
  );
  return sheet;
}

/** The cell, or the cells, that the user has chosen. */
export function activeRange(place: Place, cellAlone: boolean): GoogleAppsScript.Spreadsheet.Range {
  const { sheetId, row, column, rows, columns } = place.execution.document.active;
  const area = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
  return createRange(place, sheetId, cellAlone ? { ...area, bottom: row, right: column } : area);
}

function inside(area: Area, maxRows: number, maxColumns: number): Area {
  if (area.bottom >= maxRows || area.right >= maxColumns)
    throw new GoogleException('The coordinates of the range are outside the dimensions of the sheet.');
  return area;
}
