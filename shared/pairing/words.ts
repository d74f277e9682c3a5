import { fold, squeeze } from '../text/fold';

/** Words that say nothing of the subject. Only tools of grammar: "développer" or "renforcer" get their small weight from being frequent. */
const EMPTY_WORDS = new Set(
  (
    'le la les de des du un une et ou en dans pour par sur sous sans entre au aux vers avec qui ce ces leur leurs son sa ses se il ' +
    'elle dont que'
  ).split(' '),
);

/** The words of a folded text that carry a subject, without the mark of the plural, in order, repeats kept. */
export function wordsOf(folded: string): string[] {
  const words: string[] = [];
  for (const word of folded.split(/[^a-z0-9]+/)) if (carries(word)) words.push(stem(word));
  return words;
}

/** The words of `wordsOf` in a text that is not folded, each with its spelling there: the evidence quotes that one. */
export function spellingsOf(text: string): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const spelling of squeeze(text).split(/[^\p{L}\p{N}\p{M}]+/u)) {
    const folded = fold(spelling);
    if (carries(folded) && !spellings.has(stem(folded))) spellings.set(stem(folded), spelling.toLowerCase());
  }
  return spellings;
}

const carries = (word: string): boolean => word.length > 1 && !EMPTY_WORDS.has(word);

/** "associations" → "association", "réseaux" → "réseau". A longer cut of the endings changed nothing measurable. */
const stem = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word);
