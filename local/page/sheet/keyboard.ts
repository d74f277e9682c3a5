import { ILayoutService } from '@univerjs/preset-sheets-core';
import type { Spreadsheet } from './spreadsheet';

/**
 * Somebody without a mouse goes to a cell by its address: Enter in the address box brings the keyboard to the cells. Univer alone
 * leaves it nowhere the first time.
 */
export function bringKeyboardBack(container: HTMLElement, { injector }: Spreadsheet): void {
  container.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
    setTimeout(() => {
      if (document.activeElement === document.body) injector.get(ILayoutService).focus();
    });
  });
}
