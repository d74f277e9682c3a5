import type { HostTool, SheetHost, Unwatch } from '../../shared/sheet';
import { addSheet } from './addSheet';
import { applyEdits } from './apply';
import { readSheet } from './readSheet';
import { run, runQuietly } from './run';
import { workbookStore } from './settings';
import { activeCell, insertFormula, reveal, shownSheets } from './showing';
import { createSignals, debounced, type Signals } from './signals';

export interface ExcelHostOptions {
  readonly signals?: Signals;
  /** The sheet that the pane reads. */
  readonly onRead?: (sheet: string) => void;
  readonly createDashboard?: (feuille: string) => Promise<string>;
  readonly tools?: () => Promise<readonly HostTool[]>;
  readonly diagnostic?: () => Promise<readonly string[]>;
}

/** A burst of edits or of moves is one hint. */
const QUIET_MS = 100;

/** The workbook that Excel has open, as the pane knows it. */
export function createExcelHost(options: ExcelHostOptions = {}): SheetHost {
  const { onRead, createDashboard, tools, diagnostic } = options;
  const signals = options.signals ?? createSignals(window);
  return {
    async read(where, reading) {
      const grid = await readSheet(where, reading);
      onRead?.(grid.origin.sheet);
      return grid;
    },
    apply: applyEdits,
    reveal: (at) => run((context) => reveal(context, at)),
    watch: (onChange) => afterBursts(signals.onChange, onChange),
    follow(onSelect) {
      let last = 0;
      return afterBursts(signals.onSelect, () => {
        const own = ++last;
        // Several workbooks open, or a shape selected: no cell to follow. Kept for the diagnostic card.
        void runQuietly(activeCell).then(
          (at) => void (own === last && onSelect(at)),
          () => undefined,
        );
      });
    },
    sheets: () => run(shownSheets),
    addSheet: (name, values) => run((context) => addSheet(context, name, values)),
    insertFormula: (formula) => run((context) => insertFormula(context, formula)),
    ...(createDashboard === undefined ? {} : { createDashboard }),
    ...(tools === undefined ? {} : { tools }),
    ...(diagnostic === undefined ? {} : { diagnostic }),
    store: workbookStore,
    // Excel does not tell an add-in who is there.
    stamp: () => ({ when: new Date().toLocaleString('fr-FR', { dateStyle: 'short', timeStyle: 'short' }), who: '' }),
  };
}

function afterBursts(subscribe: (tell: () => void) => Unwatch, work: () => void): Unwatch {
  const tell = debounced(work, QUIET_MS);
  const unsubscribe = subscribe(tell);
  return () => {
    tell.cancel();
    unsubscribe();
  };
}
