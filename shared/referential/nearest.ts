/** Distance between two spellings. */

/**
 * Number of letters to add, drop, change or swap with their neighbour to go from `a` to `b` (restricted
 * Damerau-Levenshtein), or `max + 1` as soon as it is sure to be over `max`.
 */
export function editDistance(a: string, b: string, max = Infinity): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > max) return max + 1;
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  // What both begin and end with costs nothing, and one change spends two letters at most of what is left.
  if (Math.max(a.length, b.length) - start - end > 2 * max) return max + 1;
  return between(a.slice(start, a.length - end), b.slice(start, b.length - end), max);
}

function between(a: string, b: string, max: number): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = nextRow(a, b, row, previous, older);
    if (Math.min(...current) > max) return max + 1;
    older = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? max + 1, max + 1);
}

function nextRow(a: string, b: string, row: number, previous: readonly number[], older: readonly number[]): number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column++) {
    const same = a[row - 1] === b[column - 1];
    const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    current.push(
      Math.min(
        (previous[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (previous[column - 1] ?? Infinity) + (same ? 0 : 1),
        swapped ? (older[column - 2] ?? Infinity) + 1 : Infinity,
      ),
    );
  }
  return current;
}

/** Whether both have the same letters, in whatever order: the slip of a hurried hand. */
export function sameLetters(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}
