import { Entiers } from './entiers';
import { wordsOf } from './words';

/** A document near a query. */
export interface Proche {
  readonly fiche: number;
  readonly score: number;
}

/** BM25 with its textbook constants (Robertson and Zaragoza, 2009); never tuned here. */
const K1 = 1.2;
const B = 0.75;

/**
 * Number of texts from which a word that more than half of them hold is passed over: the classical weight of such a word is negative,
 * and its list is the longest to read. In a contract of fifty rows such words still help to tell the axes apart.
 */
const MANY = 1024;

/** A posting is document × 16 + number of times the word stands in it (15 at most). */
const TIMES = 16;

/**
 * An inverted index over short texts. A document can be hidden and shown again: frequencies of words, number and mean length of
 * documents then are those of an index that never saw it. All of them are whole numbers, so nothing of it is left behind.
 */
export class TextIndex {
  private readonly terms = new Map<string, number>();
  private readonly postings: Entiers[] = [];
  /** Shown documents that hold the term. */
  private readonly frequencies = new Entiers();
  /** Terms of the documents, one document after the other, and where each begins. */
  private readonly contents = new Entiers(256);
  private readonly starts = new Entiers();
  private readonly lengths = new Entiers();
  private readonly shown = new Entiers();
  private documents = 0;
  private words = 0;
  private scores = new Float64Array(0);
  private readonly touched = new Entiers(64);

  /** Indexes a folded text as the next document, shown. */
  add(text: string): void {
    const document = this.shown.length;
    const words = wordsOf(text);
    this.starts.push(this.contents.length);
    const times = new Map<number, number>();
    for (const word of words) {
      const term = this.termOf(word);
      times.set(term, (times.get(term) ?? 0) + 1);
    }
    for (const [term, count] of times) {
      this.contents.push(term);
      this.postings[term]?.push(document * TIMES + Math.min(count, TIMES - 1));
    }
    this.lengths.push(words.length);
    this.shown.push(0);
    this.show(document, true);
  }

  show(document: number, visible: boolean): void {
    const step = visible ? 1 : -1;
    this.shown.set(document, visible ? 1 : 0);
    this.documents += step;
    this.words += step * this.lengths.get(document);
    const end = document + 1 < this.starts.length ? this.starts.get(document + 1) : this.contents.length;
    for (let place = this.starts.get(document); place < end; place++)
      this.frequencies.add(this.contents.get(place), step);
  }

  /** The `most` documents nearest to a folded text, best first; equal scores in the order that `orderOf` gives (the rows of the sheet). */
  nearest(text: string, most: number, orderOf: (document: number) => number): Proche[] {
    const touched = this.score(text);
    const best: Proche[] = [];
    for (let index = 0; index < touched.length; index++) {
      const fiche = touched.get(index);
      const score = this.scores[fiche] ?? 0;
      this.scores[fiche] = 0;
      if (this.shown.get(fiche) === 0) continue;
      const last = best[most - 1];
      if (last !== undefined && last.score > score) continue;
      insert(best, { fiche, score }, most, orderOf);
    }
    return best;
  }

  /** Adds the weight of each word of the text to the documents that hold it; returns the documents touched. */
  private score(text: string): Entiers {
    if (this.scores.length < this.shown.length) this.scores = new Float64Array(this.shown.length * 2);
    const { scores, touched } = this;
    const lengths = this.lengths.raw;
    touched.clear();
    const mean = this.words / Math.max(1, this.documents) || 1;
    for (const word of new Set(wordsOf(text))) {
      const term = this.terms.get(word);
      const list = term === undefined ? undefined : this.postings[term];
      if (term === undefined || list === undefined) continue;
      const frequency = this.frequencies.get(term);
      if (this.documents >= MANY && frequency * 2 > this.documents) continue;
      const rarity = Math.log(1 + (this.documents - frequency + 0.5) / (frequency + 0.5));
      const postings = list.raw;
      for (let index = 0, end = list.length; index < end; index++) {
        const posting = postings[index] ?? 0;
        const document = posting >> 4;
        const times = posting & (TIMES - 1);
        const before = scores[document] ?? 0;
        if (before === 0) touched.push(document);
        const length = 1 - B + (B * (lengths[document] ?? 0)) / mean;
        scores[document] = before + (rarity * times * (K1 + 1)) / (times + K1 * length);
      }
    }
    return touched;
  }

  private termOf(word: string): number {
    const known = this.terms.get(word);
    if (known !== undefined) return known;
    const term = this.postings.length;
    this.terms.set(word, term);
    this.postings.push(new Entiers());
    this.frequencies.push(0);
    return term;
  }
}

/** Puts a candidate at its place in a short sorted list of at most `most`. */
export function insert(best: Proche[], one: Proche, most: number, orderOf: (document: number) => number): void {
  let place = best.length;
  while (place > 0) {
    const other = best[place - 1];
    if (other === undefined || other.score > one.score) break;
    if (other.score === one.score && orderOf(other.fiche) < orderOf(one.fiche)) break;
    place--;
  }
  if (place >= most) return;
  best.splice(place, 0, one);
  if (best.length > most) best.pop();
}
