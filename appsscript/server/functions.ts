import { createFormulas, type Argument, type WorkbookFormulas } from '../../shared/formulas';
import type { Grid, Scalar } from '../../shared/sheet';
import { book, gridOf, type Sheet } from './book';
import { plainRows } from './cells';
import { referential, RULES } from './composition';
import { chosenSheet } from './store';

let formulas: WorkbookFormulas | null = null;

/**
 * A custom function of the spreadsheet. With a range it asks the workbook nothing: Google computes it again when the range changes.
 * Without one it reads the sheets, which Google allows but does not follow. Misuse throws the French sentence that the cell shows.
 */
export function compute(name: string, given: ArrayLike<unknown>): Scalar | Scalar[][] {
  formulas ??= createFormulas(referential(), RULES, { grids: lazyGrids, chosen: chosenSheet });
  const args = Array.from(given, argumentOf);
  const result = formulas.evaluate(name, args, ownSheet(args));
  if (!result.ok) throw new Error(result.message);
  const { value } = result;
  return Array.isArray(value) ? value.map((row) => row.map((cell) => cell ?? '')) : (value ?? '');
}

function argumentOf(given: unknown): Argument {
  if (given === undefined) return undefined;
  return Array.isArray(given) ? plainRows(given.map((row: unknown) => (Array.isArray(row) ? row : [row]))) : one(given);
}

const one = (given: unknown): Scalar => plainRows([[given]])[0]?.[0] ?? null;

/** Where the formula stands: in a custom function the active sheet is the one of the cell. Not asked when a range is given. */
const ownSheet = ([first]: readonly Argument[]): string =>
  typeof first === 'object' && first !== null ? '' : book().getActiveSheet().getName();

/** Every sheet, each read only when it is looked into. */
const lazyGrids = (): Grid[] => book().getSheets().map(lazyGrid);

function lazyGrid(sheet: Sheet): Grid {
  const name = sheet.getName();
  let read: Grid | null = null;
  const grid = (): Grid => (read ??= gridOf(sheet, name));
  return {
    origin: { sheet: name, row: 0, column: 0 },
    get values() {
      return grid().values;
    },
    get formulas() {
      return grid().formulas ?? new Map();
    },
  };
}
