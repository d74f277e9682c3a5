import { Failure } from './failure';

/** How long to wait for somebody else's run of this script on this document. */
const WAIT_MS = 5000;

/**
 * Runs `work` alone among the runs of this script on this document. The lock does not stop people who type, nor other scripts: what
 * changes meanwhile is for `work` to see. What it wrote is flushed before the lock is given back, or the next run would not read it.
 */
export function alone<T>(work: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(WAIT_MS)) throw new Failure('occupe');
  try {
    SpreadsheetApp.flush();
    return work();
  } finally {
    try {
      SpreadsheetApp.flush();
    } finally {
      lock.releaseLock();
    }
  }
}
