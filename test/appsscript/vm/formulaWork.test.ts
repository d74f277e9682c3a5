import { planDashboard, createFormulas, toExcel, type Argument } from '../../../shared/formulas';
import cadres from '../../../seeds/cadres.json';
import programmes from '../../../seeds/programmes.json';
import services from '../../../seeds/services.json';
import { parseReferential } from '../../../shared/referential';
import { RULES } from '../../../shared/rules';
import { colleagueOf } from '../fakes/colleague';
import { documentOf, sheetOf, type DocumentState } from '../fakes/document';
import { askServer, valueFrom } from '../rpc';
import { SEED, seedSheet } from '../seed';

const PLAGE = 'Annexe!A:H';

/** What Excel holds, what its file or Google's export makes of it, what Google should hold. */
const FORMULAS: readonly { readonly excel: string; readonly came: readonly string[]; readonly google: string }[] = [
  {
    excel: '=ANNEXE.COUVERTURE()',
    came: [
      '=ANNEXE.COUVERTURE()',
      '=_xldudf_ANNEXE_COUVERTURE()',
      '=IFERROR(__xludf.DUMMYFUNCTION("ANNEXE_COUVERTURE()"),0.41)',
      '=ANNEXE_COUVERTURE()',
      '=@ANNEXE.COUVERTURE()',
    ],
    google: `=ANNEXE_COUVERTURE(${PLAGE})`,
  },
  {
    excel: '=annexe.couverture()',
    came: [
      '=annexe.couverture()',
      '=_XLDUDF_annexe_couverture()',
      '=IFERROR(__xludf.DUMMYFUNCTION("annexe_couverture()"),0)',
    ],
    google: `=annexe_couverture(${PLAGE})`,
  },
  {
    excel: '=1-ANNEXE.COUVERTURE(;"cible";"PCOS")/SUM(B1;ANNEXE.ANOMALIES())',
    came: [
      '=1-ANNEXE.COUVERTURE(;"cible";"PCOS")/SUM(B1;ANNEXE.ANOMALIES())',
      '=1-_xldudf_ANNEXE_COUVERTURE(;"cible";"PCOS")/SUM(B1;_xldudf_annexe_ANOMALIES())'.replace('annexe', 'ANNEXE'),
      '=IFERROR(__xludf.DUMMYFUNCTION("1-ANNEXE_COUVERTURE(;""cible"";""PCOS"")/SUM(B1;ANNEXE_ANOMALIES())"),0)',
    ],
    google: `=1-ANNEXE_COUVERTURE(${PLAGE};"cible";"PCOS")/SUM(B1;ANNEXE_ANOMALIES(${PLAGE}))`,
  },
  {
    excel: '=ANNEXE.CIBLE(ANNEXE.REF(A1);"x")',
    came: ['=ANNEXE.CIBLE(ANNEXE.REF(A1);"x")', '=_xldudf_ANNEXE_CIBLE(_xldudf_ANNEXE_REF(A1);"x")'],
    google: '=ANNEXE_CIBLE(ANNEXE_REF(A1);"x")',
  },
  {
    excel: '="dit ""ANNEXE.REF("""&ANNEXE.REF("ANNEXE.COUVERTURE()")',
    came: ['="dit ""ANNEXE.REF("""&ANNEXE.REF("ANNEXE.COUVERTURE()")'],
    google: '="dit ""ANNEXE.REF("""&ANNEXE_REF("ANNEXE.COUVERTURE()")',
  },
  {
    excel: "=ANNEXE.MANQUANTS('L''autre'!A:H;\"bop\")",
    came: ["=ANNEXE.MANQUANTS('L''autre'!A:H;\"bop\")", "=_xldudf_ANNEXE_MANQUANTS('L''autre'!A:H;\"bop\")"],
    google: "=ANNEXE_MANQUANTS('L''autre'!A:H;\"bop\")",
  },
];

/** Ours in name only: nothing may change. */
const OTHERS = [
  '=SUM(Annexe!A1:A9)',
  '="ANNEXE.COUVERTURE()"',
  '=MON.ANNEXE.COUVERTURE(A1)',
  '=ANNEXE.AUTRE(A1)',
  '=IFERROR(__xludf.DUMMYFUNCTION("UNIQUE(Annexe!A:A)"),"x")',
  "='ANNEXE.COUVERTURE()'!A1",
];

const spellings = FORMULAS.flatMap(({ came, google, excel }) => came.map((one) => ({ came: one, google, excel })));

/** A workbook whose second sheet holds all these formulas, one a line, with a text beside each. */
function workbook(formulas: readonly string[]): DocumentState {
  const document = documentOf(
    seedSheet(),
    sheetOf(
      formulas.map((_, row) => ['', `note ${row}`]),
      { name: 'Synthèse' },
    ),
  );
  formulas.forEach((formula, row) => colleagueOf(document, 'Synthèse').setFormula(row, 0, formula));
  return document;
}

const formulasOf = (document: DocumentState, sheet = 1): string[] =>
  document.sheets[sheet]?.rows.map(([cell]) => cell?.formula ?? '') ?? [];

describe('the formulas of a workbook', () => {
  it('come from Excel to Google, in every spelling, with their range', () => {
    const document = workbook([...spellings.map(({ came }) => came), ...OTHERS]);
    const { faites, laissees } = valueFrom(document, 'convertFormulas', null);
    expect(formulasOf(document)).toEqual([...spellings.map(({ google }) => google), ...OTHERS]);
    expect(faites.map(({ adresse }) => adresse)).toEqual(spellings.map((_, row) => `Synthèse!A${row + 1}`));
    expect(laissees).toEqual([]);
    expect(document.sheets[1]?.rows.map(([, cell]) => cell?.value)).toEqual(
      [...spellings, ...OTHERS].map((_, row) => `note ${row}`),
    );
    expect(document.sheets[0]?.rows.flat().some(({ formula }) => formula !== '')).toBe(false);
  });

  it('go back to Excel as they were', () => {
    const document = workbook([...spellings.map(({ came }) => came), ...OTHERS]);
    valueFrom(document, 'convertFormulas', null);
    const back = formulasOf(document).map((formula) => toExcel(formula, { plage: PLAGE }));
    expect(back).toEqual([...spellings.map(({ excel }) => excel), ...OTHERS]);
  });

  it('are converted once: a second time changes nothing', () => {
    const document = workbook(spellings.map(({ came }) => came));
    valueFrom(document, 'convertFormulas', null);
    const { execution, reply } = askServer(document, 'convertFormulas', null);
    expect(reply).toEqual({ ok: true, value: { faites: [], laissees: [] } });
    expect(execution.moments.filter((name) => /\.set/.test(name))).toEqual([]);
  });

  it('that came as text are formulas again, with semicolons', () => {
    const document = documentOf(
      seedSheet(),
      sheetOf(
        [
          ['=ANNEXE.COUVERTURE(,"cible")'],
          ['dit =ANNEXE.REF(A1)'],
          ['=ANNEXE.COUVERTURE("cible","PCOS")'],
          [`=ANNEXE.COUVERTURE('Ville, quartier'!A:H,"bop, service")`],
        ],
        { name: 'Synthèse' },
      ),
    );
    valueFrom(document, 'convertFormulas', null);
    expect(formulasOf(document)).toEqual([
      `=ANNEXE_COUVERTURE(${PLAGE};"cible")`,
      '',
      `=ANNEXE_COUVERTURE(${PLAGE};"cible";"PCOS")`,
      `=ANNEXE_COUVERTURE('Ville, quartier'!A:H;"bop, service")`,
    ]);
  });

  it('in the columns of the annexe, or with two annexes, keep no range, and it is said why', () => {
    const inside = documentOf(seedSheet());
    colleagueOf(inside).setFormula(0, 3, '=ANNEXE.COUVERTURE()');
    const work = valueFrom(inside, 'convertFormulas', null);
    expect(work.laissees.map(({ adresse, raison }) => [adresse, raison])).toEqual([
      ['Annexe!D1', expect.stringMatching(/dans les colonnes/)],
    ]);
    const two = documentOf(seedSheet('Annexe'), seedSheet('Copie'), sheetOf([['']], { name: 'Synthèse' }));
    colleagueOf(two, 'Synthèse').setFormula(0, 0, '=ANNEXE.COUVERTURE()');
    expect(valueFrom(two, 'convertFormulas', null).laissees).toHaveLength(1);
    valueFrom(two, 'choose', { sheet: 'Copie' });
    valueFrom(two, 'convertFormulas', null);
    expect(formulasOf(two, 2)).toEqual(['=ANNEXE_COUVERTURE(Copie!A:H)']);
  });

  it('without a range are told, and computed again with it', () => {
    const document = workbook(['=ANNEXE_COUVERTURE()', '=ANNEXE_REF(A9)', '=SUM(A1)']);
    expect(valueFrom(document, 'fixedFormulas', null)).toEqual([
      { adresse: 'Synthèse!A1', formule: '=ANNEXE_COUVERTURE()' },
    ]);
    valueFrom(document, 'recalculate', null);
    expect(formulasOf(document)).toEqual([`=ANNEXE_COUVERTURE(${PLAGE})`, '=ANNEXE_REF(A9)', '=SUM(A1)']);
    expect(valueFrom(document, 'fixedFormulas', null)).toEqual([]);
  });

  it('that were given their range and still show an error are written again, and told once', () => {
    const document = workbook(['=ANNEXE_COUVERTURE()']);
    document.compute = () => '#ERROR!';
    const { faites, laissees } = valueFrom(document, 'recalculate', null);
    expect(faites).toEqual([{ adresse: 'Synthèse!A1', formule: `=ANNEXE_COUVERTURE(${PLAGE})` }]);
    expect(laissees).toEqual([]);
  });

  it('that show an error in a protected cell stay there, and it is said why', () => {
    const formula = `=ANNEXE_COUVERTURE(${PLAGE})`;
    const document = workbook([formula]);
    document.compute = () => '#ERROR!';
    colleagueOf(document, 'Synthèse').protect(0, 0);
    const { faites, laissees } = valueFrom(document, 'recalculate', null);
    expect(faites).toEqual([]);
    expect(laissees).toEqual([
      { adresse: 'Synthèse!A1', formule: formula, raison: expect.stringMatching(/Google a refusé/) },
    ]);
    expect(formulasOf(document)).toEqual([formula]);
  });

  it('that cannot have a range are emptied and written again, whatever a colleague does meanwhile', () => {
    const make = (): DocumentState => {
      const two = documentOf(
        seedSheet('Annexe'),
        seedSheet('Copie'),
        sheetOf(
          [
            ['a', ''],
            ['b', ''],
            ['c', ''],
          ],
          { name: 'Synthèse' },
        ),
      );
      colleagueOf(two, 'Synthèse').setFormula(1, 1, '=ANNEXE_COUVERTURE()');
      return two;
    };
    const shown = ({ sheets }: DocumentState): string[] =>
      (sheets[2]?.rows ?? []).map((cells) => cells.map(({ value, formula }) => formula || String(value)).join('|'));
    const { moments } = askServer(make(), 'recalculate', null).execution;
    expect(moments.filter((name) => name === 'Range.clearContent')).toHaveLength(1);
    const lost: unknown[] = [];
    // Before it, sheets are only read, and read again.
    const first = moments.lastIndexOf('Range.getValues', moments.indexOf('Range.clearContent'));
    for (let moment = first; moment < moments.length; moment++) {
      for (const [name, act, wanted] of [
        [
          'insert',
          (on: DocumentState) => colleagueOf(on, 'Synthèse').insertRow(1),
          ['a|', '', 'b|=ANNEXE_COUVERTURE()', 'c|'],
        ],
        ['delete', (on: DocumentState) => colleagueOf(on, 'Synthèse').deleteRow(0), ['b|=ANNEXE_COUVERTURE()', 'c|']],
      ] as const) {
        const on = make();
        valueFrom(on, 'recalculate', null, (index) => index === moment && void act(on));
        const now = shown(on).map((line) => (line === '|' ? '' : line));
        if (JSON.stringify(now) !== JSON.stringify(wanted)) lost.push([name, moment, moments[moment], now]);
      }
    }
    expect(lost).toEqual([]);
  });
});

describe('a formula from the pane', () => {
  it('is put in the agent’s cell, with its range and as a percentage, and nowhere else', () => {
    const document = documentOf(seedSheet(), sheetOf([['plein']], { name: 'Synthèse' }));
    colleagueOf(document, 'Synthèse').select(4, 1);
    expect(valueFrom(document, 'insertFormula', { formula: '=ANNEXE.COUVERTURE(,"cible")' })).toBe('B5');
    expect(document.sheets[1]?.rows[4]?.[1]).toMatchObject({
      formula: `=ANNEXE_COUVERTURE(${PLAGE};"cible")`,
      format: '0.0%',
    });
    expect(askServer(document, 'insertFormula', { formula: '=ANNEXE.ANOMALIES()' }).reply).toEqual({
      ok: false,
      code: 'non-vide',
      detail: 'B5',
    });
    colleagueOf(document, 'Synthèse').select(0, 0);
    expect(askServer(document, 'insertFormula', { formula: '=ANNEXE.ANOMALIES()' }).reply).toMatchObject({
      code: 'non-vide',
      detail: 'A1',
    });
    colleagueOf(document).select(200, 7);
    expect(askServer(document, 'insertFormula', { formula: '=ANNEXE.ANOMALIES()' }).reply).toEqual({
      ok: false,
      code: 'dans-la-plage',
      detail: 'H201',
    });
    colleagueOf(document).select(0, 9);
    expect(valueFrom(document, 'insertFormula', { formula: '=ANNEXE.ANOMALIES()' })).toBe('J1');
  });
});

describe('new sheets', () => {
  it.each([
    ['rows', 1001, 1],
    ['columns', 1, 27],
  ])('have room for more %s than Google gives a new one', (_what, rows, columns) => {
    const document = documentOf(seedSheet());
    const values = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_cell, column) => row + column),
    );
    valueFrom(document, 'addSheet', { name: 'Grande', values });
    expect(document.sheets[1]?.rows.map((cells) => cells.map(({ value }) => value))).toEqual(values);
  });

  it('hold their values as they are, under a free name', () => {
    const document = documentOf(seedSheet());
    const values = [
      ['01', 1, '=x'],
      ['1/2', null],
    ];
    expect(valueFrom(document, 'addSheet', { name: 'annexe', values })).toBe('annexe 2');
    expect(document.sheets[1]?.rows.map((cells) => cells.map(({ value, formula }) => [value, formula]))).toEqual([
      [
        ['01', ''],
        [1, ''],
        ['=x', ''],
      ],
      [
        ['1/2', ''],
        ['', ''],
        ['', ''],
      ],
    ]);
    expect(document.active.sheetId).toBe(document.sheets[1]?.id);
    expect(valueFrom(document, 'addSheet', { name: 'Vide', values: [] })).toBe('Vide');
  });

  it('of a dashboard have the planned formulas and charts', () => {
    const referential = parseReferential(programmes, services, cadres);
    const { evaluate } = createFormulas(referential, RULES, { grids: () => [SEED], chosen: () => '' });
    const plan = planDashboard({
      grid: SEED,
      plage: PLAGE,
      evaluate: (name: string, args: readonly Argument[], from: string) => evaluate(name, args, from),
    });
    if (typeof plan === 'string') throw new Error(plan);
    const document = documentOf(seedSheet());
    expect(valueFrom(document, 'createDashboard', { plan })).toBe(plan.name);
    const made = document.sheets[1];
    const formulas = made?.rows.flat().flatMap(({ formula }) => formula || []) ?? [];
    expect(formulas.length).toBeGreaterThan(3);
    expect(formulas.filter((formula) => /\bANNEXE\.|,/.test(formula) || !formula.includes(PLAGE))).toEqual([]);
    expect(made?.charts.map(({ type, ranges }) => [type, ranges.length])).toEqual(plan.charts.map(() => ['BAR', 2]));
    expect(made?.charts.length).toBeGreaterThan(0);
    expect(document.sheets[0]?.rows.flat().some(({ formula }) => formula !== '')).toBe(false);
  });
});
