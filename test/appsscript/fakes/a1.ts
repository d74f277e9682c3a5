import type { Area } from './document';

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

const numberOf = (text: string): number =>
  [...text.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;

export const a1Of = ({ top, left, bottom, right }: Area): string => {
  const first = `${letters(left)}${top + 1}`;
  return top === bottom && left === right ? first : `${first}:${letters(right)}${bottom + 1}`;
};

export interface Named extends Area {
  /** null when the text names no sheet. */
  readonly sheet: string | null;
}

/** "B2", "A1:H60", "A:H", "2:5", each with or without its sheet; null for anything else. Open ends reach the sheet's edge. */
export function areaOf(text: string, maxRows: number, maxColumns: number): Named | null {
  const found = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/.exec(
    text,
  );
  if (found === null) return null;
  const [, quoted, bare, fromColumn = '', fromRow = '', toColumn, toRow] = found;
  if (fromColumn + fromRow === '' || (toColumn === undefined && (fromColumn === '' || fromRow === ''))) return null;
  const end = { column: toColumn ?? fromColumn, row: toRow ?? fromRow };
  return {
    sheet: quoted?.replace(/''/g, "'") ?? bare ?? null,
    left: fromColumn === '' ? 0 : numberOf(fromColumn),
    top: fromRow === '' ? 0 : Number(fromRow) - 1,
    right: end.column === '' ? maxColumns - 1 : numberOf(end.column),
    bottom: end.row === '' ? maxRows - 1 : Number(end.row) - 1,
  };
}
