import type { Scalar } from '../sheet/grid';
import { squeeze } from '../text/fold';
import { isPlaceholder } from './placeholder';

/** One service of a cell, as the cell writes it. `bop` is the number that the cell glues to it: "Gendarmerie(152)". */
export interface ServiceItem {
  readonly ecriture: string;
  readonly nom: string;
  readonly bop: string | null;
}

export interface ServiceCell {
  readonly texte: string;
  readonly items: readonly ServiceItem[];
  readonly separateur: string;
}

/** What reading needs to know of the words of the field; the referential answers, so that reading stays free of data. */
export interface Vocabulary {
  /** Is this text, whole, the name of a service? Lets "Police nationale" and "CGET/ACSE" stay in one piece. */
  isService(text: string): boolean;
  /** Is this text the name of a pillar or of a transversal axis, without the word "Pilier"? */
  isSection(text: string): boolean;
  /** True: nobody has anything to say of these BOP and service cells. Absent or false: nobody knows. */
  isTacit?(bop: Scalar, service: Scalar): boolean;
}

export const NO_VOCABULARY: Vocabulary = { isService: () => false, isSection: () => false };

/** Words of plain letters, one space between: the usual cell. No placeholder is the name of a service. */
const USUAL = /^[A-Za-z]{2,}(?: [A-Za-z]{2,})*$/;
const HARD = /\s*(?:[\n\r;,|•·]|\s[-–—]\s)\s*/;
/** A split by a pattern is dear: most cells hold nothing to split at. */
const HARD_SIGN = /[\n\r;,|•·–—]|\s-\s/;
/** A lone sign only separates: "DDCSPP / DIRECCTE". */
const SOMETHING = /[\p{L}\d]/u;
const SUFFIX = /^\(?\d{1,3}(?:\/\d{1,3})*\)?$/;
const EMBEDDED = /^(.*?)\s*\(\s*(?:BOP\s*)?(\d{3})\s*\)$/i;
/** No name of a service has more words than "délégation départementale aux droits des femmes". */
const MOST_WORDS = 8;

/** Reads a service cell. Spaces separate, unless the words together are a known name; "CGET/ACSE" is one service; "à définir" is none. */
export function parseServices(texte: string, vocabulary: Vocabulary): ServiceCell {
  const usual = usualNames(texte, vocabulary);
  if (usual !== null) return { texte, items: usual, separateur: ' ' };
  const items: ServiceItem[] = [];
  // Runs of blanks are made one first: splitting at HARD would try each of their characters in turn.
  const text = isPlaceholder(texte) ? '' : texte.replace(/[ \t\u00a0\u202f]+/g, ' ');
  for (const chunk of HARD_SIGN.test(text) ? text.split(HARD) : [text]) {
    const words = squeeze(chunk).split(' ').filter(Boolean);
    for (let start = 0; start < words.length;) {
      const count = nameLength(words, start, vocabulary);
      for (const name of cutSlashes(words.slice(start, start + count).join(' '), vocabulary)) {
        if (SOMETHING.test(name)) items.push(itemOf(name));
      }
      start += count;
    }
  }
  const separateur = texte.includes('\n') ? '\n' : ' ';
  return { texte, items, separateur };
}

/** A cell that the pattern can neither split nor glue, one known name a word: each stands for itself. Null for any other cell. */
function usualNames(texte: string, vocabulary: Vocabulary): ServiceItem[] | null {
  if (!USUAL.test(texte)) return null;
  const items: ServiceItem[] = [];
  for (let start = 0; start < texte.length;) {
    const space = texte.indexOf(' ', start);
    const end = space < 0 ? texte.length : space;
    const nom = texte.slice(start, end);
    if (!vocabulary.isService(nom)) return null;
    items.push({ ecriture: nom, nom, bop: null });
    start = end + 1;
  }
  return items;
}

/** How many words from `start` make one name: the longest known one, else one word with its département ("DDCSPP 11"). */
function nameLength(words: readonly string[], start: number, vocabulary: Vocabulary): number {
  const following = words[start + 1];
  // Two names side by side, the usual case: no need to try them together.
  if (following === undefined || (vocabulary.isService(following) && vocabulary.isService(words[start] ?? '')))
    return 1;
  const most = SOMETHING.test(words[start] ?? '') ? Math.min(MOST_WORDS, words.length - start) : 1;
  for (let count = most; count > 1; count--) {
    if (!SOMETHING.test(words[start + count - 1] ?? '')) continue;
    if (vocabulary.isService(words.slice(start, start + count).join(' '))) return count;
  }
  return SUFFIX.test(following) && !SUFFIX.test(words[start] ?? '') ? 2 : 1;
}

/** "DDCSPP/DIRECCTE" is two services when each half is known and the whole is not. */
function cutSlashes(name: string, vocabulary: Vocabulary): string[] {
  if (!name.includes('/') || vocabulary.isService(name)) return [name];
  const halves = name.split('/').map((half) => half.trim());
  return halves.length > 1 && halves.every((half) => vocabulary.isService(half)) ? halves : [name];
}

function itemOf(ecriture: string): ServiceItem {
  const embedded = ecriture.endsWith(')') ? EMBEDDED.exec(ecriture) : null;
  const [, nom = '', bop = ''] = embedded ?? [];
  return embedded && nom !== '' ? { ecriture, nom, bop } : { ecriture, nom: ecriture, bop: null };
}

/** The cell's text with its n-th service written as the n-th of `names`; what separates them stays as it is. */
export function renameServices({ texte, items, separateur }: ServiceCell, names: readonly string[]): string {
  const text = texte.replace(/[\u00a0\u202f]/g, ' ');
  let written = '';
  let from = 0;
  for (const [index, { ecriture }] of items.entries()) {
    const at = text.indexOf(ecriture, from);
    if (at < 0) return names.join(separateur);
    written += texte.slice(from, at) + (names[index] ?? ecriture);
    from = at + ecriture.length;
  }
  return written + texte.slice(from);
}
