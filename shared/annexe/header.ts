import type { Grid } from '../sheet/grid';
import { textOf, valueAt } from '../sheet/grid';
import { COLUMNS, SECTION_COLUMNS, matchHeading, type AnyColumnId, type ColumnMap } from './columns';
import { cleanRefKey, parseRef } from './ref';

/** How many rows of titles, notices and logos may stand above the header. */
const DEEPEST_HEADER = 60;
/** A header names at least this many columns; fewer is chance. */
const FEWEST_HEADINGS = 3;
const WIDEST = 64;

export interface Header {
  readonly row: number;
  readonly columns: ColumnMap;
  /** The header does not name the reference column: it was found by what stands under it. */
  readonly refDeduced: boolean;
}

/** Why a sheet is no annexe: the header words that were understood, to be said to the agent. */
export interface NoHeader {
  readonly row: -1;
  readonly understood: readonly string[];
}

/** The columns that a row names, by place; a wording that comes twice keeps its first place. */
function headingsOf(grid: Grid, row: number): Map<AnyColumnId, number> {
  const found = new Map<AnyColumnId, number>();
  const width = Math.min(grid.values[row]?.length ?? 0, WIDEST);
  for (let column = 0; column < width; column++) {
    const value = valueAt(grid, row, column);
    if (typeof value !== 'string') continue;
    const heading = matchHeading(value);
    if (heading !== null && !found.has(heading)) found.set(heading, column);
  }
  return found;
}

/** Is this row a header (the first one or a repeated one)? */
function isHeader(headings: ReadonlyMap<AnyColumnId, number>): boolean {
  return (
    headings.size >= FEWEST_HEADINGS && (headings.has('objectif') || headings.has('indicateur') || headings.has('bop'))
  );
}

const PLACES: readonly AnyColumnId[] = [...COLUMNS, ...SECTION_COLUMNS];
const bitOf = (heading: AnyColumnId): number => 1 << PLACES.indexOf(heading);
const TELLING = bitOf('objectif') | bitOf('indicateur') | bitOf('bop');

/** Does row `row` repeat the header? The same as `isHeader`, without a map: this is asked of many rows. */
export function isHeaderRow(grid: Grid, row: number): boolean {
  const width = Math.min(grid.values[row]?.length ?? 0, WIDEST);
  let named = 0;
  let count = 0;
  for (let column = 0; column < width; column++) {
    const value = valueAt(grid, row, column);
    const heading = typeof value === 'string' ? matchHeading(value) : null;
    if (heading === null || (named & bitOf(heading)) !== 0) continue;
    named |= bitOf(heading);
    count++;
  }
  return count >= FEWEST_HEADINGS && (named & TELLING) !== 0;
}

/** Finds the header in the first rows, and the reference column when its title stands apart (the PDF prints "Réf" once, a row lower). */
export function findHeader(grid: Grid): Header | NoHeader {
  const last = Math.min(grid.values.length, DEEPEST_HEADER);
  let best: ReadonlyMap<AnyColumnId, number> = new Map();
  for (let row = 0; row < last; row++) {
    const headings = headingsOf(grid, row);
    if (headings.size > best.size) best = headings;
    if (!isHeader(headings)) continue;
    const refDeduced = !headings.has('ref');
    if (refDeduced) {
      const ref = findRefColumn(grid, row, new Set(headings.values()));
      if (ref >= 0) headings.set('ref', ref);
    }
    return { row, columns: columnMap(headings), refDeduced };
  }
  const understood = [...best.values()].map((column) => textOf(best.size > 0 ? rowText(grid, best, column) : null));
  return { row: -1, understood: understood.filter((text) => text !== '') };
}

function rowText(grid: Grid, headings: ReadonlyMap<AnyColumnId, number>, column: number): string {
  for (let row = 0; row < Math.min(grid.values.length, DEEPEST_HEADER); row++) {
    if (headingsOf(grid, row).size === headings.size) return textOf(valueAt(grid, row, column)).trim();
  }
  return '';
}

/** The unnamed column that holds a "Réf" title just below the header, or most of the references. */
function findRefColumn(grid: Grid, header: number, taken: ReadonlySet<number>): number {
  const votes = new Map<number, number>();
  const last = Math.min(grid.values.length, header + 200);
  for (let row = header + 1; row < last; row++) {
    const width = Math.min(grid.values[row]?.length ?? 0, WIDEST);
    for (let column = 0; column < width; column++) {
      const value = valueAt(grid, row, column);
      if (taken.has(column) || typeof value !== 'string' || value === '') continue;
      if (matchHeading(value) === 'ref') return column;
      if (cleanRefKey(value) >= 0 || parseRef(value).forme === 'canonique')
        votes.set(column, (votes.get(column) ?? 0) + 1);
    }
  }
  let best = -1;
  for (const [column, count] of votes) if (count > (votes.get(best) ?? 0)) best = column;
  return best;
}

const NO_COLUMN: Record<AnyColumnId, number> = {
  ref: -1,
  objectif: -1,
  bop: -1,
  service: -1,
  collectivite: -1,
  signataire: -1,
  indicateur: -1,
  cible: -1,
  pilier: -1,
  axeNumero: -1,
  axe: -1,
};

function columnMap(headings: ReadonlyMap<AnyColumnId, number>): ColumnMap {
  const columns = { ...NO_COLUMN };
  for (const [column, place] of headings) columns[column] = place;
  return columns;
}
