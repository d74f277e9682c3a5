'use strict';
/** Interleaved rounds in one process: only ratios within a run mean anything on a shared machine. */

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Fewer rounds have no median. */
const FEWEST = 3;

function time(run) {
  const start = process.hrtime.bigint();
  const result = run();
  return [Number(process.hrtime.bigint() - start) / 1e6, result];
}

/**
 * Runs every contestant once a round, each on its own fresh copy of the data (`fresh()`), `warm` rounds uncounted first. Stops at
 * `count` rounds, or after the third once `seconds` are spent. Those of `few` take long: three rounds say enough of them.
 * Returns the milliseconds of each by round, so that ratios are taken inside a round.
 */
function rounds(contestants, fresh, { count, warm = 1, seconds = 20, few = [] }) {
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  const end = Date.now() + seconds * 1000;
  for (let round = -warm; round < count && (round < FEWEST || Date.now() < end); round++) {
    const names = Object.keys(contestants).filter((name) => !few.includes(name) || (round >= -1 && round < FEWEST));
    // Each round starts with another contestant: nobody always runs after the heaviest.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + warm) % names.length];
      const data = fresh();
      const [elapsed] = time(() => contestants[name](data));
      if (round >= 0) times[name].push(elapsed);
    }
  }
  return times;
}

const ratio = (times, a, b) => median(times[a].map((value, round) => value / times[b][round]));

module.exports = { median, rounds, ratio, time };
