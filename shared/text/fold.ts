/**
 * Folding: what makes two spellings of the same French words equal.
 *
 * Real annexes come out of PDF files, Word tables and several keyboards: NBSP and narrow NBSP, soft hyphens,
 * decomposed accents (NFD), curly quotes, five kinds of dash. Folding removes all of that, and case.
 */

const SPACE = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const MARKS = /[\u0300-\u036f]/g;
const BEYOND = 0x250;
/** Folds to an apostrophe. */
const BACKTICK = 96;

/** What each character below 0x250 folds to; `SQUEEZED` keeps case and accents. */
const FOLDED: string[] = [];
const SQUEEZED: string[] = [];
for (let code = 0; code < BEYOND; code++) {
  const character = String.fromCharCode(code);
  SQUEEZED.push(squeezeOne(character));
  FOLDED.push(foldOne(character));
}

function squeezeOne(character: string): string {
  if (INVISIBLE.test(character)) return '';
  return SPACE.test(character) ? ' ' : character;
}

function foldOne(character: string): string {
  const plain = squeezeOne(character).normalize('NFD').replace(MARKS, '').toLowerCase();
  if (/[\u2018\u2019\u02bc\u00b4`]/.test(plain)) return "'";
  if (/[\u201c\u201d\u00ab\u00bb]/.test(plain)) return '"';
  if (/[\u2010-\u2015\u2212]/.test(plain)) return '-';
  return plain === 'œ' ? 'oe' : plain === 'æ' ? 'ae' : plain;
}

/** One pass: each character replaced, runs of blanks made one space, none at the ends. */
function mapCharacters(text: string, table: readonly string[], beyond: (character: string) => string): string {
  let out = '';
  let pending = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const mapped = code < BEYOND ? (table[code] ?? '') : beyond(text.charAt(index));
    if (mapped === ' ') pending = true;
    else if (mapped !== '') {
      out += pending && out !== '' ? ` ${mapped}` : mapped;
      pending = false;
    }
  }
  return out;
}

/** Only printable ASCII, blanks single and inside: nothing to squeeze, and only case to fold. Most cells are. */
function isPlain(text: string): boolean {
  let before = 32;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 || code > 126 || code === BACKTICK || (code === 32 && before === 32)) return false;
    before = code;
  }
  return before !== 32 || text === '';
}

/** The text with its invisible characters removed, every run of blanks made one space, and trimmed. Case and accents stay. */
export function squeeze(text: string): string {
  return isPlain(text) ? text : mapCharacters(text, SQUEEZED, squeezeOne);
}

/** Lower case without accents, ligatures undone, quotes and dashes made plain, blanks squeezed: for comparing, never for showing. */
export function fold(text: string): string {
  return isPlain(text) ? text.toLowerCase() : mapCharacters(text, FOLDED, foldOne);
}

/** Only the folded letters and digits: compares "D.D.C.S.-PP" with "DDCS PP", "pré- identifiés" with "préidentifiés". */
export function foldTight(text: string): string {
  return fold(text).replace(/[^a-z0-9]+/g, '');
}
