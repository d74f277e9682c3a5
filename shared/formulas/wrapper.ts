import { endOfArgument, endOfName, skip, skipSpaces } from './scan';

/**
 * Google Sheets exports a custom function to .xlsx as IFERROR(__xludf.DUMMYFUNCTION("the formula"),last value): the formula lives on
 * only in the string, its quotes doubled, cut in pieces joined by & when it is long. SIERREUR is what Excel in French shows.
 */
const GUARD = /^(iferror|sierreur)$/i;
const PLACE = /^__xludf\.dummyfunction$/i;

export interface Wrapper {
  /** The formula in the string, without its "=". */
  readonly inner: string;
  /** The index after the closing parenthesis. */
  readonly end: number;
}

/** The wrapper whose name begins at `start`, or null. */
export function wrapperAt(formula: string, start: number): Wrapper | null {
  const outer = openedBy(formula, start, GUARD);
  if (outer < 0) return null;
  const name = skipSpaces(formula, outer);
  const opened = openedBy(formula, formula.charAt(name) === '@' ? name + 1 : name, PLACE);
  if (opened < 0) return null;
  const text = readText(formula, opened);
  if (text === null || formula.charAt(text.end) !== ')') return null;
  const separator = skipSpaces(formula, text.end + 1);
  if (!/^[;,]$/.test(formula.charAt(separator))) return null;
  const end = endOfArgument(formula, separator + 1);
  return formula.charAt(end) === ')' ? { inner: text.value.replace(/^\s*=/, ''), end: end + 1 } : null;
}

/** The index after the parenthesis of a call whose name begins at `start` and matches; −1 otherwise. */
function openedBy(formula: string, start: number, name: RegExp): number {
  const end = endOfName(formula, start);
  const opening = skipSpaces(formula, end);
  return name.test(formula.slice(start, end)) && formula.charAt(opening) === '(' ? opening + 1 : -1;
}

/** The text of "…" & "…": its value, and the index after it and the spaces that follow. */
function readText(formula: string, start: number): { value: string; end: number } | null {
  let value = '';
  let index = skipSpaces(formula, start);
  while (formula.charAt(index) === '"') {
    const end = skip(formula, index);
    value += formula.slice(index + 1, end - 1).replace(/""/g, '"');
    index = skipSpaces(formula, end);
    if (formula.charAt(index) !== '&') return { value, end: index };
    index = skipSpaces(formula, index + 1);
  }
  return null;
}
