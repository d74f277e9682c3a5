import { formatAddress } from '../../sheet/address';
import type { Merge } from '../../sheet/grid';
import { formulaAt } from '../../sheet/grid';
import { NBSP, plural, quote } from '../../text/french';
import type { Unusable } from '../unusable';
import { MAX_COLUMNS } from './cells';
import type { Packed } from './deflate';
import { Packer } from './deflate';
import { inflateEntry } from './inflate';
import { contains } from './range';
import { attempt, refuse } from './refusal';
import type { SheetContent } from './sheet';
import { loadSheet } from './sheet';
import type { CellChange } from './sheetPatch';
import { SheetPatch } from './sheetPatch';
import { tableHeaders } from './tables';
import type { Workbook } from './workbook';
import { findSheet, openWorkbook } from './workbook';
import type { WorkbookTexts } from './workbookTexts';
import { placeTexts } from './workbookTexts';
import { asUtf8 } from './xmlEncoding';
import { XmlScanner } from './xmlScan';
import type { Archive, Entry } from './zip';
import { rewriteArchive } from './zipRewrite';

/** A value or a formula to write in a cell of a workbook; row and column 0-based, null empties the cell and keeps its style. */
export interface CellEdit extends CellChange {
  readonly sheet: string;
}

/**
 * The workbook with these cells written and every other byte kept: other parts are copied compressed, and in the sheets'
 * XML only the <c> elements named change. All or nothing: a formula, a merged cell, a protected sheet or a table's header
 * among the targets makes the whole Unusable, with the cells named. Of two edits of one cell the last counts.
 * Formulas that depend on the cells keep their stored results until Excel next computes them.
 * With `texts`, the workbook holds these texts of ours and no others: a part of their own, and the link to it.
 */
export function patchWorkbook(
  bytes: Uint8Array,
  edits: readonly CellEdit[],
  texts?: WorkbookTexts,
): Uint8Array | Unusable {
  return attempt(() => {
    const workbook = openWorkbook(bytes);
    const perSheet = groupBySheet(workbook, edits);
    const refusals = [...perSheet.values()].flatMap((changes) => refusalsOf(workbook, changes));
    if (refusals.length > 0) refuse(sentence(refusals));
    const placed = texts ? placeTexts(workbook, texts) : { changed: new Map<Entry, Packed>(), added: [] };
    const changed = new Map(placed.changed);
    for (const [entry, changes] of perSheet) changed.set(entry, patchPart(workbook.archive, entry, changes.cells));
    return rewriteArchive(workbook.archive, changed, placed.added);
  });
}

interface SheetChanges {
  readonly sheet: string;
  readonly cells: readonly CellChange[];
}

function groupBySheet(workbook: Workbook, edits: readonly CellEdit[]): ReadonlyMap<Entry, SheetChanges> {
  const groups = new Map<Entry, { sheet: string; cells: Map<string, CellChange> }>();
  for (const { sheet, ...change } of edits) {
    const found = findSheet(workbook, sheet);
    const group = groups.get(found.entry) ?? { sheet: found.sheet.name, cells: new Map<string, CellChange>() };
    group.cells.set(formatAddress(change.row, change.column), change);
    groups.set(found.entry, group);
  }
  const order = (a: CellChange, b: CellChange): number => a.row - b.row || a.column - b.column;
  return new Map(
    [...groups].map(([entry, { sheet, cells }]) => [entry, { sheet, cells: [...cells.values()].sort(order) }]),
  );
}

/** Why these cells cannot be written, one clause a cell. */
function refusalsOf(workbook: Workbook, { sheet, cells }: SheetChanges): readonly string[] {
  const content = loadSheet(workbook, sheet);
  if (content.protected) return [`la feuille ${quote(content.name)} est protégée`];
  const headers = tableHeaders(workbook.archive, findSheet(workbook, sheet).sheet.part);
  return cells.flatMap((cell) => {
    const reason = refusalOf(content, headers, cell);
    return reason === null ? [] : [`${formatAddress(cell.row, cell.column)} ${reason}`];
  });
}

function refusalOf(content: SheetContent, headers: readonly Merge[], { row, column }: CellChange): string | null {
  const covers = (range: Merge): boolean => contains(range, row, column);
  if (row < 0 || row >= 1_048_576 || column < 0 || column >= MAX_COLUMNS)
    return 'est hors de la partie lue de la feuille';
  if (formulaAt(content.grid, row, column) !== '' || content.arrays.some(covers)) return 'contient une formule';
  const merge = content.grid.merges?.find(covers);
  if (merge && (merge.top !== row || merge.left !== column)) return 'est cachée dans une fusion de cellules';
  return headers.some(covers) ? "est l'en-tête d'un tableau Excel" : null;
}

function sentence(refusals: readonly string[]): string {
  const shown = refusals.slice(0, 10).join(', ');
  const more = refusals.length > 10 ? ` et ${plural(refusals.length - 10, 'autre')}` : '';
  return `Rien n'a été écrit${NBSP}: ${shown}${more}. Corrigez ces cellules dans Excel ou ôtez la protection, puis recommencez.`;
}

function patchPart(archive: Archive, entry: Entry, changes: readonly CellChange[]): Packed {
  const packer = new Packer();
  const patch = new SheetPatch(entry.name, changes, (bytes) => packer.write(bytes));
  const scanner = new XmlScanner(entry.name, patch);
  const onWide = (): never =>
    refuse(
      `La feuille à corriger est écrite en UTF-16, ce qu'Excel ne fait pas${NBSP}: ouvrez le classeur dans Excel, enregistrez-le, puis recommencez.`,
    );
  inflateEntry(
    archive,
    entry,
    asUtf8((bytes) => scanner.push(bytes), onWide),
  );
  scanner.end();
  patch.finish();
  return packer.finish();
}
