import { IUniverInstanceService } from '@univerjs/core';
import { ILayoutService } from '@univerjs/preset-sheets-core';
import type { Spreadsheet } from './spreadsheet';

/** Brings the keyboard to the cells. Once the focus has left it, the workbook may not be the focused one any more. */
export function focusCells({ injector, workbook }: Spreadsheet): void {
  const instances = injector.get(IUniverInstanceService);
  if (instances.getFocusedUnit() !== workbook()) instances.focusUnit(workbook().getUnitId());
  injector.get(ILayoutService).focus();
}

/** What takes the keys for the cells is an invisible text, which Univer may put anywhere in the page. */
export const isInSheet = (container: HTMLElement, focused: Element): boolean =>
  container.contains(focused) || focused.closest('[data-u-comp=editor]') !== null;

/** Enter in the address box goes to a cell; Univer alone leaves the keyboard nowhere the first time. */
export function bringKeyboardBack(container: HTMLElement, spreadsheet: Spreadsheet): void {
  container.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
    setTimeout(() => {
      if (document.activeElement === document.body) focusCells(spreadsheet);
    });
  });
}
