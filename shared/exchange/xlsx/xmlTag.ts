import { decodeXml } from './xmlText';

const SPACE = 32;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;

/** An opening or closing tag in a buffer: a view, valid during the call that receives it. */
export class Tag {
  /** Name without prefix. */
  name = '';
  /** Name as written. */
  qualified = '';
  bytes: Uint8Array = new Uint8Array(0);
  /** From "<" to past ">". */
  start = 0;
  end = 0;
  selfClosing = false;
  /** Set by `find`: where the name and the value (without quotes) of the attribute found stand. */
  nameStart = 0;
  nameEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  /** The name after its prefix. */
  private localStart = 0;

  /** Looks for an attribute by its name without prefix. */
  find(name: string): boolean {
    for (let at = this.firstAttribute(); at >= 0;) {
      at = this.step(at);
      if (at >= 0 && this.named(name)) return true;
    }
    return false;
  }

  /** The decoded value, or null when there is no such attribute. */
  attribute(name: string): string | null {
    if (!this.find(name)) return null;
    if (this.valueEnd - this.valueStart === 1) return letter(this.bytes[this.valueStart] ?? 0);
    return decodeXml(this.bytes, this.valueStart, this.valueEnd);
  }

  /** A value made of digits only, as a number; −1 when there is no such attribute or it is not that. */
  integer(name: string): number {
    return this.find(name) ? digits(this.bytes, this.valueStart, this.valueEnd) : -1;
  }

  /** "1" or "true", the two ways of xsd:boolean. */
  flag(name: string): boolean {
    const value = this.attribute(name);
    return value === '1' || value === 'true';
  }

  /** Every attribute as written (` name="value"`), those without prefix named in `dropped` left out. */
  attributesWithout(dropped: readonly string[]): readonly (readonly [number, number])[] {
    const kept: (readonly [number, number])[] = [];
    for (let at = this.firstAttribute(); at >= 0;) {
      at = this.step(at);
      if (at >= 0 && !dropped.some((name) => this.named(name))) kept.push([this.nameStart, this.valueEnd + 1]);
    }
    return kept;
  }

  private firstAttribute(): number {
    return this.start + 1 + this.qualified.length;
  }

  /** Reads the attribute at or after `at`; past it, or −1 when there is none (left). */
  private step(at: number): number {
    const { bytes, end } = this;
    const from = pastBlanks(bytes, at, end);
    if (bytes[from] === SLASH) return -1;
    this.localStart = from;
    let equals = from;
    for (; equals < end && bytes[equals] !== EQUALS; equals++)
      if (bytes[equals] === COLON) this.localStart = equals + 1;
    const open = pastBlanks(bytes, equals + 1, end);
    const quoteMark = bytes[open] ?? 0;
    if (open >= end || (quoteMark !== 34 && quoteMark !== 39)) return -1;
    // tagEnd has seen that every quotation is closed before the end.
    let close = open + 1;
    while (close < end && bytes[close] !== quoteMark) close++;
    this.nameStart = from;
    this.nameEnd = equals;
    this.valueStart = open + 1;
    this.valueEnd = close;
    return close + 1;
  }

  private named(name: string): boolean {
    const { bytes, localStart } = this;
    let end = this.nameEnd;
    while (end > localStart && (bytes[end - 1] ?? 0) <= SPACE) end--;
    if (end - localStart !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (bytes[localStart + i] !== name.charCodeAt(i)) return false;
    return true;
  }
}

function pastBlanks(bytes: Uint8Array, at: number, end: number): number {
  let past = at;
  while (past < end && (bytes[past] ?? 0) <= SPACE) past++;
  return past;
}

const LETTERS = Array.from({ length: 128 }, (_unused, code) => String.fromCharCode(code));

/** An ASCII letter by its code: cells ("c", "v", t="s") make up nearly all of a sheet, and need no new string. */
export function letter(code: number): string {
  return LETTERS[code] ?? '?';
}

/** The number that bytes[start, end) write with 1 to 15 digits and nothing else; −1 otherwise. */
export function digits(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > 15) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
