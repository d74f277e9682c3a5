import { evaluateFormula, renderFormules, SPECIFICATION, type Argument } from '../../shared/formulas';
import { context } from './context';

/** Names that Excel already has, in French or in English, and Excel 4's: they would give #REF!. */
const TAKEN = /^(SOMME|SUM|MOYENNE|NB|RUN|ECHO|SERVICE|RECHERCHEV|VLOOKUP|INDEX|EXACT|CHERCHE|[A-Z]{1,3}\d+|R\d*C\d*)$/;

it('has the nine formulas of the contract, in its order', () => {
  expect(
    SPECIFICATION.map(
      ({ name, parameters }) =>
        `${name}(${parameters.map((one) => (one.optional ? `[${one.name}]` : one.name)).join('; ')})`,
    ),
  ).toEqual([
    'COUVERTURE([plage]; [champ]; [filtre])',
    'SYNTHESE([plage]; [par])',
    'MANQUANTS([plage]; [champ]; [filtre])',
    'ANOMALIES([plage]; [gravite])',
    'CONTROLE([plage]; [gravite])',
    'SERVICES(bop; [annee])',
    'PROGRAMME(bop; [annee])',
    'REF(texte)',
    'CIBLE(texte; [libelle])',
  ]);
});

describe.each(SPECIFICATION)('$name', (spec) => {
  it('has a name that every host takes', () => {
    expect(spec.name).toMatch(/^[A-Z][A-Z0-9]{2,}$/);
    expect(spec.name).not.toMatch(TAKEN);
    for (const { name } of spec.parameters) expect(name).toMatch(/^[a-z]+$/);
  });

  it('is described in French, in one paragraph, with the spaces that French wants', () => {
    const texts = [spec.description, spec.result.description, ...spec.parameters.map((one) => one.description)];
    for (const text of texts) {
      expect(text).toMatch(/^[A-ZÀ-Ý].*\.$/);
      expect(text).not.toMatch(/ [:;?!%»]|« |[\n*<>{}]/);
    }
  });

  it('has its optional parameters last', () => {
    const optional = spec.parameters.map((one) => one.optional);
    expect(optional).toEqual([...optional].sort());
  });

  it('has an example that calls it', () => {
    expect(spec.example.formula).toMatch(new RegExp(`^=ANNEXE\\.${spec.name}\\(`));
  });
});

it.each<[string, Argument[]]>([
  ['MANQUANTS', [null, 'indicateur', 'PVRC']],
  ['SERVICES', [147]],
  ['PROGRAMME', [147]],
  ['REF', ['pcos as1 oo1']],
  ['CIBLE', ['EA : 30 % CUI non-marchand : 13,2 %', 'CUI non-marchand']],
])('the example of %s is true', (name, args) => {
  const found = evaluateFormula(name, args, context);
  const shown =
    found.ok && (Array.isArray(found.value) ? found.value.flat().join(', ') : String(found.value).replace('.', ','));
  expect(shown).toBe(SPECIFICATION.find((spec) => spec.name === name)?.example.gives);
});

it('gives the columns that the specification announces', () => {
  for (const { name, result } of SPECIFICATION.filter((spec) => spec.result.columns.length > 0)) {
    const found = evaluateFormula(name, [], context);
    const first = found.ok && Array.isArray(found.value) ? found.value[0] : null;
    expect(first).toEqual(result.columns);
  }
});

describe('the page of the formulas', () => {
  const page = renderFormules();

  it('tells of each formula and each argument', () => {
    for (const spec of SPECIFICATION) {
      expect(page).toContain(`\n## ${spec.name}\n\n${spec.description}`);
      expect(page).toContain(spec.example.formula);
      for (const one of spec.parameters) expect(page).toContain(`| \`${one.name}\` | `);
    }
  });

  it('has no plain space before a colon, but in code', () => {
    expect(
      page
        .split('`')
        .filter((_part, index) => index % 2 === 0)
        .join(''),
    ).not.toMatch(/ [:;?!%»]|« /);
  });
});
