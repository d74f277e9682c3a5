import { remembered } from '../text/remember';
import type { Referential } from './referential';

/** Answers that are remembered of a referential at a year, and the longest name or code that comes back. */
const MOST = 4000;
const LONGEST = 200;

/** A question on a text, asked again for every row of an annexe: its answer is kept, for each referential and year. */
export function rememberedByYear<T extends object | boolean | null>(
  ask: (referential: Referential, text: string, annee: number) => T,
): (referential: Referential, text: string, annee: number) => T {
  type Answer = (text: string) => T;
  const memories = new WeakMap<Referential, Map<number, Answer>>();
  let last: { referential: Referential; annee: number; answer: Answer } | null = null;

  function answerOf(referential: Referential, annee: number): Answer {
    // Nearly every question is of the same referential at the same year as the one before.
    if (last !== null && last.referential === referential && last.annee === annee) return last.answer;
    const years = memories.get(referential) ?? new Map<number, Answer>();
    const answer = years.get(annee) ?? remembered((text) => ask(referential, text, annee), MOST, LONGEST);
    memories.set(referential, years.set(annee, answer));
    last = { referential, annee, answer };
    return answer;
  }

  return (referential, text, annee) => answerOf(referential, annee)(text);
}
