import { FieldScanner } from './fieldScanner';
import { Int32List } from './int32List';

export type Separator = '\t' | ';' | ',' | '|';

export interface DelimitedOptions {
  readonly separator: Separator;
  /** Whether a field that begins with " is a quoted field (RFC 4180). */
  readonly quotes: boolean;
  /** Stop after so many records (default: MAX_RECORDS). */
  readonly maxRecords?: number;
}

/**
 * A delimited text and where each field of it stands. Cells are as written, without their quotes, never made numbers.
 * Terminators (CRLF, LF, CR, mixed) and whatever was dropped stay in `text`.
 */
export interface DelimitedDocument {
  readonly text: string;
  readonly separator: Separator;
  readonly quotes: boolean;
  readonly records: readonly (readonly string[])[];
  /** For each record, the offset where each kept field begins, then the end of the last one plus 1. See `spanOf`. */
  readonly bounds: Int32Array;
  /** Index in `bounds` of each record's first field, then the length of `bounds`. */
  readonly firstBound: Int32Array;
  /** The line of the file (1-based) where each record begins. */
  readonly lines: Int32Array;
  /** Fields beyond MAX_COLUMNS: in `text`, not in `records`. */
  readonly droppedFields: number;
  /** Cells longer than a spreadsheet can hold; they are kept. */
  readonly longCells: number;
  /** Whether reading stopped at `maxRecords` or MAX_CELLS before the end of the text. */
  readonly stopped: boolean;
  /** Fields in quotes that follow RFC 4180, and fields that begin with a quote but do not. */
  readonly quotedFields: number;
  readonly looseQuotes: number;
  /** Line of the field whose opening quote is never closed (read as a plain field); 0 when there is none. */
  readonly unclosedLine: number;
}

/** Columns kept per record. An annexe has about ten; Excel stops at 16,384. */
export const MAX_COLUMNS = 1024;
/** Rows of an Excel sheet. */
export const MAX_RECORDS = 1048576;
/** Cells kept in all, about 12 bytes each. */
export const MAX_CELLS = 20000000;
/** Characters of an Excel cell. */
export const MAX_CELL_LENGTH = 32767;

// Half of the records of a file can be blank lines: they share one array.
const BLANK_RECORD: readonly string[] = [''];

/** Splits a delimited text into records and fields; each terminator ends one record, and a last one may do without. */
export function parseDelimited(text: string, options: DelimitedOptions): DelimitedDocument {
  const scanner = new FieldScanner(text, options.separator, options.quotes);
  const bounds = new Int32List();
  const firstBound = new Int32List();
  const lines = new Int32List();
  const records: (readonly string[])[] = [];
  const tally = { droppedFields: 0, longCells: 0 };
  const maxRecords = options.maxRecords ?? MAX_RECORDS;
  while (!scanner.atEnd && records.length < maxRecords && bounds.length < MAX_CELLS) {
    firstBound.push(bounds.length);
    lines.push(scanner.line);
    records.push(readRecord(scanner, bounds, tally));
  }
  firstBound.push(bounds.length);
  return {
    text,
    separator: options.separator,
    quotes: options.quotes,
    records,
    bounds: bounds.finish(),
    firstBound: firstBound.finish(),
    lines: lines.finish(),
    ...tally,
    stopped: !scanner.atEnd,
    quotedFields: scanner.quotedFields,
    looseQuotes: scanner.looseQuotes,
    unclosedLine: scanner.unclosedLine,
  };
}

function readRecord(
  scanner: FieldScanner,
  bounds: Int32List,
  tally: { droppedFields: number; longCells: number },
): readonly string[] {
  const cells: string[] = [];
  let end = scanner.position;
  do {
    const start = scanner.position;
    scanner.readField(cells.length < MAX_COLUMNS);
    if (cells.length === MAX_COLUMNS) {
      tally.droppedFields++;
      continue;
    }
    bounds.push(start);
    cells.push(scanner.value);
    if (scanner.value.length > MAX_CELL_LENGTH) tally.longCells++;
    end = scanner.fieldEnd;
  } while (scanner.skipSeparator());
  bounds.push(end + 1);
  scanner.skipTerminator();
  return cells.length === 1 && cells[0] === '' ? BLANK_RECORD : cells;
}

/** Where field `field` of record `record` stands in the text, quotes included; null when the record has no such field. */
export function spanOf(
  document: DelimitedDocument,
  record: number,
  field: number,
): { readonly start: number; readonly end: number } | null {
  if (field < 0 || field >= (document.records[record]?.length ?? 0)) return null;
  const index = (document.firstBound[record] ?? 0) + field;
  return { start: document.bounds[index] ?? 0, end: (document.bounds[index + 1] ?? 0) - 1 };
}
