import type { Scalar } from '../../shared/sheet';
import { SEED_TXT, check } from './seed';

type Change = readonly [row: number, column: number, value: Scalar];

/** Titles that `section-vide` finds empty after edits: followed row by row, and checked afresh. */
function emptyTitles(...changes: readonly Change[]): number[][] {
  const session = check(SEED_TXT);
  for (const [row, column, value] of changes) session.edit(row, column, value);
  const { grid } = session.annexe();
  const again = check({ ...grid, values: grid.values.map((cells) => cells.slice()) });
  return [session, again].map((each) => each.rowsWithFindings('section-vide'));
}

test('data between a title and its repeat make two sections; without them there is one again', () => {
  expect(emptyTitles([96, 2, '147'])).toEqual([[95], [95]]);
  expect(emptyTitles([96, 2, '147'], [96, 2, ''])).toEqual([[], []]);
});

test('an axis that becomes a pillar empties the pillar above', () => {
  expect(emptyTitles([72, 0, 'Pilier Cohésion sociale'])).toEqual([[70], [70]]);
});
