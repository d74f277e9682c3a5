/** A spreadsheet as Google keeps it: what stays between two executions. Mutable, and outside of every realm. */

/** What a cell holds. Blank is "". */
export type Held = string | number | boolean | Date;

export interface CellState {
  value: Held;
  /** "" when the cell holds a plain value. */
  formula: string;
  /** "General" unless set; "@" is plain text. */
  format: string;
  /** The values of a drop-down list; null without one. */
  choices: readonly string[] | null;
}

/** 0-based and inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface ChartState {
  readonly type: string;
  readonly ranges: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly position: readonly number[];
}

export interface SheetState {
  readonly id: number;
  name: string;
  hidden: boolean;
  /** Rows of cells; a missing one is blank. */
  rows: CellState[][];
  /** How large the sheet is: a range beyond it is an error. */
  maxRows: number;
  maxColumns: number;
  merges: Area[];
  /** What the user of the script may not edit. */
  protections: Area[];
  charts: ChartState[];
  widths: Record<number, number>;
  frozenRows: number;
  /** Rows and columns (0-based) that are not shown, and by whom. */
  hiddenRows: Map<number, 'user' | 'filter'>;
  hiddenColumns: Set<number>;
}

export interface DocumentState {
  sheets: SheetState[];
  /** Where the user of the script is. */
  active: { sheetId: number; row: number; column: number; rows: number; columns: number };
  /** fr_FR unless told: how texts are understood. */
  locale: string;
  /** An .xlsx that Drive opened without converting it: nothing can be read. */
  office: boolean;
  /**
   * When Google refuses to write a protected cell: as soon as asked, or when the batch is written; the other writes of the batch are
   * then made, or none is. Nothing says which: a program has to bear all three.
   */
  refuses: 'now' | 'at flush' | 'the whole batch';
  /** Who holds the document's lock; null when it is free. */
  lock: string | null;
  readonly documentProperties: Map<string, string>;
  readonly userProperties: Map<string, string>;
  readonly cache: Map<string, string>;
  /** What stands behind a formula; formulas are not computed without it. */
  compute: ((formula: string, at: { sheet: string; row: number; column: number }) => Held) | null;
}

export const BLANK: CellState = { value: '', formula: '', format: 'General', choices: null };

/** Whatever Google would show for a cell that is not there is blank. */
export const cellOf = (sheet: SheetState, row: number, column: number): CellState =>
  sheet.rows[row]?.[column] ?? { ...BLANK };

/** The cell, made when it is not there yet. */
export function cellAt(sheet: SheetState, row: number, column: number): CellState {
  while (sheet.rows.length <= row) sheet.rows.push([]);
  const cells = sheet.rows[row] ?? [];
  while (cells.length <= column) cells.push({ ...BLANK });
  return cells[column] as CellState;
}

/** What a program reads: a merged cell shows its value in its top left cell alone, a formula its result. */
export function valueOf(document: DocumentState, sheet: SheetState, row: number, column: number): Held {
  const cell = cellOf(sheet, row, column);
  const covered = sheet.merges.some((area) => contains(area, row, column) && (row > area.top || column > area.left));
  if (covered) return '';
  if (cell.formula === '' || document.compute === null) return cell.value;
  return document.compute(cell.formula, { sheet: sheet.name, row, column });
}

export const contains = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** How many rows and columns hold something, as getLastRow and getLastColumn say. */
export function extentOf(sheet: SheetState): { rows: number; columns: number } {
  const filled = ({ value, formula }: CellState): boolean => value !== '' || formula !== '';
  let rows = 0;
  let columns = 0;
  sheet.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (!filled(cell)) return;
      rows = Math.max(rows, row + 1);
      columns = Math.max(columns, column + 1);
    }),
  );
  return { rows, columns };
}

export interface SheetOptions {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly protections?: readonly Area[];
  readonly merges?: readonly Area[];
}

let nextId = 0;

export function sheetOf(values: readonly (readonly (Held | null)[])[], options: SheetOptions = {}): SheetState {
  const rows = values.map((cells) => cells.map((value): CellState => ({ ...BLANK, value: value ?? '' })));
  return {
    id: (nextId += 7919) % 2147483647,
    name: options.name ?? 'Annexe',
    hidden: options.hidden ?? false,
    rows,
    maxRows: Math.max(1000, rows.length),
    maxColumns: Math.max(26, ...rows.map(({ length }) => length)),
    merges: [...(options.merges ?? [])],
    protections: [...(options.protections ?? [])],
    charts: [],
    widths: {},
    frozenRows: 0,
    hiddenRows: new Map(),
    hiddenColumns: new Set(),
  };
}

export function documentOf(...sheets: readonly SheetState[]): DocumentState {
  return {
    sheets: [...sheets],
    active: { sheetId: sheets[0]?.id ?? 0, row: 0, column: 0, rows: 1, columns: 1 },
    locale: 'fr_FR',
    office: false,
    refuses: 'at flush',
    lock: null,
    documentProperties: new Map(),
    userProperties: new Map(),
    cache: new Map(),
    compute: null,
  };
}

/** The document as its own writer sees it before it is written. */
export function copyOf(document: DocumentState): DocumentState {
  return { ...document, sheets: document.sheets.map(copyOfSheet) };
}

export function copyOfSheet(sheet: SheetState): SheetState {
  return {
    ...sheet,
    rows: sheet.rows.map((cells) => cells.map((cell) => ({ ...cell }))),
    merges: [...sheet.merges],
    protections: [...sheet.protections],
    charts: [...sheet.charts],
    widths: { ...sheet.widths },
  };
}
