import type { Scalar } from '../../shared/sheet';

/** What a cell holds: its formula when it has one, else its value, and how it is shown. */
export interface CellState {
  readonly content: Scalar;
  readonly isFormula: boolean;
  readonly format: string;
}

/** The cells of one line, as one batch found them. */
export type LineState = readonly CellState[];

/**
 * Excel's `formulas` repeats the value of a cell without a formula; a text that begins with "=" then looks like one. A formula is
 * told from it by its value, which differs. (A formula that gives its own text would be taken for a text; none does by accident.)
 */
export function isFormula(value: unknown, formula: unknown): formula is string {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value;
}

export function stateOf(value: unknown, formula: unknown, format: unknown): CellState {
  const ours = isFormula(value, formula);
  return { content: ours ? formula : scalarOf(value), isFormula: ours, format: String(format) };
}

/** Values of Excel are texts, numbers and booleans; errors come as their text, dates as their serial number. */
export function scalarOf(value: unknown): Scalar {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
}

/** Whether two cells hold the same, whatever they look like. Two blanks are the same. */
export function sameContent(a: CellState | undefined, b: CellState | undefined): boolean {
  return (a?.content ?? '') === (b?.content ?? '') && (a?.isFormula ?? false) === (b?.isFormula ?? false);
}

/** Whether two lines hold the same; what is missing at the end of one is blank. */
export function sameLine(a: LineState, b: LineState): boolean {
  const [long, short] = a.length < b.length ? [b, a] : [a, b];
  return long.every((cell, index) => sameContent(cell, short[index]));
}

/** Whether two states are of one line on which somebody worked: half of the cells filled, those of `except` left out, are the same. */
export function likeLine(a: LineState, b: LineState, except: readonly number[]): boolean {
  let filled = 0;
  let same = 0;
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    if (except.includes(index) || ((a[index]?.content ?? '') === '' && (b[index]?.content ?? '') === '')) continue;
    filled++;
    if (sameContent(a[index], b[index])) same++;
  }
  return filled === 0 ? except.every((index) => sameContent(a[index], b[index])) : same * 2 >= filled;
}
