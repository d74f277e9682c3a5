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
import { formulaAt, type Grid, type Merge, type Scalar } from '../../../shared/sheet';
import { cellOf } from '../sheet/cells';
import { givesShare, SHARE } from '../sheet/share';
import { fromFile } from './fileFormula';
import { heightsOf } from './heights';
import { lookOf } from './look';
import { SHARED, type OpenedFile, type OpenedSheet } from './opened';

/** Pixels of a character and of a cell's padding, in the font of the sheet. */
const CHARACTER = 7.6;
const PADDING = 8;
/** Rows and columns beyond what the file fills, for the agent to go on. */
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 12;
const LEAST_COLUMNS = 20;

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

function worksheetOf(sheet: OpenedSheet, id: string): Partial<IWorksheetData> {
  const { grid, visible, hiddenRows, hiddenColumns, etendues } = sheet;
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
  for (const column of hiddenColumns) columnData[column] = { ...columnData[column], hd: BooleanNumber.TRUE };
  return {
    id,
    name: grid.origin.sheet,
    hidden: visible ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    cellData: cellsOf(grid, etendues),
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

type Cells = Record<number, Record<number, ICellData>>;

function cellsOf(grid: Grid, etendues: readonly Merge[]): Cells {
  const cells: Cells = {};
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
  for (const etendue of etendues) spread(cells, grid, etendue);
  return cells;
}

/** A formula of ours comes without its stored value, so that it is computed; any other keeps it until what it needs changes. */
function cellAt(grid: Grid, row: number, column: number): ICellData | null {
  const value = grid.values[row]?.[column] ?? null;
  const formula = formulaAt(grid, row, column);
  if (formula === '') return value === null || value === '' ? null : cellOf(value);
  if (formula === SHARED || formula === '=') return fixed(value);
  const read = fromFile(formula);
  return isOurs(read) ? { f: read, ...(givesShare(read) ? SHARE : {}) } : { ...cellOf(value), f: read };
}

/**
 * One formula for several cells. Ours is computed again, and finds its place empty; what another one filled stays as it is: the
 * engine would take its other cells for an obstacle.
 */
function spread(cells: Cells, grid: Grid, { top, left, bottom, right }: Merge): void {
  if (top === bottom && left === right) return;
  const ours = isOurs(fromFile(formulaAt(grid, top, left)));
  for (let row = top; row <= Math.min(bottom, grid.values.length - 1); row++) {
    for (let column = left; column <= right; column++) {
      if (ours && row === top && column === left) continue;
      if (ours) delete cells[row]?.[column];
      else (cells[row] ??= {})[column] = fixed(grid.values[row]?.[column] ?? null);
    }
  }
}

/** A cell whose formula the page does not compute: its stored value, never written over. */
const fixed = (value: Scalar): ICellData => ({ ...cellOf(value), custom: { partagee: true } });
const isOurs = (formula: string): boolean => /\bANNEXE\./i.test(formula);
