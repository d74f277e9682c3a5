import { FOLDED } from './lexicon';

/** How many letters of the first word are looked at. */
const LETTERS = 3;
const BASE = 37;
/** No opening can be told: what follows must be read in full. */
const UNSURE = 0;

/**
 * The folded letters that a text opens with (three at most) as one number; `UNSURE` when the text opens with a sign, with a blank
 * that is not a plain one, or when anything but plain ASCII ends its first letters. No string is made: this is asked of every cell.
 */
function opening(text: string): number {
  let at = 0;
  while (text.charCodeAt(at) === 32) at++;
  let key = UNSURE;
  for (let count = 0; count < LETTERS; count++) {
    const code = text.charCodeAt(at++);
    const letter = code < FOLDED.length ? (FOLDED[code] ?? 0) : 0;
    if (letter === 0) return code >= 128 ? UNSURE : key;
    key = key * BASE + letter;
  }
  return key;
}

/** Can a text begin with one of these beginnings of words? False is certain, true is a reason to look closer. */
export function createOpenings(beginnings: string): (text: string) => boolean {
  const keys = new Set([UNSURE, ...beginnings.split(' ').map(opening)]);
  return (text) => keys.has(opening(text));
}
