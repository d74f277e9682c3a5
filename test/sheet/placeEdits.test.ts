import { gridOf, insertLine, placeEdits, printRow, type Edit } from '../../shared/sheet';

const GRID = gridOf([['Réf', 'Objectif'], ['R1', 'Former'], [], ['R2', 'Informer']]);
const edit = (row: number, column: number, set: string): Edit => ({
  at: { sheet: 'Annexe', row, column },
  expect: GRID.values[row]?.[column] ?? null,
  set,
  row: printRow(GRID, row),
});

it('writes in a blank line where it stands', () => {
  expect(placeEdits(GRID, [edit(2, 0, 'R3')]).ready).toEqual([edit(2, 0, 'R3')]);
});

it('looks for no blank line elsewhere: one is like another', () => {
  const moved = insertLine(GRID, 1, ['R0', 'Accueillir']);
  const { ready, refused } = placeEdits(moved, [edit(2, 0, 'R3'), edit(1, 1, 'Former mieux')]);
  expect(ready.map(({ at }) => at.row)).toEqual([2]);
  expect(refused.map(({ reason, found }) => [reason, found])).toEqual([['changed', 'R1']]);
});
