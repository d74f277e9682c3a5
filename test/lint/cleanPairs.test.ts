import fc from 'fast-check';
import { isSession, openSession, type Session } from '../../shared/lint';
import { createCleanPairs } from '../../shared/lint/cleanPairs';
import { RULES } from '../../shared/rules';
import { gridOf, type Scalar } from '../../shared/sheet';
import { referential } from '../referential/referential-seed';

const CODES = ['102', '304', '147', '163', '140', '176', '152', '182', '101', '999', '000', '354', 'CNDS', 'BOP 102'];
const SERVICES = [
  ...[
    'DIRECCTE',
    'DDCSPP',
    'ddcspp',
    'RECTORAT',
    'Police',
    'Gendarmerie',
    'DTPJJ',
    'Préfecture',
    'DREETS',
    'CAF',
    'CNDS',
  ],
  ...[
    'Police nationale',
    'CGET/ACSE',
    'D.D.C.S.P.P.',
    'DD,CSPP',
    'DDCSPP(147)',
    'DDCSPP 11',
    'XYZ',
    'à définir',
    'nationale',
  ],
];
const SEPARATORS = [' ', '\n', ' ', '\n', '  ', ', ', ' / ', '\u00a0', ' - ', ''];

const joined = (words: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...SEPARATORS)), { maxLength: 5 })
    .map((parts) => parts.map(([word, separator], at) => (at === 0 ? word : separator + word)).join(''));

/** Texts of every kind, and lists of the same length on both sides, where the short way is taken. */
const cells: fc.Arbitrary<readonly [Scalar, Scalar]> = fc.oneof(
  fc.tuple(fc.oneof(joined(CODES), fc.constantFrom<Scalar>(147, 14.5, 1e21, null, '')), joined(SERVICES)),
  fc
    .array(fc.tuple(fc.constantFrom(...CODES.slice(0, 11)), fc.constantFrom(...SERVICES)), { maxLength: 6 })
    .map((pairs) => [pairs.map(([code]) => code).join(' '), pairs.map(([, name]) => name).join(' ')] as const),
);

const HEADER = ['Réf', 'Objectif opérationnel', 'BOP', 'Service gestionnaire'];

function check(rows: readonly (readonly [Scalar, Scalar])[], millesime: 2015 | 2024): Session {
  const data = rows.map(([bop, service], at) => [`PDEE_AS1_${String(at + 1).padStart(3, '0')}`, 'Agir', bop, service]);
  const session = openSession(gridOf([HEADER, ...data]), { referential, rules: RULES, millesime });
  if (!isSession(session)) throw new Error(session.raison);
  return session;
}

test('rows that are let pass are those of which the rules say nothing', () => {
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 12 }), fc.constantFrom(2015, 2024), (rows, millesime) => {
      const session = check(rows, millesime);
      // Findings are told by the rules themselves, counted by the short way.
      const told = [...session.tableDiagnostics(), ...rows.flatMap((_, at) => session.diagnosticsOf(at + 1))];
      for (const rule of session.executed())
        expect([rule, session.countOf(rule)]).toEqual([rule, told.filter((found) => found.rule === rule).length]);
    }),
    { numRuns: 600 },
  );
});

test('a pair is asked for once, a list only of pairs', () => {
  const asked: string[] = [];
  const pairs = createCleanPairs(
    (word) => word !== 'non',
    (code, name) => {
      asked.push(`${code} ${name}`);
      return code !== '304';
    },
  );
  const clean = (bop: Scalar, service: Scalar): boolean => pairs.clean(bop, service);
  expect(clean('102 147', 'a b')).toBe(true);
  expect(clean('147\n102', 'b a')).toBe(true);
  expect(clean(147, 'b')).toBe(true);
  expect(asked).toEqual(['102 a', '147 b']);
  expect(clean('102 304', 'a a')).toBe(false);
  for (const [bop, service] of [
    ['102 102', 'a a'],
    ['102', 'a b'],
    ['102 147', 'a'],
    ['102', 'non'],
    ['102', ' a'],
    ['102 147', 'a  b'],
    ['102-147', 'a b'],
    ['0102', 'a'],
    ['', 'a'],
    ['102', ''],
    [10.5, 'a'],
  ] as const)
    expect([bop, service, clean(bop, service)]).toEqual([bop, service, false]);
});
