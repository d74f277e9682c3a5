import type { IRange, IRowData, Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { Grid, Merge, Scalar } from '../../../shared/sheet';
import { SHARED } from '../file/opened';
import type { SheetNow } from '../file/sheetNow';
import { scalarOf } from './cells';
import type { Spreadsheet } from './spreadsheet';

/** What is being typed goes into its cell. */
export async function endTyping({ api }: Pick<Spreadsheet, 'api'>): Promise<void> {
  const book = api.getActiveWorkbook();
  if (book?.isCellEditing()) await book.endEditingAsync(true);
}

/** Every sheet as it stands, for a file; what is being typed goes into its cell first. */
export async function sheetsNow(spreadsheet: Spreadsheet): Promise<SheetNow[]> {
  await endTyping(spreadsheet);
  const { injector, workbook, mirror } = spreadsheet;
  const model = injector.get(FormulaDataModel);
  const sheets: SheetNow[] = [];
  for (const sheet of workbook().getSheets()) {
    const grid = withOwnFormulas(await mirror.gridCalmly(sheet), sheet, model);
    const etendues = filledBy(sheet, model);
    sheets.push({ grid: withResults(grid, etendues, sheet, model), etendues, deplacee: isMoved(sheet) });
  }
  return sheets;
}

/** A formula that was filled down or across is kept once by the engine, which knows how it reads in each cell. */
function withOwnFormulas(grid: Grid, sheet: Worksheet, model: FormulaDataModel): Grid {
  const formulas = new Map(grid.formulas);
  for (const [row, cells] of formulas) {
    if (!cells.includes(SHARED)) continue;
    const own = cells.map((formula, column) =>
      formula === SHARED
        ? (model.getFormulaStringByCell(row, column, sheet.getSheetId(), sheet.getUnitId()) ?? SHARED)
        : formula,
    );
    formulas.set(row, own);
  }
  return { ...grid, formulas };
}

/** What formulas fill beyond their own cell. */
function filledBy(sheet: Worksheet, model: FormulaDataModel): Merge[] {
  const ranges = model.getArrayFormulaRange()[sheet.getUnitId()]?.[sheet.getSheetId()] ?? {};
  return Object.values(ranges).flatMap((row) =>
    Object.values<IRange>(row)
      .map(({ startRow, startColumn, endRow, endColumn }) => ({
        top: startRow,
        left: startColumn,
        bottom: endRow,
        right: endColumn,
      }))
      .filter(({ top, left, bottom, right }) => bottom > top || right > left),
  );
}

/** The grid with what formulas fill: the engine keeps those values apart from the cells. */
function withResults(grid: Grid, etendues: readonly Merge[], sheet: Worksheet, model: FormulaDataModel): Grid {
  if (etendues.length === 0) return grid;
  const results = model.getArrayFormulaCellData()[sheet.getUnitId()]?.[sheet.getSheetId()] ?? {};
  const values = grid.values.slice();
  for (const { top, left, bottom, right } of etendues) {
    for (let row = top; row <= bottom; row++) {
      const cells: Scalar[] = (values[row] ?? []).slice();
      for (let column = left; column <= right; column++) {
        while (cells.length <= column) cells.push(null);
        if (row !== top || column !== left) cells[column] = scalarOf(results[row]?.[column]);
      }
      while (values.length < row) values.push([]);
      values[row] = cells;
    }
  }
  return { ...grid, values };
}

/** Rows and columns carry the place they came from: one that stands elsewhere, or one without a past among them, was moved. */
function isMoved(sheet: Worksheet): boolean {
  const { rowData, columnData } = sheet.getConfig();
  return outOfPlace(rowData) || outOfPlace(columnData);
}

function outOfPlace(places: Readonly<Record<number, Partial<IRowData>>>): boolean {
  let next = 0;
  for (const key in places) {
    const from = places[key]?.custom?.de;
    if (from === undefined) continue;
    if (from !== Number(key) || from !== next) return true;
    next++;
  }
  return false;
}
