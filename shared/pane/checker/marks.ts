import type { Annexe } from '../../annexe';
import { GRAVITES } from '../../lint';
import type { MarkedCell } from '../../sheet';
import type { Entry } from './entries';

/** The cells with open findings, each once with its gravest, in the order of the sheet. Findings on a whole column or sheet mark nothing. */
export function marksOf({ grid, columns }: Annexe, entries: readonly Entry[]): MarkedCell[] {
  const { sheet, row: top, column: left } = grid.origin;
  const marks = new Map<string, MarkedCell>();
  for (const { row, column, gravite, acceptance } of entries) {
    const place = column === null ? undefined : columns[column];
    if (row < 0 || place === undefined || place < 0 || acceptance !== null) continue;
    const key = `${row}:${place}`;
    const before = marks.get(key);
    if (before !== undefined && GRAVITES.indexOf(before.gravite) <= GRAVITES.indexOf(gravite)) continue;
    marks.set(key, { at: { sheet, row: top + row, column: left + place }, gravite });
  }
  return [...marks.values()].sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
}
