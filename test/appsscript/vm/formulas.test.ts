import cadres from '../../../seeds/cadres.json';
import programmes from '../../../seeds/programmes.json';
import services from '../../../seeds/services.json';
import { createFormulas, SPECIFICATION, type Argument } from '../../../shared/formulas';
import { parseReferential } from '../../../shared/referential';
import { RULES } from '../../../shared/rules';
import { type Grid } from '../../../shared/sheet';
import { builtProject } from '../built';
import { isDate } from '../fakes/coercion';
import { colleagueOf } from '../fakes/colleague';
import { documentOf, sheetOf, type DocumentState, type Held } from '../fakes/document';
import { momentOf, ZONE } from '../fakes/zone';
import { runFormula, runScript } from '../realm/project';
import { asGiven, dayOf, SEED, seedSheet } from '../seed';

type Given = Held | Held[][] | undefined;

const referential = parseReferential(programmes, services, cadres);
const RANGE = asGiven(SEED.values);
const COLUMNS = [...RANGE, ...asGiven(Array.from({ length: 900 }, () => []))];

/** What Google makes of "1/2" and "3/4/2026" in a BOP cell and in a target. */
const DATED = RANGE.map((cells, row) =>
  cells.map((cell, column) =>
    row === 8 && column === 2
      ? momentOf(ZONE, [2026, 2, 1])
      : row === 10 && column === 7
        ? momentOf(ZONE, [2026, 4, 3])
        : cell,
  ),
);

const document = (): DocumentState => documentOf(seedSheet(), sheetOf([['notes']], { name: 'Notes' }));

/** What the core gives for the same values, as Google would be given it. */
function core(name: string, args: readonly Given[], grids: readonly Grid[], from = ''): unknown {
  const plain = args.map((arg): Argument =>
    Array.isArray(arg)
      ? arg.map((row) => row.map((cell) => (isDate(cell) ? dayOf(cell) : cell)))
      : isDate(arg)
        ? dayOf(arg)
        : arg,
  );
  const result = createFormulas(referential, RULES, { grids: () => grids, chosen: () => '' }).evaluate(
    name,
    plain,
    from,
  );
  if (!result.ok) return { dit: result.message };
  const blank = (value: unknown): unknown => value ?? '';
  return Array.isArray(result.value) ? result.value.map((row) => row.map(blank)) : blank(result.value);
}

/** What the cell shows: the values, or the sentence. */
function cell(name: string, args: readonly Given[], on: DocumentState): unknown {
  try {
    return runFormula(builtProject(on), `ANNEXE_${name}`, args);
  } catch (error) {
    return { dit: (error as Error).message };
  }
}

const WITH_RANGE: readonly (readonly [string, readonly Given[]])[] = [
  ['COUVERTURE', []],
  ['COUVERTURE', ['cible']],
  ['COUVERTURE', ['indicateur', 'PCOS']],
  ['COUVERTURE', ['indicateur', 'PCOS_AS3']],
  ['COUVERTURE', ['', 147]],
  ['COUVERTURE', [undefined, 'DDCSPP']],
  ['SYNTHESE', []],
  ['SYNTHESE', ['axe']],
  ['SYNTHESE', ['bop']],
  ['SYNTHESE', ['service']],
  ['MANQUANTS', []],
  ['MANQUANTS', ['cible', 'PVRC']],
  ['ANOMALIES', []],
  ['ANOMALIES', ['erreur']],
  ['CONTROLE', []],
  ['CONTROLE', ['avertissement']],
];

const WITHOUT: readonly (readonly [string, readonly Given[]])[] = [
  ['SERVICES', [147]],
  ['SERVICES', ['163', 2015]],
  ['SERVICES', ['CNDS']],
  ['PROGRAMME', [147]],
  ['PROGRAMME', [167, 2024]],
  ['REF', ['pcos as1 oo1']],
  ['REF', ['Atr_oo1']],
  ['REF', [12]],
  ['CIBLE', ['13,2 %']],
  ['CIBLE', [0.132]],
  ['CIBLE', [1]],
  ['CIBLE', ['EA : 30 % CUI non-marchand : 13,2 %', 'CUI non-marchand']],
  ['CIBLE', [momentOf(ZONE, [2026, 2, 1])]],
];

const MISUSED: readonly (readonly [string, readonly Given[]])[] = [
  ['COUVERTURE', [RANGE, 'pilier']],
  ['COUVERTURE', [RANGE, 'indicateur', 'zzz']],
  ['COUVERTURE', [RANGE.slice(9)]],
  [
    'COUVERTURE',
    [
      [
        ['', ''],
        ['', ''],
      ],
    ],
  ],
  ['COUVERTURE', [RANGE, 'cible', 'PCOS', 'AS3']],
  ['COUVERTURE', [RANGE, RANGE]],
  ['SYNTHESE', [RANGE, 'commune']],
  ['MANQUANTS', [RANGE, 'cible', 'zzz']],
  ['ANOMALIES', [RANGE, 'grave']],
  ['CONTROLE', [[['a', 'b']]]],
  ['SERVICES', []],
  ['SERVICES', [9999]],
  ['SERVICES', [147, 'x']],
  ['PROGRAMME', ['zzz']],
  ['REF', []],
  ['REF', ['n’importe quoi']],
  ['CIBLE', ['beaucoup']],
  ['CIBLE', [RANGE]],
];

const told = ([name, args]: readonly [string, readonly Given[]]): [string, string, readonly Given[]] => [
  name,
  args
    .map((arg) => (Array.isArray(arg) ? `${arg.length} lignes` : isDate(arg) ? dayOf(arg) : JSON.stringify(arg)))
    .join('; '),
  args,
];

describe('the formulas give in a cell what the core gives', () => {
  it('all nine of them', () => {
    const names = new Set([...WITH_RANGE, ...WITHOUT].map(([name]) => name));
    expect([...names].sort()).toEqual(SPECIFICATION.map(({ name }) => name).sort());
    expect(names.size).toBe(9);
  });

  it.each(WITH_RANGE.map(told))('%s(plage; %s)', (name, _told, args) => {
    for (const range of [RANGE, COLUMNS, DATED]) {
      const expected = core(name, [range, ...args], []);
      expect(expected).not.toHaveProperty('dit');
      expect(cell(name, [range, ...args], documentOf(sheetOf([])))).toEqual(expected);
    }
  });

  it.each(WITH_RANGE.map(told))('%s(%s) on the annexe of the workbook', (name, _told, args) => {
    const given = args[0] === undefined ? args : [undefined, ...args];
    expect(cell(name, given, document())).toEqual(core(name, given, [SEED]));
  });

  it.each(WITHOUT.map(told))('%s(%s)', (name, _told, args) => {
    const expected = core(name, args, []);
    expect(cell(name, args, documentOf(sheetOf([])))).toEqual(expected);
  });

  it.each(MISUSED.map(told))('%s(%s) says in French what is wrong', (name, _told, args) => {
    const expected = core(name, args, []);
    expect(expected).toEqual({ dit: expect.stringMatching(/[a-zàâéèêîôû’]{4}.*\.$/) });
    expect(cell(name, args, documentOf(sheetOf([])))).toEqual(expected);
  });
});

describe('what they give on the seed', () => {
  const give = (name: string, ...args: Given[]): unknown => cell(name, [RANGE, ...args], documentOf(sheetOf([])));

  it('19 objectives of 46, by pillar 6/12, 1/4, 10/23, 0/4, 2/3', () => {
    expect(give('COUVERTURE')).toBeCloseTo(19 / 46, 12);
    expect(
      (give('SYNTHESE') as unknown[][]).map(([groupe, objectifs, couverts]) => [groupe, objectifs, couverts]),
    ).toEqual([
      expect.anything(),
      ['PDEE', 12, 6],
      ['PHCV', 4, 1],
      ['PCOS', 23, 10],
      ['PVRC', 4, 0],
      ['Transversal', 3, 2],
      ['Total', 46, 19],
    ]);
    expect(['cible', 'bop', 'service', 'collectivite', 'signataire'].map((champ) => give('COUVERTURE', champ))).toEqual(
      [3, 43, 43, 0, 0].map((covered) => covered / 46),
    );
  });

  it('15 errors and as many lines of CONTROLE as of ANOMALIES', () => {
    const lines = give('CONTROLE', 'erreur') as unknown[][];
    expect(lines.length - 1).toBe(give('ANOMALIES', 'erreur'));
    expect(lines.slice(1).every(([address]) => /^[A-H]\d+$/.test(String(address)))).toBe(true);
    expect(give('ANOMALIES')).toBeGreaterThan(50);
  });

  it('the known spellings', () => {
    expect([cell('REF', ['pcos as1 oo1'], document()), cell('CIBLE', ['13,2 %'], document())]).toEqual([
      'PCOS_AS1_001',
      0.132,
    ]);
  });
});

describe('without a range', () => {
  const two = (): DocumentState =>
    documentOf(seedSheet('Annexe'), seedSheet('Copie'), sheetOf([['x']], { name: 'Notes' }));

  it('a formula measures its own sheet, else the only annexe, else asks which', () => {
    const on = two();
    expect(cell('COUVERTURE', [], on)).toBeCloseTo(19 / 46, 12);
    colleagueOf(on, 'Notes').select(0, 0);
    expect(cell('COUVERTURE', [], on)).toEqual({ dit: expect.stringMatching(/Annexe.*Copie/) });
    const one = document();
    colleagueOf(one, 'Notes').select(0, 0);
    expect(cell('COUVERTURE', [], one)).toBeCloseTo(19 / 46, 12);
    expect(cell('COUVERTURE', [], documentOf(sheetOf([['x']])))).toEqual({ dit: expect.stringMatching(/annexe/) });
  });

  it('reads in the mode of a formula, and with a range asks the workbook nothing', () => {
    const run = (args: Given[]): number =>
      runScript(builtProject(document()), 'ANNEXE_COUVERTURE', args, { mode: 'CUSTOM_FUNCTION' }).execution.moments
        .length;
    expect(run([RANGE])).toBe(0);
    expect(run([])).toBeGreaterThan(0);
  });

  it('sees the workbook as it is at each call', () => {
    const on = document();
    const before = cell('COUVERTURE', [], on) as number;
    const row = SEED.values.findIndex((cells) => String(cells[0]).startsWith('PVRC') && !cells[6]);
    colleagueOf(on).set(row, 6, 'Nombre de projets');
    expect((cell('COUVERTURE', [], on) as number) - before).toBeCloseTo(1 / 46, 12);
  });
});
