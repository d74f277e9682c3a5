/** What a formula's text is made of, as far as changing a function's name asks: where names are, and what must not be looked into. */

/** A letter, a figure or a sign that may stand in a name; every character beyond ASCII but the spaces counts as a letter. */
const NAME = /[\w.\\?\u0080-\u009f\u00a1-\u1fff\u2070-\u2fff\u3001-\uffff]/;

export const isNameCharacter = (character: string): boolean => character !== '' && NAME.test(character);

/**
 * The index after what begins at `start` and holds no call: a string "…", a quoted sheet name '…' (both with doubled quotes), or
 * the brackets of a structured reference, where an apostrophe protects the next character. `start + 1` for anything else.
 */
export function skip(formula: string, start: number): number {
  const opening = formula.charAt(start);
  if (opening === '"' || opening === "'") return skipQuoted(formula, start, opening);
  return opening === '[' ? skipBrackets(formula, start) : start + 1;
}

function skipQuoted(formula: string, start: number, mark: string): number {
  for (let index = start + 1; index < formula.length; index++) {
    if (formula.charAt(index) !== mark) continue;
    if (formula.charAt(index + 1) !== mark) return index + 1;
    index++;
  }
  return formula.length;
}

function skipBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let index = start; index < formula.length; index++) {
    const character = formula.charAt(index);
    if (character === "'") index++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return index + 1;
  }
  return formula.length;
}

/** The index after the name that begins at `start`. */
export function endOfName(formula: string, start: number): number {
  let end = start;
  while (isNameCharacter(formula.charAt(end))) end++;
  return end;
}

export function skipSpaces(formula: string, start: number): number {
  let end = start;
  while (/\s/.test(formula.charAt(end))) end++;
  return end;
}

/**
 * The index of the separator or of the closing parenthesis or brace that ends the argument begun at `start`; the formula's length
 * when nothing ends it.
 */
export function endOfArgument(formula: string, start: number): number {
  let depth = 0;
  let index = start;
  while (index < formula.length) {
    const character = formula.charAt(index);
    if (character === '(' || character === '{') depth++;
    else if (character === ')' || character === '}') {
      if (depth === 0) return index;
      depth--;
    } else if (depth === 0 && (character === ';' || character === ',')) return index;
    index = skip(formula, index);
  }
  return formula.length;
}
