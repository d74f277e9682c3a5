import { linkSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import gold from '../../gold/gold-lezignan.json';
import { annexe, buildBundle, seed, workplace } from './bundle';
import { annexeRows, HEADER, rewritePart, ROW, workbookOf } from './workbooks';

beforeAll(buildBundle, 180_000);
const { path } = workplace();

const correct = (input: string, output: string, ...options: string[]) =>
  annexe(['corriger', input, '-o', output, ...options]);

interface Constat {
  regle: string;
  gravite: string;
  ref: string;
  corrections: { surete: string }[];
}
const findings = (file: string): Constat[] =>
  (JSON.parse(annexe(['controler', file, '--format', 'json']).out) as { constats: Constat[] }).constats;

describe.each(['txt', 'tsv', 'xlsx'])('the seed as %s', (ending) => {
  const whole = path(`whole.${ending}`);
  beforeAll(() => expect(correct(seed(ending), whole, '--tout', '--remplacer').code).toBe(0));

  it('gets every reference that is expected, with --tout', () => {
    const csv = path(`refs-${ending}.tsv`);
    if (ending === 'tsv') writeFileSync(csv, readFileSync(whole));
    else expect(annexe(['convertir', whole, csv, '--remplacer']).code).toBe(0);
    const cells = readFileSync(csv, 'utf8').split(/[\t\n]/);
    const refs = cells.filter((cell) => /^(P[A-Z]{3}_|Atr_)/.test(cell));
    expect(refs).toEqual(gold.map((row) => row.ref_attendue).filter((ref) => ref !== ''));
  });

  it('has no error on references left', () => {
    const left = findings(whole).filter(({ regle, gravite }) => regle.startsWith('ref-') && gravite === 'erreur');
    expect(left).toEqual([]);
  });

  it('is not changed by a second run', () => {
    const again = path(`again.${ending}`);
    const { code, out } = correct(whole, again, '--tout', '--remplacer');
    expect(code).toBe(0);
    expect(out).toContain('Rien à corriger');
    expect(readFileSync(again).equals(readFileSync(whole))).toBe(true);
  });

  it('gets only the safe corrections without --tout', () => {
    const safe = path(`safe.${ending}`);
    const { out } = correct(seed(ending), safe, '--remplacer');
    expect(out).toContain('PCOS_AS1_OO1 → PCOS_AS1_001 [ref-lettre]');
    expect(out).not.toContain('PCOS_AS2_001');
    expect(
      findings(safe)
        .flatMap(({ corrections }) => corrections)
        .filter(({ surete }) => surete === 'sure'),
    ).toEqual([]);
  });
});

it('tells the changes, the counts before and after, and what is left', () => {
  const { out } = correct(seed('xlsx'), path('told.xlsx'), '--tout');
  expect(out).toMatch(/A83 +PCOS_AS3_002 → PVRC_AS3_002 \[ref-hors-pilier.*à relire\]/);
  expect(out).toMatch(/Avant : ✖ [1-9]\d* erreurs/);
  expect(out).toMatch(/Après : ✖ \d+ erreur/);
  expect(out).toMatch(/Reste \d+ constats :/);
});

it('changes nothing else in the workbook', () => {
  const output = path('entries.xlsx');
  correct(seed('xlsx'), output, '--tout');
  const before = unzipSync(readFileSync(seed('xlsx')));
  const after = unzipSync(readFileSync(output));
  expect(Object.keys(after)).toEqual(Object.keys(before));
  const changed = Object.keys(before).filter(
    (name) => Buffer.compare(before[name] ?? Buffer.of(), after[name] ?? Buffer.of()) !== 0,
  );
  expect(changed).toEqual(['xl/worksheets/sheet1.xml']);
  const cells = (entries: Record<string, Uint8Array>): Map<string, string> => {
    const xml = strFromU8(entries['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    return new Map([...xml.matchAll(/<c r="([A-Z]+\d+)"[\s\S]*?(?:<\/c>|\/>)/g)].map(([cell, at]) => [at ?? '', cell]));
  };
  const [old, fresh] = [cells(before), cells(after)];
  const differing = [...old.keys()].filter((at) => old.get(at) !== fresh.get(at));
  const told = [...correct(seed('xlsx'), path('entries2.xlsx'), '--tout').out.matchAll(/^ {2}([A-Z]+\d+) /gm)].map(
    ([, at]) => at,
  );
  expect(differing.sort()).toEqual(told.sort());
  expect([...fresh.keys()]).toEqual([...old.keys()]);
});

describe('the input', () => {
  const original = readFileSync(seed('tsv'));
  const input = path('input.tsv');
  beforeAll(() => {
    writeFileSync(input, original);
    symlinkSync(input, path('symlink.tsv'));
    linkSync(input, path('hardlink.tsv'));
  });

  it.each(['input.tsv', './input.tsv', 'symlink.tsv', 'hardlink.tsv'])('is never written over, be it as %s', (name) => {
    const { code, err } = correct(input, path(name), '--remplacer');
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toContain('est le fichier d’entrée, qui n’est jamais modifié');
    expect(readFileSync(input).equals(original)).toBe(true);
  });
});

describe('the output', () => {
  it('is not written over unless asked for', () => {
    const output = path('precious.tsv');
    writeFileSync(output, 'précieux');
    const { code, err } = correct(seed('tsv'), output);
    expect(code).toBe(2);
    expect(err).toContain('existe déjà');
    expect(readFileSync(output, 'utf8')).toBe('précieux');
    expect(correct(seed('tsv'), output, '--remplacer').code).toBe(0);
    expect(statSync(output).size).toBeGreaterThan(1000);
  });

  it('has the format of the input', () => {
    const { code, err } = correct(seed('tsv'), path('other.xlsx'));
    expect(code).toBe(2);
    expect(err).toContain('annexe convertir');
  });

  it('needs a folder that exists', () => {
    const { code, err } = correct(seed('tsv'), path('nowhere/out.tsv'));
    expect(code).toBe(2);
    expect(err).toContain('son dossier n’existe pas');
  });

  it('is asked for', () => {
    const { code, err } = annexe(['corriger', seed('tsv')]);
    expect({ code, err }).toEqual({ code: 2, err: 'Il manque -o SORTIE. Aide : annexe corriger --help\n' });
  });
});

describe('a workbook', () => {
  const bad = [
    'PCOS_AS1_OO2',
    'Soutenir les enfants',
    '0163',
    'DDCSPP',
    'Ville',
    'CAF',
    'Nombre d’enfants (H/F)',
    '30',
  ];
  const sheet = { name: 'Annexe', rows: annexeRows(ROW, bad) };

  it('that is protected is refused, and said so', () => {
    const input = path('protected.xlsx');
    const protect = (xml: string): string => xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>');
    writeFileSync(input, rewritePart(workbookOf(sheet), 'xl/worksheets/sheet1.xml', protect));
    const { code, err } = correct(input, path('protected-out.xlsx'));
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toContain('La feuille « Annexe » est protégée : rien n’a été écrit');
    expect(statSync(path('protected-out.xlsx'), { throwIfNoEntry: false })).toBeUndefined();
  });

  it('keeps its formulas, and says which findings they hold', () => {
    const input = path('formulas.xlsx');
    const withFormula = (xml: string): string =>
      xml.replace(
        /<c r="A5"([^>]*?) t="inlineStr">.*?<\/c>/,
        '<c r="A5"$1 t="str"><f>"PCOS_AS1_OO2"</f><v>PCOS_AS1_OO2</v></c>',
      );
    writeFileSync(input, rewritePart(workbookOf(sheet), 'xl/worksheets/sheet1.xml', withFormula));
    const { code, out } = correct(input, path('formulas-out.xlsx'), '--tout');
    expect(code).toBe(0);
    expect(out).toContain('0163 → 163');
    expect(out).not.toContain('→ PCOS_AS1_002');
    expect(out).toMatch(/dans (une|des) cellules? à formule, jamais écrasées?/);
    expect(out).toContain('Ctrl+Alt+F9');
    expect(
      strFromU8(unzipSync(readFileSync(path('formulas-out.xlsx')))['xl/worksheets/sheet1.xml'] ?? new Uint8Array()),
    ).toContain('<f>"PCOS_AS1_OO2"</f>');
  });
});

it('keeps the encoding, the separator and the line ends of a csv', () => {
  const input = path('latin.csv');
  const text = [HEADER.join(';'), 'PCOS_AS1_OO1;"Été; à côté";163;DDCSPP;Ville;CAF;Nombre d\'élèves (H/F);30', ''].join(
    '\r\n',
  );
  writeFileSync(input, Buffer.from(text, 'latin1'));
  expect(correct(input, path('latin-out.csv')).code).toBe(0);
  expect(readFileSync(path('latin-out.csv')).toString('latin1')).toBe(text.replace('OO1', '001'));
});
