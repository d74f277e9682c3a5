/** The journal as text, kept in the workbook: what was done can be taken back after the pane was closed, by whoever opens it. */
import { lastNumber, type Journal, type Step } from './journal';

/** What a workbook is asked to keep: the newest steps, in this many characters at most. */
export const MOST_KEPT = 200_000;

/**
 * The newest steps that fit. A step that is too long by itself is left out: it can be taken back for as long as the pane is open.
 * So is what was done by somebody else, whose own pane keeps it.
 */
export function printJournal(journal: Journal, most = MOST_KEPT): string {
  const steps = journal.steps.filter(({ ailleurs }) => !ailleurs);
  const kept: string[] = [];
  let length = 0;
  for (let index = steps.length - 1; index >= 0; index--) {
    const text = JSON.stringify(steps[index]);
    if (text.length > most) continue;
    if (length + text.length > most) break;
    length += text.length + 1;
    kept.unshift(text);
  }
  return `{"version":1,"steps":[${kept.join(',')}]}`;
}

/** Reads what `printJournal` wrote; a damaged text is an empty journal, and a step that is none is left out. */
export function parseJournal(text: string | null): Journal {
  if (text === null || text === '') return { steps: [] };
  try {
    const read: unknown = JSON.parse(text);
    const steps: unknown = isRecord(read) ? read['steps'] : [];
    return { steps: Array.isArray(steps) ? withoutRings(steps.filter(isStep)) : [] };
  } catch {
    return { steps: [] };
  }
}

/**
 * Two journals of one workbook as one: the steps that only the kept one knows (a colleague's, or those of another day) come first,
 * then ours. Ours keep their numbers, by which an undoing that waits its turn names its step; the others are numbered after them, and
 * what they take back is followed.
 */
export function mergeJournals(ours: Journal, kept: Journal): Journal {
  const known = new Map<string, number>();
  for (const step of ours.steps) count(known, step, 1);
  const foreign = kept.steps.filter((step) => count(known, step, -1) < 0);
  if (foreign.length === 0) return ours;
  const last = lastNumber(ours);
  const numbers = new Map(ours.steps.map((step) => [step, step.id]));
  foreign.forEach((step, index) => numbers.set(step, last + 1 + index));
  const all = [...foreign, ...ours.steps];
  const renumbered = (own: readonly Step[], undoes: number | null): number | null => {
    const undone = own.find(({ id }) => id === undoes);
    return (undone && numbers.get(undone)) ?? null;
  };
  return {
    steps: all.map((step) => {
      const own = foreign.includes(step) ? kept.steps : ours.steps;
      const undoes = step.undoes === null ? null : (renumbered(own, step.undoes) ?? twin(step, kept, all, numbers));
      return { ...step, id: numbers.get(step) ?? step.id, undoes };
    }),
  };
}

/** An undoing takes back what was there before it: where they go in a ring, the text is damaged, and they take nothing back. */
function withoutRings(steps: readonly Step[]): readonly Step[] {
  const byNumber = new Map(steps.map((step) => [step.id, step]));
  const isInRing = (step: Step): boolean => {
    const seen = new Set<Step>();
    let at: Step | undefined = step;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      at = at.undoes === null ? undefined : byNumber.get(at.undoes);
    }
    return at !== undefined;
  };
  return steps.map((step) => (isInRing(step) ? { ...step, undoes: null } : step));
}

/** The step of ours that is the same as the one that a kept step took back. */
function twin(step: Step, kept: Journal, all: readonly Step[], numbers: ReadonlyMap<Step, number>): number | null {
  const undone = kept.steps.find(({ id }) => id === step.undoes);
  const same = undone && all.find((other) => keyOf(other) === keyOf(undone));
  return (same && numbers.get(same)) ?? null;
}

/** Adds to the count of a step's likes; returns the count after. */
function count(counts: Map<string, number>, step: Step, by: number): number {
  const after = (counts.get(keyOf(step)) ?? 0) + by;
  counts.set(keyOf(step), after);
  return after;
}

const keyOf = ({ when, who, label, edits }: Step): string => JSON.stringify([when, who, label, edits]);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isStep(value: unknown): value is Step {
  if (!isRecord(value)) return false;
  const { id, label, when, who, edits, refused, undoes, ailleurs } = value;
  return (
    typeof id === 'number' &&
    [label, when, who].every((text) => typeof text === 'string') &&
    Array.isArray(edits) &&
    edits.every(isEdit) &&
    Array.isArray(refused) &&
    (undoes === null || typeof undoes === 'number') &&
    typeof ailleurs === 'boolean'
  );
}

function isEdit(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { at, expect, set, row } = value;
  const isScalar = (one: unknown): boolean => one === null || ['string', 'number', 'boolean'].includes(typeof one);
  return (
    isRecord(at) &&
    typeof at['sheet'] === 'string' &&
    [at['row'], at['column']].every((place) => Number.isInteger(place) && Number(place) >= 0) &&
    isScalar(expect) &&
    isScalar(set) &&
    Array.isArray(row) &&
    row.every((cell) => typeof cell === 'string')
  );
}
