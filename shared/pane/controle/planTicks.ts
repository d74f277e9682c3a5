import type { PlanView } from '../checker/views';

type Steps = PlanView['steps'];

/** At first the safe steps are ticked: they stand by themselves. */
export function safeTicks(steps: Steps): ReadonlySet<number> {
  return new Set(
    steps.flatMap((step, index) =>
      step.safety === 'sure' && step.suit.every((other) => steps[other]?.safety === 'sure') ? [index] : [],
    ),
  );
}

/** Ticks or unticks a step with those that cannot go without it: the earlier ones on its cells, or the later ones that follow it. */
export function toggleTick(steps: Steps, ticks: ReadonlySet<number>, index: number): ReadonlySet<number> {
  const next = new Set(ticks);
  if (ticks.has(index)) {
    const drop = (gone: number): void => {
      next.delete(gone);
      steps.forEach((step, other) => step.suit.includes(gone) && next.has(other) && drop(other));
    };
    drop(index);
  } else {
    const take = (wanted: number): void => {
      next.add(wanted);
      for (const other of steps[wanted]?.suit ?? []) if (!next.has(other)) take(other);
    };
    take(index);
  }
  return next;
}

/** The ticks of a plan that was made again: those of the same corrections, and those that are new and safe. */
export function carryTicks(before: Steps, ticks: ReadonlySet<number>, after: Steps): ReadonlySet<number> {
  const ticked = new Map(keysOf(before).map((key, index) => [key, ticks.has(index)]));
  const safe = safeTicks(after);
  const wanted = keysOf(after).flatMap((key, index) => ((ticked.get(key) ?? safe.has(index)) ? [index] : []));
  // None goes without those that it needs.
  return wanted.reduce<ReadonlySet<number>>(
    (all, index) => (all.has(index) ? all : toggleTick(after, all, index)),
    new Set<number>(),
  );
}

/** What names each correction, whatever row it has gone to; the second of two that are alike is "…#1". */
export function keysOf(steps: Steps): readonly string[] {
  const counts = new Map<string, number>();
  return steps.map(({ rules, ref, edits }) => {
    const key = JSON.stringify([rules, ref, edits.map(({ at, expect, set }) => [at.column, expect, set])]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return `${key}#${count}`;
  });
}
