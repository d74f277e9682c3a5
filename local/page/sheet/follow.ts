import { ICommandService, type IUnitRange } from '@univerjs/core';
import { SetTriggerFormulaCalculationStartMutation } from '@univerjs/preset-sheets-core';
import type { Spreadsheet } from './spreadsheet';

/** One computation for a burst of edits. */
const QUIET_MS = 30;
const OURS = /\bANNEXE\./i;

/**
 * A formula without a range depends on the whole annexe, which the engine cannot know: after an edit anywhere, the cells that hold
 * one of ours are computed again. What our own formulas give back is no edit.
 */
export function followEdits({ workbook, mirror, injector, onChange, onLoad }: Spreadsheet): void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function holdsOurs(sheetId: string, row: number): boolean {
    const sheet = workbook().getSheetBySheetId(sheetId);
    return (
      sheet !== null &&
      sheet !== undefined &&
      (mirror.grid(sheet).formulas?.get(row) ?? []).some((formula) => OURS.test(formula))
    );
  }

  function compute(): void {
    const dirtyRanges = ourCells();
    if (dirtyRanges.length === 0) return;
    const params = { dirtyRanges, forceCalculation: false };
    injector
      .get(ICommandService)
      .syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, params, { onlyLocal: true });
  }

  function ourCells(): IUnitRange[] {
    const unitId = workbook().getUnitId();
    const cells: IUnitRange[] = [];
    for (const sheet of workbook().getSheets()) {
      for (const [row, formulas] of mirror.grid(sheet).formulas ?? []) {
        formulas.forEach((formula, column) => {
          if (!OURS.test(formula)) return;
          const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
          cells.push({ unitId, sheetId: sheet.getSheetId(), range });
        });
      }
    }
    return cells;
  }

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(compute, QUIET_MS);
  };
  onChange(({ sheetId, rows }, computed) => {
    if (computed && rows?.every((row) => holdsOurs(sheetId, row))) return;
    soon();
  });
  onLoad(soon);
}
