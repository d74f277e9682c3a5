import { formatNumber } from '../text/french';
import { TextWriter } from './textWriter';
import type { Unusable } from './unusable';
import { unusable } from './unusable';
import { decodeUtf8, encodeUtf8 } from './utf8';
import { byteOfUnit, unitOfByte } from './windows1252';

/** How a text was written, byte order mark included: enough to write the same bytes back. */
export type Encoding =
  'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le' | 'utf-16le-bom' | 'utf-16be' | 'utf-16be-bom';

export interface DecodedText {
  /** Without the byte order mark that `encoding` tells of. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** The first character that the encoding cannot write. */
export interface Unwritable {
  readonly ok: false;
  readonly character: string;
}

const MARKS: Readonly<Record<Encoding, readonly number[]>> = {
  'utf-8': [],
  'utf-8-bom': [0xef, 0xbb, 0xbf],
  'windows-1252': [],
  'utf-16le': [],
  'utf-16le-bom': [0xff, 0xfe],
  'utf-16be': [],
  'utf-16be-bom': [0xfe, 0xff],
};

/** Bytes. Above, one string could not hold the text on every host. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Text extracted from a PDF keeps a few stray control characters; a binary has far more than this share. */
const MAX_CONTROL_SHARE = 1 / 1000;

/**
 * The text of a file: byte order mark first, then strict UTF-8, else Windows-1252; UTF-16 without mark by its NULs.
 * `encodeText(text, encoding)` gives the same bytes back. Unusable when the bytes are no text, or a text cut short.
 */
export function decodeText(bytes: Uint8Array): DecodedText | Unusable {
  if (bytes.length > MAX_BYTES) {
    const size = formatNumber(bytes.length / 1024 / 1024, 0);
    return unusable(`Le fichier pèse ${size}\u00a0Mo, la limite est de 256\u00a0Mo\u00a0: découpez-le, puis relancez.`);
  }
  const decoded = decodeBytes(bytes);
  if ('kind' in decoded) return decoded;
  return holdsControls(decoded.text)
    ? unusable(
        "Ce fichier n'est pas du texte\u00a0: il contient des caractères de contrôle. " +
          "Donnez l'annexe au format .xlsx, .csv, .tsv ou .txt.",
      )
    : decoded;
}

function decodeBytes(bytes: Uint8Array): DecodedText | Unusable {
  const wide = utf16Encoding(bytes);
  if (wide) return decodeUtf16(bytes, wide);
  const marked = startsWith(bytes, MARKS['utf-8-bom']);
  const reading = decodeUtf8(bytes, marked ? 3 : 0);
  if (reading.ok) return { text: reading.text, encoding: marked ? 'utf-8-bom' : 'utf-8' };
  if (reading.cut && (marked || reading.wide > 0)) return CUT;
  if (marked) {
    return unusable(
      `Le fichier s'annonce en UTF-8, mais son octet n°\u00a0${formatNumber(reading.at + 1)} n'en est pas\u00a0: ` +
        'enregistrez-le de nouveau en «\u00a0CSV UTF-8\u00a0», puis relancez.',
    );
  }
  return { text: decodeUnits(bytes.length, 0, (at) => unitOfByte(bytes[at] ?? 0)), encoding: 'windows-1252' };
}

const CUT = unusable(
  "Le fichier s'arrête au milieu d'un caractère\u00a0: il est incomplet. Récupérez-le de nouveau, puis relancez.",
);

function decodeUtf16(bytes: Uint8Array, encoding: Encoding): DecodedText | Unusable {
  if (bytes.length % 2 === 1) return CUT;
  const low = encoding.startsWith('utf-16le') ? 0 : 1;
  const text = decodeUnits(bytes.length / 2, MARKS[encoding].length / 2, (at) => {
    return (bytes[2 * at + low] ?? 0) | ((bytes[2 * at + 1 - low] ?? 0) << 8);
  });
  return { text, encoding };
}

function decodeUnits(count: number, start: number, unitAt: (index: number) => number): string {
  const writer = new TextWriter();
  for (let index = start; index < count; index++) writer.push(unitAt(index));
  return writer.finish();
}

/** French text in UTF-16 has one NUL in nearly every pair of bytes, always on the same side. */
function utf16Encoding(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, MARKS['utf-16le-bom'])) return 'utf-16le-bom';
  if (startsWith(bytes, MARKS['utf-16be-bom'])) return 'utf-16be-bom';
  const pairs = Math.min(bytes.length >> 1, 2048);
  let first = 0;
  let second = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) first++;
    if (bytes[2 * pair + 1] === 0) second++;
  }
  if (second * 2 > pairs && first * 20 <= pairs) return 'utf-16le';
  return first * 2 > pairs && second * 20 <= pairs ? 'utf-16be' : null;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return bytes.length >= mark.length && mark.every((byte, index) => bytes[index] === byte);
}

/** A NUL, or more control characters than the odd one of a text pasted from Word. Tab, line feed, vertical tab, form feed and return are text. */
function holdsControls(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0) return true;
    if (isControl(unit)) controls++;
  }
  return controls > 1 + text.length * MAX_CONTROL_SHARE;
}

/** A C0 or C1 control that no keyboard types. */
export function isControl(unit: number): boolean {
  return (unit < 0x20 && (unit < 0x09 || unit > 0x0d)) || (unit >= 0x7f && unit <= 0x9f);
}

/** The bytes of a text, byte order mark included, or the character that the encoding cannot write. */
export function encodeText(text: string, encoding: Encoding): Uint8Array | Unwritable {
  if (encoding === 'windows-1252') return encodeWindows(text);
  if (encoding.startsWith('utf-16')) return encodeUtf16(text, encoding);
  const bytes = encodeUtf8(text, MARKS[encoding]);
  return typeof bytes === 'number' ? { ok: false, character: text.charAt(bytes) } : bytes;
}

function encodeWindows(text: string): Uint8Array | Unwritable {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const byte = byteOfUnit(text.charCodeAt(index));
    if (byte < 0) return { ok: false, character: String.fromCodePoint(text.codePointAt(index) ?? 0) };
    bytes[index] = byte;
  }
  return bytes;
}

function encodeUtf16(text: string, encoding: Encoding): Uint8Array {
  const mark = MARKS[encoding];
  const low = encoding.startsWith('utf-16le') ? 0 : 1;
  const bytes = new Uint8Array(mark.length + 2 * text.length);
  bytes.set(mark);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes[mark.length + 2 * index + low] = unit & 0xff;
    bytes[mark.length + 2 * index + 1 - low] = unit >> 8;
  }
  return bytes;
}
