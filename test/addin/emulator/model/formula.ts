import type { Area } from './area';
import { HostError } from '../hostError';
import { intersect, parseArea, printArea, sheetPrefix, splitAddress } from './area';
import type { Sheet } from './sheet';
import type { Scalar } from '../../../../shared/sheet';

/** A reference inside a formula: the sheet keeps its area, which moves with rows and columns. */
export interface Reference {
  readonly sheet: Sheet;
  readonly area: Area;
  /** Written with its sheet. */
  readonly named: boolean;
}

/**
 * What the emulator computes: a call of one of our functions (`=ANNEXE.X(…)` with references and literals), or a lone reference.
 * Everything else of Excel's formulas is refused, so that no test may rely on a value that nobody computed.
 */
export type Formula =
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Argument[] }
  | { readonly kind: 'reference'; readonly reference: Reference };

export type Argument =
  | { readonly kind: 'literal'; readonly value: Scalar; readonly text: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'reference'; readonly reference: Reference };

/** `find` gives a sheet by name, or null. Throws when the formula is not one of those above. */
export function parseFormula(text: string, home: Sheet, find: (name: string) => Sheet | null): Formula {
  const call = /^=\s*(?:_xldudf_)?(ANNEXE[._][\w.]+)\(([\s\S]*)\)\s*$/i.exec(text);
  if (call) {
    const name = (call[1] ?? '').replace(/^ANNEXE[._]/i, '').toUpperCase();
    const list = splitArguments(call[2] ?? '');
    return { kind: 'call', name, args: list.map((one) => argument(one, home, find)) };
  }
  const lone = reference(text.slice(1).trim(), home, find);
  if (lone) return { kind: 'reference', reference: lone };
  throw new HostError('InvalidArgument', `the emulator does not compute ${text}`);
}

function argument(text: string, home: Sheet, find: (name: string) => Sheet | null): Argument {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'blank' };
  const literal = /^"((?:[^"]|"")*)"$/.exec(trimmed);
  if (literal) return { kind: 'literal', value: (literal[1] ?? '').replace(/""/g, '"'), text: trimmed };
  if (/^[-+]?\d+(\.\d+)?$/.test(trimmed)) return { kind: 'literal', value: Number(trimmed), text: trimmed };
  if (/^(TRUE|FALSE)$/i.test(trimmed))
    return { kind: 'literal', value: trimmed.toUpperCase() === 'TRUE', text: trimmed };
  const found = reference(trimmed, home, find);
  if (found) return { kind: 'reference', reference: found };
  throw new HostError('InvalidArgument', `the emulator does not compute the argument ${trimmed}`);
}

function reference(text: string, home: Sheet, find: (name: string) => Sheet | null): Reference | null {
  const { sheet: name, rest } = splitAddress(text);
  if (!/^\$?[A-Z]{0,3}\$?\d*(:\$?[A-Z]{0,3}\$?\d*)?$/i.test(rest)) return null;
  const sheet = name === null ? home : find(name);
  if (sheet === null) return null;
  return { sheet, area: sheet.keep(parseArea(rest)), named: name !== null };
}

/** Commas outside texts part the arguments: formulas are written the English way. */
function splitArguments(text: string): string[] {
  if (text.trim() === '') return [];
  const list = [''];
  let quoted = false;
  for (const letter of text) {
    if (letter === '"' || letter === "'") quoted = !quoted;
    if (letter === ',' && !quoted) list.push('');
    else list[list.length - 1] += letter;
  }
  return list;
}

const printReference = ({ sheet, area, named }: Reference): string =>
  area.gone ? '#REF!' : `${named ? sheetPrefix(sheet.name) : ''}${printArea(area)}`;

/** The formula as it stands now: its references have moved with their cells. */
export function printFormula(formula: Formula): string {
  if (formula.kind === 'reference') return `=${printReference(formula.reference)}`;
  const args = formula.args.map((one) =>
    one.kind === 'reference' ? printReference(one.reference) : one.kind === 'literal' ? one.text : '',
  );
  return `=ANNEXE.${formula.name}(${args.join(',')})`;
}

export const referencesOf = (formula: Formula): readonly Reference[] =>
  formula.kind === 'reference'
    ? [formula.reference]
    : formula.args.flatMap((one) => (one.kind === 'reference' ? [one.reference] : []));

/** Whether a change of `area` in `sheet` makes the formula compute again. */
export const dependsOn = (formula: Formula, sheet: Sheet, area: Area): boolean =>
  referencesOf(formula).some((one) => one.sheet === sheet && (one.area.gone || intersect(one.area, area) !== null));
