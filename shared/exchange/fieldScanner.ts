const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** Walks a delimited text field by field. The last field read is described by `value` and `fieldEnd`. */
export class FieldScanner {
  position = 0;
  /** Line of the file (1-based) at `position`. */
  line = 1;
  value = '';
  fieldEnd = 0;
  quotedFields = 0;
  looseQuotes = 0;
  unclosedLine = 0;
  private readonly separator: number;

  constructor(
    private readonly text: string,
    separator: string,
    private readonly quotes: boolean,
  ) {
    this.separator = separator.charCodeAt(0);
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** Reads the field at `position` and stops before its separator or terminator. `keep`: whether `value` is wanted. */
  readField(keep: boolean): void {
    const start = this.position;
    const quoted = this.text.charCodeAt(start) === QUOTE;
    const close = quoted && this.quotes ? this.closingQuote(start) : -1;
    const plain = close < 0 ? start : close + 1;
    this.position = this.fieldEnd = this.plainEnd(plain);
    if (quoted) this.countQuotes(start, close);
    if (!keep) this.value = '';
    else if (close < 0) this.value = this.text.slice(start, this.fieldEnd);
    // Text after the closing quote belongs to nobody's standard: it is kept, as Excel does.
    else this.value = this.text.slice(start + 1, close).replace(/""/g, '"') + this.text.slice(plain, this.fieldEnd);
  }

  /** Whether another field of the same record follows. */
  skipSeparator(): boolean {
    if (this.atEnd || this.text.charCodeAt(this.position) !== this.separator) return false;
    this.position++;
    return true;
  }

  /** Passes one CRLF, LF or CR. */
  skipTerminator(): void {
    if (this.atEnd) return;
    const pair =
      this.text.charCodeAt(this.position) === RETURN && this.text.charCodeAt(this.position + 1) === LINE_FEED;
    this.position += pair ? 2 : 1;
    this.line++;
  }

  private plainEnd(from: number): number {
    let at = from;
    for (; at < this.text.length; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit === this.separator || unit === LINE_FEED || unit === RETURN) break;
    }
    return at;
  }

  /** Offset of the quote that closes the field, or −1: then every run of quotes up to the end is even, and none is sought again. */
  private closingQuote(start: number): number {
    let at = this.text.indexOf('"', start + 1);
    while (at >= 0 && this.text.charCodeAt(at + 1) === QUOTE) at = this.text.indexOf('"', at + 2);
    return at;
  }

  private countQuotes(start: number, close: number): void {
    if (this.quotes && close < 0 && this.unclosedLine === 0) this.unclosedLine = this.line;
    if (close >= 0 && this.fieldEnd === close + 1) this.quotedFields++;
    else this.looseQuotes++;
    if (close >= 0) this.countLines(start, close);
  }

  /** Lines that begin inside the quotes. */
  private countLines(start: number, end: number): void {
    for (let at = start; at < end; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit === LINE_FEED || (unit === RETURN && this.text.charCodeAt(at + 1) !== LINE_FEED)) this.line++;
    }
  }
}
