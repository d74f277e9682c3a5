import fc from 'fast-check';
import type { Grid, Scalar } from '../../shared/sheet';
import { SEED_TXT, check } from '../lint/seed';

/** What stands in a column of the table: 0 to 7. */
const WIDTH = 8;

/** The seed with a cell written beside its table. */
function beside(row: number, column: number, value: Scalar): Grid {
  const values = SEED_TXT.values.map((cells) => cells.slice());
  const cells = values[row] ?? [];
  while (cells.length <= column) cells.push(null);
  cells[column] = value;
  return { ...SEED_TXT, values };
}

const findings = (grid: Grid): string =>
  JSON.stringify(
    check(grid)
      .diagnostics()
      .map(({ rule, at, message }) => [rule, at, message]),
  );

test('what is written beside the table changes nothing of how its rows are read', () => {
  const expected = findings(SEED_TXT);
  const row = fc.integer({ min: 0, max: SEED_TXT.values.length - 1 });
  const column = fc.integer({ min: WIDTH, max: WIDTH + 6 });
  const value = fc.constantFrom<Scalar>(0.413, 'total', 'à voir avec la CAF', true, '19/46', '-', '2015');
  fc.assert(
    fc.property(row, column, value, (at, place, written) => {
      expect(findings(beside(at, place, written))).toBe(expected);
    }),
    { numRuns: 300 },
  );
});

test.each([[4], [7], [11], [18]])('a figure beside the title of line %i + 1 leaves the section where it is', (row) => {
  expect(check(beside(row, 9, 0.5)).annexe().sections).toEqual(check(SEED_TXT).annexe().sections);
});
