/**
 * Which rows have kept their place: the longest increasing run of `origin` (indexes in the old version, −1 for new rows).
 * The others have moved: this blames the fewest rows, and an inserted row moves nobody.
 */
export function stayingPut(origin: Int32Array): ReadonlySet<number> {
  // tails[n] is the row that ends the best run of n + 1 rows: the one with the smallest origin.
  const tails: number[] = [];
  const previous = new Int32Array(origin.length).fill(-1);
  origin.forEach((old, index) => {
    if (old < 0) return;
    const length = runBelow(tails, origin, old);
    previous[index] = tails[length - 1] ?? -1;
    tails[length] = index;
  });
  const still = new Set<number>();
  for (let index = tails[tails.length - 1] ?? -1; index >= 0; index = previous[index] ?? -1) still.add(index);
  return still;
}

/** Length of the longest run that ends below `old`, by halves. */
function runBelow(tails: readonly number[], origin: Int32Array, old: number): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((origin[tails[middle] ?? 0] ?? 0) < old) low = middle + 1;
    else high = middle;
  }
  return low;
}
