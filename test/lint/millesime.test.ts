import { millesimeOf, otherMillesime } from '../../shared/lint';
import { applyTo, gridOf, type Grid, type Scalar } from '../../shared/sheet';

const HEADER = ['Réf', 'Objectif opérationnel', 'BOP', 'Service'];
const sheet = (...titles: readonly (readonly Scalar[])[]): Grid =>
  gridOf([...titles, HEADER, ['PCOS_AS1_001', 'Agir de 2024-2030', '147', 'DDCSPP']]);

const changed = (grid: Grid): Grid | null => {
  const edit = otherMillesime(grid);
  return edit === null ? null : applyTo(grid, [edit]);
};

it.each([
  ['Annexe 7 du contrat de ville', 'Annexe 7 du contrat de ville – Quartiers 2030'],
  ['Contrat de ville 2015-2020 ', 'Contrat de ville 2015-2020 – Quartiers 2030'],
])('makes %j a sheet of 2024, and back', (title, written) => {
  const grid = sheet([], [title]);
  expect(millesimeOf(grid)).toBe(2015);
  const recent = changed(grid);
  expect(recent?.values[1]?.[0]).toBe(written);
  expect(recent === null ? null : millesimeOf(recent)).toBe(2024);
  expect(recent === null ? null : changed(recent)?.values[1]?.[0]).toBe(title.trim());
});

it.each([
  ['Contrat de ville, Quartiers 2030', 'Contrat de ville'],
  ['Contrat (Quartiers 2030) de Carcassonne', 'Contrat de Carcassonne'],
  ['Quartiers 2030 : annexe 7', 'annexe 7'],
])('takes the name of the frame out of %j', (title, left) => {
  const back = changed(sheet([title]));
  expect(back?.values[0]?.[0]).toBe(left);
  expect(back === null ? null : millesimeOf(back)).toBe(2015);
});

it.each([
  ['there is no title above the table', sheet()],
  ['the title is all the name of the frame', sheet(['Quartiers 2030'])],
  ['the title says its years', sheet(['Contrat de ville 2024-2030'])],
  ['two titles say it', sheet(['Quartiers 2030 : contrat'], ['Engagements de Quartiers 2030'])],
  ['the title is a formula', { ...sheet(['Contrat de ville']), formulas: new Map([[0, ['="Contrat de ville"']]]) }],
])('proposes nothing when %s', (_, grid) => {
  expect(otherMillesime(grid)).toBeNull();
});

it('says where the title stands in the sheet, and what it must still hold', () => {
  const grid = { ...sheet(['Annexe 7']), origin: { sheet: 'Annexe', row: 4, column: 2 } };
  expect(otherMillesime(grid)).toMatchObject({
    at: { sheet: 'Annexe', row: 4, column: 2 },
    expect: 'Annexe 7',
    set: 'Annexe 7 – Quartiers 2030',
  });
});
