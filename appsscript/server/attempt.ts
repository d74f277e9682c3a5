import type { Edit } from '../../shared/sheet';
import type { Sheet } from './book';
import { failureOf, type Failure } from './failure';

/** What Google refused, now or with the whole batch: the cells are looked at afterwards, whatever it said. */
export function attempt(work: () => void): Failure | null {
  try {
    work();
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

export const cellAt = (sheet: Sheet, { at }: Pick<Edit, 'at'>): GoogleAppsScript.Spreadsheet.Range =>
  sheet.getRange(at.row + 1, at.column + 1);
