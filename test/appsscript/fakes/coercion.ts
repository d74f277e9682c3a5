import type { CellState, Held } from './document';
import { momentOf, ZONE } from './zone';

/**
 * What becomes of a value that setValue is given: Google reads a text as if somebody had typed it.
 * Sources: Range.setValue ("interpreted as if typed"), the V8 migration guide (undefined clears), and the French spellings of a
 * fr_FR document, where a space separates thousands and a comma the decimals.
 */
export function coerced(given: unknown, cell: CellState, locale: string): Pick<CellState, 'value' | 'formula'> {
  if (given === undefined || given === null || given === '') return { value: '', formula: '' };
  if (isDate(given)) return { value: new Date(given.getTime()), formula: '' };
  // In a cell of plain text everything is text, numbers too.
  if (cell.format === '@') return { value: String(given), formula: '' };
  if (typeof given === 'string') return typed(given, locale);
  if (typeof given === 'number' || typeof given === 'boolean') return { value: given, formula: '' };
  return { value: String(given), formula: '' };
}

function typed(text: string, locale: string): Pick<CellState, 'value' | 'formula'> {
  if (text.startsWith("'")) return { value: text.slice(1), formula: '' };
  if (/^[=+]./.test(text)) return { value: '#NAME?', formula: text.startsWith('=') ? text : `=${text.slice(1)}` };
  return { value: asBoolean(text, locale) ?? asDate(text, locale) ?? asNumber(text, locale) ?? text, formula: '' };
}

function asBoolean(text: string, locale: string): Held | null {
  const [yes, no] = locale.startsWith('fr') ? ['VRAI', 'FAUX'] : ['TRUE', 'FALSE'];
  const upper = text.trim().toUpperCase();
  return upper === yes || upper === 'TRUE' ? true : upper === no || upper === 'FALSE' ? false : null;
}

const MONTHS = ['janv', 'févr', 'mars', 'avr', 'mai', 'juin', 'juil', 'août', 'sept', 'oct', 'nov', 'déc'];

/** "1/2", "01/02/2026", "2026-02-01", "12/2024", "3 mars 2015", "10:30". */
function asDate(text: string, locale: string): Date | null {
  const french = locale.startsWith('fr');
  const slashes = /^\s*(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?\s*$/.exec(text);
  if (slashes) {
    const [, first, second, year = '2026'] = slashes.map(Number).map((part) => (Number.isNaN(part) ? undefined : part));
    const [day, month] = french ? [first, second] : [second, first];
    return dateOf(Number(year), Number(month), Number(day));
  }
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const monthly = /^\s*(\d{1,2})[/-](\d{4})\s*$/.exec(text);
  if (monthly) return dateOf(Number(monthly[2]), Number(monthly[1]), 1);
  const long = /^\s*(\d{1,2})\s+([a-zéû]{3,9})\.?\s+(\d{4})\s*$/i.exec(text);
  if (long) {
    const month = MONTHS.findIndex((name) => long[2]?.toLowerCase().startsWith(name));
    return month < 0 ? null : dateOf(Number(long[3]), month + 1, Number(long[1]));
  }
  const hours = /^\s*([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\s*$/.exec(text);
  if (hours) return momentOf(ZONE, [1899, 12, 30, Number(hours[1]), Number(hours[2]), Number(hours[3] ?? 0)]);
  return null;
}

function dateOf(year: number, month: number, day: number): Date | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const full = year < 100 ? 2000 + year : year;
  if (new Date(Date.UTC(full, month - 1, day)).getUTCMonth() !== month - 1) return null;
  return momentOf(ZONE, [full, month, day]);
}

/** "01", "22 34", "1,5", "10 %", "1e3", "12 €", "(5)". */
function asNumber(text: string, locale: string): number | null {
  const french = locale.startsWith('fr');
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f]*(%|€)$/, (_, unit: string) => unit)
    .replace(french ? /(?<=\d)[ \u00a0\u202f](?=\d)/g : /(?<=\d),(?=\d{3})/g, '');
  const found = /^([-+]?)(\d+(?:[.,]\d*)?|[.,]\d+)(e[-+]?\d+)?(%|€)?$/i.exec(plain);
  if (found === null) return null;
  const [, sign = '', digits = '', power = '', unit = ''] = found;
  if (digits.includes(french ? '.' : ',')) return null;
  const value = Number(`${sign}${digits.replace(',', '.')}${power}`);
  return unit === '%' ? value / 100 : value;
}

/** A Date of any realm. */
export const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';
