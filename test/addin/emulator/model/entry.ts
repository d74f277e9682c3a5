import type { Scalar } from '../../../../shared/sheet';

/**
 * What becomes of a value that is written into a cell, as somebody's typing would be understood: a documented subset of Excel's.
 * Numbers, percentages, currency, fractions of a date, booleans and errors are recognised the American way, as `values` does
 * whatever the language of the workbook. Never checked against a live Excel.
 */
export interface Entry {
  readonly value: Scalar;
  /** "=…", or "" for a plain value. */
  readonly formula: string;
  /** The number format that the entry brings with it; a cell that has one already keeps its own. */
  readonly format?: string;
}

export const ERRORS = [
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NUM!',
  '#NAME?',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
];

const plain = (value: Scalar, format?: string): Entry => ({ value, formula: '', ...(format ? { format } : {}) });

export function enter(raw: Scalar, numberFormat: string): Entry {
  if (typeof raw !== 'string') return plain(raw ?? '');
  if (raw === '') return plain('');
  // The cell keeps the rest as text, and shows it without the apostrophe.
  if (raw.startsWith("'")) return plain(raw.slice(1));
  if (numberFormat === '@') return plain(raw);
  if (raw.startsWith('=') && raw.length > 1) return { value: '', formula: raw };
  const upper = raw.trim().toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return plain(upper === 'TRUE');
  if (ERRORS.includes(upper)) return plain(upper);
  return asNumber(raw.trim()) ?? asDate(raw.trim()) ?? asFormula(raw) ?? plain(raw);
}

/** "1.10", "-3", "1,234", "12 %", "$5", "(5)", "1E5". */
function asNumber(text: string): Entry | null {
  const match = /^(\()?([-+]?)\s*([$€])?\s*(\d[\d,]*(?:\.\d*)?|\.\d+)(E[-+]?\d+)?\s*(%)?(\))?$/i.exec(text);
  if (!match || (match[1] === undefined) !== (match[7] === undefined)) return null;
  const [, open, sign, currency, digits = '', exponent = '', percent] = match;
  // A comma may stand anywhere before the decimals.
  const size = Number(digits.replace(/,/g, '') + exponent) * (sign === '-' || open ? -1 : 1);
  if (percent) return plain(Number((size / 100).toPrecision(15)), digits.includes('.') ? '0.00%' : '0%');
  return plain(size, currency ? '$#,##0' : digits.includes(',') ? '#,##0' : undefined);
}

/** Days since 1899-12-30, as Excel counts from March 1900 on. */
const serial = (year: number, month: number, day: number): number | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? Math.round(date.getTime() / 86_400_000) + 25_569
    : null;
};

/** The current year of dates that say none. */
const THIS_YEAR = 2026;

/** "2024-01-31", "1/31/2024", "1/31", "1-2". */
function asDate(text: string): Entry | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const american = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : american ? [american[3] ?? THIS_YEAR, american[1], american[2]] : null;
  if (!parts) return null;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const days = serial(year < 100 ? year + 2000 : year, month, day);
  return days === null ? null : plain(days, american && american[3] === undefined ? 'd-mmm' : 'm/d/yyyy');
}

/** "+A1", "-A1" and "@X" begin a formula as "=" does. */
function asFormula(text: string): Entry | null {
  if (!/^[-+@]\S/.test(text)) return null;
  return { value: '', formula: `=${text.startsWith('@') ? text.slice(1) : text}` };
}

/** What a cell shows, in a French Excel: General, percentages and text; other formats show the value. */
export function shown(value: Scalar, numberFormat: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  if (typeof value === 'string') return value;
  const percent = /^0(?:\.(0+))?%$/.exec(numberFormat);
  if (percent) return `${(value * 100).toFixed(percent[1]?.length ?? 0).replace('.', ',')}%`;
  const fixed = /^0(?:\.(0+))?$/.exec(numberFormat);
  if (fixed) return value.toFixed(fixed[1]?.length ?? 0).replace('.', ',');
  return String(Number(value.toPrecision(11))).replace('.', ',');
}

export const typeOf = (value: Scalar): string => {
  if (value === null || value === '') return 'Empty';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  return ERRORS.includes(value) ? 'Error' : 'String';
};
