import type { Unwatch } from '../../shared/sheet';
import { breathe, runQuietly } from './run';

/**
 * Hints that something may have changed. Excel's events come late, twice, for others' work too, or not at all (filters, fill-down over
 * hidden lines: OfficeDev/office-js#1110): whoever is told reads the truth again. Nothing is ever written because of one, so that the
 * echo of our own writing starts no ring, and n colleagues with the pane open do not write n times.
 */
export interface Signals {
  /** Tells the id of the sheet that may have changed; null when it may be any of them. */
  onChange(tell: (sheetId: string | null) => void): Unwatch;
  /** Tells that the selection may have moved. */
  onSelect(tell: () => void): Unwatch;
  /** For the diagnostic card. */
  state(): 'en place' | 'en attente';
}

const RETRY_MS = 2000;

/** `page`: a window that comes back to the front may have missed events. */
export function createSignals(page: Window): Signals {
  const changes = new Set<(sheetId: string | null) => void>();
  const selections = new Set<() => void>();
  let asked = false;
  let placed = false;

  const tellChange = async (sheetId: string | null): Promise<void> => {
    for (const tell of [...changes]) tell(sheetId);
  };
  const tellSelection = async (): Promise<void> => {
    for (const tell of [...selections]) tell();
  };

  /** Registered once and for the life of the page: Excel forgets handlers with it. Refused while a cell is edited, so asked again. */
  async function register(): Promise<void> {
    try {
      await runQuietly(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.onChanged.add(({ worksheetId }) => tellChange(worksheetId));
        worksheets.onActivated.add(({ worksheetId }) => tellChange(worksheetId));
        worksheets.onAdded.add(() => tellChange(null));
        worksheets.onDeleted.add(() => tellChange(null));
        context.workbook.onSelectionChanged.add(tellSelection);
        await context.sync();
      });
      placed = true;
    } catch {
      // Kept by `runQuietly` for the diagnostic card; the window's focus still hints meanwhile.
      await breathe(RETRY_MS);
      await register();
    }
  }

  function begin(): void {
    if (asked) return;
    asked = true;
    page.addEventListener('focus', () => void tellChange(null));
    page.document.addEventListener('visibilitychange', () => {
      if (page.document.visibilityState === 'visible') void tellChange(null);
    });
    void register();
  }

  const listening = <T>(set: Set<T>, tell: T): Unwatch => {
    begin();
    set.add(tell);
    return () => void set.delete(tell);
  };

  return {
    onChange: (tell) => listening(changes, tell),
    onSelect: (tell) => listening(selections, tell),
    state: () => (placed ? 'en place' : 'en attente'),
  };
}

export interface Debounced {
  (): void;
  cancel(): void;
}

/** Calls once after a burst. */
export function debounced(work: () => void, ms: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => clearTimeout(timer);
  const call = (): void => {
    cancel();
    timer = setTimeout(work, ms);
  };
  return Object.assign(call, { cancel });
}
