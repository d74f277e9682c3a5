import { readFileSync, writeFileSync } from 'node:fs';
import { annexe, buildBundle, ROOT, seed, workplace } from './bundle';

beforeAll(buildBundle, 180_000);
const { path } = workplace();

interface Schema {
  fields: { name: string; constraints?: { pattern?: string } }[];
}
const schema = JSON.parse(readFileSync(`${ROOT}/seeds/table-schema/schema.json`, 'utf8')) as Schema;

const convert = (from: string, to: string, ...options: string[]) => annexe(['convertir', from, to, ...options]);

interface Constat {
  ref: string;
  regle: string;
}
const prints = (file: string): string[] =>
  (JSON.parse(annexe(['controler', file, '--format', 'json']).out) as { constats: Constat[] }).constats
    .map(({ ref, regle }) => `${ref} ${regle}`)
    .sort();

describe.each(['txt', 'tsv', 'xlsx'])('from %s', (from) => {
  it.each(['csv', 'tsv', 'txt', 'xlsx'].filter((ending) => ending !== from))(
    'to %s: same rows, same findings',
    (to) => {
      const output = path(`from-${from}.${to}`);
      expect(convert(seed(from), output, '--remplacer')).toMatchObject({ code: 0 });
      expect(annexe(['comparer', seed(from), output]).code).toBe(0);
      expect(prints(output)).toEqual(prints(seed(from)));
    },
  );
});

it('a value that a spreadsheet would compute stays text, there and back', () => {
  const objectif = '=SOMME(A1:A2)';
  const text = `Réf;Objectif;BOP;Service\nPCOS_AS1_001;'${objectif};163;DDCSPP\n`;
  writeFileSync(path('formula.csv'), text);
  expect(convert(path('formula.csv'), path('formula.xlsx')).code).toBe(0);
  expect(convert(path('formula.xlsx'), path('formula-back.csv')).code).toBe(0);
  expect(readFileSync(path('formula-back.csv'), 'utf8')).toContain(`;'${objectif};`);
});

describe('the publication', () => {
  const output = path('annexe.schema.csv');
  beforeAll(() => expect(convert(seed('xlsx'), output).code).toBe(0));
  const lines = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);

  it('has one line an objective, in the fields of the schema', () => {
    const [header, ...rows] = lines(output);
    expect(header).toBe(schema.fields.map(({ name }) => name).join(','));
    expect(rows).toHaveLength(46);
  });

  it('says what it writes otherwise than the sheet, and what it leaves out', () => {
    const said = convert(seed('xlsx'), path('said.schema.csv')).err.replace(/\s+/g, ' ');
    expect(said).toContain(
      '11 références récrites pour suivre le schéma : PHCV_AS2_* → PHCV_AS2_001, PCOS_AS1_OO1 → PCOS_AS1_001',
    );
    expect(said).toContain('1 cible laissée faute de savoir à quel indicateur elle va : PDEE_AS3_002.');
    expect(said).toContain('1 indicateur laissé parce qu’il renvoie à un autre texte : PCOS_AS7_002.');
    expect(said).toContain('1 ligne de suite réunie à son objectif.');
    // Read back and published again, no reference is written otherwise.
    expect(convert(path('said.schema.csv'), path('again.xlsx')).code).toBe(0);
    expect(convert(path('again.xlsx'), path('twice.schema.csv')).err).not.toContain('récrite');
  });

  it('has references that the schema accepts, each once', () => {
    const pattern = new RegExp(schema.fields.find(({ name }) => name === 'reference')?.constraints?.pattern ?? '^$');
    const refs = lines(output)
      .slice(1)
      .map((line) => /(?:^|,)((?:P[A-Z]{3}_AS|ATR_)[^,]*),/.exec(line)?.[1] ?? line);
    for (const ref of refs) expect(ref).toMatch(pattern);
    expect(new Set(refs).size).toBe(46);
  });

  it('has the indicators of the valid example', () => {
    const expected = lines(`${ROOT}/seeds/table-schema/exemple-valide-indicateurs.csv`);
    const made = lines(path('annexe.indicateurs.schema.csv'));
    // The example numbers the continuation row apart and writes the targets with decimals.
    const comparable = (list: string[]): string[] =>
      list
        .map((line) =>
          line
            .replace(/^[^,]*,\d+,/, '')
            .replace('.00', '')
            .replace(/national/, '')
            .replace(/"/g, ''),
        )
        .sort();
    expect(comparable(made).map((line) => line.split(',')[0])).toEqual(
      comparable(expected).map((line) => line.split(',')[0]),
    );
  });

  it('comes back as an annexe with the same coverage', () => {
    expect(convert(output, path('back.xlsx')).code).toBe(0);
    const { out } = annexe(['couverture', path('back.xlsx'), '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ couverts: 19, objectifs: 46 });
    expect(convert(path('back.xlsx'), path('again.schema.csv')).code).toBe(0);
    expect(lines(path('again.schema.csv'))).toEqual(lines(output));
  });

  it('never writes over one of its two files', () => {
    const { code, err } = convert(seed('tsv'), output);
    expect(code).toBe(2);
    expect(err).toContain('existe déjà');
  });
});

it.each([
  ['out.ods', 'ne dit pas un format connu'],
  ['out', 'ne dit pas un format connu'],
  ['out.xlsx', 'copiez le fichier'],
])('refuses to write %s from a workbook', (name, said) => {
  const { code, err } = convert(seed('xlsx'), path(name));
  expect(code).toBe(2);
  expect(err.replace(/\s+/g, ' ')).toContain(said);
});

it('says what the new file does not hold', () => {
  expect(convert(seed('xlsx'), path('lost.txt')).err).toContain('1 autre feuille');
});
