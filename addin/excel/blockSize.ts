/**
 * Excel on the web refuses answers over 5 MB, and a read of more than five million cells may come back as null anywhere. Blocks are
 * sized by what the last one weighed, well under both.
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins
 */
const BYTES = 1_500_000;
/** Values and formulas are read together: each cell counts twice. */
const CELLS = 1_000_000;
const FIRST_CELLS = 16_000;
/** A block may be denser than the one before: sizes grow by steps. */
const GROWTH = 4;

/** How many rows the next block has. */
export interface BlockSize {
  rows(): number;
  /** The last block weighed so much. */
  weighed(rows: number, bytes: number): void;
  /** The last block was refused, or came back empty. */
  tooLarge(rows: number): void;
}

export function createBlockSize(width: number): BlockSize {
  const most = Math.max(1, Math.floor(CELLS / width));
  let rows = Math.max(1, Math.min(most, Math.floor(FIRST_CELLS / width)));
  return {
    rows: () => rows,
    weighed(count, bytes) {
      const fitting = Math.floor((BYTES * count) / Math.max(1, bytes));
      rows = Math.max(1, Math.min(most, fitting, count * GROWTH));
    },
    tooLarge(count) {
      rows = Math.max(1, Math.floor(count / 2));
    },
  };
}

/** The weight of cells as JSON in UTF-8, which is how they travel. */
export function bytesOf(cells: readonly (readonly unknown[])[]): number {
  let bytes = 0;
  for (const row of cells) {
    bytes += 3;
    for (const cell of row) bytes += 1 + (typeof cell === 'string' ? textBytes(cell) + 2 : String(cell).length);
  }
  return bytes;
}

function textBytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // A quote, a backslash or a control character is escaped; what is not ASCII takes two bytes or three.
    if (code < 32 || code === 34 || code === 92) bytes += 1;
    else if (code > 127) bytes += code > 2047 ? 2 : 1;
  }
  return bytes;
}
