import { TextWriter } from './textWriter';

/** What strict reading of UTF-8 gives: the text, or where it stops being UTF-8. */
export type Utf8Reading =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      /** Offset of the first byte that is not UTF-8. */
      readonly at: number;
      /** Whether only the end is missing: the bytes stop in the middle of a character. */
      readonly cut: boolean;
      /** Characters of several bytes read before: above 0, the text was meant as UTF-8. */
      readonly wide: number;
    };

// Smallest code point that may be written on 2, 3, 4 bytes: a longer form than needed is not UTF-8.
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

/** Strict: no overlong form, no surrogate, nothing above U+10FFFF, no cut character. Reads from byte `start`. */
export function decodeUtf8(bytes: Uint8Array, start: number): Utf8Reading {
  const writer = new TextWriter();
  let wide = 0;
  for (let at = start; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      writer.push(lead);
      at++;
      continue;
    }
    const length = sequenceLength(lead);
    const point = length === 0 ? -1 : readPoint(bytes, at, length);
    if (point < 0) return { ok: false, at, cut: length > 0 && stopsInside(bytes, at, length), wide };
    writer.pushPoint(point);
    at += length;
    wide++;
  }
  return { ok: true, text: writer.finish() };
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

function readPoint(bytes: Uint8Array, at: number, length: number): number {
  let point = (bytes[at] ?? 0) & (0x7f >> length);
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index] ?? 0;
    if ((byte & 0xc0) !== 0x80) return -1;
    point = (point << 6) | (byte & 0x3f);
  }
  const forbidden = point < (SMALLEST[length] ?? 0) || (point >= 0xd800 && point < 0xe000) || point > 0x10ffff;
  return forbidden ? -1 : point;
}

/** Whether every byte from `at` to the end belongs to a sequence that wanted to be longer. */
function stopsInside(bytes: Uint8Array, at: number, length: number): boolean {
  if (at + length <= bytes.length) return false;
  for (let index = at + 1; index < bytes.length; index++) if (((bytes[index] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}

/** The UTF-8 bytes after `prefix`, or the offset of a lone surrogate, which UTF-8 cannot write. */
export function encodeUtf8(text: string, prefix: readonly number[]): Uint8Array | number {
  const lone = loneSurrogate(text);
  if (lone >= 0) return lone;
  const bytes = new Uint8Array(prefix.length + utf8Length(text));
  bytes.set(prefix);
  let at = prefix.length;
  for (let index = 0; index < text.length; index++) {
    const point = text.codePointAt(index) ?? 0;
    if (point > 0xffff) index++;
    at = writePoint(bytes, at, point);
  }
  return bytes;
}

function writePoint(bytes: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    bytes[at] = point;
    return at + 1;
  }
  const length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  bytes[at] = ((0xf00 >> length) & 0xff) | (point >> (6 * (length - 1)));
  for (let index = 1; index < length; index++) {
    bytes[at + index] = 0x80 | ((point >> (6 * (length - 1 - index))) & 0x3f);
  }
  return at + length;
}

/** Surrogates come in pairs here, each half counts for 2 bytes. */
function utf8Length(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    length += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return length;
}

function loneSurrogate(text: string): number {
  for (let index = 0; index < text.length; index++) {
    const point = text.codePointAt(index) ?? 0;
    if (point > 0xffff) index++;
    else if (point >= 0xd800 && point < 0xe000) return index;
  }
  return -1;
}
