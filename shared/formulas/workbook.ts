import { isAnnexe, readAnnexe, type Annexe } from '../annexe';
import { describe, diagnosticsOf, millesimeOf, vocabularyOf, type Rule } from '../lint';
import type { Referential } from '../referential';
import { formatAddress, type Grid } from '../sheet';
import { evaluateFormula } from './evaluate';
import { SPECIFICATION } from './formulas';
import type { Argument, Controleur, FormulaContext, FormulaResult, Values } from './specification';

/** The workbook that formulas stand in, as its host knows it at this moment. */
export interface FormulaBook {
  /** Every sheet that may hold an annexe, in the order of the workbook. A sheet that did not change is the same object, or has the same `values`. */
  grids(): readonly Grid[];
  /** The sheet that the pane reads; "" when none was chosen. */
  chosen(): string;
}

export interface WorkbookFormulas {
  /** Computes a formula, named without its prefix, that stands in the sheet `from` ("" when the host cannot tell). */
  evaluate(name: string, args: readonly Argument[], from: string): FormulaResult;
}

/**
 * The formulas of a workbook. Without a range they measure the annexe of their own sheet if it holds one, else the only annexe, else
 * the one that the pane reads.
 */
export function createFormulas(referential: Referential, rules: readonly Rule[], book: FormulaBook): WorkbookFormulas {
  const read = new WeakMap<Grid['values'], Annexe | null>();
  const controleur = controleurOf(referential, rules);

  /** The annexe that a sheet holds, read again only when the sheet has changed, or its name. */
  function annexeOf(grid: Grid): Annexe | null {
    const before = read.get(grid.values);
    if (before === null || before?.grid.origin.sheet === grid.origin.sheet) return before;
    const found = readAnnexe(grid, vocabularyOf(referential, millesimeOf(grid)));
    const annexe = isAnnexe(found) ? found : null;
    read.set(grid.values, annexe);
    return annexe;
  }

  function annexeFor(from: string): ReturnType<FormulaContext['annexe']> {
    const grids = book.grids();
    const own = grids.find(({ origin }) => origin.sheet === from);
    const here = own ? annexeOf(own) : null;
    if (here !== null) return here;
    const found = grids.flatMap((grid) => annexeOf(grid) ?? []);
    const [first, ...others] = found;
    if (first === undefined) return { kind: 'aucune' };
    if (others.length === 0) return first;
    const chosen = book.chosen();
    const named = found.find(({ grid }) => grid.origin.sheet === chosen);
    return named ?? { kind: 'plusieurs', feuilles: found.map(({ grid }) => grid.origin.sheet) };
  }

  return {
    evaluate(name, args, from) {
      const range = takesRange(name) ? valuesOf(args[0]) : null;
      const found = range === null ? annexeFor(from) : null;
      const millesime = millesimeOf(found !== null && 'grid' in found ? found.grid : { values: range ?? [] });
      const vocabulary = vocabularyOf(referential, millesime);
      const annexe = (): ReturnType<FormulaContext['annexe']> => found ?? annexeFor(from);
      return evaluateFormula(name, args, { annexe, referential, vocabulary, millesime, controleur });
    },
  };
}

const takesRange = (name: string): boolean =>
  SPECIFICATION.find((spec) => spec.name === name.trim().toUpperCase())?.parameters[0]?.type === 'range';

/** The values of a range, whose titles tell the millésime; null for anything else. */
function valuesOf(argument: Argument): Values | null {
  if (typeof argument !== 'object' || argument === null) return null;
  return 'origin' in argument ? argument.values : argument;
}

/** Checks a grid with all the rules, as a formula shows it. */
function controleurOf(referential: Referential, rules: readonly Rule[]): Controleur {
  return (grid, millesime) =>
    diagnosticsOf(grid, { referential, rules, millesime }).map((diagnostic) => ({
      cellule: formatAddress(diagnostic.at.cell.row, diagnostic.at.cell.column),
      ref: diagnostic.ref,
      gravite: diagnostic.severity,
      regle: diagnostic.rule,
      message: describe(diagnostic, rules),
    }));
}
