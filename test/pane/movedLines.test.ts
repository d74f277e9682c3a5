import fc from 'fast-check';
import { changedLines } from '../../shared/pane/commands/movedLines';
import { gridOf, valueAt, type Scalar } from '../../shared/sheet';

type Line = readonly Scalar[];
const LINES: readonly Line[] = Array.from({ length: 30 }, (_, row) => [
  `REF_${row}`,
  `Objectif ${row}`,
  row % 7,
  row % 3 === 0 ? null : `Service ${row}`,
]);

/** What colleagues do: lines come, go and change places; then one cell of one of the old lines is written. */
const work = fc.record({
  order: fc.shuffledSubarray([...LINES.keys()], { minLength: 1 }),
  inserted: fc.array(fc.nat(30), { maxLength: 5 }),
  line: fc.nat(),
  column: fc.nat(3),
});

it('finds the line that was changed and its new place, whatever lines came, went or moved', () => {
  fc.assert(
    fc.property(work, ({ order, inserted, line, column }) => {
      const from = order[line % order.length] ?? 0;
      const changed = (LINES[from] ?? []).map((value, place) => (place === column ? 'écrit' : value));
      const after: Line[] = order.map((row) => (row === from ? changed : (LINES[row] ?? [])));
      inserted.forEach((place, number) => after.splice(place, 0, [`NEUVE_${number}`, 'Une ligne de plus', number]));
      const before = gridOf(LINES.map((cells) => [...cells]));
      const now = gridOf(after.map((cells) => [...cells]));
      const to = after.indexOf(changed);
      const edit = { expect: valueAt(before, from, column), set: 'écrit' };
      expect(changedLines(before, now)).toMatchObject([{ from, to, edits: [edit] }]);
      expect(changedLines(before, now)[0]?.edits[0]?.at).toEqual({ ...now.origin, row: to, column });
    }),
    { numRuns: 500 },
  );
});

it('takes a line that keeps its place for the same, however much of it changed; and no line for one that went', () => {
  const before = gridOf([['a', 'b', 'c'], ['d']]);
  expect(changedLines(before, gridOf([['x', 'y', 'z'], ['d']]))).toMatchObject([{ from: 0, to: 0 }]);
  expect(changedLines(before, gridOf([['d']]))).toEqual([]);
  expect(changedLines(before, gridOf([['d'], ['a', 'b', 'c']]))).toEqual([]);
});

it('does not choose between two lines that are as like', () => {
  const before = gridOf([['a', 'b', 'c'], ['fin']]);
  expect(changedLines(before, gridOf([['neuve'], ['a', 'b', 'x'], ['a', 'b', 'y'], ['fin']]))).toEqual([]);
});
