import type { WorkbookFormulas } from '../../shared/formulas';
import type { CellRef, SheetHost } from '../../shared/sheet';
import type { BookStore } from '../functions/bookStore';
import { createDashboard } from './dashboard';
import { diagnose } from './diagnostic';
import { createExcelHost } from './host';
import { run } from './run';
import { activeCell } from './showing';
import { createSignals } from './signals';
import { createTools } from './tools';
import type { Listes } from './tools/lists';
import { feedStore } from './watcher';
import { followChoice } from './choice';

export interface ExcelParts {
  /** What the formulas without a range know of the workbook: fed from here. */
  readonly book: BookStore;
  readonly formulas: WorkbookFormulas;
  /** What the drop-down lists offer. */
  readonly listes: Listes;
}

/** The workbook that Excel has open: a host for the pane, and the feeding of the formulas. `here`: the cell where the agent is. */
export function openExcel(
  page: Window,
  { book, formulas, listes }: ExcelParts,
): { readonly host: SheetHost; here(): Promise<CellRef> } {
  const signals = createSignals(page);
  const feeder = feedStore(book, signals);
  const choose = followChoice(book);
  const host = createExcelHost({
    signals,
    onRead: choose,
    createDashboard: async (feuille) => {
      await feeder.readNow();
      return createDashboard(feuille, formulas, book.grids().length > 1);
    },
    tools: createTools(listes),
    diagnostic: () => diagnose({ signals, functions: feeder.diagnostic }),
  });
  return { host, here: () => run(activeCell) };
}
