import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet, readWorkbook } from '../../shared/exchange';
import { isSession, openSession, type Diagnostic, type Session } from '../../shared/lint';
import type { Millesime } from '../../shared/referential';
import { RULES } from '../../shared/rules';
import { gridOf, type Grid } from '../../shared/sheet';
import { referential } from '../referential/referential-seed';

export const FORMS = ['txt', 'tsv', 'xlsx'] as const;
export type Form = (typeof FORMS)[number];

const path = (form: Form): string => join(__dirname, '../../seeds', `annexe-7-lezignan-corbieres.${form}`);

/** The seed in one of its three forms, cell by cell. */
export function seedGrid(form: Form): Grid {
  if (form === 'xlsx') {
    const workbook = readWorkbook(readFileSync(path(form)));
    if (workbook.kind === 'unusable') throw new Error(workbook.message);
    const sheet = readSheet(workbook, 'Annexe 7');
    if (sheet.kind === 'unusable') throw new Error(sheet.message);
    return sheet.grid;
  }
  const lines = readFileSync(path(form), 'utf8').replace(/\n$/, '').split(/\r?\n/);
  return gridOf(lines.map((line) => line.split('\t')));
}

export function sessionOf(grid: Grid, millesime: Millesime = 2015): Session {
  const session = openSession(grid, { referential, rules: RULES, millesime });
  if (!isSession(session)) throw new Error(`not an annexe: ${session.raison}`);
  return session;
}

/** The findings of a rule. */
export function foundBy(session: Session, rule: string): Diagnostic[] {
  return session.diagnostics().filter((diagnostic) => diagnostic.rule === rule);
}

/** The references of the rows where a rule speaks, in the order of the sheet; "" for a row without one. */
export function refsOf(session: Session, rule: string): string[] {
  return foundBy(session, rule).map(({ ref }) => ref);
}
