import cadres from '../../seeds/cadres.json';
import programmes from '../../seeds/programmes.json';
import services from '../../seeds/services.json';
import { guessMillesime } from '../../shared/lint';
import { parseReferential, type Millesime } from '../../shared/referential';
import { RULES } from '../../shared/rules';
import type { Grid } from '../../shared/sheet';

export { RULES };

/** The data that the page works with; the worker reads its own copy. */
export const referential = parseReferential(programmes, services, cadres);

/** Rows looked at for a title that speaks of the contract's years. */
const TITLE_ROWS = 40;

export function millesimeOf(grid: Grid): Millesime {
  const texts = grid.values.slice(0, TITLE_ROWS).flatMap((row) => row.filter((cell) => typeof cell === 'string'));
  return guessMillesime(texts);
}
