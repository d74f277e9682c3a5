import { SPECIFICATION } from './formulas';
import { sameRange, tidyRange } from './range';
import { endOfArgument, endOfName, isNameCharacter, skip, skipSpaces } from './scan';
import { wrapperAt } from './wrapper';

/**
 * The spellings of one call: ANNEXE.X( in Excel and in the local sheet, ANNEXE_X( in Google Sheets (a dot is impossible there), and
 * _xldudf_ANNEXE_X( in an .xlsx file, which is how Excel saves a custom function.
 */
const CALL = /^(_xldudf_)?(annexe)[._](\w+)$/i;
const TAKES_RANGE = new Map(SPECIFICATION.map(({ name, parameters }) => [name, parameters[0]?.type === 'range']));

export interface SpellingOptions {
  /**
   * "Annexe!A:H". To Google: given to the calls without a range, which could not follow edits there.
   * To Excel: taken away from the calls that have this very range, which follow edits without it.
   */
  readonly plage?: string | undefined;
}

type Target = 'google' | 'excel';

/** The formula as Google Sheets writes it. Only our own calls change, and the @ that Excel may put before them goes. */
export function toGoogle(formula: string, options: SpellingOptions = {}): string {
  return convert(formula, 'google', options.plage).text;
}

/** The formula as Excel writes it. */
export function toExcel(formula: string, options: SpellingOptions = {}): string {
  return convert(formula, 'excel', options.plage).text;
}

/** Converts a formula; `calls` is how many of our calls it holds. */
function convert(formula: string, target: Target, plage: string | undefined): { text: string; calls: number } {
  if (!/annexe/i.test(formula)) return { text: formula, calls: 0 };
  let text = '';
  let calls = 0;
  let index = 0;
  while (index < formula.length) {
    if (!isNameCharacter(formula.charAt(index))) {
      const end = skip(formula, index);
      text += formula.slice(index, end);
      index = end;
      continue;
    }
    const unwrapped = unwrap(formula, index, target, plage);
    const found = unwrapped ?? callAt(formula, index, target, plage);
    if (found === null) {
      const end = endOfName(formula, index);
      text += formula.slice(index, end);
      index = end;
      continue;
    }
    text = (target === 'google' ? text.replace(/@$/, '') : text) + found.text;
    calls += 1;
    index = found.end;
  }
  return { text, calls };
}

interface Found {
  readonly text: string;
  readonly end: number;
}

/** The formula that Google wrapped at `start`, when it calls ours. Any other wrapper is left alone. */
function unwrap(formula: string, start: number, target: Target, plage: string | undefined): Found | null {
  const wrapper = wrapperAt(formula, start);
  if (wrapper === null) return null;
  const { text, calls } = convert(wrapper.inner, target, plage);
  if (calls === 0) return null;
  const whole = /^\s*[={+]*@?$/.test(formula.slice(0, start)) && /^\s*\}?$/.test(formula.slice(wrapper.end));
  return { text: whole || isOneCall(text) ? text : `(${text})`, end: wrapper.end };
}

/** "F(…)" and nothing more: needs no parentheses inside another formula. */
function isOneCall(text: string): boolean {
  const opening = endOfName(text, 0);
  if (opening === 0 || text.charAt(opening) !== '(') return false;
  let end = opening;
  do end = endOfArgument(text, end + 1);
  while (end < text.length && text.charAt(end) !== ')');
  return end === text.length - 1;
}

/** Our call at `start`, spelled for the target, up to its parenthesis or to its first argument. */
function callAt(formula: string, start: number, target: Target, plage: string | undefined): Found | null {
  const end = endOfName(formula, start);
  const opening = skipSpaces(formula, end);
  const [, , prefix = '', name = ''] = CALL.exec(formula.slice(start, end)) ?? [];
  const takesRange = TAKES_RANGE.get(name.toUpperCase());
  if (takesRange === undefined || formula.charAt(opening) !== '(' || formula.charAt(start - 1) === '!') return null;
  const spelled = prefix + (target === 'google' ? '_' : '.') + name + formula.slice(end, opening + 1);
  if (!takesRange || plage === undefined) return { text: spelled, end: opening + 1 };
  const endOfFirst = endOfArgument(formula, opening + 1);
  const first = formula.slice(opening + 1, endOfFirst);
  const given = first.trim();
  if (target === 'google') {
    const added =
      given === '' ? tidyRange(plage) : isText(given) ? tidyRange(plage) + separatorAt(formula, endOfFirst) : '';
    return { text: spelled + added, end: opening + 1 };
  }
  if (given === '' || !sameRange(given, plage)) return { text: spelled, end: opening + 1 };
  return { text: spelled + first.replace(given, () => ''), end: opening + 1 + first.length };
}

/** A text where the range is expected: the range was left out, and the text is the argument after it. */
const isText = (argument: string): boolean => argument.startsWith('"');

/** The separator of the call's own arguments; where it has one argument, the one that every locale of Google takes. */
const separatorAt = (formula: string, index: number): string => (formula.charAt(index) === ',' ? ',' : ';');
