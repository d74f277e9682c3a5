import { HostFailure, Interrompu } from '../../shared/sheet';
import { failureOf } from './failures';

/** What went wrong last, for the diagnostic card: work in the background has nobody else to tell. */
let last: { readonly error: unknown; readonly when: Date } | null = null;

export const lastFailure = (): typeof last => last;

/**
 * Runs batches that the agent asked for. While a cell is being edited Excel holds them back until it is left, instead of refusing
 * them at once. https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-delay-in-cell-edit
 */
export function run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return told(Excel.run({ delayForCellEdit: true }, work));
}

/** Runs batches that nobody waits for: refused while a cell is being edited, to be tried again at the next hint. */
export function runQuietly<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return told(Excel.run(work));
}

async function told<T>(running: Promise<T>): Promise<T> {
  try {
    return await running;
  } catch (error) {
    const expected = error instanceof HostFailure || error instanceof Interrompu;
    if (!expected) last = { error, when: new Date() };
    throw failureOf(error);
  }
}

/** Lets Excel and the pane breathe between two batches. */
export const breathe = (ms = 0): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
