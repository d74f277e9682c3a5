import { GoogleException } from './execution';
import { createSpreadsheetApp } from './spreadsheet';
import { createCacheService, createLockService, createPropertiesService } from './stores';
import { strict, type Place } from './strict';
import { createHtmlService } from './ui';

/** The names of Google's that a script finds around it. No other service exists here. */
export function googleOf(place: Place): Readonly<Record<string, object>> {
  return {
    SpreadsheetApp: createSpreadsheetApp(place),
    HtmlService: createHtmlService(place),
    LockService: createLockService(place),
    PropertiesService: createPropertiesService(place),
    CacheService: createCacheService(place),
    Session: strict<GoogleAppsScript.Base.Session>(place, 'Session', { getActiveUserLocale: () => 'fr' }),
    Logger: strict<GoogleAppsScript.Base.Logger>(place, 'Logger', {}),
    Utilities: strict<GoogleAppsScript.Utilities.Utilities>(place, 'Utilities', {
      formatDate: (date: GoogleAppsScript.Base.Date, zone: string, format: string) => formatted(date, zone, format),
      parseDate: (text: string, zone: string, format: string) => parsed(text, zone, format),
    }),
    Charts: strict<GoogleAppsScript.Charts.Charts>(place, 'Charts', {
      ChartType: { BAR: 'BAR', COLUMN: 'COLUMN', PIE: 'PIE' } as unknown as GoogleAppsScript.Charts.Charts['ChartType'],
    }),
    ScriptApp: strict<GoogleAppsScript.Script.ScriptApp>(place, 'ScriptApp', {
      requireAllScopes: () => undefined,
      AuthMode: authModes() as unknown as GoogleAppsScript.Script.ScriptApp['AuthMode'],
    }),
  };
}

/** The moment that a text names in a time zone: found by trying, since a zone's distance depends on the day. */
function parsed(text: string, zone: string, format: string): Date {
  const names = [...format.matchAll(/yyyy|MM|dd|HH|mm|ss/g)].map(([letters]) => letters);
  const source = format
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/yyyy/g, '(\\d{4})')
    .replace(/MM|dd|HH|mm|ss/g, '(\\d{2})');
  const found = new RegExp(`^${source.replace(/'([^']*)'/g, '$1')}`).exec(text);
  if (found === null) throw new GoogleException(`Unparseable date: "${text}"`);
  const part = (name: string, otherwise: number): number =>
    names.includes(name) ? Number(found[names.indexOf(name) + 1]) : otherwise;
  const wall = Date.UTC(
    part('yyyy', 1970),
    part('MM', 1) - 1,
    part('dd', 1),
    part('HH', 0),
    part('mm', 0),
    part('ss', 0),
  );
  for (let hours = -14; hours <= 14; hours += 0.5) {
    const date = new Date(wall + hours * 3_600_000);
    if (formatted(date, zone, format) === text) return date;
  }
  throw new GoogleException(`Unparseable date: "${text}"`);
}

const authModes = (): Record<string, string> =>
  Object.fromEntries(['NONE', 'LIMITED', 'FULL', 'CUSTOM_FUNCTION'].map((mode) => [mode, mode]));

/** The letters of SimpleDateFormat that stand for numbers. */
function formatted(date: { getTime(): number }, timeZone: string, format: string): string {
  const parts = new Intl.DateTimeFormat('fr-FR', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(date.getTime());
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const letters: Record<string, string> = {
    yyyy: 'year',
    MM: 'month',
    dd: 'day',
    HH: 'hour',
    mm: 'minute',
    ss: 'second',
  };
  return format.replace(
    /'([^']*)'|yyyy|MM|dd|HH|mm|ss/g,
    (found, literal?: string) => literal ?? part(letters[found] ?? ''),
  );
}
