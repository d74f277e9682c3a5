import { createFormulas } from '../../shared/formulas';
import { RULES } from '../../shared/rules';
import type { Grid, Scalar } from '../../shared/sheet';
import { referential } from '../referential/referential-seed';

const HEADER = ['Réf', 'Objectif opérationnel', 'BOP', 'Service', 'Indicateur'];
const annexe = (sheet: string, ...rows: Scalar[][]): Grid => ({
  origin: { sheet, row: 0, column: 0 },
  values: [HEADER, ...rows],
});
const WITH = ['PDEE_AS1_001', 'Former', '102', 'DIRECCTE', 'Nombre de stages'];
const WITHOUT = ['PDEE_AS1_002', 'Informer', '102', 'DIRECCTE', null];

function bookOf(grids: readonly Grid[]) {
  const book = { grids, chosen: '' };
  const formulas = createFormulas(referential, RULES, { grids: () => book.grids, chosen: () => book.chosen });
  const shown = (from: string): unknown => {
    const result = formulas.evaluate('COUVERTURE', [], from);
    return result.ok ? result.value : result.message;
  };
  return { book, shown };
}

it('measures the annexe of its own sheet, else the only one, else the one that the pane reads', () => {
  const notes: Grid = { origin: { sheet: 'Notes', row: 0, column: 0 }, values: [['à voir']] };
  const [one, other] = [annexe('Une', WITH), annexe('Autre', WITH, WITHOUT)];
  const { book, shown } = bookOf([notes, one]);
  expect([shown('Une'), shown('Notes'), shown('')]).toEqual([1, 1, 1]);
  book.grids = [notes, one, other];
  expect([shown('Une'), shown('Autre')]).toEqual([1, 0.5]);
  expect(shown('Notes')).toMatch(/plusieurs annexes \(«\u00a0Une\u00a0» et «\u00a0Autre\u00a0»\)/);
  book.chosen = 'Autre';
  expect(shown('Notes')).toBe(0.5);
});

it('knows a sheet by its name of now, though its cells are those of before', () => {
  const [one, other] = [annexe('Une', WITH), annexe('Autre', WITH, WITHOUT)];
  const { book, shown } = bookOf([one, other]);
  expect(shown('Notes')).toMatch(/«\u00a0Autre\u00a0»/);
  book.grids = [one, { ...other, origin: { ...other.origin, sheet: 'Renommée' } }];
  expect(shown('Notes')).toMatch(/«\u00a0Une\u00a0» et «\u00a0Renommée\u00a0»/);
  book.chosen = 'Renommée';
  expect(shown('Notes')).toBe(0.5);
});
