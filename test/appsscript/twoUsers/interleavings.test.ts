import type { Edit } from '../../../shared/sheet';
import { faultsOf, isApplied, isTheRace, misplaced, windowOf, type Seen, type Window } from './oracle';
import {
  ACTS,
  applyIn,
  cellsNow,
  CORRECTIONS,
  editsOf,
  NEIGHBOURS,
  openScene,
  readGrid,
  undoIn,
  type Act,
  type Outcome,
  type Scene,
} from './scene';

interface Work {
  readonly name: string;
  /** A fresh scene where the work begins, and its edits. */
  begin(): { readonly scene: Scene; readonly edits: readonly Edit[] };
  run(scene: Scene, edits: readonly Edit[], moment: number | null, act: () => void): Outcome;
}

const GRID = readGrid(openScene());
/** What correcting the line writes, and the sheet after it. */
const CORRECTED = openScene();
const DONE = applyIn(CORRECTED, editsOf(GRID), null, () => undefined).applied;

const ONE_CELL: Work = {
  name: 'apply (one cell)',
  begin: () => ({ scene: openScene(), edits: editsOf(GRID, CORRECTIONS.slice(0, 1)) }),
  run: applyIn,
};

const WORKS: readonly Work[] = [
  { name: 'apply', begin: () => ({ scene: openScene(), edits: editsOf(GRID) }), run: applyIn },
  ONE_CELL,
  {
    name: 'apply (two lines side by side)',
    begin: () => ({ scene: openScene(), edits: editsOf(GRID, NEIGHBOURS) }),
    run: applyIn,
  },
  {
    name: 'undo',
    begin: () => ({
      scene: openScene(CORRECTED.sheet),
      edits: DONE.map(({ at, expect: was, set, row }) => ({ at, expect: set, set: was, row })),
    }),
    run: (scene, _, moment, act) => undoIn(scene, DONE, moment, act),
  },
];

/** Without anybody: what is asked of Google, and that all is written. */
function dryRun({ begin, run }: Work): { moments: readonly string[]; window: Window } {
  const { scene, edits } = begin();
  const before = cellsNow(scene).old;
  const outcome = run(scene, edits, null, () => undefined);
  const window = windowOf(outcome.moments);
  expect(faultsOf({ scene, outcome, edits, before, act: null, moment: -1, window })).toEqual([]);
  expect(edits.every((edit) => isApplied(outcome, edit))).toBe(true);
  return { moments: outcome.moments, window };
}

describe.each(WORKS)('while $name runs', (work) => {
  const { moments, window } = dryRun(work);

  it.each(ACTS)('a colleague $name, before any call of Google: nothing is lost or misplaced', (act) => {
    const wrong: string[] = [];
    // One moment more than there are calls: after the last one.
    for (let moment = 0; moment <= moments.length; moment++) {
      const { scene, edits } = work.begin();
      const before = cellsNow(scene).old;
      let done = false;
      const come = (): void => {
        done = true;
        act.run(scene.colleague);
      };
      const outcome = work.run(scene, edits, moment, come);
      if (!done) come();
      const seen: Seen = { scene, outcome, edits, before, act, moment, window };
      wrong.push(...faultsOf(seen).map((fault) => `before ${moment} ${moments[moment]}: ${fault}`));
    }
    expect(wrong).toEqual([]);
  });
});

/**
 * A colleague moves lines twice, once in the window, once at any moment after it. Left out by name: a second move that undoes the
 * first within one writing and the look that follows it (some tenths of a second), since the readings then show no move at all.
 */
describe('while a wrong landing is being put right', () => {
  const work = ONE_CELL;
  const { window } = dryRun(work);
  /** Calls of the look after a writing: at most two readings of three calls. */
  const LOOK = 6;
  const moving = ACTS.filter(
    ({ cell, name }) => cell === undefined && /at the top|just above|the one below/.test(name),
  );
  const pairs = moving.flatMap((first) =>
    moving.map((second) => ({ name: `${first.name}, then ${second.name}`, first, second })),
  );

  /** Runs with two acts; gives what was lost or misplaced. */
  function faultsWith(
    first: Act,
    moment: number,
    second: Act,
    later: number,
  ): { moments: readonly string[]; faults: string[] } {
    const { scene, edits } = work.begin();
    const before = cellsNow(scene).old;
    const { moments } = applyIn(
      scene,
      edits,
      null,
      () => undefined,
      (index) => {
        if (index === moment) first.run(scene.colleague);
        if (index === later) second.run(scene.colleague);
      },
    );
    return { moments, faults: misplaced(scene, before, edits) };
  }

  it.each(pairs)('a colleague $name: nothing is lost or misplaced', ({ first, second }) => {
    const wrong: string[] = [];
    const undone =
      first === second ? /swaps/.test(first.name) : /inserts.*top.*deletes/.test(`${first.name} ${second.name}`);
    const from = window.to + 1 + (undone ? LOOK : 0);
    // All moments of the window are the same to a batch that is written at its end.
    for (let later = from, last = Infinity; later < last; later++) {
      const { moments, faults } = faultsWith(first, window.to, second, later);
      last = moments.length;
      wrong.push(...faults.map((fault) => `then ${later} ${moments[later]}: ${fault}`));
    }
    expect(wrong).toEqual([]);
  });
});

it('corrects the whole line when nobody comes', () => {
  expect(DONE).toHaveLength(CORRECTIONS.length);
});

describe('the race that no lock closes', () => {
  const work = ONE_CELL;
  const { moments, window } = dryRun(work);

  it('lasts from the reading of the values to the writing, with no call between that could come earlier', () => {
    expect(moments.slice(window.from, window.to + 1)).toEqual([
      'Sheet.getRange',
      'Range.setValue',
      'SpreadsheetApp.flush',
    ]);
  });

  it('is the only one, and leaves in the journal what the cell held', () => {
    const [act] = ACTS;
    if (act === undefined) throw new Error('no act');
    const lost: number[] = [];
    for (let moment = 0; moment <= moments.length; moment++) {
      const { scene, edits } = work.begin();
      const before = cellsNow(scene).old;
      const outcome = work.run(scene, edits, moment, () => act.run(scene.colleague));
      const overwritten = cellsNow(scene).old.get(4)?.[3] === 'DTPJJ' && moment < moments.length;
      if (!overwritten) continue;
      lost.push(moment);
      expect(isTheRace({ scene, outcome, edits, before, act, moment, window })).toBe(true);
      expect(outcome.applied.map(({ expect: was }) => was)).toEqual(['DRPJJ']);
    }
    expect(lost).toEqual(Array.from({ length: window.to - window.from + 1 }, (_, index) => window.from + index));
  });
});
