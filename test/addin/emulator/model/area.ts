import { columnName, parseAddress } from '../../../../shared/sheet';
import { HostError } from '../hostError';

/** What a sheet of Excel holds. */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

/** A rectangle of a sheet, 0-based and inclusive. Areas that a sheet keeps move with its rows and columns. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
  /** Every row or column of it was deleted. */
  gone?: boolean;
}

/** All the cells of a sheet. */
export const WHOLE: Readonly<Area> = { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 };

export const areaOf = (top: number, left: number, rows = 1, columns = 1): Area => {
  const inside = top >= 0 && left >= 0 && rows > 0 && columns > 0 && top + rows <= ROWS && left + columns <= COLUMNS;
  if (!inside) throw new HostError('InvalidArgument', `no range at ${top},${left},${rows},${columns}`);
  return { top, left, bottom: top + rows - 1, right: left + columns - 1 };
};

export const rowsOf = (area: Area): number => area.bottom - area.top + 1;
export const columnsOf = (area: Area): number => area.right - area.left + 1;
export const isWholeColumns = (area: Area): boolean => area.top === 0 && area.bottom === ROWS - 1;
export const isWholeRows = (area: Area): boolean => area.left === 0 && area.right === COLUMNS - 1;

export function intersect(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top > area.bottom || area.left > area.right ? null : area;
}

export const contains = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

export const bounding = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

const column = (text: string): number => parseAddress(`${text.replace('$', '')}1`)?.column ?? -1;

/** "B2", "$B$2:C9", "A:H" or "3:5". */
export function parseArea(text: string): Area {
  const [from = '', to = from] = text.trim().split(':');
  const [first, last] = [parseAddress(from), parseAddress(to)];
  if (first && last) return bounding(areaOf(first.row, first.column), areaOf(last.row, last.column));
  if (/^\$?[A-Z]{1,3}$/i.test(from) && /^\$?[A-Z]{1,3}$/i.test(to) && text.includes(':'))
    return bounding(areaOf(0, column(from), ROWS), areaOf(0, column(to), ROWS));
  if (/^\$?\d+$/.test(from) && /^\$?\d+$/.test(to) && text.includes(':')) {
    const [top, bottom] = [from, to].map((row) => areaOf(Number(row.replace('$', '')) - 1, 0, 1, COLUMNS));
    if (top && bottom) return bounding(top, bottom);
  }
  throw new HostError('InvalidArgument', `${text} is no address`);
}

/** The address of an area in its sheet, as Excel writes it without dollars. */
export function printArea({ top, left, bottom, right }: Area): string {
  if (top === 0 && bottom === ROWS - 1) return `${columnName(left)}:${columnName(right)}`;
  if (left === 0 && right === COLUMNS - 1) return `${top + 1}:${bottom + 1}`;
  const first = `${columnName(left)}${top + 1}`;
  return top === bottom && left === right ? first : `${first}:${columnName(right)}${bottom + 1}`;
}

/** "'L''annexe'!A1" → the sheet's name and the rest; the name is null when there is none. */
export function splitAddress(text: string): { sheet: string | null; rest: string } {
  const quoted = /^=?'((?:[^']|'')+)'!(.*)$/.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replace(/''/g, "'"), rest: quoted[2] ?? '' };
  const plain = /^=?([^'!]+)!(.*)$/.exec(text);
  return plain ? { sheet: plain[1] ?? '', rest: plain[2] ?? '' } : { sheet: null, rest: text.replace(/^=/, '') };
}

/** A sheet's name as it stands before a "!". */
export const sheetPrefix = (name: string): string =>
  `${/^[\p{L}_][\p{L}\d_.]*$/u.test(name) ? name : `'${name.replace(/'/g, "''")}'`}!`;

/** What rows put in (`count` > 0) or taken away (`count` < 0) before `at` do to an area that the sheet keeps. */
export function shiftRows(area: Area, at: number, count: number): void {
  const moved = shiftSpan(area.top, area.bottom, at, count, ROWS);
  if (moved === null) area.gone = true;
  else [area.top, area.bottom] = moved;
}

export function shiftColumns(area: Area, at: number, count: number): void {
  const moved = shiftSpan(area.left, area.right, at, count, COLUMNS);
  if (moved === null) area.gone = true;
  else [area.left, area.right] = moved;
}

function shiftSpan(first: number, last: number, at: number, count: number, most: number): [number, number] | null {
  if (first === 0 && last === most - 1) return [first, last];
  if (count > 0) {
    if (first >= at) return [Math.min(first + count, most - 1), Math.min(last + count, most - 1)];
    return last >= at ? [first, Math.min(last + count, most - 1)] : [first, last];
  }
  const taken = -count;
  const end = at + taken;
  if (first >= at && last < end) return null;
  return [
    first < at ? first : first >= end ? first - taken : at,
    last < at ? last : last >= end ? last - taken : at - 1,
  ];
}
