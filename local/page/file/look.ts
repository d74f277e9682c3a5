import { isAnnexe, Kind, readAnnexe } from '../../../shared/annexe';
import type { RowStyle } from '../../../shared/exchange';
import { millesimeOf, vocabularyOf } from '../../../shared/lint';
import { isBlank, textOf, type Grid, type Scalar } from '../../../shared/sheet';
import { referential } from '../composition';

/** How a sheet looks, on the page and in a new workbook: its titles stand out, its header stays in sight. */
export interface Look {
  /** By row; the others are plain. */
  readonly styles: ReadonlyMap<number, RowStyle>;
  /** In characters, from column A on. */
  readonly widths: readonly number[];
  /** Rows that stay in sight at the top. */
  readonly frozenRows: number;
}

/** In characters: what a column of an annexe wants, between a number and a sentence. */
const NARROWEST = 14;
const WIDEST = 48;
/** Rows that tell how wide a column is. */
const MOST_MEASURED = 500;
/** A header further down would take the window. */
const MOST_FROZEN = 8;

export function lookOf(grid: Grid): Look {
  const styles = new Map<number, RowStyle>();
  const annexe = readAnnexe(grid, vocabularyOf(referential, millesimeOf(grid)));
  if (!isAnnexe(annexe)) return { styles, widths: widthsOf(grid.values), frozenRows: 0 };
  const { kinds, headerRow } = annexe;
  kinds.forEach((kind, row) => {
    if (kind === Kind.entete) styles.set(row, 'header');
    else if (kind === Kind.titre) styles.set(row, 'section');
    else if (row < headerRow && grid.values[row]?.some((cell) => !isBlank(cell))) styles.set(row, 'title');
  });
  return { styles, widths: widthsOf(grid.values), frozenRows: headerRow < MOST_FROZEN ? headerRow + 1 : 0 };
}

/** Each column as wide as its average text, within reason. */
function widthsOf(values: readonly (readonly Scalar[])[]): number[] {
  const rows = values.slice(0, MOST_MEASURED).filter((row) => row.filter((cell) => !isBlank(cell)).length > 1);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.map((row) => textOf(row[column] ?? null)).filter((text) => text !== '');
    const average = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
    return Math.max(NARROWEST, Math.min(WIDEST, Math.round(average)));
  });
}
