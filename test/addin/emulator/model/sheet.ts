import type { Scalar } from '../../../../shared/sheet';
import { HostError } from '../hostError';
import { areaOf, intersect, shiftColumns, shiftRows, type Area } from './area';
import { printFormula, type Formula } from './formula';

/** A formula where it stands. */
export interface FormulaCell {
  readonly formula: Formula;
  readonly place: Area;
  /** The cells that its result fills beside its own. */
  spill: Area | null;
  /** Number of the invocation that it waits for, or that streams to it. */
  invocation: number;
}

export interface Cell {
  value: Scalar;
  formula: FormulaCell | null;
  /** Filled by the formula of another cell. */
  spilled: FormulaCell | null;
  /** Formats by the path that Office.js gives them ("numberFormat", "fill/color"); what is absent is Excel's default. */
  style: Readonly<Record<string, unknown>>;
}

interface Row {
  readonly cells: Cell[];
  hidden: boolean;
}

/** Cells that are computed when they are read: a sheet of a million rows costs nothing until somebody writes in it. */
export interface Source {
  readonly rows: number;
  readonly columns: number;
  at(row: number, column: number): Scalar;
}

export interface Validation {
  readonly area: Area;
  readonly rule: Readonly<Record<string, unknown>>;
  errorAlert: unknown;
  prompt: unknown;
  ignoreBlanks: boolean;
}

export interface ConditionalFormat {
  readonly id: string;
  readonly type: string;
  readonly areas: readonly Area[];
  priority: number;
  stopIfTrue: boolean;
  /** By path, as in a cell: "custom/rule/formula", "custom/format/fill/color". */
  readonly settings: Record<string, unknown>;
}

export interface Chart {
  readonly id: string;
  readonly source: { readonly sheet: Sheet; readonly area: Area };
  readonly settings: Record<string, unknown>;
}

export interface Protection {
  on: boolean;
  password: string;
  options: Readonly<Record<string, boolean>>;
}

const STYLE: Readonly<Record<string, unknown>> = {};
const newCell = (): Cell => ({ value: '', formula: null, spilled: null, style: STYLE });

/** A sheet of the emulated workbook: what it holds, and how it moves. It tells nobody; the workbook does. */
export class Sheet {
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  readonly protection: Protection = { on: false, password: '', options: {} };
  merges: Area[] = [];
  validations: Validation[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  charts: Chart[] = [];
  readonly hiddenColumns = new Set<number>();
  /** Formats of the sheet and of its columns, by path. */
  readonly settings: Record<string, unknown> = {};
  #rows: Row[] = [];
  readonly #areas = new Set<Area>();

  constructor(
    readonly id: string,
    public name: string,
    private readonly source: Source | null = null,
  ) {}

  /** Keeps an area in its place among the cells; returns the same object. */
  keep(area: Area): Area {
    this.#areas.add(area);
    return area;
  }

  drop(area: Area): void {
    this.#areas.delete(area);
  }

  cell(row: number, column: number): Cell | undefined {
    const cell = this.#rows[row]?.cells[column];
    if (cell !== undefined || this.source === null) return cell;
    const { rows, columns } = this.source;
    return row < rows && column < columns ? { ...newCell(), value: this.source.at(row, column) } : undefined;
  }

  value(row: number, column: number): Scalar {
    if (this.source !== null && this.#rows.length === 0) {
      const { rows, columns } = this.source;
      return row < rows && column < columns ? this.source.at(row, column) : '';
    }
    return this.cell(row, column)?.value ?? '';
  }

  /** "=…" as it stands now; "" for a plain value. */
  formulaText(row: number, column: number): string {
    const formula = this.cell(row, column)?.formula;
    return formula ? printFormula(formula.formula) : '';
  }

  style(row: number, column: number, path: string): unknown {
    return this.cell(row, column)?.style[path];
  }

  numberFormat(row: number, column: number): string {
    return String(this.style(row, column, 'numberFormat') ?? 'General');
  }

  /** The cell itself, made when there is none, to be written in. */
  touch(row: number, column: number): Cell {
    const line = (this.#rows[row] ??= { cells: [], hidden: false });
    return (line.cells[column] ??= this.cell(row, column) ?? newCell());
  }

  isHidden(row: number): boolean {
    return this.#rows[row]?.hidden ?? false;
  }

  hide(row: number, hidden: boolean): void {
    (this.#rows[row] ??= { cells: [], hidden }).hidden = hidden;
  }

  /** The cells of an area that exist, by row then column. */
  *cellsIn(area: Area): Generator<{ readonly row: number; readonly column: number; readonly cell: Cell }> {
    for (let row = area.top; row <= Math.min(area.bottom, this.#rows.length - 1); row++) {
      const cells = this.#rows[row]?.cells ?? [];
      for (let column = area.left; column <= Math.min(area.right, cells.length - 1); column++) {
        const cell = cells[column];
        if (cell) yield { row, column, cell };
      }
    }
  }

  /** The smallest area that holds every value and formula of `within`; formats too unless `valuesOnly`. */
  used(within: Area, valuesOnly: boolean): Area | null {
    let found: Area | null = null;
    const grow = (area: Area): void => {
      found = found
        ? {
            top: Math.min(found.top, area.top),
            left: Math.min(found.left, area.left),
            bottom: Math.max(found.bottom, area.bottom),
            right: Math.max(found.right, area.right),
          }
        : area;
    };
    if (this.source) {
      const area = intersect(within, areaOf(0, 0, this.source.rows, this.source.columns));
      if (area) grow(area);
    }
    for (const { row, column, cell } of this.cellsIn(within)) {
      const filled = cell.value !== '' || cell.formula !== null;
      if (filled || (!valuesOnly && Object.keys(cell.style).length > 0)) grow(areaOf(row, column));
    }
    return found;
  }

  insertRows(at: number, count: number): void {
    this.#refuseSource();
    const fresh: Row[] = [];
    fresh.length = count;
    if (at < this.#rows.length) this.#rows.splice(at, 0, ...fresh);
    for (const area of this.#all()) shiftRows(area, at, count);
  }

  deleteRows(at: number, count: number): void {
    this.#refuseSource();
    this.#rows.splice(at, count);
    for (const area of this.#all()) shiftRows(area, at, -count);
    this.#sweep();
  }

  insertColumns(at: number, count: number): void {
    this.#refuseSource();
    const fresh: Cell[] = [];
    fresh.length = count;
    for (const row of this.#rows) if (row && at < row.cells.length) row.cells.splice(at, 0, ...fresh);
    for (const area of this.#all()) shiftColumns(area, at, count);
  }

  deleteColumns(at: number, count: number): void {
    this.#refuseSource();
    for (const row of this.#rows) if (row) row.cells.splice(at, count);
    for (const area of this.#all()) shiftColumns(area, at, -count);
    this.#sweep();
  }

  /** What sorting does: two lines change places, and nothing that refers to their cells follows. */
  swapRows(a: number, b: number): void {
    this.#refuseSource();
    const [first, second] = [
      this.#rows[a] ?? { cells: [], hidden: false },
      this.#rows[b] ?? { cells: [], hidden: false },
    ];
    [this.#rows[a], this.#rows[b]] = [second, first];
    for (const row of [a, b]) {
      for (const cell of this.#rows[row]?.cells ?? []) {
        if (cell?.formula) Object.assign(cell.formula.place, { top: row, bottom: row });
      }
    }
  }

  *#all(): Generator<Area> {
    yield* this.#areas;
    yield* this.merges;
    for (const { area } of this.validations) yield area;
    for (const { areas } of this.conditionalFormats) yield* areas;
  }

  #sweep(): void {
    this.merges = this.merges.filter(({ gone }) => !gone);
    this.validations = this.validations.filter(({ area }) => !area.gone);
    this.conditionalFormats = this.conditionalFormats.filter(({ areas }) => areas.some(({ gone }) => !gone));
  }

  #refuseSource(): void {
    if (this.source) throw new HostError('UnsupportedOperation', 'the rows of a computed sheet do not move');
  }
}
