import type { Merge } from '../../sheet/grid';
import { findPart, onOpen, relationshipsOf, scanSmallPart } from './parts';
import { parseRange } from './range';
import type { Archive } from './zip';

/**
 * The header rows of the Excel tables of a sheet. Their cells must repeat the column names kept in the table's own part,
 * or Excel calls the workbook damaged: they are not for us to change.
 */
export function tableHeaders(archive: Archive, sheetPart: string): readonly Merge[] {
  const headers: Merge[] = [];
  const read = onOpen((tag) => {
    const range = tag.name === 'table' ? parseRange(tag.attribute('ref') ?? '') : null;
    if (range && tag.attribute('headerRowCount') !== '0') headers.push({ ...range, bottom: range.top });
  });
  for (const { type, target } of relationshipsOf(archive, sheetPart)) {
    const entry = type === 'table' ? findPart(archive, target) : null;
    if (entry) scanSmallPart(archive, entry, read);
  }
  return headers;
}
