import { annexe, attempt, grille, saisie, type Case } from './cases';
import { createChance } from './chance';
import { anyGrid } from './grids';

/** Cases here: what a machine does in half a minute. The long run has its own seeds: see README.md. */
test.each<[string, Case, number]>([
  ['random grids', grille, 3000],
  ['mutated annexes', annexe, 500],
  ['random edits of mutated annexes', saisie, 300],
])(
  '%s: nothing is thrown, nothing is wrong',
  (_, one, count) => {
    const failures: string[] = [];
    for (let seed = 1_000_000; seed < 1_000_000 + count; seed++) {
      const complaints = attempt(one, seed);
      if (complaints.length > 0) failures.push(`seed ${seed}: ${complaints.join('\n')}`);
    }
    expect(failures).toEqual([]);
  },
  120_000,
);

test('the same seed makes the same grid, another seed another one', () => {
  const made = (seed: number): string => JSON.stringify(anyGrid(createChance(seed)));
  expect(made(7)).toBe(made(7));
  expect(new Set([1, 2, 3, 4, 5].map(made)).size).toBe(5);
});

test('a case that throws is a complaint like another', () => {
  const thrown = attempt(() => {
    throw new Error('thrown by a case');
  }, 1);
  expect(thrown[0]).toContain('thrown by a case');
});
