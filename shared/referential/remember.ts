import type { Referential } from './referential';

/** Answers that are remembered of a referential at a year; past that the memory starts afresh. */
const MOST = 4000;
/** A longer text is no name or code that comes back. */
const LONGEST = 200;

/** A question on a text, asked again for every row of an annexe: its answer is kept. `undefined` is no answer: use null. */
export function remembered<T extends object | boolean | null>(
  ask: (referential: Referential, text: string, annee: number) => T,
): (referential: Referential, text: string, annee: number) => T {
  const memories = new WeakMap<Referential, Map<number, Map<string, T>>>();
  let last: { referential: Referential; annee: number; known: Map<string, T> } | null = null;

  function memoryOf(referential: Referential, annee: number): Map<string, T> {
    // Nearly every question is of the same referential at the same year as the one before.
    if (last !== null && last.referential === referential && last.annee === annee) return last.known;
    const years = memories.get(referential) ?? new Map<number, Map<string, T>>();
    const known = years.get(annee) ?? new Map<string, T>();
    memories.set(referential, years.set(annee, known));
    last = { referential, annee, known };
    return known;
  }

  return (referential, text, annee) => {
    const known = memoryOf(referential, annee);
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = ask(referential, text, annee);
    if (known.size >= MOST) known.clear();
    if (text.length <= LONGEST) known.set(text, answer);
    return answer;
  };
}
