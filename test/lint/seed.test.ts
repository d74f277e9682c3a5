import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countLignes } from '../../shared/annexe';
import { foldEdits, planRepair, type Session } from '../../shared/lint';
import { readSheet, readWorkbook, isUnusable } from '../../shared/exchange';
import { RULES } from '../../shared/rules';
import { applyTo, type Grid } from '../../shared/sheet';
import { CONSTATS } from '../gold/constats';
import gold from '../gold/gold-lezignan.json';
import { SEED_TSV, SEED_TXT, check } from './seed';

function seedXlsx(): Grid {
  const workbook = readWorkbook(readFileSync(join(__dirname, '../../seeds/annexe-7-lezignan-corbieres.xlsx')));
  if (isUnusable(workbook)) throw new Error(workbook.message);
  const sheet = readSheet(workbook, workbook.sheets[0]?.name ?? '');
  if (isUnusable(sheet)) throw new Error(sheet.message);
  return sheet.grid;
}

const FORMS: readonly (readonly [string, Grid])[] = [
  ['txt', SEED_TXT],
  ['tsv', SEED_TSV],
  ['xlsx', seedXlsx()],
];
const byRef = (session: Session): string[] =>
  session
    .diagnostics()
    .map(({ ref, rule }) => `${ref} ${rule}`)
    .sort();

describe.each(FORMS)('the seed as %s', (_, grid) => {
  test('gives exactly the findings that were counted by hand', () => {
    const session = check(grid);
    expect(countLignes(session.annexe())).toEqual({ lignes: 47, objectifs: 46 });
    expect(session.notExecuted()).toEqual([]);
    const counts = Object.fromEntries(RULES.map(({ id }) => [id, session.countOf(id)]));
    expect(counts).toEqual({ ...Object.fromEntries(RULES.map(({ id }) => [id, 0])), ...CONSTATS });
  });

  test('gives the same findings as the raw text, by reference and rule', () => {
    expect(byRef(check(grid))).toEqual(byRef(check(SEED_TXT)));
  });

  test('is repaired as the gold says, without an erreur left on a reference, once and for all', () => {
    const plan = planRepair(check(grid));
    const repaired = applyTo(grid, foldEdits(plan.steps));
    const session = check(repaired);
    const { keys, kinds, columns } = session.annexe();
    const refs = repaired.values.flatMap((row, index) =>
      (kinds[index] ?? 0) === 1 || (kinds[index] ?? 0) === 2 ? [row[columns.ref] ?? ''] : [],
    );
    expect(refs).toEqual(gold.map(({ ref_attendue }) => ref_attendue));
    expect(keys.length).toBe(repaired.values.length);
    expect(
      session.diagnostics().filter(({ rule, severity }) => rule.startsWith('ref-') && severity === 'erreur'),
    ).toEqual([]);
    expect(planRepair(check(repaired)).steps).toEqual([]);
  });

  test('plans O → 0 as safe where it stands by itself, and to confirm where axis and uniqueness are in play', () => {
    const safe = planRepair(check(grid), true).steps.filter(({ rules }) => rules.includes('ref-lettre'));
    expect(safe.map(({ edits }) => edits.map(({ expect: before, set }) => [before, set]))).toEqual([
      [['PCOS_AS1_OO1', 'PCOS_AS1_001']],
    ]);
  });
});
