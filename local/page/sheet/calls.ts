import type { BaseReferenceObject } from '@univerjs/preset-sheets-core';
import { createFormulas } from '../../../shared/formulas';
import { referential, RULES } from '../composition';
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

  function spreadsheet(): Pick<Spreadsheet, 'workbook' | 'mirror'> {
    if (held === null) throw new Error('no spreadsheet is attached yet');
    return held;
  }

  const formulas = createFormulas(referential, RULES, {
    grids: () => spreadsheet().workbook().getSheets().map(spreadsheet().mirror.grid),
    chosen: () => chosen,
  });

  return {
    attach: (spreadsheet) => void (held = spreadsheet),
    choose: (sheetName) => void (chosen = sheetName),
    evaluate(name, args, { sheetId }) {
      const from = spreadsheet().workbook().getSheetBySheetId(sheetId)?.getName() ?? '';
      return formulas.evaluate(name, args, from);
    },
    range(reference: BaseReferenceObject) {
      const sheet = spreadsheet().workbook().getSheetBySheetId(reference.getSheetId());
      if (!sheet) return { values: [], origin: null };
      return plageOf(reference, spreadsheet().mirror.grid(sheet));
    },
  };
}
