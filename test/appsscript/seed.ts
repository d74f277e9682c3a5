import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet, readWorkbook } from '../../shared/exchange';
import type { Grid, Scalar } from '../../shared/sheet';
import { ROOT } from '../built';
import { wallOf, ZONE } from './fakes/zone';
import { sheetOf, type Held, type SheetState } from './fakes/document';

/** The annexe of Lézignan-Corbières as its workbook holds it: numbers as numbers, titles merged. */
export const SEED: Grid = seed();

function seed(): Grid {
  const workbook = readWorkbook(readFileSync(join(ROOT, 'seeds', 'annexe-7-lezignan-corbieres.xlsx')));
  if (workbook.kind === 'unusable') throw new Error(workbook.message);
  const sheet = readSheet(workbook, 'Annexe 7');
  if (sheet.kind === 'unusable') throw new Error(sheet.message);
  return sheet.grid;
}

/** The seed as a sheet of Google's. */
export const seedSheet = (name = 'Annexe'): SheetState => sheetOf(SEED.values, { name, merges: SEED.merges ?? [] });

/** Values as Google hands them to a formula: a rectangle, blanks as "". */
export function asGiven(values: readonly (readonly (Held | null)[])[], width = 8): Held[][] {
  return values.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ''));
}

/** What the core calls a day. */
export const dayOf = (date: Date): Scalar =>
  wallOf(date.getTime(), ZONE)
    .slice(0, 3)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
