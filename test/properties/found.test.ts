/** What the fuzz and the properties found once, as small as it could be made. */
import { parseBop, parseCible, parseServices, NO_VOCABULARY } from '../../shared/annexe';
import { describe as tell } from '../../shared/lint';
import { RULES } from '../../shared/rules';
import { gridOf, type Scalar } from '../../shared/sheet';
import { sameAsFresh } from '../fuzz/invariants';
import { check } from '../lint/seed';

const FLAT = ['pilier', 'axe_no', 'ref', 'objectif', 'bop', 'service', 'indicateur'];

test.each<[string, readonly (readonly Scalar[])[], readonly [number, number, Scalar]]>([
  [
    'the first row of its section',
    [
      ['Cohésion sociale', 2, 'PCOS_AS2_001'],
      ['Cohésion sociale', 2, '', 'Agir'],
    ],
    [1, 4, '147'],
  ],
  [
    'a row below one without section',
    [
      ['Cohésion sociale', 2, 'PCOS_AS3_OO1'],
      ['', '', '', 'Former'],
      ['Cohésion sociale', 2, '', 'Agir'],
    ],
    [3, 2, null],
  ],
])('a flat table: %s stays in its section when it is edited', (_, rows, [row, column, value]) => {
  const session = check(gridOf([FLAT, ...rows]));
  session.edit(row, column, value);
  expect(sameAsFresh(session)).toEqual([]);
});

test('a number of seven figures is one BOP, not its last six', () => {
  expect(parseBop('1234567').items).toEqual([{ code: '1234567', ecriture: '1234567' }]);
});

test('a labelled target of four figures is read to its end', () => {
  expect(parseCible('EA : 1000').valeurs).toEqual([{ libelle: 'EA', valeur: 1000, unite: '' }]);
});

test.each([
  ['12.512.5', []],
  ['0.125', [{ libelle: null, valeur: 0.125, unite: '' }]],
  ['1.250,5', [{ libelle: null, valeur: 1250.5, unite: '' }]],
])('a target with points, %s, is a number or none', (text, valeurs) => {
  expect(parseCible(text).valeurs).toEqual(valeurs);
});

test('a lone letter beyond Latin-1 is a service like another', () => {
  expect(parseServices('Œ', NO_VOCABULARY).items.map(({ nom }) => nom)).toEqual(['Œ']);
});

test('figures in the column of services are two services, not one and its département', () => {
  expect(parseServices('147 147', NO_VOCABULARY).items.map(({ nom }) => nom)).toEqual(['147', '147']);
  expect(parseServices('DDCSPP 11', NO_VOCABULARY).items.map(({ nom }) => nom)).toEqual(['DDCSPP 11']);
});

test('no sentence tells to replace a reference by itself, nor to keep it on each of two rows', () => {
  const row = ['A1_03', 'Agir', '147', 'DDCSPP'];
  const session = check(gridOf([['Réf', 'Objectif', 'BOP', 'Service'], ['Axe stratégique 2 : Deux'], row, row]));
  const told = session.diagnostics().map((found) => tell(found, RULES));
  expect(told.filter((sentence) => /remplacez-la par «\u00a0A1_03\u00a0»|gardez-la ici/.test(sentence))).toEqual([]);
});

test('a row that becomes an objective parts the rows around it: their equal indicators are doubles from then on', () => {
  const row = ['', '', '', '', 'Nombre de visites'];
  const session = check(gridOf([['Réf', 'Objectif', 'BOP', 'Service', 'Indicateur'], row, ['', '', '147'], row]));
  session.edit(2, 1, 'Agir');
  expect(sameAsFresh(session)).toEqual([]);
});

test('a title that says nothing does not hide the rows above it from a repeated title', () => {
  const header = ['Réf', 'Objectif', 'BOP', 'Service', 'Indicateur'];
  const rows = [['', '', '147'], ['Divers'], ['Pilier Cohésion sociale']];
  const session = check(gridOf([header, ['Pilier Cohésion sociale'], ...rows]));
  session.edit(4, 4, '');
  expect(sameAsFresh(session)).toEqual([]);
});
