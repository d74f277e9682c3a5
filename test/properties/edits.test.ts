import fc from 'fast-check';
import {
  applyTo,
  gridOf,
  inverseOf,
  invert,
  placeEdits,
  printRow,
  rebase,
  relocate,
  sameValue,
  valueAt,
  type Edit,
  type Grid,
  type Scalar,
} from '../../shared/sheet';

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom<Scalar[]>('', null, ' ', 0, 1, true, 'a', 'b', 'é', '=1+1'),
  fc.string({ maxLength: 4, unit: 'grapheme' }).filter((text) => !text.includes('\u0000')),
  fc.integer(),
);
const origin = fc.record({ sheet: fc.constant('Annexe'), row: fc.nat(5), column: fc.nat(3) });
const sheetOf = (cell: fc.Arbitrary<Scalar>, width: number): fc.Arbitrary<Grid> =>
  fc.record({ origin, values: fc.array(fc.array(cell, { maxLength: width }), { minLength: 1, maxLength: 12 }) });
const grid = fc.oneof(sheetOf(scalar, 6), sheetOf(fc.constantFrom<Scalar[]>('a', 'b', ''), 2));

/** An edit of a grid as the engine makes it. */
function editOf({ origin: corner, values, ...rest }: Grid, row: number, column: number, set: Scalar): Edit {
  const line = row % values.length;
  const whole = { origin: corner, values, ...rest };
  const at = { sheet: corner.sheet, row: corner.row + line, column: corner.column + column };
  return { at, expect: valueAt(whole, line, column), set, row: printRow(whole, line) };
}

/** Blank cells at the end of a row are no cells. */
const shown = ({ values }: Grid): unknown =>
  values.map((row) => {
    const cells = row.map((cell) => cell ?? '');
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
    return cells;
  });

const wish = fc.tuple(fc.nat(), fc.nat(7), scalar);

test('an edit, then its inverse, leave the sheet as it was', () => {
  fc.assert(
    fc.property(grid, wish, (before, [row, column, set]) => {
      const edit = editOf(before, row, column, set);
      const after = applyTo(before, [edit]);
      const back = placeEdits(after, [invert(edit, before.origin)]);
      expect(back.refused).toEqual([]);
      expect(shown(applyTo(after, back.ready))).toEqual(shown(before));
    }),
  );
});

test('the inverse of the inverse is the edit', () => {
  fc.assert(
    fc.property(grid, wish, (before, [row, column, set]) => {
      const edit = editOf(before, row, column, set);
      expect(invert(invert(edit, before.origin), before.origin)).toEqual(edit);
    }),
  );
});

test('a step of several edits, some of one line, is taken back as a whole', () => {
  fc.assert(
    fc.property(grid, fc.array(wish, { minLength: 1, maxLength: 8 }), (before, wishes) => {
      const cells = new Map<string, Edit>();
      for (const [row, column, set] of wishes) {
        const edit = editOf(before, row, column, set);
        cells.set(`${edit.at.row} ${edit.at.column}`, edit);
      }
      const edits = [...cells.values()];
      const { ready, refused } = placeEdits(before, edits);
      expect([ready, refused]).toEqual([edits, []]);
      const after = applyTo(before, ready);
      const back = placeEdits(after, inverseOf({ edits: ready }, before.origin));
      expect(back.refused).toEqual([]);
      expect(shown(applyTo(after, back.ready))).toEqual(shown(before));
    }),
  );
});

type Line = { readonly id: number; readonly cells: readonly Scalar[] };
type Upheaval = (lines: Line[]) => Line[];

const upheaval: fc.Arbitrary<Upheaval> = fc.oneof(
  fc.tuple(fc.nat(), fc.array(scalar, { maxLength: 6 })).map(([place, cells]): Upheaval => {
    return (lines) => lines.toSpliced(place % (lines.length + 1), 0, { id: -1, cells });
  }),
  fc.nat().map(
    (place): Upheaval =>
      (lines) =>
        lines.toSpliced(place % Math.max(1, lines.length), 1),
  ),
  fc.nat(5).map((column): Upheaval => {
    return (lines) => lines.toSorted((a, b) => (String(a.cells[column]) < String(b.cells[column]) ? -1 : 1));
  }),
);

test('a line that moved is found, or given up; never another line', () => {
  fc.assert(
    fc.property(grid, wish, fc.array(upheaval, { maxLength: 5 }), (before, [row, column, set], upheavals) => {
      const edit = editOf(before, row, column, set);
      const id = edit.at.row - before.origin.row;
      let lines: Line[] = before.values.map((cells, index) => ({ id: index, cells }));
      for (const upset of upheavals) lines = upset(lines);
      const after = { origin: before.origin, values: lines.map(({ cells }) => cells) };
      // Lines that show the same cells are the same line: nobody could tell one from the other. So are all blank ones.
      const alike = lines.flatMap((_, index) => (sameLine(after, index, edit) ? [index] : []));
      const found = relocate(after, edit);
      if (found >= 0) expect(sameLine(after, found, edit)).toBe(true);
      const unsure = alike.length > 1 && !sameLine(after, id, edit);
      if (unsure) expect(found).toBe(-1);
      const now = lines.findIndex((line) => line.id === id);
      if (alike.length === 1 && now >= 0 && edit.row.length > 0) expect(found).toBe(now);
      const { ready, refused } = placeEdits(after, [edit]);
      for (const { at } of ready) expect(sameLine(after, at.row - before.origin.row, edit)).toBe(true);
      expect(ready.length + refused.length).toBe(1);
      if (unsure) expect(ready).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

const sameLine = (after: Grid, index: number, edit: Edit): boolean =>
  printRow(after, index).join('\u0000') === edit.row.join('\u0000');

test('an edit of a cell that somebody changed is refused, and says what the cell holds', () => {
  fc.assert(
    fc.property(grid, wish, scalar, (before, [row, column, set], typed) => {
      const edit = editOf(before, row, column, set);
      fc.pre(!sameValue(typed, edit.expect) && String(typed ?? '') !== String(edit.expect ?? ''));
      const changed = applyTo(before, [{ ...edit, set: typed }]);
      fc.pre(changed.values.every((_, index) => !sameLine(changed, index, edit)));
      const { ready, refused } = placeEdits(changed, [edit]);
      expect(ready).toEqual([]);
      expect(refused.map(({ reason, found }) => [reason, found])).toEqual([['changed', typed]]);
    }),
  );
});

test('a number that became a text of the same figures is a change', () => {
  const before = gridOf([['PCOS_AS1_001', 147]]);
  const edit = editOf(before, 0, 1, '163');
  const { ready, refused } = placeEdits(gridOf([['PCOS_AS1_001', '147']]), [edit]);
  expect([ready, refused.map(({ reason, found }) => [reason, found])]).toEqual([[], [['changed', '147']]]);
});

/** Lines that are nearly the same: what a table of references is. */
const lookalikes: fc.Arbitrary<Grid> = fc.record({
  origin,
  values: fc.array(fc.array(fc.constantFrom<Scalar[]>('a', 'b', 'c', ''), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 8,
  }),
});

test('a step that is taken back later finds its line, moved but unchanged, before any line that is like it', () => {
  fc.assert(
    fc.property(
      lookalikes,
      fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom('a', 'd')),
      fc.array(upheaval, { maxLength: 5 }),
      (before, [row, column, set], upheavals) => {
        const edit = editOf(before, row, column, set);
        const id = edit.at.row - before.origin.row;
        const after = applyTo(before, [edit]);
        let lines: Line[] = after.values.map((cells, index) => ({ id: index, cells }));
        for (const upset of upheavals) lines = upset(lines);
        const now = { origin: before.origin, values: lines.map(({ cells }) => cells) };
        const [back = edit] = inverseOf({ edits: [edit] }, before.origin);
        const place = lines.findIndex((line) => line.id === id);
        const alike = lines.filter((_, index) => sameLine(now, index, back));
        fc.pre(place >= 0 && alike.length === 1 && back.row.length > 0 && !sameValue(edit.expect, edit.set));
        const { edits } = rebase(now, [back]);
        expect(edits.map(({ at }) => at.row - before.origin.row)).toEqual([place]);
      },
    ),
    { numRuns: 500 },
  );
});
