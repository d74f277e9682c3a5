import cadres from '../../seeds/cadres.json';
import programmes from '../../seeds/programmes.json';
import services from '../../seeds/services.json';
import type { PasUneAnnexe } from '../../shared/annexe';
import { openSession, type Session } from '../../shared/lint';
import { parseReferential, type Millesime } from '../../shared/referential';
import { RULES } from '../../shared/rules';
import type { Grid } from '../../shared/sheet';

export { RULES };

/** The data and the rules that every command works with. */
export const referential = parseReferential(programmes, services, cadres);

/** Reads and checks a grid with all the rules. */
export function openGrid(grid: Grid, millesime: Millesime): Session | PasUneAnnexe {
  return openSession(grid, { referential, rules: RULES, millesime });
}
