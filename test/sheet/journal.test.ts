import {
  EMPTY_JOURNAL,
  applyTo,
  gridOf,
  inverseOf,
  isUndone,
  lastUndoable,
  printRow,
  rebase,
  record,
  valueAt,
  type Edit,
  type Grid,
  type Journal,
  type Scalar,
} from '../../shared/sheet';

const GRID = gridOf([
  ['a', 'b', 'c', 'd'],
  ['e', 'f', 'g', 'h'],
]);
const stamp = { when: '1er janvier', who: 'Agent' };
const edit = (grid: Grid, row: number, column: number, set: Scalar): Edit => ({
  at: { sheet: 'Annexe', row, column },
  expect: valueAt(grid, row, column),
  set,
  row: printRow(grid, row),
});
const step = (journal: Journal, edits: readonly Edit[], undoes?: number): Journal =>
  record(journal, { label: 'x', stamp, applied: edits, refused: [], ...(undoes === undefined ? {} : { undoes }) });

it('notes nothing when nothing was done', () => {
  expect(step(EMPTY_JOURNAL, [])).toBe(EMPTY_JOURNAL);
});

it('numbers its steps and survives JSON', () => {
  const journal = step(step(EMPTY_JOURNAL, [edit(GRID, 0, 0, 'A')]), [edit(GRID, 1, 0, 'E')]);
  expect(journal.steps.map(({ id }) => id)).toEqual([1, 2]);
  expect(JSON.parse(JSON.stringify(journal))).toEqual(journal);
});

it('undoes an older step after a later one on the same line', () => {
  const first = [edit(GRID, 0, 0, 'A')];
  const now = applyTo(GRID, first);
  const then = applyTo(now, [edit(now, 0, 1, 'B')]);
  const { edits, conflicts } = rebase(then, inverseOf({ edits: first }, then.origin));
  expect(conflicts).toEqual([]);
  expect(applyTo(then, edits).values[0]).toEqual(['a', 'B', 'c', 'd']);
});

it('asks when the cell itself has changed since', () => {
  const first = [edit(GRID, 0, 0, 'A')];
  const then = applyTo(applyTo(GRID, first), [edit(GRID, 0, 0, 'autre')]);
  const { edits, conflicts } = rebase(then, inverseOf({ edits: first }, then.origin));
  expect(edits).toEqual([]);
  expect(conflicts.map(({ attendu, found, edit: one }) => [attendu, found, one.expect, one.set])).toEqual([
    ['A', 'autre', 'autre', 'a'],
  ]);
});

it('sees what somebody else did already', () => {
  const first = edit(GRID, 0, 0, 'A');
  expect(rebase(applyTo(GRID, [first]), [first])).toMatchObject({ edits: [], conflicts: [], done: [{ set: 'A' }] });
});

it('gives up a line when two others are like it as well, and it stands at neither place', () => {
  const fix = edit(GRID, 0, 0, 'A');
  const twice = gridOf([['x'], ['A', 'b', 'c', 'z'], ['A', 'b', 'c', 'y']]);
  expect(rebase(twice, inverseOf({ edits: [fix] }, GRID.origin))).toMatchObject({ edits: [], perdues: [{ set: 'a' }] });
  // At home it is the one.
  const home = gridOf([
    ['A', 'b', 'c', 'z'],
    ['A', 'b', 'c', 'y'],
  ]);
  expect(rebase(home, inverseOf({ edits: [fix] }, GRID.origin)).edits.map(({ at }) => at.row)).toEqual([0]);
});

it('gives up a line that is gone', () => {
  const first = edit(GRID, 0, 0, 'A');
  expect(rebase({ ...GRID, values: GRID.values.slice(1) }, [first]).perdues).toEqual([first]);
});

it('never takes the line after a deleted one for it, though both hold what every line holds', () => {
  const grid = gridOf([
    ['R1', 'Former', '146', 'à définir', 'à définir'],
    ['R2', 'Informer', '147', 'à définir', 'à définir'],
    ['R3', 'Accueillir', '102', 'à définir', 'à définir'],
  ]);
  const first = edit(grid, 0, 2, '147');
  const now = { ...grid, values: applyTo(grid, [first]).values.slice(1) };
  const inverse = inverseOf({ edits: [first] }, now.origin);
  expect(rebase(now, inverse)).toEqual({ edits: [], conflicts: [], done: [], perdues: inverse });
});

it('finds a line by what it alone holds, though most of its cells were written anew', () => {
  const grid = gridOf([
    ['R1', 'Former les agents', '146', 'à définir', 'à définir'],
    ['R2', 'Informer', '147', 'à définir', 'à définir'],
    ['R3', 'Accueillir', '102', 'à définir', 'à définir'],
  ]);
  const first = edit(grid, 0, 2, '102');
  const others = ['DDETS', 'Ville'].map((text, index) => edit(grid, 0, 3 + index, text));
  const now = { ...grid, values: [['Titre'], ...applyTo(grid, [first, ...others]).values] };
  const { edits } = rebase(now, inverseOf({ edits: [first] }, now.origin));
  expect(applyTo(now, edits).values[1]).toEqual(['R1', 'Former les agents', '146', 'DDETS', 'Ville']);
});

it('knows which steps stand: an undoing that was undone does not count', () => {
  const done = step(EMPTY_JOURNAL, [edit(GRID, 0, 0, 'A')]);
  const undone = step(done, [edit(GRID, 0, 0, 'a')], 1);
  expect([isUndone(done, 1), isUndone(undone, 1)]).toEqual([false, true]);
  expect(lastUndoable(undone)).toBeNull();
  const redone = step(undone, [edit(GRID, 0, 0, 'A')], 2);
  expect(isUndone(redone, 1)).toBe(false);
  expect(lastUndoable(redone)?.id).toBe(1);
});
