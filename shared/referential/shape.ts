/** Reading JSON that agents edit: each reader checks one thing and says in French which entry is wrong. */
import { quote } from '../text/french';

export type Entry = Readonly<Record<string, unknown>>;

/** An object, or an Error that names `where` ("services.json, entrée n° 3"). */
export function readEntry(value: unknown, where: string): Entry {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(where, 'un objet { … } est attendu');
  return { ...value };
}

export function readList(entry: Entry, key: string, where: string): readonly unknown[] {
  const value = entry[key];
  if (!Array.isArray(value)) fail(where, `${quote(key)} doit être une liste [ … ]`);
  return value;
}

export function readText(entry: Entry, key: string, where: string): string {
  const value = entry[key];
  if (typeof value !== 'string' || value.trim() === '') fail(where, `${quote(key)} doit être un texte non vide`);
  return value;
}

export function readTexts(entry: Entry, key: string, where: string): string[] {
  return readList(entry, key, where).map((value) => {
    if (typeof value !== 'string' || value.trim() === '') fail(where, `${quote(key)} ne doit contenir que des textes`);
    return value;
  });
}

/** One of `allowed`. */
export function readChoice<T extends string | number>(
  entry: Entry,
  key: string,
  allowed: readonly T[],
  where: string,
): T {
  const found = allowed.find((choice) => choice === entry[key]);
  if (found === undefined) fail(where, `${quote(key)} doit valoir ${allowed.join(', ')}`);
  return found;
}

/** {} when the key is absent, { [key]: text } otherwise: what exactOptionalPropertyTypes wants. */
export function optionalText<K extends string>(entry: Entry, key: K, where: string): { [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  if (entry[key] !== undefined) found[key] = readText(entry, key, where);
  return found;
}

/** The years `de` and `a`, each optional, in order. */
export function readYears(entry: Entry, where: string): { de?: number; a?: number } {
  const years: { de?: number; a?: number } = {};
  for (const key of ['de', 'a'] as const) {
    const value = entry[key];
    if (value === undefined) continue;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1900 || value > 2200) {
      fail(where, `${quote(key)} doit être une année (2015), sans guillemets`);
    }
    years[key] = value;
  }
  if ((years.de ?? -Infinity) > (years.a ?? Infinity)) fail(where, `${quote('de')} est après ${quote('a')}`);
  return years;
}

const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** The dates `de` and `a` ("2010-01-01", "2017-05", "2006"), each optional, in order. */
export function readDates(entry: Entry, where: string): { de?: string; a?: string } {
  const dates = { ...optionalText(entry, 'de', where), ...optionalText(entry, 'a', where) };
  for (const key of ['de', 'a'] as const) readDate(dates[key], key, where);
  if (dates.de !== undefined && dates.a !== undefined && dates.de > dates.a) {
    fail(where, `${quote('de')} est après ${quote('a')}`);
  }
  return dates;
}

export function readDate(date: string | undefined, key: string, where: string): void {
  if (date !== undefined && !DAY.test(date)) {
    fail(where, `${quote(key)} doit être une date (2010-01-01, 2017-05 ou 2006), pas ${quote(date)}`);
  }
}

/** Throws the French sentence. */
export function fail(where: string, what: string): never {
  throw new Error(`Référentiel illisible, ${where} : ${what}.`.replace(/ :/g, '\u00a0:'));
}
