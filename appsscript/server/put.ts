import type { Scalar } from '../../shared/sheet';
import { dateOf } from './cells';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** The format of a cell of plain text, where Google interprets nothing, and the one that lets it choose. */
const PLAIN = '@';
export const AUTOMATIC = 'General';

/** A text that does not begin with a letter may be taken for a number, a date, a formula or a forced text. */
const BEGINS_AS_TEXT = /^[a-z\u00c0-\u024f\u0152\u0153«(]/i;
const BOOLEAN = /^(true|false|vrai|faux)$/i;
/** "mars 2015", "lundi 3 mars". */
const DATED =
  /^(jan|f[ée]v|feb|mar|avr|apr|mai|may|jui|jun|jul|ao[uû]|aug|sep|oct|nov|d[ée]c|lun|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)\S*\W.*\d/i;

/** Would Google make something else of this text than itself? */
export const isInterpreted = (text: string): boolean =>
  !BEGINS_AS_TEXT.test(text) || BOOLEAN.test(text) || DATED.test(text);

/** How a value is to be written in a cell; `format` null leaves the cell's own. */
export interface Writing {
  readonly format: string | null;
  readonly value: string | number | boolean | GoogleAppsScript.Base.Date;
}

/**
 * `format` is the format of the cell: in a cell of plain text, a number would become text. A date that a cell held comes back as one.
 */
export function writingOf(set: Scalar, format: string): Writing {
  if (set === null || set === '') return { format: null, value: '' };
  const date = dateOf(set);
  if (date === null && typeof set === 'string') return { format: isInterpreted(set) ? PLAIN : null, value: set };
  return { format: format === PLAIN ? AUTOMATIC : null, value: date ?? set };
}

export function put(range: Range, { format, value }: Writing): void {
  if (format !== null) range.setNumberFormat(format);
  range.setValue(value);
}

/** What a cell held before: its value or its formula, and its format. */
export interface Original {
  readonly value: Scalar;
  readonly formula: string;
  readonly format: string;
}

/** Puts back what a cell held, its format too. An apostrophe keeps a text a text, as when somebody types it; it is not part of it. */
export function putBack(range: Range, { value, formula, format }: Original): void {
  range.setNumberFormat(format);
  const forced = typeof value === 'string' && format !== PLAIN && isInterpreted(value) ? `'${value}` : value;
  if (formula !== '') range.setFormula(formula);
  else range.setValue(dateOf(value) ?? (value === '' ? '' : (forced ?? '')));
}
