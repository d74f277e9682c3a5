/**
 * Rows grouped by an equal number (a reference's key, an indicator's hash): open addressing over Int32Array, rows of a group
 * chained. Eight to twelve bytes a row, no allocation when a row comes or goes.
 */
export interface Groups {
  add(key: number, row: number): void;
  remove(key: number, row: number): void;
  has(key: number): boolean;
  /** Has the group more than `count` rows? */
  exceeds(key: number, count: number): boolean;
  /** Does another row share the key with `row`, which is in the group itself? */
  shared(key: number, row: number): boolean;
  /** The rows of a group, in the order of the sheet. */
  rows(key: number): number[];
  /** Does a row of the group pass `test`? Stops at the first that does, in no order: a group may hold half of the sheet. */
  some(key: number, test: (row: number) => boolean): boolean;
}

const FREE = 0;

/** `keyOf(row)` gives the key of a row in a group; `capacity` is the number of rows of the sheet, `expected` of those grouped. */
export function createGroups(keyOf: (row: number) => number, capacity: number, expected: number): Groups {
  const next = new Int32Array(capacity).fill(-1);
  let size = tableSize(expected);
  /** First row of each group + 1; FREE when the slot was never used; −1 when its group is gone. */
  let slots = new Int32Array(size);
  /** Keys of groups that are gone keep their slot busy until the table grows. */
  let used = 0;

  function slotOf(key: number): number {
    let slot = mix(key) & (size - 1);
    for (;;) {
      const head = slots[slot] ?? FREE;
      if (head === FREE || (head > 0 && keyOf(head - 1) === key)) return slot;
      slot = (slot + 1) & (size - 1);
    }
  }

  function add(key: number, row: number): void {
    const slot = slotOf(key);
    const head = (slots[slot] ?? FREE) - 1;
    if (head < 0 && ++used > size * 0.8) {
      grow();
      add(key, row);
      return;
    }
    next[row] = head;
    slots[slot] = row + 1;
  }

  function remove(key: number, row: number): void {
    const slot = slotOf(key);
    const head = (slots[slot] ?? FREE) - 1;
    if (head < 0) return;
    const after = next[row] ?? -1;
    if (head === row) slots[slot] = after < 0 ? -1 : after + 1;
    else {
      let before = head;
      while (next[before] !== row) before = next[before] ?? -1;
      next[before] = after;
    }
    next[row] = -1;
  }

  function grow(): void {
    const heads = slots.filter((head) => head > 0);
    size = tableSize(Math.max(heads.length * 1.5, size / 2));
    slots = new Int32Array(size);
    used = heads.length;
    for (const head of heads) slots[slotOf(keyOf(head - 1))] = head;
  }

  function rows(key: number): number[] {
    const found: number[] = [];
    for (let row = (slots[slotOf(key)] ?? FREE) - 1; row >= 0; row = next[row] ?? -1) found.push(row);
    return found.sort((a, b) => a - b);
  }

  function some(key: number, test: (row: number) => boolean): boolean {
    let row = (slots[slotOf(key)] ?? FREE) - 1;
    while (row >= 0 && !test(row)) row = next[row] ?? -1;
    return row >= 0;
  }

  function exceeds(key: number, count: number): boolean {
    let seen = 0;
    return some(key, () => ++seen > count);
  }

  /** Only the last row of a chain has no next: a row that has none shares its key when it is not the chain's head. */
  function shared(key: number, row: number): boolean {
    return next[row] !== -1 || (slots[slotOf(key)] ?? FREE) - 1 !== row;
  }

  return { add, remove, rows, some, shared, exceeds, has: (key) => (slots[slotOf(key)] ?? FREE) > 0 };
}

/** A power of two that leaves a quarter free. */
function tableSize(expected: number): number {
  let size = 16;
  while (size * 0.75 < expected) size *= 2;
  return size;
}

/** Spreads neighbouring keys: the references of an axis follow each other. */
function mix(key: number): number {
  const h = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
