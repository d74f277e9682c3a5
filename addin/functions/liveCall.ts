import type { Argument, FormulaResult, WorkbookFormulas } from '../../shared/formulas';
import { NBSP } from '../../shared/text';
import type { BookStore } from './bookStore';

/** How long a formula waits for the workbook to be read before it says so. It gives its value all the same when that comes. */
export const PATIENCE_MS = 8000;

/** What a call shows: a value, a sentence about a misuse, or a sentence about a workbook that could not be read yet. */
export type Shown = FormulaResult | { readonly ok: 'attente'; readonly message: string };

/** Calls back once, later; gives what stops it. The page's timer, or a test's. */
export type Later = (work: () => void, ms: number) => () => void;

export interface LiveCalls {
  /**
   * A call that stands in the sheet `from`. With a range it gives one result: Excel calls again when the range changes. Without, it
   * follows the workbook until it is stopped. Tells a result only when it differs from the last, and always tells one.
   */
  start(name: string, args: readonly Argument[], from: string, tell: (shown: Shown) => void): () => void;
}

export function createLiveCalls(formulas: WorkbookFormulas, store: BookStore, later: Later): LiveCalls {
  function evaluate(name: string, args: readonly Argument[], from: string): Shown {
    try {
      return formulas.evaluate(name, args, from);
    } catch (error) {
      return { ok: false, message: defectOf(name, error) };
    }
  }

  return {
    start(name, args, from, tell) {
      if (hasRange(args)) {
        tell(evaluate(name, args, from));
        return () => undefined;
      }
      let last = '';
      const show = (shown: Shown): void => {
        const now = JSON.stringify(shown);
        if (now === last) return;
        last = now;
        tell(shown);
      };
      const follow = (): void => {
        if (store.isRead()) show(evaluate(name, args, from));
      };
      const stopWaiting = later(() => {
        if (!store.isRead()) show({ ok: 'attente', message: WAITING });
      }, PATIENCE_MS);
      const unsubscribe = store.subscribe(follow);
      follow();
      return () => {
        stopWaiting();
        unsubscribe();
      };
    },
  };
}

const WAITING = `Le classeur n’a pas encore pu être lu${NBSP}; terminez la saisie en cours, ou ouvrez le volet Annexe 7.`;

/** A range of one cell is that cell: Excel hands over `A1`, or a text, as a range too. */
function hasRange([first]: readonly Argument[]): boolean {
  return Array.isArray(first) && (first.length > 1 || (Array.isArray(first[0]) && first[0].length > 1));
}

/** What a defect of ours shows in a cell. */
export function defectOf(name: string, error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error);
  return `Erreur interne${NBSP}: ANNEXE.${name} n’a pas été calculée (${detail}).`;
}
