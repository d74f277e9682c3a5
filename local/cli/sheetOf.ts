import { Kind, type Annexe } from '../../shared/annexe';
import type { RowStyle, SheetToWrite } from '../../shared/exchange/xlsx';
import { isBlank, textOf, type Scalar } from '../../shared/sheet';

/** In characters: what a column of an annexe wants, between a number and a sentence. */
const NARROWEST = 12;
const WIDEST = 48;

/** The sheet of a new workbook: header frozen and printed on every page, titles and sections that stand out. Text stays text. */
export function sheetOf({ grid, kinds, headerRow }: Annexe, name: string): SheetToWrite {
  const rows = grid.values.map((row) => row.map((cell) => (cell === '' ? null : cell)));
  const styles = new Map<number, RowStyle>();
  kinds.forEach((kind, row) => {
    if (kind === Kind.entete) styles.set(row, 'header');
    else if (kind === Kind.titre) styles.set(row, 'section');
    else if (row < headerRow && rows[row]?.some((cell) => !isBlank(cell))) styles.set(row, 'title');
  });
  const { origin } = grid;
  const merges = origin.row === 0 && origin.column === 0 ? (grid.merges ?? []) : [];
  return { name, rows, styles, merges, widths: widthsOf(rows), frozenRows: headerRow + 1, repeatedRow: headerRow };
}

/** Each column as wide as its average text, within reason. */
function widthsOf(rows: readonly (readonly Scalar[])[]): number[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const texts = rows
      .filter((row) => row.length > 1)
      .map((row) => textOf(row[column] ?? null))
      .filter((text) => text !== '');
    const average = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
    return Math.max(NARROWEST, Math.min(WIDEST, Math.round(average)));
  });
}
