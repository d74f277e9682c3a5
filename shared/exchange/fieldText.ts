/**
 * How a cell's text becomes a field of a file, and back.
 *
 * Convention for csv and tsv, which spreadsheets open: a text that Excel or Google Sheets would take for a formula
 * (first character = + - @ tab or return, a plain number apart) is written after an apostrophe, and read back without it.
 * An apostrophe that was there already is doubled, so that nothing is lost. The raw text (.txt) is written as it is.
 */

/** What the files of the agents are: raw text of a PDF, tab separated, or csv. */
export type TextKind = 'txt' | 'tsv' | 'csv';

const FORMULA_START = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?[\d\s.,]*%?$/;

/** The text that no spreadsheet takes for a formula. */
export function neutralize(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** `neutralize`, undone. */
export function restore(text: string): string {
  return text.startsWith("'") && looksLikeFormula(text) ? text.slice(1) : text;
}

function looksLikeFormula(text: string): boolean {
  let at = 0;
  while (text.charAt(at) === "'") at++;
  if (!FORMULA_START.test(text.charAt(at))) return false;
  return !PLAIN_NUMBER.test(text.slice(at));
}

/** In quotes when the text holds one of `special`, a quote or a line break; `always` keeps a field quoted that was. */
export function quoteField(text: string, special: string, always: boolean): string {
  return always || needsQuotes(text, special) ? `"${text.replace(/"/g, '""')}"` : text;
}

function needsQuotes(text: string, special: string): boolean {
  for (const character of `"\r\n${special}`) if (text.includes(character)) return true;
  return false;
}

/** For a file without quotes: a tab or a line break inside a cell becomes a space, which reads the same. */
export function flatten(text: string): string {
  return text.replace(/\r\n|[\t\r\n]/g, ' ');
}
