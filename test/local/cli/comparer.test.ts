import { readFileSync, writeFileSync } from 'node:fs';
import { annexe, buildBundle, seed, workplace } from './bundle';
import { annexeRows, ROW, workbookOf } from './workbooks';

beforeAll(buildBundle, 180_000);
const { path } = workplace();

const row = (numero: number, objectif: string, bop = '163'): string[] => [
  `PCOS_AS1_00${numero}`,
  objectif,
  bop,
  'DDCSPP',
  'Ville',
  'CAF',
  'Nombre de parents (H/F)',
  '30',
];
const PARENTS = row(1, 'Soutenir les parents');
const SANTE = row(2, 'Ouvrir une maison de santé');
const ECOLE = row(3, 'Accompagner les élèves décrocheurs');

function csv(name: string, ...rows: string[][]): string {
  writeFileSync(
    path(name),
    annexeRows(...rows)
      .map((cells) => cells.join(';'))
      .join('\n'),
  );
  return path(name);
}

it.each(['txt', 'tsv', 'xlsx'])('finds no difference between the seed and itself as %s', (ending) => {
  const { code, out } = annexe(['comparer', seed('txt'), seed(ending)]);
  expect(code).toBe(0);
  expect(out).toContain('Aucune différence : 47 et 47 lignes comparées.');
});

it('tells what changed, came and went, and exits 1', () => {
  const before = csv('before.csv', PARENTS, SANTE);
  const after = csv('after.csv', row(1, 'Soutenir les parents', '147'), ECOLE);
  const { code, out } = annexe(['comparer', before, after]);
  expect(code).toBe(1);
  const flat = out.replace(/\s+/g, ' ');
  expect(flat).toContain('« BOP » passe de « 163 » à « 147 »');
  expect(flat).toContain("+ L'objectif « PCOS_AS1_003 » est ajouté");
  expect(flat).toContain("− L'objectif « PCOS_AS1_002 » est supprimé");
  expect(flat).toContain('3 différences');
});

it('says which columns cannot be compared', () => {
  const before = csv('columns.csv', PARENTS);
  writeFileSync(path('fewer.csv'), 'Réf;Objectif;BOP;Service\nPCOS_AS1_001;Soutenir les parents;163;DDCSPP\n');
  const { code, out } = annexe(['comparer', before, path('fewer.csv')]);
  expect(code).toBe(1);
  expect(out).toContain('« Indicateur »');
});

describe('with a base', () => {
  const merge = (base: string, ours: string, theirs: string, output: string) =>
    annexe(['comparer', ours, theirs, '--base', base, '-o', path(output)]);

  it('takes what each side alone changed, byte for byte elsewhere', () => {
    const base = csv('base.csv', PARENTS, SANTE);
    const ours = csv('ours.csv', row(1, 'Soutenir tous les parents'), SANTE);
    const theirs = csv('theirs.csv', PARENTS, row(2, 'Ouvrir une maison de santé', '204'));
    const { code, out } = merge(base, ours, theirs, 'merged.csv');
    expect(code).toBe(0);
    expect(out).toContain('Aucun conflit.');
    const expected = readFileSync(ours, 'utf8').replace('maison de santé;163', 'maison de santé;204');
    expect(readFileSync(path('merged.csv'), 'utf8')).toBe(expected);
  });

  it('lists a conflict and keeps the value of the first file', () => {
    const base = csv('base.csv', PARENTS);
    const { code, out } = merge(
      base,
      csv('a.csv', row(1, 'Soutenir les parents', '147')),
      csv('b.csv', row(1, 'Soutenir les parents', '104')),
      'c.csv',
    );
    const flat = out.replace(/\s+/g, ' ');
    expect(flat).toContain("chez vous « 147 », chez l'autre « 104 »");
    expect(code).toBe(1);
    expect(flat).toContain('1 conflit : la valeur d’ANCIEN est gardée.');
    expect(readFileSync(path('c.csv'), 'utf8')).toContain(';147;');
  });

  it('adds and removes rows where they belong', () => {
    const base = csv('base2.csv', PARENTS, SANTE);
    const { code, out } = merge(base, csv('o2.csv', PARENTS, SANTE), csv('t2.csv', PARENTS, ECOLE), 'm2.csv');
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain('1 ligne ajoutée et 1 ligne supprimée');
    expect(annexe(['comparer', path('t2.csv'), path('m2.csv')]).code).toBe(0);
  });

  it('patches a workbook when only cells change, makes it anew and says so when rows come', () => {
    const book = (name: string, ...rows: string[][]): string => {
      writeFileSync(path(name), workbookOf({ name: 'Annexe', rows: annexeRows(...rows) }));
      return path(name);
    };
    const base = book('base.xlsx', PARENTS, SANTE);
    const changed = book('changed.xlsx', PARENTS, row(2, 'Ouvrir une maison de santé', '204'));
    expect(merge(base, book('mine.xlsx', PARENTS, SANTE), changed, 'merged.xlsx').out).not.toContain('▲');
    expect(annexe(['comparer', changed, path('merged.xlsx')]).code).toBe(0);
    const longer = book('longer.xlsx', PARENTS, SANTE, ECOLE);
    expect(merge(base, path('mine.xlsx'), longer, 'longer-merged.xlsx').out).toContain('▲');
    expect(annexe(['comparer', longer, path('longer-merged.xlsx')]).code).toBe(0);
  });

  it('refuses to write over one of the three', () => {
    const base = csv('base3.csv', ROW);
    const { code, err } = annexe([
      'comparer',
      base,
      csv('o3.csv', ROW),
      '--base',
      csv('b3.csv', ROW),
      '-o',
      path('b3.csv'),
      '--remplacer',
    ]);
    expect(code).toBe(2);
    expect(err).toContain('jamais');
  });
});
