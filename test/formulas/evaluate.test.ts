import fc from 'fast-check';
import { evaluateFormula, SPECIFICATION, type Argument, type FormulaContext } from '../../shared/formulas';
import type { Scalar } from '../../shared/sheet';
import { seedGrid } from '../coverage/seed';
import { context, type controleur } from './context';

const SEED = seedGrid('txt').values;
const blank: Scalar[] = ['', '', '', '', '', '', '', ''];
const WHOLE_COLUMNS: readonly (readonly Scalar[])[] = [...SEED, ...Array.from({ length: 5000 }, () => blank)];

const value = (name: string, args: Argument[] = [], within = context): unknown => {
  const result = evaluateFormula(name, args, within);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};
const message = (name: string, args: Argument[] = [], within = context): string => {
  const result = evaluateFormula(name, args, within);
  if (result.ok) throw new Error(`gave ${JSON.stringify(result.value)}`);
  return result.message.replace(/\u00a0/g, ' ');
};

describe('COUVERTURE', () => {
  it.each<[string, Argument[], number]>([
    ['nothing', [], 19 / 46],
    ['blanks', [null, '', undefined], 19 / 46],
    ['the range', [SEED], 19 / 46],
    ['whole columns', [WHOLE_COLUMNS], 19 / 46],
    ['a field', [SEED, 'Valeur cible'], 3 / 46],
    ['a field and a pillar', [SEED, 'indicateur', 'PCOS'], 10 / 23],
    ['a filter without a field', [SEED, '', 'PCOS_AS3'], 1 / 2],
    ['a BOP as a number', [null, null, 147], 6 / 18],
    ['a field where the range was left out', ['cible'], 3 / 46],
    ['a field and a filter where the range was left out', ['bop', 'PVRC'], 2 / 4],
    ['the same as ranges of one cell, with a blank left over', [[['bop']], [['PVRC']], null], 2 / 4],
    ['a service', [null, 'indicateur', 'DDCSPP'], 10 / 29],
  ])('with %s', (_what, args, share) => {
    expect(value('COUVERTURE', args)).toBeCloseTo(share, 12);
  });

  it.each<[Argument[], RegExp]>([
    [[SEED.slice(8, 24)], /^La plage ne contient pas la ligne d’en-tête .*Annexe!A:H/],
    [[SEED.slice(9)], /^La plage commence sous la ligne d’en-tête/],
    [
      [
        [
          ['', null],
          ['', ''],
        ],
      ],
      /^La plage est vide/,
    ],
    [
      [SEED, 'PCOS'],
      /^Le champ « PCOS » n’est pas connu ; écrivez « indicateur », .* ou « signataire » \(le filtre vient après/,
    ],
    [[SEED, 'indicateur', 'zzz'], /^Le filtre « zzz » ne désigne ni un pilier/],
    [[SEED, 'indicateur', 361], /^Aucun objectif .* « 361 »/],
    [[SEED, SEED], /^L’argument « champ » de COUVERTURE est une plage/],
    [['cible', 'PCOS', 'AS3'], /reçoit 4 arguments ; elle attend au plus \[plage\], \[champ\] et \[filtre\]/],
    [
      [
        [
          ['Réf', 'Objectif', 'BOP'],
          ['PDEE_AS1_001', 'Agir', 147],
        ],
      ],
      /^L’annexe n’a pas de colonne « Indicateur »/,
    ],
  ])('says what is wrong (%#)', (args, sentence) => {
    expect(message('COUVERTURE', args)).toMatch(sentence);
  });

  it('says which annexe is missing', () => {
    const without = (found: ReturnType<FormulaContext['annexe']>): string =>
      message('COUVERTURE', [], { ...context, annexe: () => found });
    expect(without({ kind: 'aucune' })).toMatch(/^Ce classeur n’a pas d’annexe/);
    expect(without({ kind: 'plusieurs', feuilles: ['2015', '2024'] })).toMatch(
      /plusieurs annexes \(« 2015 » et « 2024 »\)/,
    );
    expect(without({ kind: 'pas-une-annexe', raison: 'sans-entete', compris: ['BOP'] })).toMatch(
      /^La feuille ne contient pas la ligne d’en-tête .*compris : « BOP »/,
    );
  });
});

describe('tables', () => {
  it('SYNTHESE gives a header, the groups and a total', () => {
    expect(value('SYNTHESE', [SEED, 'piliers'])).toEqual([
      ['groupe', 'objectifs', 'couverts', 'taux'],
      ['PDEE', 12, 6, 0.5],
      ['PHCV', 4, 1, 0.25],
      ['PCOS', 23, 10, 10 / 23],
      ['PVRC', 4, 0, 0],
      ['Transversal', 3, 2, 2 / 3],
      ['Total', 46, 19, 19 / 46],
    ]);
    expect(value('SYNTHESE', ['bop'])).toContainEqual([147, 18, 6, 6 / 18]);
    expect(message('SYNTHESE', [SEED, 'ville'])).toMatch(
      /« ville » n’est pas connu ; écrivez « pilier », « axe », « bop » ou « service »/,
    );
  });

  it('MANQUANTS gives the references, or says that none is missing', () => {
    expect(value('MANQUANTS', [SEED, 'indicateur', 'PVRC'])).toEqual([
      ['PVRC_AS1_001'],
      ['PVRC_AS2_001'],
      ['PVRC_AS3_001'],
      ['PCOS_AS3_002'],
    ]);
    expect(value('MANQUANTS', [SEED, 'bop', 'PDEE'])).toEqual([
      ['Rien ne manque\u00a0: 12\u00a0objectifs sur 12 ont un BOP.'],
    ]);
    const bare = [
      ['Réf', 'Objectif', 'Indicateur'],
      ['', 'Agir', ''],
    ];
    expect(value('MANQUANTS', [bare])).toEqual([['(ligne 2, sans réf)']]);
    const placed = { values: bare, origin: { sheet: 'Annexe', row: 10, column: 1 } };
    expect(value('MANQUANTS', [placed])).toEqual([['(ligne 12, sans réf)']]);
  });

  it('CONTROLE and ANOMALIES show and count the findings of one severity or of all', () => {
    expect(value('ANOMALIES', [SEED])).toBe(4);
    expect(value('ANOMALIES', ['Infos'])).toBe(2);
    expect(value('CONTROLE', [WHOLE_COLUMNS, 'erreur'])).toEqual([
      ['cellule', 'réf', 'gravité', 'règle', 'message'],
      ['A41', 'PCOS_AS3_OO1', 'erreur', 'ref-hors-axe', `Sur ${SEED.length} lignes.`],
    ]);
    expect(value('CONTROLE', [], { ...context, controleur: () => [] })).toEqual([
      ['cellule', 'réf', 'gravité', 'règle', 'message'],
      ['', '', '', '', 'Aucun constat.'],
    ]);
    expect(message('ANOMALIES', [SEED, 'grave'])).toMatch(
      /^La gravité « grave » n’est pas connue ; écrivez « erreur », « avertissement » ou « info »/,
    );
  });

  it('give the controller the millésime', () => {
    const seen: number[] = [];
    const spy = { ...context, controleur: (...args: Parameters<typeof controleur>) => (seen.push(args[1]), []) };
    value('ANOMALIES', [], spy);
    value('ANOMALIES', [], { ...spy, millesime: 2024 });
    expect(seen).toEqual([2015, 2024]);
  });
});

describe('SERVICES and PROGRAMME', () => {
  it('take numbers and texts, in any year', () => {
    const services = value('SERVICES', [147]);
    expect(services).toEqual(value('SERVICES', ['147']));
    expect(services).toEqual(value('SERVICES', ['BOP 0147', '2015']));
    expect(services).toContainEqual(['DDCSPP']);
    expect(value('SERVICES', [147, 2024])).not.toEqual(services);
    expect(value('PROGRAMME', [147])).toBe('Politique de la ville');
    expect(value('PROGRAMME', ['P167', 2015])).toBe('Liens entre la Nation et son armée');
    expect(value('PROGRAMME', ['cnds'.toUpperCase()])).toMatch(/sport/);
  });

  it.each<[string, Argument[], RegExp]>([
    ['PROGRAMME', [174747], /^Le BOP « 174747 » est inconnu/],
    ['PROGRAMME', [361, 2015], /^Le BOP « 361 » n’existe pas encore en 2015 ; il commence en 2021\.$/],
    ['SERVICES', [361, 2015], /n’existe pas encore en 2015/],
    ['PROGRAMME', ['102 304'], /^« 102 304 » nomme 2 BOP ; demandez-les un par un\.$/],
    ['PROGRAMME', ['la ville'], /^« la ville » n’est pas un numéro de BOP/],
    ['PROGRAMME', [147, 'hier'], /^L’année « hier » ne se lit pas/],
    ['SERVICES', [147, 42005], /^L’année « 42005 » ne se lit pas/],
    ['SERVICES', [], /^La formule SERVICES attend « bop »/],
    ['SERVICES', [[[147], [102]]], /^L’argument « bop » de SERVICES est une plage/],
  ])('%s says what is wrong (%#)', (name, args, sentence) => {
    expect(message(name, args)).toMatch(sentence);
  });

  it('leave a blank cell blank, so that a column can be filled down', () => {
    expect(['PROGRAMME', 'REF', 'CIBLE'].map((name) => value(name, ['']))).toEqual(['', '', '']);
    expect(value('SERVICES', [null])).toEqual([['']]);
  });
});

describe('REF and CIBLE', () => {
  const SEVERAL = 'Valeur cible nationale EA : 30 % CUI marchand : 12 % CUI non-marchand : 13,2 %';

  it.each([
    ['pcos as1 oo1', 'PCOS_AS1_001'],
    ['PCOS-AS3-OO4', 'PCOS_AS3_004'],
    [' PHCV_AS2_* ', 'PHCV_AS2_*'],
    ['Atr_Jeunesse', 'Atr_Jeunesse'],
  ])('REF(« %s ») is %s', (text, ref) => {
    expect(value('REF', [text])).toBe(ref);
  });

  it.each<[Argument[], number]>([
    [[SEVERAL, 'CUI non-marchand'], 0.132],
    [[SEVERAL, 'CUI marchand'], 0.12],
    [[SEVERAL, 'cui NON marchand'], 0.132],
    [[SEVERAL, 'EA'], 0.3],
    [[SEVERAL, 'non-marchand'], 0.132],
    [['EA : 30 % EAP : 12 %', 'EA'], 0.3],
    [['100,00%'], 1],
    [['13,2 %'], 0.132],
    [[1], 1],
    [[[['1 250']]], 1250],
  ])('CIBLE%j is %d', (args, number) => {
    expect(value('CIBLE', args)).toBe(number);
  });

  it.each<[string, Argument[], RegExp]>([
    ['REF', ['Mobiliser'], /^« Mobiliser » ne se lit pas comme une référence/],
    ['CIBLE', [SEVERAL], /porte 3 valeurs ; donnez un libellé : « EA », « CUI marchand » ou « CUI non-marchand »\.$/],
    ['CIBLE', [SEVERAL, 'marchand'], /^Le libellé « marchand » désigne plusieurs valeurs ; donnez « EA »/],
    ['CIBLE', [SEVERAL, 'CDI'], /^Le libellé « CDI » n’est pas dans cette valeur cible/],
    ['CIBLE', ['30 %', 'EA'], /n’a pas de libellé/],
    ['CIBLE', ['à définir'], /encore à définir/],
    ['CIBLE', ['en hausse'], /est une tendance/],
    ['CIBLE', ['blabla'], /ne se lit pas comme un nombre/],
  ])('%s says what is wrong (%#)', (name, args, sentence) => {
    expect(message(name, args)).toMatch(sentence);
  });
});

it('an unknown formula is answered with the list', () => {
  expect(message('SOMME')).toMatch(/^La formule « SOMME » n’existe pas ; .*COUVERTURE, SYNTHESE/);
  expect(value('couverture')).toBeCloseTo(19 / 46, 12);
});

it('whatever it is given, a formula answers with a value of its kind or a French sentence', () => {
  const scalar: fc.Arbitrary<Scalar> = fc.oneof(
    fc.constantFrom<Scalar>(
      null,
      '',
      'bop',
      'PCOS',
      '147',
      147,
      2015,
      'erreur',
      'axe',
      'EA : 30 % B : 2',
      'PCOS_AS1_OO1',
      '#N/A',
    ),
    fc.string(),
    fc.double(),
    fc.boolean(),
  );
  const range = fc.oneof(
    fc.array(fc.array(scalar, { maxLength: 9 }), { maxLength: 6 }),
    fc.constant(SEED),
    fc.constant([]),
  );
  const argument = fc.oneof({ weight: 3, arbitrary: scalar }, range, fc.constant(undefined));
  fc.assert(
    fc.property(fc.constantFrom(...SPECIFICATION), fc.array<Argument>(argument, { maxLength: 4 }), (spec, args) => {
      const result = evaluateFormula(spec.name, args, context);
      if (result.ok) expect(Array.isArray(result.value)).toBe(spec.result.kind === 'table');
      else expect(result.message).toMatch(/^[A-ZÀ-Ý«].*[.?]$/s);
    }),
    { numRuns: 400 },
  );
});
