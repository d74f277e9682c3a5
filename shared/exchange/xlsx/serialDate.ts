/** What a number format shows of a number: a date (with or without its time), a time alone, or no date at all. */
export type DateKind = 'date' | 'time' | 'none';

/** The formats with a number but no code in the file (ECMA-376 part 1, 18.8.30), East Asian ones included. */
export function builtinDateKind(format: number): DateKind {
  if ((format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 31)) return 'date';
  if (format === 36 || (format >= 50 && format <= 54) || format === 57 || format === 58) return 'date';
  const time = (format >= 18 && format <= 21) || (format >= 32 && format <= 35) || (format >= 45 && format <= 47);
  return time || format === 55 || format === 56 ? 'time' : 'none';
}

/** The same for a code: files keep codes in English ("dd/mm/yyyy") whatever the language of Excel. */
export function dateKindOf(code: string): DateKind {
  const bare = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    // [h], [mm], [ss] count elapsed time; other brackets are colours, conditions and languages.
    .replace(/\[(h+|m+|s+)\]/gi, (_whole, letters: string) => letters.charAt(0))
    .replace(/\[[^\]]*\]/g, '');
  const shown = (bare.split(';')[0] ?? '').replace(/general|standard|e[+-]/gi, '').toLowerCase();
  if (/[yd]/.test(shown)) return 'date';
  if (/[hs]/.test(shown)) return 'time';
  return /m/.test(shown) ? 'date' : 'none';
}

const DAY = 86_400;
/** 9999-12-31, the last date of Excel. */
const LAST_SERIAL = 2_958_465;

/**
 * A serial as ISO text: "2025-03-31", "2025-03-31T14:30:00", or "14:30:00" for a time. Null when Excel has no such date.
 * In the 1900 system day 60 is 29 February 1900, which never was: it is given as Excel shows it.
 */
export function isoOf(serial: number, kind: DateKind, date1904: boolean): string | null {
  const seconds = Math.round(serial * DAY);
  const day = Math.floor(seconds / DAY) + (date1904 ? 1462 : 0);
  const time = clock(seconds - Math.floor(seconds / DAY) * DAY);
  if (serial < 0 || day > LAST_SERIAL) return null;
  if (kind === 'time' && serial < 1) return time;
  if (kind === 'time') return clock(seconds);
  if (!date1904 && day === 0) return time;
  return time === '00:00:00' ? calendar(day) : `${calendar(day)}T${time}`;
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => pad(part, 2))
    .join(':');
}

/** Day 1 is 1900-01-01. */
function calendar(serial: number): string {
  if (serial === 60) return '1900-02-29';
  let days = serial - (serial < 60 ? 1 : 2);
  let year = 1900;
  for (; days >= yearLength(year); year++) days -= yearLength(year);
  const lengths = [31, yearLength(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  let month = 0;
  for (; days >= (lengths[month] ?? 31); month++) days -= lengths[month] ?? 31;
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(days + 1, 2)}`;
}

function yearLength(year: number): number {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
