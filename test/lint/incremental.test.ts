import fc from 'fast-check';
import { isSession, openSession, type Session } from '../../shared/lint';
import { RULES } from '../../shared/rules';
import { gridOf, type Grid, type Scalar } from '../../shared/sheet';
import { referential } from '../referential/referential-seed';
import { SEED_TSV, SEED_TXT, check } from './seed';

/** Cells that make trouble: every kind of text of the seed, titles, headers, references that meet, blanks. */
const WORDS: readonly Scalar[] = [
  ...new Set(SEED_TXT.values.flat()),
  'PCOS_AS1_001',
  'PCOS_AS1_002',
  'PCOS_AS1_003',
  'PCOS_AS1_OO2',
  'PCOS_AS2_001',
  'PDEE_AS1_002',
  'PCOS_AS3_003',
  'Atr_LCD',
  'PHCV_AS2_*',
  'pcos-as1-1',
  'n’importe quoi',
  '',
  null,
  147,
  0.3,
  true,
  '  ',
  '-',
  '147',
  'CGET/ACSE',
  'Axe stratégique 1 : Un',
  'Axe stratégique 2 : Deux',
  'Axe stratégique 9',
  'Axe transversal : Jeunesse',
  'Pilier Cohésion Sociale',
  'Pilier Transports',
  'Cohésion sociale',
  'Réf',
  'Indicateur',
  'Objectif opérationnel',
  'BOP',
  'En cours de définition',
  'Nombre de jeunes',
  'Nombre de jeunes ',
  'nombre de JEUNES',
  'cf. annexe',
  '100,00%',
  '250 %',
];

const edit = fc.record({ row: fc.nat(), column: fc.nat(), value: fc.constantFrom(...WORDS) });

/** The same sheet, checked afresh. */
function fresh(session: Session): Session | null {
  const { grid } = session.annexe();
  const opened = openSession(
    { ...grid, values: grid.values.map((row) => row.slice()) },
    { referential, rules: RULES, millesime: session.millesime },
  );
  return isSession(opened) ? opened : null;
}

const picture = (session: Session): unknown => ({
  resume: session.resume(),
  rules: session.executed().map((rule) => [rule, session.countOf(rule)]),
  findings: session.diagnostics(),
});

function compare(grid: Grid, edits: readonly { row: number; column: number; value: Scalar }[]): void {
  const session = check(grid);
  for (const { row, column, value } of edits) {
    session.edit(row % (grid.values.length + 1), column % 11, value);
  }
  const again = fresh(session);
  if (session.lost() !== null || again === null) {
    expect([session.lost() !== null, again === null]).toEqual([true, true]);
    return;
  }
  // Comparing the texts is a hundred times quicker; the objects are compared only to show a difference.
  if (JSON.stringify(picture(session)) !== JSON.stringify(picture(again)))
    expect(picture(session)).toEqual(picture(again));
  expect(again.millesime).toBe(session.millesime);
}

test.each([
  ['raw text', SEED_TXT],
  ['flat table', SEED_TSV],
])('random edits of the seed (%s): the same as a fresh check', (_, grid) => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), (edits) => compare(grid, edits)),
    { numRuns: 150 },
  );
});

test('random edits of one pillar, where titles and rows meet often', () => {
  const small = gridOf(SEED_TXT.values.slice(34, 60));
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 60 }), (edits) => compare(small, edits)),
    { numRuns: 300 },
  );
});

test('an edit of a text judges one row; of a reference, its group; of a title, its section', () => {
  const session = check(SEED_TXT);
  expect(session.edit(8, 1, 'Autre objectif')).toBe(1);
  expect(session.edit(46, 1, 'Autre objectif')).toBe(1);
  // PCOS_AS3_001 stands twice once letters are mended; one of them becomes unique, the next number loses its predecessor.
  expect(session.edit(46, 0, 'PCOS_AS3_009')).toBeLessThanOrEqual(6);
  // Axis 7 and its four objectives, down to the pillar that follows.
  expect(session.edit(64, 0, 'Axe stratégique 8 : Autre')).toBeLessThanOrEqual(8);
});

test('an objective that goes leaves the rows under it with no objective, as those of another axis: their indicator is no double', () => {
  const orphan = ['', '', 147, 'DDCSPP', 'Nombre de lits'];
  const header = ['Réf', 'Objectif opérationnel', 'BOP', 'Service', 'Indicateur'];
  const objective = ['PCOS_AS1_001', '', '', '', ''];
  const grid = gridOf([header, ['Axe stratégique 1 : Un'], objective, orphan, ['Axe stratégique 2 : Deux'], orphan]);
  const session = check(grid);
  expect(session.countOf('indicateur-doublon')).toBe(2);
  session.edit(2, 0, '');
  expect(session.countOf('indicateur-doublon')).toBe(0);
  compare(grid, [{ row: 2, column: 0, value: '' }]);
});
