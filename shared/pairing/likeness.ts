/** Jaccard likeness of two sets: what they share over what they hold together, 0 to 1. */
export function jaccard(left: readonly number[], right: ReadonlySet<number>): number {
  let shared = 0;
  for (const one of left) if (right.has(one)) shared++;
  return shared / (left.length + right.size - shared);
}
