import { GoogleException } from './execution';
import { createSpreadsheetApp } from './spreadsheet';
import { createCacheService, createLockService, createPropertiesService } from './stores';
import { strict, type Place } from './strict';
import { createHtmlService } from './ui';
import { momentOf, wallOf } from './zone';

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

const LETTERS = ['yyyy', 'MM', 'dd', 'HH', 'mm', 'ss'];

/** The moment that a text names in a time zone. */
function parsed(text: string, zone: string, format: string): Date {
  const names: string[] = format.match(/yyyy|MM|dd|HH|mm|ss/g) ?? [];
  const source = format
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/yyyy|MM|dd|HH|mm|ss/g, (letters) => `(\\d{${letters.length}})`)
    .replace(/'([^']*)'/g, '$1');
  const found = new RegExp(`^${source}`).exec(text);
  if (found === null) throw new GoogleException(`Unparseable date: "${text}"`);
  const part = (letters: string): number =>
    names.includes(letters) ? Number(found[names.indexOf(letters) + 1]) : (DEFAULTS[LETTERS.indexOf(letters)] ?? 0);
  return momentOf(zone, LETTERS.map(part));
}

const DEFAULTS = [1970, 1, 1, 0, 0, 0];

const authModes = (): Record<string, string> =>
  Object.fromEntries(['NONE', 'LIMITED', 'FULL', 'CUSTOM_FUNCTION'].map((mode) => [mode, mode]));

/** The letters of SimpleDateFormat that stand for numbers. */
function formatted(date: { getTime(): number }, zone: string, format: string): string {
  const wall = wallOf(date.getTime(), zone);
  return format.replace(
    /'([^']*)'|yyyy|MM|dd|HH|mm|ss/g,
    (letters, literal?: string) => literal ?? String(wall[LETTERS.indexOf(letters)]).padStart(letters.length, '0'),
  );
}
