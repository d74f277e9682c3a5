import { IUniverInstanceService } from '@univerjs/core';
import { ILayoutService } from '@univerjs/preset-sheets-core';
import type { Spreadsheet } from './spreadsheet';

/** Brings the keyboard to the cells. Once the focus has left it, the workbook may not be the focused one any more. */
export function focusCells({ injector, workbook }: Spreadsheet): void {
  const instances = injector.get(IUniverInstanceService);
  const layout = injector.get(ILayoutService);
  if (layout.rootContainerElement) bringHome(layout.rootContainerElement);
  if (instances.getFocusedUnit() !== workbook()) instances.focusUnit(workbook().getUnitId());
  layout.focus();
}

/**
 * What takes the keys for the cells is an invisible text. Univer puts it in the page's body and moves it to the sheet at the first
 * selection, which takes the keyboard from it: the second key of somebody without a mouse would be lost. It is moved before.
 */
function bringHome(home: HTMLElement): void {
  for (const editor of document.querySelectorAll('[data-u-comp=editor]')) {
    const box = editor.closest('body > *');
    if (box && !box.contains(home)) home.append(box);
  }
}

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
