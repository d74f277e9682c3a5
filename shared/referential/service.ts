/** Dated State services and the bodies that stand beside them in annexes. */
import type { Confiance } from './programme';

export interface Service {
  /** Canonical spelling of reference: "DDCSPP", "CGET/ACSE". Unique. */
  readonly sigle: string;
  readonly nom: string;
  /** "département", "région", "national"…: shown, never computed upon. */
  readonly niveau: string;
  /** First and last day, as precise as the source: "2010-01-01", "2017-05", "2006". Absent: unknown or open. */
  readonly de?: string;
  readonly a?: string;
  readonly successeurs: readonly string[];
  /** Spellings accepted as they are, in any case, beside `sigle` in its own case. */
  readonly ecritures: readonly string[];
  /** Spellings that are recognised and should be rewritten. */
  readonly variantes: readonly string[];
  /** Sigle of the service this one is another name of, for pairing. */
  readonly meme?: string;
  /** Sigle of the service this one is a local or joint part of, for pairing. */
  readonly rattache?: string;
  readonly confiance: Confiance;
  readonly note?: string;
}

/** A body dissolved before the first contracts, known only to propose who took over. */
export interface Disparu {
  readonly sigle: string;
  readonly successeurs: readonly string[];
  readonly depuis: string;
}

export type EtatService =
  | { readonly kind: 'actif' }
  /** `depuis`: its last day; `successeurs`: those alive in the year asked for, through as many reforms as needed. */
  | { readonly kind: 'termine'; readonly depuis: string; readonly successeurs: readonly string[] }
  | { readonly kind: 'pas-encore'; readonly depuis: string };

/** The year of a date, whatever its precision. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** "jusqu’au 31 mars 2021", "jusqu’en avril 2019", "jusqu’en 2006". */
export const jusqua = (date: string): string => `jusqu’${isDay(date) ? 'au' : 'en'} ${dateFrancaise(date)}`;

/** "depuis le 1er avril 2021", "depuis avril 2019". */
export const depuisLe = (date: string): string => `depuis ${isDay(date) ? 'le ' : ''}${dateFrancaise(date)}`;

/** "à partir du 1er avril 2021", "à partir d’avril 2019", "à partir de 2019". */
export function aPartirDe(date: string): string {
  const told = dateFrancaise(date);
  return `à partir ${isDay(date) ? 'du ' : /^[aeo]/.test(told) ? 'd’' : 'de '}${told}`;
}

const isDay = (date: string): boolean => date.split('-').length === 3;

/** "2014-12-31" → "31 décembre 2014", "2017-05" → "mai 2017", "2006" → "2006". */
export function dateFrancaise(date: string): string {
  const [year = '', month, day] = date.split('-');
  const shownDay = day === undefined ? '' : day === '01' ? '1er' : String(Number(day));
  const shownMonth = month === undefined ? '' : (MONTHS[Number(month) - 1] ?? month);
  return [shownDay, shownMonth, year].filter((part) => part !== '').join(' ');
}
