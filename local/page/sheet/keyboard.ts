import { IUniverInstanceService } from '@univerjs/core';
import { ILayoutService } from '@univerjs/preset-sheets-core';
import type { Spreadsheet } from './spreadsheet';

/** Brings the keyboard to the cells. The workbook is asked for by name: it is not the focused one once the focus has left it. */
export function focusCells({ injector, workbook }: Spreadsheet): void {
  injector.get(IUniverInstanceService).focusUnit(workbook().getUnitId());
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
