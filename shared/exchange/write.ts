import type { Grid, Scalar } from '../sheet/grid';
import { textOf } from '../sheet/grid';
import type { Separator } from './delimited';
import type { Encoding, Unwritable } from './encoding';
import { encodeText } from './encoding';
import type { TextKind } from './fieldText';
import { flatten, neutralize, quoteField } from './fieldText';

export interface WriteOptions {
  /** Of a csv; the others are tab separated. Default ";", as French Excel expects. */
  readonly separator?: Separator;
  /** Default: UTF-8, with a byte order mark for a csv, without which Excel reads Windows-1252. */
  readonly encoding?: Encoding;
}

/**
 * A grid as the bytes of a text file. Rows of a csv and a tsv all get the same number of fields; a txt keeps its blank
 * lines blank, and its cells lose their tabs and line breaks. Formula-like texts are neutralized (see fieldText).
 */
export function writeText(grid: Grid, kind: TextKind, options: WriteOptions = {}): Uint8Array | Unwritable {
  return encodeText(printGrid(grid, kind, options.separator ?? ';'), options.encoding ?? DEFAULT_ENCODING[kind]);
}

const DEFAULT_ENCODING: Readonly<Record<TextKind, Encoding>> = { csv: 'utf-8-bom', tsv: 'utf-8', txt: 'utf-8' };

/** The same, before encoding. Line ends: CRLF for a csv (RFC 4180), LF for the others. */
export function printGrid(grid: Grid, kind: TextKind, csvSeparator: Separator = ';'): string {
  const separator = kind === 'csv' ? csvSeparator : '\t';
  const end = kind === 'csv' ? '\r\n' : '\n';
  const width = grid.values.reduce((most, row) => Math.max(most, row.length), 1);
  let text = '';
  for (const row of grid.values) {
    const fields = row.map((value) => printField(value, kind));
    const blank = kind === 'txt' && fields.every((field) => field === '');
    while (!blank && fields.length < width) fields.push('');
    text += (blank ? '' : fields.join(separator)) + end;
  }
  return text;
}

function printField(value: Scalar, kind: TextKind): string {
  const text = textOf(value);
  if (kind === 'txt') return flatten(text);
  // Every separator in quotes, not only ours: whoever guesses the separator then guesses right.
  return quoteField(neutralize(text), kind === 'csv' ? ';,|\t' : '\t', false);
}
