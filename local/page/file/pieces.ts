import type { IWorkbookData, IWorksheetData } from '@univerjs/core';

/** Rows of one piece: copied to the browser's storage in some milliseconds, so that the page never stops answering. */
export const ROWS_PER_PIECE = 400;

type Rows = Pick<IWorksheetData, 'cellData' | 'rowData'>;

/** Some rows of a sheet, each under its number. */
export type Piece = Rows;

/** A sheet in pieces: what differs from the file it came from. */
export interface SheetInPieces {
  readonly id: string;
  /** All of the sheet but its rows. */
  readonly config: Partial<IWorksheetData>;
  /** Its rows may have moved: the pieces are all there is, and nothing of the file's rows counts. */
  readonly entiere: boolean;
  /** By their place: the first holds rows 0 to 399. Each names where it is kept. */
  readonly pieces: ReadonlyMap<number, string>;
}

/** All of a workbook but its sheets, and the sheets in their order. */
export interface WorkInPieces {
  readonly classeur: Omit<IWorkbookData, 'sheets'>;
  readonly feuilles: readonly SheetInPieces[];
}

export const piecesIn = (rows: number): number => Math.ceil(rows / ROWS_PER_PIECE);

/** The rows of one piece, as they stand: still the sheet's own objects. */
export function cutPiece({ cellData, rowData }: Rows, place: number): Piece {
  const piece: Piece = { cellData: {}, rowData: {} };
  for (let row = place * ROWS_PER_PIECE; row < (place + 1) * ROWS_PER_PIECE; row++) {
    const cells = cellData[row];
    const look = rowData[row];
    if (cells !== undefined) piece.cellData[row] = cells;
    if (look !== undefined) piece.rowData[row] = look;
  }
  return piece;
}

/** The workbook again: the one that its file gives, with the kept pieces over it. */
export function joinPieces(
  base: IWorkbookData,
  { classeur, feuilles }: WorkInPieces,
  pieces: ReadonlyMap<string, Piece>,
): IWorkbookData {
  const sheets = feuilles.map(({ id, config, entiere, pieces: places }) => {
    const from = base.sheets[id];
    const cellData = entiere ? {} : { ...from?.cellData };
    const rowData = entiere ? {} : { ...from?.rowData };
    for (const [place, key] of places) {
      const piece = pieces.get(key);
      if (piece === undefined) continue;
      for (let row = place * ROWS_PER_PIECE; row < (place + 1) * ROWS_PER_PIECE; row++) {
        put(cellData, row, piece.cellData[row]);
        put(rowData, row, piece.rowData[row]);
      }
    }
    return [id, { ...config, cellData, rowData }] as const;
  });
  return { ...classeur, id: base.id, sheets: Object.fromEntries(sheets) };
}

function put<T>(rows: Record<number, T>, row: number, value: T | undefined): void {
  if (value === undefined) delete rows[row];
  else rows[row] = value;
}
