import { ICommandService, type ICellData, type Worksheet } from '@univerjs/core';
import { SetRangeValuesCommand } from '@univerjs/preset-sheets-core';
import { toExcel } from '../../../shared/formulas';
import type { Edit } from '../../../shared/sheet';
import { replacing } from './cells';
import { givesShare, SHARE } from './share';
import type { Spreadsheet } from './spreadsheet';

type Cells = Record<number, Record<number, ICellData>>;

/** Writes the values as one step of the spreadsheet's own undo. */
export function writeValues(spreadsheet: Spreadsheet, sheet: Worksheet, edits: readonly Edit[]): void {
  const value: Cells = {};
  for (const { at, set } of edits) (value[at.row] ??= {})[at.column] = replacing(set);
  write(spreadsheet, sheet, value);
}

/** A share is shown as a percentage, as Excel would after the same formula. */
export function writeFormula(
  spreadsheet: Spreadsheet,
  sheet: Worksheet,
  { row, column }: { readonly row: number; readonly column: number },
  formula: string,
): void {
  const f = toExcel(formula);
  const cell: ICellData = { ...replacing(null), f, ...(givesShare(f) ? SHARE : {}) };
  write(spreadsheet, sheet, { [row]: { [column]: cell } });
}

function write({ injector, workbook }: Spreadsheet, sheet: Worksheet, value: Cells): void {
  injector.get(ICommandService).syncExecuteCommand(SetRangeValuesCommand.id, {
    unitId: workbook().getUnitId(),
    subUnitId: sheet.getSheetId(),
    range: boxOf(value),
    value,
  });
}

/** The smallest range that holds the cells. */
function boxOf(value: Cells): { startRow: number; endRow: number; startColumn: number; endColumn: number } {
  const rows = Object.keys(value).map(Number);
  const columns = Object.values(value).flatMap((cells) => Object.keys(cells).map(Number));
  const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);
  return { startRow: least(rows), endRow: most(rows), startColumn: least(columns), endColumn: most(columns) };
}

/** Rows and columns beyond the values, for the agent to go on. */
const SPARE_ROWS = 50;
const SPARE_COLUMNS = 6;

/** Adds a sheet and shows it; resolves with its name. */
export function addSheet(
  { api, workbook }: Spreadsheet,
  wanted: string,
  rows: readonly (readonly ICellData[])[],
): string {
  const taken = new Set(
    workbook()
      .getSheets()
      .map((sheet) => sheet.getName().toLowerCase()),
  );
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} ${number}`;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const cellData = Object.fromEntries(rows.map((row, index) => [index, Object.fromEntries(row.entries())]));
  const sheet = { cellData, rowCount: rows.length + SPARE_ROWS, columnCount: Math.max(12, width + SPARE_COLUMNS) };
  api.getActiveWorkbook()?.insertSheet(name, { sheet }).activate();
  return name;
}
