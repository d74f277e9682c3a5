/** 26 letters, 10 figures, and everything else as one blank. */
const LETTERS = 37;
const SIZE = LETTERS ** 3;

/** The distinct trigrams of a text, each as a number under 37³: two bytes. */
export type Trigrams = Uint16Array;

const NONE: Trigrams = new Uint16Array(0);
const seen = new Uint8Array(SIZE);
let found = new Uint16Array(256);

/** The distinct trigrams of a folded text, in the order in which they come; blanks at both ends count as letters. */
export function trigramsOf(folded: string): Trigrams {
  if (folded.length === 0) return NONE;
  if (found.length < folded.length + 2) found = new Uint16Array(2 * folded.length + 2);
  let count = 0;
  let code = 0;
  let letters = 1;
  let previous = 0;
  for (let index = 0; index <= folded.length; index++) {
    const letter = index < folded.length ? letterOf(folded.charCodeAt(index)) : 0;
    if (letter === 0 && previous === 0) continue;
    previous = letter;
    code = (code * LETTERS + letter) % SIZE;
    if (++letters < 3 || seen[code] === 1) continue;
    seen[code] = 1;
    found[count++] = code;
  }
  const trigrams = found.slice(0, count);
  for (const trigram of trigrams) seen[trigram] = 0;
  return trigrams;
}

function letterOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 96;
  return unit >= 48 && unit <= 57 ? unit - 21 : 0;
}

/** Logarithms of the commonest frequencies: of f + ½, which is what rarity divides by. */
const LOGS = Float64Array.from({ length: 4096 }, (_, frequency) => Math.log(frequency + 0.5));

/**
 * How many texts hold each trigram, so that "dév" and "ion" count for little. No index of trigrams: over 26,000 rows it takes ten times
 * the room and the time of an index of words; only the rows that words bring are compared.
 */
export class TrigramFrequencies {
  private readonly frequencies = new Int32Array(SIZE);
  private readonly wanted = new Float64Array(SIZE);
  private texts = 0;

  count(trigrams: Trigrams, step: 1 | -1): void {
    const { frequencies } = this;
    if (trigrams.length > 0) this.texts += step;
    for (const trigram of trigrams) frequencies[trigram] = (frequencies[trigram] ?? 0) + step;
  }

  /** Cosines of a text with others, 0 to 1, each trigram weighted by its rarity. */
  likenesses(text: Trigrams, others: readonly Trigrams[]): number[] {
    const { wanted } = this;
    const all = Math.log(this.texts + 1);
    let square = 0;
    for (const trigram of text) {
      const weight = this.rarity(trigram, all) ** 2;
      wanted[trigram] = weight;
      square += weight;
    }
    const cosines = others.map((other) => this.cosine(other, all, square));
    for (const trigram of text) wanted[trigram] = 0;
    return cosines;
  }

  private cosine(other: Trigrams, all: number, square: number): number {
    const { wanted } = this;
    let product = 0;
    let norm = 0;
    for (const trigram of other) {
      norm += this.rarity(trigram, all) ** 2;
      product += wanted[trigram] ?? 0;
    }
    return product === 0 ? 0 : product / Math.sqrt(norm * square);
  }

  private rarity(trigram: number, all: number): number {
    const frequency = this.frequencies[trigram] ?? 0;
    return all - (LOGS[frequency] ?? Math.log(frequency + 0.5));
  }
}
