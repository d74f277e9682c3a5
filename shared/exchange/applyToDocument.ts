import type { Edit } from '../sheet/edit';
import { printRow, relocate, sameValue } from '../sheet/edit';
import type { Scalar } from '../sheet/grid';
import { gridOf, textOf } from '../sheet/grid';
import { formatAddress } from '../sheet/address';
import { NBSP, quote } from '../text/french';
import { MAX_COLUMNS, spanOf } from './delimited';
import type { TextDocument } from './document';
import { cellsOf, parseAs } from './document';
import { encodeText } from './encoding';
import { flatten, neutralize, quoteField } from './fieldText';

/** Why the edits were not made: none of them was. */
export interface DocumentRefusal {
  readonly kind: 'refusal';
  readonly reason: 'changed' | 'gone' | 'unwritable';
  readonly edit: Edit | null;
  /** French, with the cure. */
  readonly message: string;
}

/** New text of the touched cells: row → column → text. */
type Changes = Map<number, Map<number, string>>;

/**
 * The file with the edits made: only the fields of the edited cells change, every other byte stays (encoding, byte order
 * mark, separators, line ends, what other fields hold). All the edits or none.
 */
export function applyToDocument(
  document: TextDocument,
  edits: readonly Edit[],
): { readonly bytes: Uint8Array } | DocumentRefusal {
  const changes: Changes = new Map();
  for (const edit of edits) {
    const refusal = collect(document, edit, changes);
    if (refusal) return refusal;
  }
  const splice = spliceText(document, changes);
  if (splice.quotes && !readsBack(document, splice.text, changes)) return QUOTES_MIXED;
  const bytes = encodeText(splice.text, document.encoding);
  return bytes instanceof Uint8Array ? { bytes } : unwritable(document, edits, bytes.character);
}

/** Notes the edit in `changes` if its cell still holds what it expects, edits before it counted in. */
function collect(document: TextDocument, edit: Edit, changes: Changes): DocumentRefusal | null {
  const row = findRow(document, edit, changes);
  const column = edit.at.column - document.grid.origin.column;
  if (row < 0 || row >= document.grid.values.length || column < 0 || column >= MAX_COLUMNS) {
    return refusal('gone', edit, "sa ligne n'est plus dans le fichier. Relancez le contrôle.");
  }
  const found = currentRow(document, row, changes)[column] ?? '';
  if (!sameValue(found, edit.expect)) {
    const held = `elle contient ${quote(textOf(found))} au lieu de ${quote(textOf(edit.expect))}`;
    return refusal('changed', edit, `${held}. Relancez le contrôle.`);
  }
  const columns = changes.get(row) ?? new Map<number, string>();
  changes.set(row, columns.set(column, textOf(edit.set)));
  return null;
}

function findRow(document: TextDocument, edit: Edit, changes: Changes): number {
  const home = edit.at.row - document.grid.origin.row;
  // A plan may change one row twice: its second edit was then made for the row as the first one leaves it.
  const changed = printRow(gridOf([currentRow(document, home, changes)]), 0);
  const same = changed.length === edit.row.length && changed.every((cell, index) => cell === edit.row[index]);
  return same ? home : relocate(document.grid, edit);
}

function currentRow(document: TextDocument, row: number, changes: Changes): readonly Scalar[] {
  const cells = document.grid.values[row] ?? [];
  const columns = changes.get(row);
  if (!columns) return cells;
  const current = cells.slice();
  for (const [column, text] of columns) {
    while (current.length <= column) current.push('');
    current[column] = text;
  }
  return current;
}

/** The whole text with the changed fields replaced; `quotes`: whether a quote was written or taken away. */
function spliceText(document: TextDocument, changes: Changes): { text: string; quotes: boolean } {
  const { text } = document.delimited;
  let spliced = '';
  let from = 0;
  let quotes = false;
  for (const row of [...changes.keys()].sort((a, b) => a - b)) {
    for (const { start, end, written } of replacements(document, row, changes.get(row) ?? new Map())) {
      quotes = quotes || written.includes('"') || text.slice(start, end).includes('"');
      spliced += text.slice(from, start) + written;
      from = end;
    }
  }
  return { text: spliced + text.slice(from), quotes };
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/** In the order of the file; cells beyond the record's last field are added at its end with the separators they need. */
function replacements(document: TextDocument, row: number, columns: ReadonlyMap<number, string>): Replacement[] {
  const { delimited } = document;
  const width = delimited.records[row]?.length ?? 0;
  const made: Replacement[] = [];
  let added = '';
  let reached = width - 1;
  for (const column of [...columns.keys()].sort((a, b) => a - b)) {
    const span = spanOf(delimited, row, column);
    const wasQuoted = span !== null && delimited.quotes && delimited.text.charAt(span.start) === '"';
    const written = writeField(document, columns.get(column) ?? '', wasQuoted);
    if (span) made.push({ ...span, written });
    else if (written !== '') {
      added += delimited.separator.repeat(column - reached) + written;
      reached = column;
    }
  }
  const end = spanOf(delimited, row, width - 1)?.end ?? 0;
  if (added !== '') made.push({ start: end, end, written: added });
  return made;
}

function writeField(document: TextDocument, text: string, wasQuoted: boolean): string {
  const { kind, separator, delimited } = document;
  // A tsv in which no field begins with a quote may take its first quoted field.
  const quotable = kind === 'csv' || (kind === 'tsv' && (delimited.quotes || delimited.looseQuotes === 0));
  if (quotable) return quoteField(neutralize(text), separator, wasQuoted);
  return kind === 'txt' ? flatten(text) : neutralize(flatten(text));
}

/** Whether the new text gives the new cells and no other: a stray quote elsewhere could pair with one just written. */
function readsBack(document: TextDocument, text: string, changes: Changes): boolean {
  const reread = parseAs(document.kind, text, document.separator);
  const cells = cellsOf(reread, document.kind);
  if (cells.length !== document.grid.values.length) return false;
  return cells.every((row, index) => {
    const wanted = currentRow(document, index, changes);
    const width = Math.max(row.length, wanted.length);
    for (let column = 0; column < width; column++) {
      const value = textOf(wanted[column] ?? '');
      if ((row[column] ?? '') !== (reread.quotes ? value : flatten(value))) return false;
    }
    return true;
  });
}

function refusal(reason: DocumentRefusal['reason'], edit: Edit, why: string): DocumentRefusal {
  const cell = formatAddress(edit.at.row, edit.at.column);
  return { kind: 'refusal', reason, edit, message: `La cellule ${cell} n'a pas été corrigée${NBSP}: ${why}` };
}

const QUOTES_MIXED: DocumentRefusal = {
  kind: 'refusal',
  reason: 'unwritable',
  edit: null,
  message:
    `Les guillemets du fichier sont dépareillés${NBSP}: la correction changerait d'autres cellules. ` +
    'Enregistrez-le au format .xlsx, puis relancez.',
};

function unwritable(document: TextDocument, edits: readonly Edit[], character: string): DocumentRefusal {
  const edit = edits.find(({ set }) => textOf(set).includes(character));
  const why =
    `le caractère ${quote(character)} n'existe pas dans l'encodage du fichier (${document.encoding}). ` +
    `Enregistrez-le en «${NBSP}CSV UTF-8${NBSP}», puis relancez.`;
  return edit ? refusal('unwritable', edit, why) : { ...QUOTES_MIXED, message: why };
}
