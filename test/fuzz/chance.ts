/** Chance that repeats itself: the same seed makes the same draws on every machine. */
export interface Chance {
  /** A whole number from 0 to `below` − 1. */
  int(below: number): number;
  /** True once in `times`. */
  once(times: number): boolean;
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T;
}

/** Mulberry32: 32 bits of state, good enough to wander about. */
export function createChance(seed: number): Chance {
  let state = (Math.imul(seed, 0x9e3779b1) + 0x6d2b79f5) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const int = (below: number): number => Math.floor((next() / 4294967296) * below);
  return {
    int,
    once: (times) => int(times) === 0,
    pick: (items) => {
      const item = items[int(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}
