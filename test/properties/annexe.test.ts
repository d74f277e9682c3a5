import fc from 'fast-check';
import {
  COLUMNS,
  Kind,
  cellText,
  eachObjectif,
  finOf,
  isPlaceholder,
  parseBop,
  parseCible,
  parseIndicateur,
  type Annexe,
} from '../../shared/annexe';
import { CHAMPS, couverture, couvertureParGroupe, manquants, type Champ } from '../../shared/coverage';
import { describe as tell, isSession, openSession, type Rule, type Session } from '../../shared/lint';
import type { Millesime } from '../../shared/referential';
import { RULES } from '../../shared/rules';
import { valueAt, type Grid } from '../../shared/sheet';
import { complaintsOf } from '../fuzz/invariants';
import { SEED_TSV, SEED_TXT } from '../lint/seed';
import { referential } from '../referential/referential-seed';
import { variant } from './variants';

const RUNS = { numRuns: 80 };
const millesime = fc.constantFrom<Millesime>(2015, 2015, 2024);

/** Null when the changes left no annexe. */
function open(grid: Grid, year: Millesime = 2015, rules: readonly Rule[] = RULES): Session | null {
  const session = openSession(grid, { referential, rules, millesime: year });
  return isSession(session) ? session : null;
}

test('every finding is plain data, told in French, counted once, and its fixes can be made', () => {
  fc.assert(
    fc.property(variant, millesime, (grid, year) => expect(complaintsOf(grid, year)).toEqual([])),
    RUNS,
  );
});

/**
 * Rules that look at the cells themselves: without the facts that spare them most rows, they must find the same. The others report
 * whatever their fact says.
 */
const LOOKING = new Set([
  ...['ref-lettre', 'ref-joker', 'ref-hors-axe', 'ref-hors-pilier', 'indicateur-multiple', 'sigle-qp', 'texte-espaces'],
  ...['indicateur-non-sexue', 'cible-format', 'cible-multiple', 'cible-illisible', 'cible-hors-bornes', 'parentheses'],
]);

test('no finding is missed because a row was not shown to its rule', () => {
  const shownAll = RULES.map((rule): Rule =>
    LOOKING.has(rule.id) && rule.kind === 'ligne' ? { ...rule, on: 0 } : rule,
  );
  expect(RULES.filter(({ id }) => LOOKING.has(id))).toHaveLength(LOOKING.size);
  fc.assert(
    fc.property(variant, millesime, (grid, year) => {
      const usual = open(grid, year);
      const all = open(grid, year, shownAll);
      if (usual === null || all === null) return;
      const found = (session: Session): string[] =>
        grid.values.flatMap((_, row) =>
          session.diagnosticsOf(row).map(({ rule, at }) => `${row} ${rule} ${at.column}`),
        );
      expect(found(usual)).toEqual(found(all));
    }),
    RUNS,
  );
});

/** A finding without the place where it stands: what it says of which line. */
function told(session: Session): string[] {
  const { grid } = session.annexe();
  return session
    .diagnostics()
    .map((found) => {
      const line = grid.values[found.at.cell.row]?.filter((cell) => cell !== '' && cell !== null).map(String) ?? [];
      const place = session.tableDiagnostics().some(({ rule }) => rule === found.rule) ? '' : line.sort().join('|');
      return `${found.rule} ${found.severity} ${found.at.column ?? ''} ${place}`;
    })
    .sort();
}

/** From which row to which each axis goes, by the pillar that it belongs to. */
function axesOf({ kinds, sections, sectionOf }: Annexe): Map<number, (readonly [number, number])[]> {
  const axes = new Map<number, (readonly [number, number])[]>();
  const titles = [...kinds.keys()].filter((row) => kinds[row] === Kind.titre);
  titles.forEach((row, index) => {
    const section = sections[sectionOf[row] ?? -1];
    if (section?.niveau !== 'axe' || section.row !== row) return;
    const known = axes.get(section.parent) ?? [];
    axes.set(section.parent, [...known, [row, titles[index + 1] ?? kinds.length]]);
  });
  return axes;
}

test('two axes of a pillar that change places change nothing else', () => {
  const seed = open(SEED_TXT);
  if (seed === null) throw new Error('the seed is an annexe');
  const before = told(seed);
  const pairs = [...axesOf(seed.annexe()).values()].flatMap((axes) =>
    axes.flatMap((one, index) => axes.slice(index + 1).map((other) => [one, other] as const)),
  );
  expect(pairs.length).toBeGreaterThan(20);
  for (const [[from, to], [start, end]] of pairs) {
    const { values } = SEED_TXT;
    const swapped = [
      ...values.slice(0, from),
      ...values.slice(start, end),
      ...values.slice(to, start),
      ...values.slice(from, to),
      ...values.slice(end),
    ];
    const session = open({ ...SEED_TXT, values: swapped });
    expect(session && told(session)).toEqual(before);
  }
});

test.each([
  ['raw text', SEED_TXT],
  ['flat table', SEED_TSV],
])('columns in any order give the same findings, sentence for sentence (%s)', (_, grid) => {
  const width = Math.max(...grid.values.map((row) => row.length));
  const sentences = (session: Session | null): unknown =>
    session?.diagnostics().map((found) => [found.at.cell.row, found.at.column, tell(found, RULES)]);
  const before = sentences(open(grid));
  fc.assert(
    fc.property(fc.shuffledSubarray([...Array(width).keys()], { minLength: width }), (order) => {
      const values = grid.values.map((_cells, row) => order.map((column) => valueAt(grid, row, column)));
      expect(sentences(open({ ...grid, values }))).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

/** Does a cell fill a field? Read from its text alone. */
function fills(annexe: Annexe, row: number, champ: Champ): boolean {
  const text = cellText(annexe, row, champ);
  if (champ === 'indicateur') return parseIndicateur(text).etat === 'reel';
  if (champ === 'cible')
    return !['vide', 'a-definir'].includes(parseCible(valueAt(annexe.grid, row, annexe.columns.cible)).etat);
  if (champ === 'bop') return parseBop(text).items.length > 0;
  return text.trim() !== '' && !isPlaceholder(text);
}

test('coverage, of every field, is what a walk over the cells counts', () => {
  fc.assert(
    fc.property(variant, fc.constantFrom(...CHAMPS), (grid, champ) => {
      const annexe = open(grid)?.annexe();
      if (annexe === undefined || annexe.columns[champ] < 0) return;
      const lacking: number[] = [];
      let objectifs = 0;
      eachObjectif(annexe, (tete) => {
        objectifs++;
        const rows = [...Array(finOf(annexe, tete) - tete).keys()].map((offset) => tete + offset);
        const data = rows.filter((row) => annexe.kinds[row] === Kind.objectif || annexe.kinds[row] === Kind.suite);
        if (!data.some((row) => fills(annexe, row, champ))) lacking.push(tete);
      });
      const counted = { objectifs, couverts: objectifs - lacking.length };
      expect(couverture(annexe, referential, { champ })).toMatchObject(counted);
      expect(couvertureParGroupe(annexe, referential, { champ, par: 'axe' })).toMatchObject(counted);
      const missing = manquants(annexe, referential, { champ });
      expect('manquants' in missing && missing.manquants.map(({ row }) => row)).toEqual(lacking);
    }),
    RUNS,
  );
});

test('every column of an annexe is one that the tests speak of', () => {
  expect([...CHAMPS, 'ref', 'objectif'].sort()).toEqual([...COLUMNS].sort());
});
