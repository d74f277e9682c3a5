import { columnName, type CellRef } from '../../../shared/sheet';

/** Excel takes addresses of 8,192 characters at most. */
const LONGEST = 8000;

export interface Areas {
  /** "A5:A9,B12"; "" without cells. */
  readonly address: string;
  /** Cells that the address holds; the others did not fit. */
  readonly cells: number;
}

/** The address of cells of one sheet, those that follow each other in a column as one range. */
export function areasOf(cells: readonly Pick<CellRef, 'row' | 'column'>[]): Areas {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const parts: string[] = [];
  let length = 0;
  let held = 0;
  for (let start = 0; start < sorted.length;) {
    const first = sorted[start];
    if (first === undefined) break;
    let end = start + 1;
    while (sorted[end]?.column === first.column && sorted[end]?.row === first.row + end - start) end++;
    const name = columnName(first.column);
    const part =
      end === start + 1 ? `${name}${first.row + 1}` : `${name}${first.row + 1}:${name}${first.row + end - start}`;
    if (length + part.length + 1 > LONGEST) break;
    parts.push(part);
    length += part.length + 1;
    held += end - start;
    start = end;
  }
  return { address: parts.join(','), cells: held };
}
