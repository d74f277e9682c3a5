import { enumerate, NBSP, quote } from '../text/french';
import { bindArguments } from './arguments';
import { FORMULAS } from './formulas';
import { refuses, type Argument, type FormulaContext, type FormulaResult } from './specification';

/** Computes a formula, named without its prefix ("COUVERTURE"). Misuse gives a French sentence, never an exception. */
export function evaluateFormula(name: string, args: readonly Argument[], context: FormulaContext): FormulaResult {
  const wanted = name.trim().toUpperCase();
  const formula = FORMULAS.find(({ spec }) => spec.name === wanted);
  if (formula === undefined) {
    const names = enumerate(FORMULAS.map(({ spec }) => spec.name));
    return refuses(`La formule ${quote(name)} n’existe pas${NBSP}; les formules de l’annexe sont ${names}.`);
  }
  const inputs = bindArguments(formula.spec, args);
  return typeof inputs === 'string' ? refuses(inputs) : formula.evaluate(inputs, context);
}
