import type { IRowData, Worksheet } from '@univerjs/core';
import type { SheetNow } from '../file/save';
import type { Spreadsheet } from './spreadsheet';

/** Every sheet as it stands, for a file. What is being typed goes into its cell first. */
export async function sheetsNow({ api, workbook, mirror }: Spreadsheet): Promise<SheetNow[]> {
  const book = api.getActiveWorkbook();
  if (book?.isCellEditing()) await book.endEditingAsync(true);
  const sheets: SheetNow[] = [];
  for (const sheet of workbook().getSheets()) {
    sheets.push({ grid: await mirror.gridCalmly(sheet), deplacee: isMoved(sheet) });
  }
  return sheets;
}

/** Rows and columns carry the place they came from: one that stands elsewhere, or one without a past among them, was moved. */
function isMoved(sheet: Worksheet): boolean {
  const { rowData, columnData } = sheet.getConfig();
  return outOfPlace(rowData) || outOfPlace(columnData);
}

function outOfPlace(places: Readonly<Record<number, Partial<IRowData>>>): boolean {
  let next = 0;
  for (const key in places) {
    const from = places[key]?.custom?.de;
    if (from === undefined) continue;
    if (from !== Number(key) || from !== next) return true;
    next++;
  }
  return false;
}
