import type { Scalar } from '../../../shared/sheet';
import type { FunctionOfAddin } from './functionsOfAddin';
import { HostError } from './hostError';
import { contains, intersect, printArea, sheetPrefix, WHOLE, type Area } from './model/area';
import { ERRORS } from './model/entry';
import { dependsOn, referencesOf, type Argument, type Formula } from './model/formula';
import type { FormulaCell, Sheet } from './model/sheet';
import type { Listener, Workbook } from './model/workbook';

/** The errors of `CustomFunctions.Error` and of a function that failed, by the number in the message. */
const ERROR_OF: Readonly<Record<number, string>> = {
  0: '#VALUE!',
  1: '#N/A',
  2: '#VALUE!',
  3: '#VALUE!',
  4: '#VALUE!',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
};

/** Asks the add-in for a function's value, or tells it that nobody waits for it any more. */
export interface FunctionRuntime {
  invoke(message: string, id: string): void;
  cancel(message: string): void;
}

/** One result, in either form that the genuine runtime sends. */
export type Result =
  | readonly [id: number, ok: boolean, value: unknown, code?: number]
  | { readonly id: number; readonly value: unknown; readonly failed?: boolean; readonly errorCode?: number };

interface Standing {
  readonly sheet: Sheet;
  readonly cell: FormulaCell;
  readonly streaming: boolean;
}

/**
 * The little recalculation that custom functions need: a formula is computed when it is entered, and again when what it refers to
 * changes. A formula that streams is not computed again unless its arguments change.
 */
export class Calculator implements Listener {
  /** The runtime of the add-in is there. */
  #runtime: FunctionRuntime | null = null;
  readonly #cells = new Map<FormulaCell, Sheet>();
  readonly #open = new Map<number, Standing>();
  /** What an error says when one points at its cell. */
  readonly #messages = new Map<FormulaCell, string>();
  #count = 0;

  constructor(
    private readonly workbook: Workbook,
    private readonly functions: ReadonlyMap<string, FunctionOfAddin>,
  ) {}

  /** The add-in is ready to compute (or, with null, is gone): waiting and streaming formulas begin again. */
  connect(runtime: FunctionRuntime | null): void {
    this.#runtime = runtime;
    const streams = [...this.#open.values()];
    this.#open.clear();
    if (!runtime) return;
    const again = new Set(streams.map(({ cell }) => cell));
    for (const [cell, sheet] of this.#cells)
      if (again.has(cell) || sheet.value(cell.place.top, cell.place.left) === '#BUSY!') this.#compute(sheet, cell);
  }

  /** The sentence of the error that a cell shows; "" when it shows none. */
  messageAt(sheet: Sheet, row: number, column: number): string {
    const cell = sheet.cell(row, column)?.formula;
    return cell ? (this.#messages.get(cell) ?? '') : '';
  }

  /** Formulas that stream to this moment. */
  get streams(): number {
    return [...this.#open.values()].filter(({ streaming }) => streaming).length;
  }

  entered(sheet: Sheet, cell: FormulaCell): void {
    this.#cells.set(cell, sheet);
    this.#compute(sheet, cell);
  }

  removed(cell: FormulaCell): void {
    this.#cells.delete(cell);
    this.#messages.delete(cell);
    this.#cancel(cell);
  }

  stale(sheet: Sheet, area: Area): void {
    for (const [cell, home] of [...this.#cells]) if (dependsOn(cell.formula, sheet, area)) this.#compute(home, cell);
  }

  /** What the runtime of the add-in answers. */
  results(list: readonly Result[]): void {
    for (const one of list) {
      const [id, ok, value, code] = 'id' in one ? [one.id, one.failed !== true, one.value, one.errorCode] : one;
      const standing = this.#open.get(id);
      if (!standing) continue;
      if (!standing.streaming) this.#open.delete(id);
      const { sheet, cell } = standing;
      const error = ok ? errorOf(value) : { shown: ERROR_OF[Number(code)] ?? '#VALUE!', message: textOf(value) };
      if (error === null) this.#messages.delete(cell);
      else this.#messages.set(cell, error.message);
      this.workbook.result(sheet, cell, error?.shown ?? valueOf(value));
    }
  }

  #compute(sheet: Sheet, cell: FormulaCell): void {
    const { formula, place } = cell;
    const circular = referencesOf(formula).some((one) => one.sheet === sheet && intersect(one.area, place) !== null);
    if (circular) throw new HostError('InvalidArgument', 'a formula that refers to itself');
    if (formula.kind === 'reference') {
      const { sheet: from, area } = formula.reference;
      this.workbook.result(sheet, cell, area.gone ? '#REF!' : from.value(area.top, area.left) || 0);
      return;
    }
    const known = this.functions.get(formula.name);
    if (!known) return this.workbook.result(sheet, cell, '#NAME?');
    this.#cancel(cell);
    this.#messages.delete(cell);
    const args = this.#arguments(formula, known);
    if (typeof args === 'string') return this.workbook.result(sheet, cell, args);
    // A value stays until the next one comes; a formula just entered is busy.
    if (sheet.value(place.top, place.left) === '' || !this.#runtime) this.workbook.result(sheet, cell, '#BUSY!');
    if (!this.#runtime) return;
    const id = ++this.#count;
    cell.invocation = id;
    this.#open.set(id, { sheet, cell, streaming: known.streaming });
    const flags =
      (known.cancelable || known.streaming ? 1 : 0) + (known.streaming ? 2 : 0) + (known.takesErrors ? 4 : 0);
    const address = known.address ? `[${this.workbook.name}]${sheetPrefix(sheet.name)}${printArea(place)}` : '';
    this.#runtime.invoke(JSON.stringify([id, known.id, args, address, flags, []]), String(id));
  }

  /** The values of the arguments; an error among them is the result unless the function takes errors. */
  #arguments(formula: Formula & { kind: 'call' }, known: FunctionOfAddin): readonly unknown[] | string {
    const args = known.parameters.map(({ matrix }, place) => {
      const given = formula.args[place];
      if (given === undefined || given.kind === 'blank') return null;
      return matrix ? this.#matrix(given) : this.#single(given);
    });
    if (formula.args.length > known.parameters.length) return '#VALUE!';
    const missing = known.parameters.some(({ optional }, place) => !optional && args[place] === null);
    if (missing) return '#VALUE!';
    const error = args.flat(2).find((one) => typeof one === 'string' && ERRORS.includes(one));
    if (error === undefined) return args;
    return known.takesErrors ? withErrors(args) : String(error);
  }

  #matrix(given: Argument): Scalar[][] {
    if (given.kind !== 'reference') return [[given.kind === 'literal' ? given.value : '']];
    const { sheet, area } = given.reference;
    if (area.gone) return [['#REF!']];
    // Whole columns are handed over as far as they are filled.
    const used = sheet.used(WHOLE, false);
    const limit =
      used &&
      intersect(area, { ...area, bottom: Math.max(area.top, used.bottom), right: Math.max(area.left, used.right) });
    const read = limit && contains(area, limit) ? limit : { ...area, bottom: area.top, right: area.left };
    const rows: Scalar[][] = [];
    for (let row = read.top; row <= read.bottom; row++) {
      const cells: Scalar[] = [];
      for (let column = read.left; column <= read.right; column++) cells.push(sheet.value(row, column));
      rows.push(cells);
    }
    return rows;
  }

  #single(given: Argument): Scalar {
    if (given.kind === 'literal') return given.value;
    if (given.kind === 'blank') return null;
    const { sheet, area } = given.reference;
    if (area.gone) return '#REF!';
    if (area.top !== area.bottom || area.left !== area.right)
      throw new HostError('InvalidArgument', 'the emulator does not lift a function over a range');
    return sheet.value(area.top, area.left);
  }

  #cancel(cell: FormulaCell): void {
    const standing = this.#open.get(cell.invocation);
    if (standing?.cell !== cell) return;
    this.#open.delete(cell.invocation);
    this.#runtime?.cancel(JSON.stringify({ invocationId: cell.invocation }));
  }
}

/** Errors among the arguments, as the genuine runtime expects them. */
const withErrors = (args: readonly unknown[]): unknown[] =>
  args.map((one) => {
    if (Array.isArray(one)) return withErrors(one);
    return typeof one === 'string' && ERRORS.includes(one) ? { type: 'CustomFunctionError', code: one } : one;
  });

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The `CustomFunctions.Error` that a function gave as its result, instead of throwing it. */
function errorOf(value: unknown): { readonly shown: string; readonly message: string } | null {
  if (typeof value !== 'object' || value === null || !('valueType' in value)) return null;
  const { basicValue, message } = value as { basicValue?: unknown; message?: unknown };
  return value.valueType === 'CustomFunctionError' ? { shown: textOf(basicValue), message: textOf(message) } : null;
}

function valueOf(value: unknown): Scalar | readonly (readonly Scalar[])[] {
  if (Array.isArray(value)) return value as readonly (readonly Scalar[])[];
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value as Scalar;
  throw new HostError('InvalidArgument', `a function gave ${JSON.stringify(value)}`);
}
