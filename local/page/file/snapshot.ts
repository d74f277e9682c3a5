import {
  BooleanNumber,
  HorizontalAlign,
  LocaleType,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import { toExcel } from '../../../shared/formulas';
import { formulaAt, type Grid } from '../../../shared/sheet';
import { cellOf } from '../sheet/cells';
import { heightsOf } from './heights';
import { lookOf } from './look';
import { SHARED, type OpenedFile, type OpenedSheet } from './opened';

/** Pixels of a character and of a cell's padding, in the font of the sheet. */
const CHARACTER = 7.6;
const PADDING = 8;
/** Rows and columns beyond what the file fills, for the agent to go on. */
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 6;
const LEAST_COLUMNS = 12;

const PLAIN: IStyleData = { tb: WrapStrategy.WRAP, vt: VerticalAlign.TOP, fs: 10, ff: 'Arial' };
const STYLES: Record<string, IStyleData> = {
  plain: PLAIN,
  title: { ...PLAIN, bl: BooleanNumber.TRUE, fs: 13, tb: WrapStrategy.OVERFLOW },
  section: {
    ...PLAIN,
    bl: BooleanNumber.TRUE,
    bg: { rgb: '#e3edf9' },
    tb: WrapStrategy.OVERFLOW,
    vt: VerticalAlign.MIDDLE,
  },
  header: {
    ...PLAIN,
    bl: BooleanNumber.TRUE,
    bg: { rgb: '#f0f0f0' },
    ht: HorizontalAlign.CENTER,
    vt: VerticalAlign.MIDDLE,
  },
};

/** A file as a workbook of the spreadsheet. `id` tells apart two openings of one file. */
export function snapshotOf(file: OpenedFile, id: string): IWorkbookData {
  const sheets = file.sheets.map((sheet, index) => ({ id: `feuille-${index + 1}`, sheet }));
  return {
    id,
    name: file.name,
    appVersion: '',
    locale: LocaleType.FR_FR,
    styles: STYLES,
    sheetOrder: sheets.map((one) => one.id),
    sheets: Object.fromEntries(sheets.map((one) => [one.id, worksheetOf(one.sheet, one.id)])),
  };
}

function worksheetOf({ grid, visible, hiddenRows }: OpenedSheet, id: string): Partial<IWorksheetData> {
  const look = lookOf(grid);
  const { styles, widths, frozenRows } = look;
  const heights = heightsOf(grid, look);
  const filled = grid.values.reduce((most, row) => Math.max(most, row.length), 0);
  const rowData: Record<number, Partial<IRowData>> = {};
  // Each row and column carries the place it came from: that tells, when it is saved, whether any was moved.
  for (let row = 0; row < grid.values.length; row++) rowData[row] = { custom: { de: row }, h: heights[row] ?? 24 };
  for (const [row, style] of styles) rowData[row] = { ...rowData[row], s: style };
  for (const row of hiddenRows) rowData[row] = { ...rowData[row], hd: BooleanNumber.TRUE };
  const columnData: Record<number, Partial<IColumnData>> = {};
  for (let column = 0; column < filled; column++) {
    columnData[column] = { custom: { de: column }, w: Math.round((widths[column] ?? 12) * CHARACTER) + PADDING };
  }
  return {
    id,
    name: grid.origin.sheet,
    hidden: visible ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    cellData: cellsOf(grid),
    rowData,
    columnData,
    rowCount: grid.values.length + SPARE_ROWS,
    columnCount: Math.max(LEAST_COLUMNS, filled + SPARE_COLUMNS),
    defaultStyle: 'plain',
    defaultRowHeight: 24,
    defaultColumnWidth: 96,
    mergeData: (grid.merges ?? []).map(({ top, left, bottom, right }) => ({
      startRow: top,
      startColumn: left,
      endRow: bottom,
      endColumn: right,
    })),
    freeze: { xSplit: 0, ySplit: frozenRows, startRow: frozenRows === 0 ? -1 : frozenRows, startColumn: -1 },
  };
}

function cellsOf(grid: Grid): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  for (let row = 0; row < grid.values.length; row++) {
    const values = grid.values[row] ?? [];
    const width = Math.max(values.length, grid.formulas?.get(row)?.length ?? 0);
    const line: Record<number, ICellData> = {};
    let filled = false;
    for (let column = 0; column < width; column++) {
      const cell = cellAt(grid, row, column);
      if (cell === null) continue;
      line[column] = cell;
      filled = true;
    }
    if (filled) cells[row] = line;
  }
  return cells;
}

/** A formula of ours comes without its stored value, so that it is computed; any other keeps it until what it needs changes. */
function cellAt(grid: Grid, row: number, column: number): ICellData | null {
  const value = grid.values[row]?.[column] ?? null;
  const formula = formulaAt(grid, row, column);
  if (formula === '') return value === null || value === '' ? null : cellOf(value);
  if (formula === SHARED || formula === '=') return { ...cellOf(value), custom: { partagee: true } };
  const ours = toExcel(formula);
  return /\bANNEXE\./.test(ours) ? { f: ours } : { ...cellOf(value), f: ours };
}
