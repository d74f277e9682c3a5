import type { Scalar } from '../../shared/sheet';

const ISO_FORMAT = "yyyy-MM-dd'T'HH:mm:ss";

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/**
 * Cells as the core reads them. Google gives a Date for a date or a time, which is an instant: only the time zone of the workbook,
 * asked once and only when there is a date, says which day the agent sees.
 */
export function plainRows(rows: readonly (readonly unknown[])[]): Scalar[][] {
  let zone: string | null = null;
  const isoOf = (date: Date): string => {
    zone ??= SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
    return shorten(Utilities.formatDate(date, zone, ISO_FORMAT));
  };
  return rows.map((row) => row.map((value) => (isDate(value) ? isoOf(value) : plain(value))));
}

function shorten(iso: string): string {
  const [day = '', time = ''] = iso.split('T');
  if (day === EPOCH) return time;
  return time === '00:00:00' ? day : iso;
}

function plain(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
}

/** The day that Google gives to a time alone. */
const EPOCH = '1899-12-30';
const ISO = /^(?:(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?|(\d\d:\d\d:\d\d))$/;

/** What to give `setValue` for a date that `plainRows` told; null for a text that is none. */
export function dateOf(value: Scalar): GoogleAppsScript.Base.Date | null {
  const found = typeof value === 'string' ? ISO.exec(value) : null;
  if (found === null) return null;
  const [, day = EPOCH, hour = '00:00:00', time = hour] = found;
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  return Utilities.parseDate(`${day}T${time}`, zone, ISO_FORMAT);
}

/** Offset basis and prime of FNV-1a, 32 bits. */
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** What cells hold, as one short text. Dates count as their instant, so that a poll asks nothing more of the workbook. */
export function hashOf(rows: readonly (readonly unknown[])[]): string {
  const text = JSON.stringify(rows);
  let hash = BASIS;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  return `${(hash >>> 0).toString(36)}.${text.length.toString(36)}`;
}
