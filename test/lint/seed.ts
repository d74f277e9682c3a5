import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSession, openSession, type Session } from '../../shared/lint';
import type { Millesime } from '../../shared/referential';
import { RULES } from '../../shared/rules';
import { gridOf, type Grid } from '../../shared/sheet';
import { referential } from '../referential/referential-seed';

const seed = (ending: string): Grid => {
  const text = readFileSync(join(__dirname, `../../seeds/annexe-7-lezignan-corbieres.${ending}`), 'utf8');
  return gridOf(text.split(/\r?\n/).map((line) => line.split('\t')));
};

/** The seed as its PDF text gives it, and as a flat table. */
export const SEED_TXT = seed('txt');
export const SEED_TSV = seed('tsv');

export function check(grid: Grid, millesime: Millesime = 2015): Session {
  const session = openSession(grid, { referential, rules: RULES, millesime });
  if (!isSession(session)) throw new Error(`pas une annexe : ${session.raison}`);
  return session;
}
