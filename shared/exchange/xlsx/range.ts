import { parseAddress } from '../../sheet/address';
import type { Merge } from '../../sheet/grid';

/** "A1:C3" or "B2" → a 0-based rectangle, whichever corners are named; null when it is no range. */
export function parseRange(text: string): Merge | null {
  const [first = '', second = first] = text.split(':');
  const a = parseAddress(first);
  const b = parseAddress(second);
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export function contains(range: Merge, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
