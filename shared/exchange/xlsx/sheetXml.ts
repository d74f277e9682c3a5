import { columnName, formatAddress } from '../../sheet/address';
import type { Merge, Scalar } from '../../sheet/grid';
import { bytesOfText } from './bytes';
import type { CellFormula } from './cellXml';
import { cellXml, formulaXml } from './cellXml';
import type { Packed } from './deflate';
import { Packer } from './deflate';
import { styleNumber } from './stylesXml';
import type { RowStyle } from './stylesXml';

/** A sheet to write. Text stays text, whatever it begins with. */
export interface SheetToWrite {
  readonly name: string;
  readonly rows: readonly (readonly Scalar[])[];
  /** Cells that compute, by row, then column (0-based): `rows` holds what they gave. */
  readonly formulas?: ReadonlyMap<number, ReadonlyMap<number, CellFormula>>;
  /** By row number (0-based); other rows are plain: wrapped, at the top of the cell. */
  readonly styles?: ReadonlyMap<number, RowStyle>;
  /** In characters, from column A on. */
  readonly widths?: readonly number[];
  readonly merges?: readonly Merge[];
  /** Rows that stay in sight at the top. */
  readonly frozenRows?: number;
  /** The row (0-based) printed again on top of every page. */
  readonly repeatedRow?: number;
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The sheet's part, compressed as it is written: never held whole as text. */
export function packSheet(sheet: SheetToWrite): Packed {
  const packer = new Packer();
  const write = (xml: string): void => packer.write(bytesOfText(xml));
  const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), sheet.widths?.length ?? 1);
  write(`${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`);
  write(`${viewXml(sheet.frozenRows ?? 0)}${columnsXml(sheet.widths ?? [])}<sheetData>`);
  sheet.rows.forEach((row, index) => write(rowXml(row, index, sheet, columns)));
  write(`</sheetData>${mergesXml(sheet.merges ?? [])}`);
  write('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>');
  return packer.finish();
}

function viewXml(frozen: number): string {
  if (frozen <= 0) return '';
  const below = formatAddress(frozen, 0);
  return (
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView></sheetViews>`
  );
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${columns.join('')}</cols>`;
}

/** A styled row, and a row of data, is filled to the table's last column: neither its colour nor its frame has holes. */
function rowXml(row: readonly Scalar[], index: number, sheet: SheetToWrite, columns: number): string {
  const style = sheet.styles?.get(index) ?? 'plain';
  const formulas = sheet.formulas?.get(index) ?? NO_FORMULAS;
  const own = Math.max(row.length, ...[...formulas.keys()].map((column) => column + 1));
  const isFilled = (column: number): boolean => formulas.has(column) || (row[column] ?? '') !== '';
  const filled = Array.from({ length: own }, (_unused, column) => isFilled(column)).filter(Boolean).length;
  if (style === 'plain' && filled === 0) return '';
  const cells: string[] = [];
  for (let column = 0; column < (style === 'plain' && filled < 2 ? own : Math.max(own, columns)); column++) {
    const value = row[column] ?? null;
    const shell = { prefix: '', attributes: ` r="${columnName(column)}${index + 1}" s="${styleNumber(style)}"` };
    const formula = formulas.get(column);
    cells.push(formula ? formulaXml(formula, value, shell, index, column) : cellXml(value, shell, index, column));
  }
  return `<row r="${index + 1}"${heightXml(row, index, sheet)}>${cells.join('')}</row>`;
}

const NO_FORMULAS: ReadonlyMap<number, CellFormula> = new Map();

/** Points that a line of the default font takes. */
const LINE_HEIGHT = 15;
const MOST_POINTS = 409;

/**
 * The height that shows every line of a row, for programs that do not measure rows on opening. Not marked as chosen by hand:
 * it follows when the text changes. None when the widths are unknown, or for a merged row, which no program measures.
 */
function heightXml(row: readonly Scalar[], index: number, { widths, merges }: SheetToWrite): string {
  if (widths === undefined || merges?.some(({ top }) => top === index)) return '';
  const lines = row.map((value, column) => linesOf(value, widths[column] ?? 10));
  const most = Math.max(1, ...lines);
  return most === 1 ? '' : ` ht="${Math.min(MOST_POINTS, most * LINE_HEIGHT)}"`;
}

/** Lines that a wrapped text takes in a column of `width` characters, with some room for words that do not fit. */
function linesOf(value: Scalar, width: number): number {
  if (typeof value !== 'string') return 1;
  return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
}

function mergesXml(merges: readonly Merge[]): string {
  if (merges.length === 0) return '';
  const cells = merges.map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${formatAddress(top, left)}:${formatAddress(bottom, right)}"/>`,
  );
  return `<mergeCells count="${merges.length}">${cells.join('')}</mergeCells>`;
}
