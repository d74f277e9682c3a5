import { writeFileSync } from 'node:fs';
import { annexe, buildBundle, seed, workplace } from './bundle';

beforeAll(buildBundle, 180_000);
const { path } = workplace();

interface Measured {
  champ: string;
  taux: number | null;
  couverts: number;
  objectifs: number;
  groupes: { groupe: string; taux: number | null; couverts: number; objectifs: number }[];
}

const measure = (ending: string, ...options: string[]): Measured => {
  const { code, out, err } = annexe(['couverture', seed(ending), '--format', 'json', ...options]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Measured;
};

it.each(['txt', 'tsv', 'xlsx'])('measures the seed from %s', (ending) => {
  const { groupes, ...total } = measure(ending);
  expect(total).toEqual({ champ: 'indicateur', taux: 19 / 46, couverts: 19, objectifs: 46 });
  expect(groupes.map(({ groupe, couverts, objectifs }) => [groupe, couverts, objectifs])).toEqual([
    ['PDEE', 6, 12],
    ['PHCV', 1, 4],
    ['PCOS', 10, 23],
    ['PVRC', 0, 4],
    ['Transversal', 2, 3],
  ]);
});

it.each([
  ['cible', 3],
  ['bop', 43],
  ['service', 43],
  ['collectivite', 0],
  ['signataire', 0],
])('measures %s', (champ, couverts) => {
  expect(measure('xlsx', '--champ', champ)).toMatchObject({ champ, couverts, objectifs: 46 });
});

it('groups by axis, BOP and service', () => {
  const groupes = (par: string): string[] => measure('xlsx', '--par', par).groupes.map(({ groupe }) => groupe);
  expect(groupes('axe')).toContain('PCOS_AS3');
  expect(groupes('bop')).toContain('163');
  expect(groupes('service')).toContain('DDCSPP');
});

it('draws bars with their figures', () => {
  const { out } = annexe(['couverture', seed('xlsx')]);
  expect(out).toMatch(/PDEE +█+░+ +6\/12 +50 %/);
  expect(out).toContain('19 objectifs couverts sur 46, soit 41,3 %');
});

it('gives Excel a table', () => {
  const { out } = annexe(['couverture', seed('xlsx'), '--format', 'csv']);
  expect(out).toContain('groupe;libellé;objectifs;couverts;taux\r\n');
  expect(out).toContain('Total;;46;19;"0,413"\r\n');
});

it('says in one sentence that a column is missing', () => {
  writeFileSync(path('short.csv'), 'Réf;Objectif;BOP\nPCOS_AS1_001;Soutenir;163\n');
  const { code, out, err } = annexe(['couverture', path('short.csv'), '--champ', 'cible']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('« Valeur cible »');
});
