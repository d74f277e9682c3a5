/** Reads what build/packSeeds.js packed: JSON, a character a byte (Latin-1), deflated (RFC 1951), written 13 bits in two digits. */

/** 91 digits that a text between apostrophes holds as they are: two of them tell 8,281 numbers, and 13 bits 8,192. */
export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!"#$%&()*+,-./:;<=>?@[]^_`{|}';

/** The order in which the lengths of the code of lengths are given (RFC 1951, 3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const END = 256;

/** A Huffman code: how many symbols have each length, and the symbols in the order of their codes. */
interface Code {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

/** Apps Script has neither atob, nor TextDecoder, nor a way to inflate that is not a call of Google. */
export function unpack(packed: string): unknown {
  let place = 0;
  let held = 0;
  let kept = 0;

  const digit = (): number => DIGITS.indexOf(packed.charAt(place++));

  /** The next `count` bits, the first one lowest. */
  function bits(count: number): number {
    while (kept < count) {
      held |= (digit() * DIGITS.length + digit()) << kept;
      kept += 13;
    }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    kept -= count;
    return value;
  }

  function symbol({ counts, symbols }: Code): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < counts.length; length++) {
      code |= bits(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + code - first] ?? END;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error('the packed data are damaged');
  }

  /** The lengths of `count` symbols, themselves coded. */
  function lengths(count: number, code: Code): number[] {
    const found: number[] = [];
    while (found.length < count) {
      const next = symbol(code);
      if (next < 16) found.push(next);
      else {
        const again = next === 16 ? (found[found.length - 1] ?? 0) : 0;
        const times = next === 16 ? 3 + bits(2) : next === 17 ? 3 + bits(3) : 11 + bits(7);
        for (let time = 0; time < times; time++) found.push(again);
      }
    }
    return found;
  }

  const text: string[] = [];
  function block(): void {
    const literals = 257 + bits(5);
    const distances = 1 + bits(5);
    const given = 4 + bits(4);
    const own: number[] = Array.from(ORDER, () => 0);
    for (const at of ORDER.slice(0, given)) own[at] = bits(3);
    const all = lengths(literals + distances, codeOf(own));
    const literal = codeOf(all.slice(0, literals));
    const distance = codeOf(all.slice(literals));
    for (let next = symbol(literal); next !== END; next = symbol(literal)) {
      if (next < END) text.push(String.fromCharCode(next));
      else {
        const length = spread(next - 257, 4, 3, bits);
        const back = spread(symbol(distance), 2, 1, bits);
        for (let copied = 0; copied < length; copied++) text.push(text[text.length - back] ?? '');
      }
    }
  }

  for (let last = 0; last === 0;) {
    last = bits(1);
    if (bits(2) !== 2) throw new Error('only blocks with a code of their own are read');
    block();
  }
  return JSON.parse(text.join(''));
}

/** The code that gives each symbol its length (RFC 1951, 3.2.2). */
function codeOf(lengths: readonly number[]): Code {
  const counts: number[] = Array.from({ length: 16 }, () => 0);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const symbols = lengths.flatMap((length, symbol) => (length > 0 ? [[length, symbol] as const] : []));
  return { counts, symbols: symbols.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, symbol]) => symbol) };
}

/**
 * The number of a symbol of length or distance: `group` symbols for each count of extra bits, from `least` on (RFC 1951, 3.2.5).
 */
function spread(symbol: number, group: number, least: number, bits: (count: number) => number): number {
  // The last symbol of lengths stands for 258 alone.
  if (group === 4 && symbol === 28) return 258;
  const extra = Math.max(0, Math.floor(symbol / group) - 1);
  const base = extra === 0 ? symbol : (group + (symbol % group)) << extra;
  return least + base + bits(extra);
}
