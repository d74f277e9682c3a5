import type { Grid } from '../sheet/grid';
import { formatNumber, NBSP, plural } from '../text/french';
import type { DelimitedDocument, Separator } from './delimited';
import { MAX_CELL_LENGTH, MAX_COLUMNS, MAX_RECORDS, parseDelimited } from './delimited';
import { detectSeparator } from './detectSeparator';
import type { Encoding } from './encoding';
import { decodeText } from './encoding';
import type { TextKind } from './fieldText';
import { restore } from './fieldText';
import type { Unusable } from './unusable';
import { isUnusable, unusable } from './unusable';

/** A text file read as a sheet: the grid, and all that is needed to write it back with only the edited fields changed. */
export interface TextDocument {
  readonly kind: TextKind;
  /** One row per record; the blank lines are rows too. Cells are text, never numbers. */
  readonly grid: Grid;
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly delimited: DelimitedDocument;
  /** What an agent should know of the reading, in French: columns left out, cells too long, a quote never closed. */
  readonly remarks: readonly string[];
}

/** Reads the bytes of a .txt (raw PDF text), .tsv or .csv file. The grid's sheet is called `sheetName`. */
export function readTextDocument(bytes: Uint8Array, kind: TextKind, sheetName: string): TextDocument | Unusable {
  const decoded = decodeText(bytes);
  if (isUnusable(decoded)) return decoded;
  if (!/\S/.test(decoded.text)) return EMPTY;
  const delimited = parseAs(kind, decoded.text);
  if (delimited.stopped) return tooLong(delimited);
  return {
    kind,
    grid: { origin: { sheet: sheetName, row: 0, column: 0 }, values: cellsOf(delimited, kind) },
    encoding: decoded.encoding,
    separator: delimited.separator,
    delimited,
    remarks: remarksOn(delimited),
  };
}

/** The line of the file (1-based) where grid row `row` begins: more than `row + 1` below a field of several lines. */
export function lineOfRow(document: TextDocument, row: number): number {
  return document.delimited.lines[row] ?? row + 1;
}

/**
 * Splits the text as its kind is written: csv with quotes; txt without; tsv without, unless every field that begins with
 * a quote is a properly quoted one (the raw text of a PDF begins cells with quotations).
 */
export function parseAs(kind: TextKind, text: string, separator?: Separator): DelimitedDocument {
  if (kind === 'csv') return parseDelimited(text, { separator: separator ?? detectSeparator(text), quotes: true });
  if (kind === 'tsv' && text.includes('"')) {
    const quoted = parseDelimited(text, { separator: '\t', quotes: true });
    if (quoted.looseQuotes === 0) return quoted;
  }
  return parseDelimited(text, { separator: '\t', quotes: false });
}

/** The cells as agents mean them: without the apostrophe that keeps a text from being a formula. */
export function cellsOf(delimited: DelimitedDocument, kind: TextKind): readonly (readonly string[])[] {
  if (kind === 'txt') return delimited.records;
  return delimited.records.map((cells) => (cells.some((cell) => cell.startsWith("'")) ? cells.map(restore) : cells));
}

const EMPTY = unusable(`Le fichier est vide${NBSP}: il n'y a pas d'annexe à lire. Vérifiez que c'est le bon fichier.`);

function tooLong(delimited: DelimitedDocument): Unusable {
  const rows = formatNumber(delimited.records.length);
  return unusable(
    `Le fichier est trop grand${NBSP}: la lecture s'arrête après ${rows}${NBSP}lignes ` +
      `(une feuille de calcul en tient ${formatNumber(MAX_RECORDS)}). Découpez-le, puis relancez.`,
  );
}

function remarksOn({ droppedFields, longCells, unclosedLine }: DelimitedDocument): readonly string[] {
  const remarks: string[] = [];
  if (droppedFields > 0) {
    const cells = plural(droppedFields, 'cellule ignorée', 'cellules ignorées');
    remarks.push(`${cells}${NBSP}: seules les ${formatNumber(MAX_COLUMNS)} premières colonnes sont lues.`);
  }
  if (longCells > 0) {
    const limit = `${formatNumber(MAX_CELL_LENGTH)}${NBSP}caractères`;
    remarks.push(`${plural(longCells, 'cellule')} de plus de ${limit}${NBSP}: Excel ne peut pas les contenir.`);
  }
  if (unclosedLine > 0) {
    const line = formatNumber(unclosedLine);
    remarks.push(`Ligne ${line}${NBSP}: un guillemet est ouvert et jamais fermé, il est lu comme un caractère.`);
  }
  return remarks;
}
