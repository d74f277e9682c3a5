import fc from 'fast-check';
import { frozenTable, rangeText, SPECIFICATION, toExcel, toGoogle } from '../../shared/formulas';

describe('between Excel and Google Sheets', () => {
  it.each([
    ['=ANNEXE.COUVERTURE()', '=ANNEXE_COUVERTURE()'],
    ['=ANNEXE.COUVERTURE(Annexe!A:H;"indicateur";"PCOS")', '=ANNEXE_COUVERTURE(Annexe!A:H;"indicateur";"PCOS")'],
    ['=annexe.Couverture()', '=annexe_Couverture()'],
    ['=ANNEXE.COUVERTURE (A1)', '=ANNEXE_COUVERTURE (A1)'],
    [
      '=1-ANNEXE.COUVERTURE(A:H)/SUM(B1,ANNEXE.ANOMALIES(A:H))',
      '=1-ANNEXE_COUVERTURE(A:H)/SUM(B1,ANNEXE_ANOMALIES(A:H))',
    ],
    ['={ANNEXE.REF(A1);ANNEXE.CIBLE(ANNEXE.REF(B1);"x")}', '={ANNEXE_REF(A1);ANNEXE_CIBLE(ANNEXE_REF(B1);"x")}'],
    ['="dit ""ANNEXE.REF("""&ANNEXE.REF("ANNEXE.REF(")', '="dit ""ANNEXE.REF("""&ANNEXE_REF("ANNEXE.REF(")'],
    ["='l''ANNEXE.REF('!A1+ANNEXE.REF(A2)", "='l''ANNEXE.REF('!A1+ANNEXE_REF(A2)"],
    [
      "=ANNEXE.REF(T[[#Tout];[ANNEXE.REF('['\"]])&ANNEXE.REF(T[a])",
      "=ANNEXE_REF(T[[#Tout];[ANNEXE.REF('['\"]])&ANNEXE_REF(T[a])",
    ],
  ])('%s', (excel, google) => {
    expect(toGoogle(excel)).toBe(google);
    expect(toExcel(google)).toBe(excel);
    expect(toGoogle(google)).toBe(google);
    expect(toExcel(excel)).toBe(excel);
  });

  it.each([
    '=MY_ANNEXE.COUVERTURE(A1)',
    '=MON.ANNEXE.COUVERTURE(A1)',
    '=ANNEXE.COUVERTUREX(A1)',
    '=ANNEXE.COUVERTURE.X(A1)',
    '=ANNEXE.AUTRE(A1)',
    '=ANNEXE.COUVERTURE+1',
    '=ÉANNEXE.COUVERTURE(A1)',
    '=Classeur1!ANNEXE.COUVERTURE(A1)',
    "='ANNEXE.COUVERTURE('!A1",
    '="ANNEXE.COUVERTURE("',
    '="ANNEXE_COUVERTURE(',
    "='ANNEXE_COUVERTURE(",
    '=T[ANNEXE.COUVERTURE(]',
    '=SUM(Annexe!A1:A9)',
    '=IFERROR(__xludf.DUMMYFUNCTION("UNIQUE(Annexe!A:A)"),"x")',
    '=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),"ANNEXE_REF(")',
    '=IFERROR(__xludf.DUMMYFUNCTION("""ANNEXE_REF("""),1)',
    '=IFERROR(__xludf.DUMMYFUNCTION("ANNEXE_REF(A1)")',
    '',
    'Annexe',
  ])('leaves alone: %s', (formula) => {
    expect(toGoogle(formula)).toBe(formula);
    expect(toExcel(formula)).toBe(formula);
  });

  it.each([
    ['=_xldudf_ANNEXE_COUVERTURE(A1)', '=ANNEXE_COUVERTURE(A1)', '=ANNEXE.COUVERTURE(A1)'],
    ['=_XLDUDF_annexe_ref(A1)', '=annexe_ref(A1)', '=annexe.ref(A1)'],
    ['=@ANNEXE.REF(@A1)', '=ANNEXE_REF(@A1)', '=@ANNEXE.REF(@A1)'],
  ])('reads what Excel saves: %s', (saved, google, excel) => {
    expect(toGoogle(saved)).toBe(google);
    expect(toExcel(saved)).toBe(excel);
  });
});

describe('what Google Sheets wraps when it exports', () => {
  it.each([
    ['=IFERROR(__xludf.DUMMYFUNCTION("ANNEXE_COUVERTURE(A1:H60)"), 0.83)', '=ANNEXE.COUVERTURE(A1:H60)'],
    ['=iferror(@__XLUDF.dummyfunction("ANNEXE_REF(A1)");"a;b)")', '=ANNEXE.REF(A1)'],
    ['=SIERREUR(__xludf.DUMMYFUNCTION("=ANNEXE_REF(A1)");{1\\2;3})', '=ANNEXE.REF(A1)'],
    [
      '=IFERROR(__xludf.DUMMYFUNCTION("ANNEXE_COUVERTURE(A:H,""bop"",""l\'""""x"""""")"),1)',
      '=ANNEXE.COUVERTURE(A:H,"bop","l\'""x""")',
    ],
    ['=IFERROR(__xludf.DUMMYFUNCTION("ANNEXE_COUVER"&"TURE(A:H)"),1)', '=ANNEXE.COUVERTURE(A:H)'],
    [
      '=IFERROR(__xludf.DUMMYFUNCTION("1+IFERROR(__xludf.DUMMYFUNCTION(""ANNEXE_REF(""""x"""")""),2)"),3)',
      '=1+ANNEXE.REF("x")',
    ],
    ['=2*IFERROR(__xludf.DUMMYFUNCTION("ANNEXE_COUVERTURE(A:H)-1"),0)', '=2*(ANNEXE.COUVERTURE(A:H)-1)'],
    ['=2*IFERROR(__xludf.DUMMYFUNCTION("ANNEXE_COUVERTURE(A:H,""a"")"),0)', '=2*ANNEXE.COUVERTURE(A:H,"a")'],
    ['=IFERROR(__xludf.DUMMYFUNCTION("ANNEXE.COUVERTURE()"),"#NAME?")', '=ANNEXE.COUVERTURE()'],
  ])('%s', (wrapped, excel) => {
    expect(toExcel(wrapped)).toBe(excel);
    expect(toExcel(toGoogle(wrapped))).toBe(excel);
  });

  it('comes off around our calls only', () => {
    const other = 'IFERROR(__xludf.DUMMYFUNCTION("UNIQUE(A:A)"),1)';
    expect(toExcel(`=${other}+IFERROR(__xludf.DUMMYFUNCTION("ANNEXE_REF(A1)"),1)`)).toBe(`=${other}+ANNEXE.REF(A1)`);
  });
});

describe('a table that Google Sheets exported', () => {
  const F = '=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),12)';
  const Q = '=IFERROR(__xludf.DUMMYFUNCTION("QUERY(A:B)"),"x")';
  it.each([
    ['=ANNEXE.SERVICES(147)', [[''], [F], [F], ['']], 3, 1],
    ['=ANNEXE.SERVICES(147)', [[''], [Q], [F]], 1, 1],
    [
      '=@annexe.synthese(A:H)',
      [
        ['', F, F, F],
        [F, F, F, F],
        [F, F, F, ''],
      ],
      2,
      4,
    ],
    [
      '=ANNEXE.SYNTHESE(A:H)',
      [
        ['', F, F, 'x'],
        [F, F, F, F],
      ],
      1,
      1,
    ],
    [
      '=ANNEXE.COUVERTURE(A:H)',
      [
        ['', F],
        [F, F],
      ],
      1,
      1,
    ],
    ['=1+ANNEXE.SYNTHESE(A:H)', [['', F, F, F]], 1, 1],
  ])('%s fills its place, and no other', (formula, cells, rows, columns) => {
    expect(frozenTable(formula, (row, column) => cells[row]?.[column] ?? '')).toEqual({ rows, columns });
  });

  it('stops above another one that begins on its left, not beside one that stands there', () => {
    const left = (from: number) => (row: number, column: number) =>
      column < 0 ? (row >= from ? F : '') : row > 0 && row < 5 ? F : '';
    expect(frozenTable('=ANNEXE.SERVICES(147)', left(3)).rows).toBe(3);
    expect(frozenTable('=ANNEXE.SERVICES(147)', left(0)).rows).toBe(5);
  });
});

describe('with a range', () => {
  const plage = 'Annexe!A:H';

  it.each([
    ['Annexe!A:H', '=ANNEXE.COUVERTURE()', '=ANNEXE_COUVERTURE(Annexe!A:H)'],
    ['Annexe 7!A:H', '=ANNEXE.MANQUANTS()', "=ANNEXE_MANQUANTS('Annexe 7'!A:H)"],
    ["'Annexe 7'!A:H", '=ANNEXE.COUVERTURE( )', "=ANNEXE_COUVERTURE('Annexe 7'!A:H )"],
    ["L'annexe!A:H", '=ANNEXE.COUVERTURE(;"bop")', "=ANNEXE_COUVERTURE('L''annexe'!A:H;\"bop\")"],
    ['Annexe!A:H', '=ANNEXE.REF()', '=ANNEXE_REF()'],
    ['Annexe!A:H', '=ANNEXE.COUVERTURE(B:I)', '=ANNEXE_COUVERTURE(B:I)'],
    [
      'Annexe!A:H',
      '=SUM(ANNEXE.ANOMALIES(),ANNEXE.ANOMALIES(,"erreur"))',
      '=SUM(ANNEXE_ANOMALIES(Annexe!A:H),ANNEXE_ANOMALIES(Annexe!A:H,"erreur"))',
    ],
    ['$&!A:H', '=ANNEXE.COUVERTURE()', "=ANNEXE_COUVERTURE('$&'!A:H)"],
  ])('%s: %s', (plage, excel, google) => {
    expect(toGoogle(excel, { plage })).toBe(google);
    expect(toExcel(google, { plage })).toBe(excel);
  });

  it.each([
    ['=ANNEXE.COUVERTURE("cible")', '=ANNEXE_COUVERTURE(Annexe!A:H;"cible")', '=ANNEXE.COUVERTURE(;"cible")'],
    ['=ANNEXE.COUVERTURE( "a,b" )', '=ANNEXE_COUVERTURE(Annexe!A:H; "a,b" )', '=ANNEXE.COUVERTURE(; "a,b" )'],
    [
      '=ANNEXE.COUVERTURE("bop","PCOS")',
      '=ANNEXE_COUVERTURE(Annexe!A:H,"bop","PCOS")',
      '=ANNEXE.COUVERTURE(,"bop","PCOS")',
    ],
    ['=ANNEXE.REF("pcos as1 oo1")', '=ANNEXE_REF("pcos as1 oo1")', '=ANNEXE.REF("pcos as1 oo1")'],
  ])('stands before a text that was given first: %s', (excel, google, back) => {
    expect(toGoogle(excel, { plage })).toBe(google);
    expect(toGoogle(google, { plage })).toBe(google);
    expect(toExcel(google, { plage })).toBe(back);
  });

  it('is the same range whatever its quotes, its $ and its case', () => {
    expect(toExcel("=ANNEXE_COUVERTURE('Annexe'!$a:$h)", { plage: 'Annexe!A:H' })).toBe('=ANNEXE.COUVERTURE()');
    expect(toExcel('=ANNEXE_COUVERTURE(Annexe!A:H)')).toBe('=ANNEXE.COUVERTURE(Annexe!A:H)');
    expect(toExcel('=ANNEXE_COUVERTURE(Autre!A:H)', { plage: 'Annexe!A:H' })).toBe('=ANNEXE.COUVERTURE(Autre!A:H)');
  });

  it.each([
    ['Annexe', 'Annexe!A:H'],
    ['Annexe 7', "'Annexe 7'!A:H"],
    ['Réf_2015', 'Réf_2015!A:H'],
    ['2015', "'2015'!A:H"],
    ['A7', "'A7'!A:H"],
    ['L1C1', "'L1C1'!A:H"],
    ["L'annexe", "'L''annexe'!A:H"],
  ])('of the sheet « %s » is %s', (sheet, range) => {
    expect(rangeText(sheet)).toBe(range);
  });
});

describe('properties', () => {
  const name = fc.constantFrom(...SPECIFICATION.map((spec) => spec.name));
  const quoted = (mark: string): fc.Arbitrary<string> =>
    fc.string({ maxLength: 8 }).map((text) => mark + text.split(mark).join(mark + mark) + mark);
  const plain = fc.constantFrom(
    'A1',
    'SUM(',
    ')',
    '(',
    ';',
    ',',
    '+',
    '{',
    '}',
    ' ',
    'T[x]',
    'ANNEXE',
    '.',
    'MY_',
    'é',
    '\n',
    '&',
    '!',
  );
  const call = name.map((one) => `ANNEXE.${one}(`);
  const trap = fc.constantFrom('"ANNEXE.REF("', "'ANNEXE.REF('!A1", 'MY_ANNEXE.REF(', 'ANNEXE.REFS(', 'T[ANNEXE.REF(]');
  const isGoogle = (formula: string): boolean => /annexe_|_xldudf|dummyfunction/i.test(formula);
  const isTextFirst = (formula: string): boolean => /annexe\.\w+\(\s*"/i.test(formula);
  const formula = fc
    .array(fc.oneof({ weight: 3, arbitrary: call }, { weight: 4, arbitrary: plain }, quoted('"'), quoted("'"), trap), {
      maxLength: 14,
    })
    .map((parts) => `=${parts.join('')}`)
    .filter((text) => !isGoogle(text));

  it('to Google and back is the formula itself', () => {
    fc.assert(
      fc.property(formula, (text) => toExcel(toGoogle(text)) === text),
      { numRuns: 3000 },
    );
  });

  it('with a range, too', () => {
    const plage = "'Annexe 7'!A:H";
    fc.assert(
      fc.property(
        formula.filter((text) => !isTextFirst(text)),
        (text) => toExcel(toGoogle(text, { plage }), { plage }) === text,
      ),
      { numRuns: 3000 },
    );
  });

  it('with a range before a text, only its empty place stays', () => {
    const plage = "'Annexe 7'!A:H";
    const there = (text: string): string => toGoogle(text, { plage });
    fc.assert(
      fc.property(formula, (text) => there(toExcel(there(text), { plage })) === there(text)),
      { numRuns: 3000 },
    );
  });

  it('converting twice is converting once', () => {
    fc.assert(
      fc.property(formula, (text) => toGoogle(toGoogle(text)) === toGoogle(text)),
      { numRuns: 1000 },
    );
  });

  it('a text without the word is given back as it is, any text gives a text', () => {
    const any = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(fc.property(any, (text) => /annexe/i.test(text) || (toGoogle(text) === text && toExcel(text) === text)));
    fc.assert(
      fc.property(
        any,
        any,
        (a, b) => typeof toExcel(`${a}IFERROR(__xludf.DUMMYFUNCTION("ANNEXE_REF(${b}`) === 'string',
      ),
    );
  });

  it('what Google wraps comes back whole', () => {
    const wrap = (text: string): string => `=IFERROR(__xludf.DUMMYFUNCTION("${text.replace(/"/g, '""')}"),1)`;
    const argument = fc.oneof(quoted('"'), fc.constantFrom('A:H', '1', "'a b'!A:H"));
    fc.assert(
      fc.property(name, fc.array(argument, { maxLength: 3 }), fc.integer({ min: 1, max: 3 }), (one, args, depth) => {
        const google = `ANNEXE_${one}(${args.join(',')})`;
        let wrapped = `=${google}`;
        for (let level = 0; level < depth; level++) wrapped = wrap(wrapped.slice(1));
        expect(toExcel(wrapped)).toBe(`=ANNEXE.${one}(${args.join(',')})`);
      }),
    );
  });
});
