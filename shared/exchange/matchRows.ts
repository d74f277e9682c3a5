import { fold } from '../text/fold';

/** One row of an annexe, as comparison sees it. */
export interface ComparableRow {
  /** The ref, or a key made of the content for a row without ref; "" when there is neither. May occur several times. */
  readonly key: string;
  /** 0-based row of its sheet. */
  readonly row: number;
  /** Column id → text. */
  readonly cells: Readonly<Record<string, string>>;
}

/** `of[i]` is the index in the second list of the row that row i of the first has become; −1 when it is gone. */
export type Match = Int32Array;

/** The column whose words tell two rows alike when the keys do not. */
export const LIKENESS_COLUMN = 'objectif';

/** Share of common words asked of two rows when one has no key, and when both have one that is not the same. */
const LIKE_WITHOUT_KEY = 0.6;
const LIKE_DESPITE_KEYS = 0.8;

/** A word found in more rows than this tells nothing, and would make every row a candidate of every other. */
const COMMON_WORD = 40;

/** A cell as comparison sees it: blanks and line breaks between words make no difference. */
export function sameText(a: string, b: string): boolean {
  return a === b || normal(a) === normal(b);
}

function normal(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * Which row became which, surest evidence first: same key and content; same content, found once on each side (a key that
 * was repaired, two keys swapped); same key, in order of occurrence; likeness of the objectives.
 */
export function matchRows(before: readonly ComparableRow[], after: readonly ComparableRow[]): Match {
  const state: Matching = { before, after, match: new Int32Array(before.length).fill(-1), taken: new Set() };
  const contents = { before: before.map(contentOf), after: after.map(contentOf) };
  pairInOrder(state, (row, index, side) => `${row.key}\n${contents[side][index] ?? ''}`, false);
  pairInOrder(state, (row, index, side) => (likenessText(row) === '' ? '' : (contents[side][index] ?? '')), true);
  pairInOrder(state, (row) => row.key, false);
  pairByLikeness(state);
  return state.match;
}

interface Matching {
  readonly before: readonly ComparableRow[];
  readonly after: readonly ComparableRow[];
  readonly match: Match;
  /** Indexes of `after` that are already somebody's. */
  readonly taken: Set<number>;
}

/** All the cells but the one that shows the key, in order of column id. */
function contentOf(row: ComparableRow): string {
  return Object.keys(row.cells)
    .sort()
    .map((column) => [column, normal(row.cells[column] ?? '')])
    .filter(([, text]) => text !== '' && text !== row.key)
    .map((pair) => pair.join('='))
    .join('\n');
}

function likenessText(row: ComparableRow): string {
  return (row.cells[LIKENESS_COLUMN] ?? '').trim();
}

type Print = (row: ComparableRow, index: number, side: 'before' | 'after') => string;

/** Pairs the rows still alone that have the same print: the n-th with the n-th, or (`once`) only when there is one on each side. */
function pairInOrder({ before, after, match, taken }: Matching, print: Print, once: boolean): void {
  const alone = new Map<string, number[]>();
  after.forEach((row, index) => {
    const text = taken.has(index) ? '' : print(row, index, 'after');
    if (text !== '') pushTo(alone, text, index);
  });
  const seekers = new Map<string, number[]>();
  before.forEach((row, index) => {
    const text = match[index] === -1 ? print(row, index, 'before') : '';
    if (text !== '') pushTo(seekers, text, index);
  });
  for (const [text, indexes] of seekers) {
    const found = alone.get(text) ?? [];
    if (once && (indexes.length > 1 || found.length > 1)) continue;
    indexes.forEach((index, occurrence) => {
      const other = found[occurrence];
      if (other === undefined) return;
      match[index] = other;
      taken.add(other);
    });
  }
}

/** Best pairs first. Only rows that share a word that few others have are compared: the work stays in proportion. */
function pairByLikeness({ before, after, match, taken }: Matching): void {
  const words = after.map((row, index) => (taken.has(index) ? EMPTY : wordsOf(row)));
  const rowsOf = new Map<string, number[]>();
  words.forEach((set, index) => set.forEach((word) => pushTo(rowsOf, word, index)));
  const pairs: { readonly index: number; readonly other: number; readonly likeness: number }[] = [];
  before.forEach((row, index) => {
    if (match[index] !== -1) return;
    const own = wordsOf(row);
    for (const other of candidates(own, rowsOf)) {
      const likeness = dice(own, words[other] ?? EMPTY);
      const asked = row.key === '' || after[other]?.key === '' ? LIKE_WITHOUT_KEY : LIKE_DESPITE_KEYS;
      if (likeness >= asked) pairs.push({ index, other, likeness });
    }
  });
  pairs.sort((a, b) => b.likeness - a.likeness || a.index - b.index || a.other - b.other);
  for (const { index, other } of pairs) {
    if (match[index] !== -1 || taken.has(other)) continue;
    match[index] = other;
    taken.add(other);
  }
}

const EMPTY: ReadonlySet<string> = new Set();

function pushTo(lists: Map<string, number[]>, name: string, item: number): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

function candidates(words: ReadonlySet<string>, rowsOf: ReadonlyMap<string, readonly number[]>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const word of words) {
    const rows = rowsOf.get(word) ?? [];
    if (rows.length <= COMMON_WORD) for (const row of rows) found.add(row);
  }
  return found;
}

function wordsOf(row: ComparableRow): ReadonlySet<string> {
  return new Set(fold(likenessText(row)).match(/[a-z0-9]{2,}/g) ?? []);
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
