import { formulaAt, type Grid } from '../../shared/sheet';

/** The rows of a grid by what they show. */
export interface Lines {
  rows(key: string): readonly number[];
}

export function indexLines(grid: Grid): Lines {
  const index = new Map<string, number[]>();
  for (let row = 0; row < grid.values.length; row++) {
    const key = keyOf(grid, row);
    const rows = index.get(key);
    if (rows === undefined) index.set(key, [row]);
    else rows.push(row);
  }
  return { rows: (key) => index.get(key) ?? [] };
}

/**
 * A line as one text, without the columns `but`; "" when it is blank. A formula counts as a formula, whatever it says: its addresses
 * follow the lines, and its result follows what we write.
 */
export function keyOf(grid: Grid, row: number, but: readonly number[] = []): string {
  const cells = (grid.values[row] ?? []).map((value, column) => {
    if (but.includes(column)) return '';
    return formulaAt(grid, row, column) === '' ? String(value ?? '') : '=';
  });
  return cells.join('\u0000').replace(/\u0000+$/, '');
}

/** The rows that look like `key` without the columns `but`. */
export const rowsLike = (grid: Grid, key: string, but: readonly number[]): number[] =>
  grid.values.flatMap((_, row) => (keyOf(grid, row, but) === key ? row : []));
