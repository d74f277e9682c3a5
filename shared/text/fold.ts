/**
 * Folding: what makes two spellings of the same French words equal.
 *
 * Real annexes come out of PDF files, Word tables and several keyboards: NBSP and narrow NBSP, soft hyphens,
 * decomposed accents (NFD), curly quotes, five kinds of dash. Folding removes all of that, and case.
 */

const SPACES = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const MARKS = /[\u0300-\u036f]/g;

/** The text with its invisible characters removed, every run of blanks made one space, and trimmed. Case and accents stay. */
export function squeeze(text: string): string {
  return text.replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

/** Lower case without accents, ligatures undone, quotes and dashes made plain, blanks squeezed: for comparing, never for showing. */
export function fold(text: string): string {
  return squeeze(text.normalize('NFD').replace(MARKS, ''))
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** Only the folded letters and digits: compares "D.D.C.S.-PP" with "DDCS PP", "pré- identifiés" with "préidentifiés". */
export function foldTight(text: string): string {
  return fold(text).replace(/[^a-z0-9]+/g, '');
}
