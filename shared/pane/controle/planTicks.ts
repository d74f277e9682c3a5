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
