import { SPECIFICATION, type Argument, type WorkbookFormulas } from '../../shared/formulas';
import type { Scalar } from '../../shared/sheet';
import { isLive } from '../functions/functionsJson';
import { defectOf, type LiveCalls, type Shown } from '../functions/liveCall';
import { scalarOf } from './cellState';

type Result = string | number | boolean | (string | number | boolean)[][] | CustomFunctions.Error;
let registered = 0;

/** How many formulas Excel was given, for the diagnostic card. */
export const registeredFunctions = (): number => registered;

type Stream = CustomFunctions.StreamingInvocation<Result>;

/**
 * Registers every formula of the specification with Excel. A function never reads the workbook, never throws (Excel drops what a
 * stream throws), and always gives something: a cell without a result shows #BUSY! for ever.
 */
export function associateFunctions(formulas: WorkbookFormulas, live: LiveCalls): void {
  // Without Microsoft's library there is nobody to register with; the page says so by itself.
  if (typeof CustomFunctions === 'undefined') return;
  registered = SPECIFICATION.length;
  for (const spec of SPECIFICATION) {
    const { name, parameters } = spec;
    const take = (given: readonly unknown[]): Argument[] => given.slice(0, parameters.length).map(argumentOf);
    if (!isLive(spec)) CustomFunctions.associate(name, (...given: unknown[]) => plain(formulas, name, take(given)));
    else
      CustomFunctions.associate(name, (...given: unknown[]) => {
        const invocation = given[given.length - 1] as Stream;
        const from = sheetOf(invocation.address);
        // Identical calls come and go in any order: what stops this one is its own.
        invocation.onCanceled = live.start(name, take(given.slice(0, -1)), from, (shown) =>
          invocation.setResult(resultOf(shown)),
        );
      });
  }
}

function plain(formulas: WorkbookFormulas, name: string, args: readonly Argument[]): Result {
  try {
    return resultOf(formulas.evaluate(name, args, ''));
  } catch (error) {
    return resultOf({ ok: false, message: defectOf(name, error) });
  }
}

/** What Excel hands over: null for what was left out, an object for an error, a table for a range. */
function argumentOf(given: unknown): Argument {
  if (given === null) return undefined;
  return Array.isArray(given)
    ? given.map((row) => (Array.isArray(row) ? row.map(valueOf) : [valueOf(row)]))
    : valueOf(given);
}

/** An error in a cell is its text, as everywhere in the core. */
function valueOf(given: unknown): Scalar {
  if (typeof given !== 'object' || given === null) return scalarOf(given);
  return 'code' in given ? scalarOf(given.code) : scalarOf(given);
}

/** "[Classeur]Feuille!B2" → "Feuille": no name of a sheet has a bracket. Quotes around one with spaces go. "" when Excel does not say. */
export function sheetOf(address: string | undefined): string {
  const sheet = address?.slice(0, address.lastIndexOf('!')) ?? '';
  const bare = /^'.*'$/s.test(sheet) ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;
  return bare.slice(bare.lastIndexOf(']') + 1);
}

function resultOf(shown: Shown): Result {
  if (shown.ok === 'attente') return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, shown.message);
  if (!shown.ok) return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, shown.message);
  const { value } = shown;
  if (!Array.isArray(value)) return value ?? '';
  const width = value.reduce((most, row) => Math.max(most, row.length), 1);
  // Excel wants a rectangle with at least one cell.
  const rows = value.length === 0 ? [[]] : value;
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
}
