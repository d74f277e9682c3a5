import { encodeUtf8 } from '../utf8';
import { refuse } from './refusal';

const REPLACEMENT = 0xfffd;
/** Arguments of one fromCharCode call; engines limit them. */
const SLICE = 8192;

/**
 * The text of bytes[start, end) as UTF-8; a malformed sequence gives U+FFFD, as browsers do.
 * Each string is its own: unlike a slice of a decoded chunk, it keeps no big buffer alive.
 */
export function textOfBytes(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const units: number[] = [];
  let text = '';
  for (let at = start; at < end;) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      units.push(lead);
      at++;
    } else {
      const length = lengthOf(bytes, at, end);
      pushPoint(units, length === 0 ? REPLACEMENT : pointAt(bytes, at, length));
      at += Math.max(1, length);
    }
    if (units.length >= SLICE) text += String.fromCharCode.apply(null, units.splice(0));
  }
  return text + String.fromCharCode.apply(null, units);
}

/** Bytes of the well-formed sequence at `at`, 0 when it is none. */
function lengthOf(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > end) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const point = pointAt(bytes, at, length);
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  return point < least || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? 0 : length;
}

function pointAt(bytes: Uint8Array, at: number, length: number): number {
  let point = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) point = (point << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return point;
}

function pushPoint(units: number[], point: number): void {
  if (point < 0x10000) units.push(point);
  else units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
}

/** The UTF-8 bytes of XML text that `escapeCellText` made (it leaves no lone surrogate). */
export function bytesOfText(text: string): Uint8Array {
  const bytes = encodeUtf8(text, []);
  return typeof bytes === 'number'
    ? refuse('Un texte contient un demi-caractère\u00a0: il ne peut pas être écrit.')
    : bytes;
}

/** The pieces end to end. */
export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
