import { columnName, formatAddress } from '../../sheet/address';
import type { Merge, Scalar } from '../../sheet/grid';
import { bytesOfText } from './bytes';
import { cellXml } from './cellXml';
import type { Packed } from './deflate';
import { Packer } from './deflate';
import { styleNumber } from './stylesXml';
import type { RowStyle } from './stylesXml';

/** A sheet to write. Text stays text, whatever it begins with. */
export interface SheetToWrite {
  readonly name: string;
  readonly rows: readonly (readonly Scalar[])[];
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
  sheet.rows.forEach((row, index) => write(rowXml(row, index, columns, sheet.styles?.get(index) ?? 'plain')));
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

/** A styled row is filled to the table's last column, so that its colour has no hole. */
function rowXml(row: readonly Scalar[], index: number, columns: number, style: RowStyle): string {
  const cells: string[] = [];
  for (let column = 0; column < (style === 'plain' ? row.length : columns); column++) {
    const value = row[column] ?? null;
    if (value === null && style === 'plain') continue;
    const attributes = ` r="${columnName(column)}${index + 1}" s="${styleNumber(style)}"`;
    cells.push(cellXml(value, { prefix: '', attributes }, index, column));
  }
  return cells.length === 0 ? '' : `<row r="${index + 1}">${cells.join('')}</row>`;
}

function mergesXml(merges: readonly Merge[]): string {
  if (merges.length === 0) return '';
  const cells = merges.map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${formatAddress(top, left)}:${formatAddress(bottom, right)}"/>`,
  );
  return `<mergeCells count="${merges.length}">${cells.join('')}</mergeCells>`;
}
