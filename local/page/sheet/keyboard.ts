import { IUniverInstanceService } from '@univerjs/core';
import { ILayoutService } from '@univerjs/preset-sheets-core';
import type { Spreadsheet } from './spreadsheet';

/** Brings the keyboard to the cells. Once the focus has left it, the workbook is not the focused one any more. */
export function focusCells({ injector, workbook }: Spreadsheet): void {
  const instances = injector.get(IUniverInstanceService);
  if (instances.getFocusedUnit() === null) instances.focusUnit(workbook().getUnitId());
  injector.get(ILayoutService).focus();
}

/**
 * Somebody without a mouse goes to a cell by its address: Enter in the address box brings the keyboard to the cells. Univer alone
 * leaves it nowhere the first time.
 */
export function bringKeyboardBack(container: HTMLElement, spreadsheet: Spreadsheet): void {
  container.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
    setTimeout(() => {
      if (document.activeElement === document.body) focusCells(spreadsheet);
    });
  });
}
