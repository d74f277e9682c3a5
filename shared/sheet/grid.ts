/** What a host hands over: plain values, as the cells show them to a program. */

/** A cell's value. Dates arrive as ISO text, errors as their text ("#N/A"), rich text as its characters, blank as null or "". */
export type Scalar = string | number | boolean | null;

/** A cell, 0-based row and column of its sheet. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * A rectangle of a sheet. `values[i][j]` stands at row `origin.row + i`, column `origin.column + j`; a missing cell is blank.
 * `formulas` is sparse: an entry for a row exists only when that row has a formula, and then holds "" where a cell has none.
 * `merges` are 0-based rectangles of the sheet (inclusive); only the top left cell of one holds a value.
 */
export interface Grid {
  readonly origin: CellRef;
  readonly values: readonly (readonly Scalar[])[];
  readonly formulas?: ReadonlyMap<number, readonly string[]>;
  readonly merges?: readonly Merge[];
}

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The value at grid offsets `row`, `column` (not sheet coordinates); blank outside. */
export function valueAt(grid: Grid, row: number, column: number): Scalar {
  return grid.values[row]?.[column] ?? null;
}

/** The formula at grid offsets, or "" when the cell holds a plain value. `formulas` is keyed by grid row offset. */
export function formulaAt(grid: Grid, row: number, column: number): string {
  return grid.formulas?.get(row)?.[column] ?? '';
}

/** A value as the text an agent would read; blank gives "". Numbers and booleans are written the French way. */
export function textOf(value: Scalar): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  return String(value).replace('.', ',');
}

/** Blank: nothing, or only spaces (no-break ones included). */
export function isBlank(value: Scalar): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** A grid over plain rows at the top left of a sheet. */
export function gridOf(values: readonly (readonly Scalar[])[], sheet = 'Annexe'): Grid {
  return { origin: { sheet, row: 0, column: 0 }, values };
}
