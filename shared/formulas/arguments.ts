import { enumerate, NBSP, plural, quote } from '../text/french';
import type { Argument, FormulaSpec, Inputs, Plage, Scalar, Values } from './specification';

type Bound = Plage | Scalar | undefined;

const isValues = (argument: Argument | Plage): argument is Values => Array.isArray(argument);
const isPlage = (bound: Bound): bound is Plage => typeof bound === 'object' && bound !== null;
const isBlank = (value: Bound): value is null | undefined | string =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** Puts the arguments in their places, or says what is wrong. A text where an optional range is expected: the range was left out. */
export function bindArguments(spec: FormulaSpec, args: readonly Argument[]): Inputs | string {
  const bound = args.map(boundOf);
  const [first] = spec.parameters;
  if (first?.type === 'range' && !isBlank(bound[0]) && !isPlage(bound[0])) bound.unshift(null);
  while (bound.length > spec.parameters.length && isBlank(bound[bound.length - 1])) bound.pop();
  const fault = faultOf(spec, bound);
  if (fault !== null) return fault;
  const at = (name: string): Bound => bound[spec.parameters.findIndex((parameter) => parameter.name === name)];
  const value = (name: string): Scalar => {
    const found = at(name);
    return isBlank(found) || isPlage(found) ? null : found;
  };
  const plage = at('plage');
  return { plage: isPlage(plage) ? plage : null, value, text: (name) => textOf(value(name)) };
}

/** A range of one cell is that cell: hosts pass `A1` either way. */
function boundOf(argument: Argument): Bound {
  const plage = isValues(argument) ? { values: argument, origin: null } : argument;
  if (!isPlage(plage)) return plage;
  return plage.values.length === 1 && plage.values[0]?.length === 1 ? plage.values[0][0] : plage;
}

function faultOf(spec: FormulaSpec, bound: readonly Bound[]): string | null {
  const { parameters } = spec;
  if (bound.length > parameters.length) {
    const names = enumerate(parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)));
    return `La formule ${spec.name} reçoit ${plural(bound.length, 'argument')}${NBSP}; elle attend au plus ${names}.`;
  }
  for (const [index, { name, type, optional }] of parameters.entries()) {
    const argument = bound[index];
    if (!optional && argument === undefined) return `La formule ${spec.name} attend ${quote(name)}${NBSP}; donnez-le.`;
    if (type !== 'range' && isPlage(argument)) {
      return `L’argument ${quote(name)} de ${spec.name} est une plage${NBSP}; donnez une seule valeur ou une seule cellule.`;
    }
  }
  return null;
}

function textOf(value: Scalar): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  return typeof value === 'number' ? String(value).replace('.', ',') : value;
}
