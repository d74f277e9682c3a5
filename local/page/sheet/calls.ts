import type { BaseReferenceObject } from '@univerjs/preset-sheets-core';
import type { Worksheet } from '@univerjs/core';
import { isAnnexe, readAnnexe, type Annexe } from '../../../shared/annexe';
import { evaluateFormula, type Argument, type FormulaContext, type Plage } from '../../../shared/formulas';
import { describe, isSession, openSession, vocabularyOf } from '../../../shared/lint';
import { formatAddress, type Grid } from '../../../shared/sheet';
import { millesimeOf, referential, RULES } from '../composition';
import type { Calls } from './formulaClass';
import { plageOf } from './plage';
import type { Spreadsheet } from './spreadsheet';

/** The formulas' view of the workbook. The spreadsheet is given later: its engine wants the formulas before it exists. */
export interface WorkbookCalls extends Calls {
  attach(spreadsheet: Pick<Spreadsheet, 'workbook' | 'mirror'>): void;
  /** The sheet that the pane reads, for formulas on a sheet that is no annexe. */
  choose(sheetName: string): void;
}

export function createCalls(): WorkbookCalls {
  let held: Pick<Spreadsheet, 'workbook' | 'mirror'> | null = null;
  let chosen = '';
  const read = new WeakMap<Grid['values'], Annexe | null>();

  function spreadsheet(): Pick<Spreadsheet, 'workbook' | 'mirror'> {
    if (held === null) throw new Error('no spreadsheet is attached yet');
    return held;
  }

  const gridOf = (sheet: Worksheet): Grid => spreadsheet().mirror.grid(sheet);

  /** The annexe that a sheet holds, read again only when the sheet has changed. */
  function annexeOf(sheet: Worksheet): Annexe | null {
    const grid = gridOf(sheet);
    const before = read.get(grid.values);
    if (before !== undefined) return before;
    const found = readAnnexe(grid, vocabularyOf(referential, millesimeOf(grid)));
    const annexe = isAnnexe(found) ? found : null;
    read.set(grid.values, annexe);
    return annexe;
  }

  function annexeFor(sheetId: string): ReturnType<FormulaContext['annexe']> {
    const workbook = spreadsheet().workbook();
    const own = workbook.getSheetBySheetId(sheetId);
    const here = own ? annexeOf(own) : null;
    if (here !== null) return here;
    const found = workbook.getSheets().flatMap((sheet) => annexeOf(sheet) ?? []);
    const [first, ...others] = found;
    if (first === undefined) return { kind: 'aucune' };
    if (others.length === 0) return first;
    const named = found.find(({ grid }) => grid.origin.sheet === chosen);
    return named ?? { kind: 'plusieurs', feuilles: found.map(({ grid }) => grid.origin.sheet) };
  }

  return {
    attach: (spreadsheet) => void (held = spreadsheet),
    choose: (sheetName) => void (chosen = sheetName),
    evaluate(name, args, { sheetId }) {
      const found = annexeFor(sheetId);
      const millesime = millesimeOf('grid' in found ? found.grid : gridOfArguments(args));
      const vocabulary = vocabularyOf(referential, millesime);
      return evaluateFormula(name, args, { annexe: () => found, referential, vocabulary, millesime, controleur });
    },
    range(reference: BaseReferenceObject) {
      const sheet = spreadsheet().workbook().getSheetBySheetId(reference.getSheetId());
      if (!sheet) return { values: [], origin: null };
      return plageOf(reference, gridOf(sheet));
    },
  };
}

/** The range that most formulas begin with, as a grid: its titles tell the millésime when the workbook has no annexe. */
function gridOfArguments(args: readonly Argument[]): Grid {
  const plage = args.find((arg): arg is Plage => typeof arg === 'object' && arg !== null && 'values' in arg);
  return { origin: { sheet: '', row: 0, column: 0 }, values: plage?.values ?? [] };
}

const controleur: FormulaContext['controleur'] = (grid, millesime) => {
  const session = openSession(grid, { referential, rules: RULES, millesime });
  if (!isSession(session)) return [];
  return session.diagnostics().map((diagnostic) => ({
    cellule: formatAddress(diagnostic.at.cell.row, diagnostic.at.cell.column),
    ref: diagnostic.ref,
    gravite: diagnostic.severity,
    regle: diagnostic.rule,
    message: describe(diagnostic, RULES),
  }));
};
