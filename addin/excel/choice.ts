import type { BookStore } from '../functions/bookStore';
import { workbookStore } from './settings';

const STORED = 'annexe.feuille';

/**
 * The sheet that the pane reads, for formulas in a workbook with several annexes. It is kept in the workbook, so that the formulas
 * measure the same one at the next opening and at a colleague's; only where there is something to choose, since it marks the file as
 * changed.
 */
export function followChoice(book: BookStore): (sheet: string) => void {
  let kept: string | null = null;
  void workbookStore.load(STORED).then(
    (sheet) => {
      kept = sheet;
      if (sheet !== null && book.chosen() === '') book.choose(sheet);
    },
    // Kept by `run` for the diagnostic card: the pane's next reading chooses.
    () => undefined,
  );
  return (sheet) => {
    book.choose(sheet);
    if (sheet === kept || book.grids().length < 2) return;
    kept = sheet;
    void workbookStore.save(STORED, sheet).catch(() => undefined);
  };
}
