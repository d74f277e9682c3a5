import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import type { Scalar } from '../../../shared/sheet';
import { SHARED } from '../file/opened';

/** What a cell of the spreadsheet holds, as plain data. */
export function scalarOf(cell: Nullable<ICellData>): Scalar {
  if (!cell) return null;
  const { p, v, t } = cell;
  const rich = p?.body?.dataStream;
  if (rich !== undefined) return plainText(rich);
  if (v === null || v === undefined || v === '') return null;
  if (t === CellValueType.NUMBER) return typeof v === 'number' ? v : Number(v);
  if (t === CellValueType.BOOLEAN) return v === true || v === 1 || /^(1|true)$/i.test(String(v));
  return v;
}

/** The cell of a plain value. Without its type, a number would be ignored by formats and a text could become a number. */
export function cellOf(value: Scalar): ICellData {
  if (value === null || value === '') return {};
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

/** The same, as a change: what the cell held goes, its look stays. */
export function replacing(value: Scalar): ICellData {
  return { v: null, t: null, p: null, f: null, si: null, ...cellOf(value) };
}

/** A cell holds a formula of its own, shares one, or came with one that the file shares between cells. */
export const formulaOf = ({ f, si, custom }: ICellData): string => f || (si || custom?.partagee === true ? SHARED : '');

/** A document's stream ends with a paragraph mark and a section mark. */
const plainText = (stream: string): string => stream.replace(/\r?\n?$/, '').replace(/\r\n?/g, '\n');
