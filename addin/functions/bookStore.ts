import type { FormulaBook } from '../../shared/formulas';
import type { Grid } from '../../shared/sheet';

/** What the formulas know of the workbook: the sheets that look like an annexe, as they were read last. It never reads by itself. */
export interface BookStore extends FormulaBook {
  /** Whether the workbook was read at least once. */
  isRead(): boolean;
  /** A sheet that did not change is given as the same object. */
  put(grids: readonly Grid[]): void;
  choose(sheet: string): void;
  /** Tells every change; the first listener wakes whoever reads the workbook. */
  subscribe(tell: () => void): () => void;
  /** Called when somebody listens for the first time. */
  onWanted(wake: () => void): void;
}

export function createBookStore(): BookStore {
  const listeners = new Set<() => void>();
  let grids: readonly Grid[] | null = null;
  let chosen = '';
  let wanted = false;
  let wake: (() => void) | null = null;

  const tellAll = (): void => {
    for (const tell of [...listeners]) tell();
  };

  return {
    grids: () => grids ?? [],
    chosen: () => chosen,
    isRead: () => grids !== null,
    put(now) {
      if (grids !== null && sameSheets(grids, now)) return;
      grids = now;
      tellAll();
    },
    choose(sheet) {
      if (sheet === chosen) return;
      chosen = sheet;
      if (grids !== null) tellAll();
    },
    subscribe(tell) {
      listeners.add(tell);
      if (!wanted) {
        wanted = true;
        wake?.();
      }
      return () => void listeners.delete(tell);
    },
    onWanted(start) {
      wake = start;
      if (wanted) start();
    },
  };
}

const sameSheets = (a: readonly Grid[], b: readonly Grid[]): boolean =>
  a.length === b.length && a.every((grid, index) => grid === b[index]);
