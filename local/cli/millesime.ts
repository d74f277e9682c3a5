import { guessMillesime } from '../../shared/lint';
import type { Millesime } from '../../shared/referential';
import { isBlank, textOf, type Grid } from '../../shared/sheet';

/** Titles stand alone on their row, or nearly. */
const MOST_CELLS = 2;

/** The millésime that the titles of a sheet speak of. Cells of the table itself are not asked: any text may name a period. */
export function millesimeOf(grid: Grid): Millesime {
  const titles: string[] = [];
  for (const row of grid.values) {
    const filled = row.filter((cell) => !isBlank(cell));
    if (filled.length > 0 && filled.length <= MOST_CELLS) titles.push(...filled.map(textOf));
  }
  return guessMillesime(titles);
}
