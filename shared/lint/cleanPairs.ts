import type { Scalar } from '../sheet';

/**
 * Says quickly of most rows that the rules on BOPs and services have nothing to say of them. A large sheet has nearly as many
 * pairs of texts as rows, but few pairs of a programme and a service: those are judged once each, by the rules themselves.
 */
export interface CleanPairs {
  /** True: no rule says anything of these two cells. False: nobody knows, ask the rules. */
  clean(bop: Scalar, service: Scalar): boolean;
}

/** A longer list is left to the rules. */
const MOST_ITEMS = 16;
/** Services that are remembered, then places of their table (a power of two, twice as many). */
const MOST_NAMES = 128;
const SLOTS = 256;

const SPACE = 32;
const LINE = 10;

const UNKNOWN = 0;
const SILENT = 1;
const SPOKEN = 2;

/**
 * `isName(word)`: does the word, alone or between others of its kind, read as one service, written as it stands?
 * `silent(code, name)`: do the rules say nothing of a row that holds this pair alone?
 */
export function createCleanPairs(
  isName: (word: string) => boolean,
  silent: (code: string, name: string) => boolean,
): CleanPairs {
  const codes = new Int16Array(MOST_ITEMS);
  const names: string[] = [];
  const hashes = new Int32Array(MOST_NAMES);
  /** Number of a name + 1 at the place of its hash, 0 when free. */
  const slots = new Int16Array(SLOTS);
  const pairs = new Uint8Array(1000 * MOST_NAMES);
  /** What the rules say of two empty cells. */
  let nothing: boolean | null = null;

  /** Reads "102 304" into `codes`: figures by three, one space or line break between, none twice. How many, 0 when not so. */
  function readCodes(text: string): number {
    const { length } = text;
    if ((length & 3) !== 3 || length > MOST_ITEMS * 4) return 0;
    let count = 0;
    for (let at = 0; at < length; at += 4) {
      const code = codeAt(text, at);
      if (code < 0 || (at + 3 < length && !separates(text.charCodeAt(at + 3)))) return 0;
      for (let before = 0; before < count; before++) if (codes[before] === code) return 0;
      codes[count++] = code;
    }
    return count;
  }

  /** Reads the services and asks of each, with the code of its place. The characters are read once, no string is made. */
  function pairedCleanly(text: string, count: number): boolean {
    const { length } = text;
    let place = 0;
    let start = 0;
    let hash = 0;
    for (let at = 0; at <= length; at++) {
      const code = at < length ? text.charCodeAt(at) : SPACE;
      if (!separates(code)) {
        hash = (Math.imul(hash, 31) + code) | 0;
        continue;
      }
      if (place === count || at === start) return false;
      const name = nameAt(text, start, at, hash);
      if (name < 0 || !pairIsClean(codes[place] ?? 0, name)) return false;
      place++;
      start = at + 1;
      hash = 0;
    }
    return place === count;
  }

  /** The number of the name that stands from `start` to `end`; −1 when it is none. */
  function nameAt(text: string, start: number, end: number, hash: number): number {
    let slot = (hash ^ (hash >>> 9)) & (SLOTS - 1);
    for (;;) {
      const name = (slots[slot] ?? 0) - 1;
      if (name < 0) return learn(text.slice(start, end), hash, slot);
      const known = names[name] ?? '';
      if (hashes[name] === hash && known.length === end - start && text.startsWith(known, start)) return name;
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  function learn(word: string, hash: number, slot: number): number {
    if (names.length === MOST_NAMES || !isName(word)) return -1;
    hashes[names.length] = hash;
    slots[slot] = names.push(word);
    return names.length - 1;
  }

  function pairIsClean(code: number, name: number): boolean {
    const index = code * MOST_NAMES + name;
    if (pairs[index] === UNKNOWN)
      pairs[index] = silent(String(code).padStart(3, '0'), names[name] ?? '') ? SILENT : SPOKEN;
    return pairs[index] === SILENT;
  }

  function clean(bop: Scalar, service: Scalar): boolean {
    if (isNothing(bop) && isNothing(service)) return (nothing ??= silent('', ''));
    if (typeof service !== 'string') return false;
    if (typeof bop === 'string') {
      const count = readCodes(bop);
      return count > 0 && pairedCleanly(service, count);
    }
    if (typeof bop !== 'number' || !(bop >= 100 && bop <= 999) || !Number.isInteger(bop)) return false;
    codes[0] = bop;
    return pairedCleanly(service, 1);
  }

  return { clean };
}

const isNothing = (value: Scalar): boolean => value === null || value === '';

const separates = (code: number): boolean => code === SPACE || code === LINE;

/** The three figures at a place as a number, −1 when they are none. */
function codeAt(text: string, at: number): number {
  const a = text.charCodeAt(at) - 48;
  const b = text.charCodeAt(at + 1) - 48;
  const c = text.charCodeAt(at + 2) - 48;
  return a < 0 || a > 9 || b < 0 || b > 9 || c < 0 || c > 9 ? -1 : a * 100 + b * 10 + c;
}
