import type { Millesime } from '../referential';
import { formulaAt, isBlank, printRow, textOf, type Edit, type Grid } from '../sheet';

/** Titles stand alone on their row, or nearly, and among the first rows. */
const MOST_CELLS = 2;
const TITLE_ROWS = 400;

const FRAME = 'Quartiers 2030';
/** What a title of the frame of 2024 says: its name, or its years. */
const SPEAKS = /quartiers\s+2030|\b20(2[4-9]|30)\s*[-–]\s*20(2[4-9]|3\d)\b/i;
/** The name of the frame with what ties it to the title. */
const NAMED = /\s*(?:[-–—:,]\s*)?\(?quartiers\s+2030\)?/i;

interface Title {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function titlesOf({ values }: Pick<Grid, 'values'>): Title[] {
  return values.slice(0, TITLE_ROWS).flatMap((cells, row) => {
    const filled = cells.flatMap((value, column) => (isBlank(value) ? [] : [{ row, column, text: textOf(value) }]));
    return filled.length <= MOST_CELLS ? filled : [];
  });
}

/**
 * The millésime that a sheet is of: 2024 only when its titles speak of Quartiers 2030. Cells of the table itself are not asked: any
 * text may name a period.
 */
export function millesimeOf(grid: Pick<Grid, 'values'>): Millesime {
  return titlesOf(grid).some(({ text }) => SPEAKS.test(text)) ? 2024 : 2015;
}

/**
 * The edit of a title that makes the sheet one of the other millésime; null when no title can say it: there is none above the table,
 * it is a formula, or the years themselves would have to change.
 */
export function otherMillesime(grid: Grid): Edit | null {
  const titles = titlesOf(grid).filter(({ row, column }) => formulaAt(grid, row, column) === '');
  const now = millesimeOf(grid);
  const table = grid.values.findIndex((cells) => cells.filter((value) => !isBlank(value)).length > MOST_CELLS);
  const title =
    now === 2024 ? titles.find(({ text }) => NAMED.test(text)) : titles.find(({ row }) => table < 0 || row < table);
  if (title === undefined) return null;
  const { row, column, text } = title;
  const set =
    now === 2024
      ? text
          .replace(NAMED, '')
          .replace(/^\s*[-–—:,]/, '')
          .trim()
      : `${text.trimEnd()} – ${FRAME}`;
  const values = grid.values.map((cells, place) =>
    place === row ? Object.assign([...cells], { [column]: set }) : cells,
  );
  if (set === '' || millesimeOf({ values }) === now) return null;
  const at = { sheet: grid.origin.sheet, row: grid.origin.row + row, column: grid.origin.column + column };
  return { at, expect: grid.values[row]?.[column] ?? null, set, row: printRow(grid, row) };
}
