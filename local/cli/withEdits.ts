import { applyToDocument } from '../../shared/exchange';
import { patchWorkbook, readSheet } from '../../shared/exchange/xlsx';
import type { Edit } from '../../shared/sheet';
import { quote } from '../../shared/text';
import type { Opened } from './open';
import { CommandError, refuse, usable } from './refuse';
import { printable } from './wrap';

/** The file with these cells changed and every other byte kept; ends the command when one of them cannot be. */
export function withEdits({ source, bytes, feuille }: Opened, edits: readonly Edit[]): Uint8Array {
  if (edits.length === 0) return bytes;
  if (source.kind === 'text') {
    const applied = applyToDocument(source.document, edits);
    if ('bytes' in applied) return applied.bytes;
    throw new CommandError(applied.message);
  }
  if (source.kind === 'none')
    return refuse('Ce fichier se convertit, mais ne se corrige pas ; convertissez-le d’abord.');
  if (source.content.protected) {
    refuse(
      `La feuille ${quote(printable(feuille))} est protégée : rien n’a été écrit. Ôtez la protection dans Excel (Révision), puis recommencez.`,
    );
  }
  const cells = edits.map(({ at, set }) => ({ sheet: feuille, row: at.row, column: at.column, set }));
  return usable(patchWorkbook(bytes, cells));
}

/** Rows of the workbook that hold formulas, on any sheet: their stored results may be stale once a cell has changed. */
export function formulaCount({ source }: Opened): number {
  if (source.kind !== 'xlsx') return 0;
  const { workbook } = source;
  let count = 0;
  for (const { name, kind } of workbook.sheets) {
    const sheet = kind === 'worksheet' ? readSheet(workbook, name) : null;
    if (sheet?.kind === 'sheet') count += sheet.grid.formulas?.size ?? 0;
  }
  return count;
}
