import { formatAddress, parseAddress, type CellRef, type HiddenBy } from '../../shared/sheet';
import { PART_ROWS, type Poll, type SheetPart } from '../rpc';
import { book, sheetNamed, sparse } from './book';
import { hashOf, plainRows } from './cells';

/** One part of a sheet. An annexe that fits in one part is read in one go. */
export function read({ sheet: name, part }: { sheet: string | null; part: number }): SheetPart {
  const sheet = sheetNamed(name);
  const whole = sheet.getDataRange();
  const rows = whole.getNumRows();
  const from = part * PART_ROWS;
  const range =
    rows <= PART_ROWS
      ? whole
      : sheet.getRange(from + 1, 1, Math.max(1, Math.min(PART_ROWS, rows - from)), whole.getNumColumns());
  const values = range.getValues();
  const merges = part > 0 ? [] : whole.getMergedRanges();
  return {
    sheet: sheet.getName(),
    rows,
    hash: hashOf(values),
    values: plainRows(values),
    formulas: [...sparse(range.getFormulas())],
    merges: merges.map((merged) => ({
      top: merged.getRow() - 1,
      left: merged.getColumn() - 1,
      bottom: merged.getLastRow() - 1,
      right: merged.getLastColumn() - 1,
    })),
  };
}

/** The cells of the sheet that is watched, and where the agent is: usually the same sheet, which is then not asked for again. */
export function poll({ sheet: name }: { sheet: string }): Poll {
  const cell = book().getCurrentCell();
  const active = cell?.getSheet() ?? null;
  const activeName = active?.getName() ?? '';
  const sheet = activeName === name ? active : book().getSheetByName(name);
  const at = cell === null ? null : parseAddress(cell.getA1Notation());
  return {
    hashes: sheet === null ? [] : hashesOf(sheet.getDataRange().getValues()),
    selection: at === null ? null : { sheet: activeName, ...at },
  };
}

function hashesOf(values: readonly (readonly unknown[])[]): string[] {
  const hashes: string[] = [];
  for (let from = 0; from < values.length; from += PART_ROWS) hashes.push(hashOf(values.slice(from, from + PART_ROWS)));
  return hashes;
}

export function reveal({ at: { sheet: name, row, column } }: { at: CellRef }): HiddenBy | null {
  const sheet = sheetNamed(name);
  sheet.getRange(formatAddress(row, column)).activate();
  if (sheet.isRowHiddenByFilter(row + 1)) return 'filtre';
  if (sheet.isRowHiddenByUser(row + 1)) return 'ligne';
  return sheet.isColumnHiddenByUser(column + 1) ? 'colonne' : null;
}

/** The sheets that an agent sees. */
export function sheets(): string[] {
  return book()
    .getSheets()
    .filter((sheet) => !sheet.isSheetHidden())
    .map((sheet) => sheet.getName());
}
