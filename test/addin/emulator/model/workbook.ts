import type { Scalar } from '../../../../shared/sheet';
import { HostError } from '../hostError';
import { areaOf, bounding, intersect, WHOLE, type Area } from './area';
import { enter } from './entry';
import { parseFormula, type Formula } from './formula';
import { Sheet, type Cell, type FormulaCell, type Source } from './sheet';

/** Who changes the workbook: the add-in, the person at this Excel, or a colleague who works in the same file. */
export type Author = 'addin' | 'agent' | 'colleague';

export interface Change {
  readonly sheet: Sheet;
  readonly type: 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';
  readonly area: Area;
  readonly author: Author;
  /** Of a single cell. */
  readonly before?: Scalar | undefined;
  readonly after?: Scalar | undefined;
}

/** What the workbook tells whoever listens. */
export interface Listener {
  changed?(change: Change): void;
  /** Values were entered or moved: formulas that look at them compute again. */
  stale?(sheet: Sheet, area: Area): void;
  entered?(sheet: Sheet, formula: FormulaCell): void;
  /** A formula is no more. */
  removed?(formula: FormulaCell): void;
  selected?(): void;
  activated?(sheet: Sheet, before: Sheet): void;
  added?(sheet: Sheet, author: Author): void;
  deleted?(sheet: Sheet, author: Author): void;
  renamed?(sheet: Sheet, before: string, author: Author): void;
  settings?(author: Author): void;
}

export interface Name {
  readonly name: string;
  /** Null: of the whole workbook. */
  readonly scope: Sheet | null;
  readonly target: { readonly sheet: Sheet; readonly area: Area } | string;
  visible: boolean;
  comment: string;
}

let made = 0;
const nextId = (): string => `{${String(++made).padStart(8, '0')}-0000-4000-8000-000000000000}`;

/** A workbook in memory, as Excel holds it. Every writing goes through here, so that whoever listens is told. */
export class Workbook {
  readonly sheets: Sheet[] = [];
  readonly settings = new Map<string, unknown>();
  readonly names: Name[] = [];
  readonly listeners: Listener[] = [];
  /** Sheets may not be added, renamed or deleted. */
  structureProtected = false;
  #active: Sheet;
  readonly #selections = new Map<Sheet, Area>();

  constructor(
    readonly name: string,
    sheets: readonly (string | { readonly name: string; readonly source: Source })[],
  ) {
    for (const one of sheets)
      this.sheets.push(typeof one === 'string' ? new Sheet(nextId(), one) : new Sheet(nextId(), one.name, one.source));
    this.#active = this.sheets[0] ?? this.addSheet('Feuil1', 'agent');
  }

  nextId = nextId;

  sheet(name: string): Sheet {
    const found = this.find(name);
    if (found) return found;
    throw new HostError('ItemNotFound', `no sheet ${name}`);
  }

  find(nameOrId: string): Sheet | null {
    const wanted = nameOrId.toLowerCase();
    return this.sheets.find(({ name, id }) => name.toLowerCase() === wanted || id === nameOrId) ?? null;
  }

  get active(): Sheet {
    return this.#active;
  }

  get selection(): Area {
    return this.#selections.get(this.#active) ?? areaOf(0, 0);
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation', `${sheet.name} is hidden`);
    if (sheet === this.#active) return;
    const before = this.#active;
    this.#active = sheet;
    this.#tell('activated', sheet, before);
    this.#tell('selected');
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    this.#selections.set(sheet, { ...area });
    this.#tell('selected');
  }

  addSheet(name: string | null, author: Author): Sheet {
    if (this.structureProtected) throw new HostError('InvalidOperation', 'the structure of the workbook is protected');
    let free = name ?? '';
    for (let number = this.sheets.length + 1; free === ''; number++)
      if (!this.find(`Feuil${number}`)) free = `Feuil${number}`;
    if (free.length > 31 || /[\\/?*[\]:]/.test(free) || /^'|'$/.test(free))
      throw new HostError('InvalidArgument', `${free} is no name of a sheet`);
    if (this.find(free)) throw new HostError('ItemAlreadyExists', `there is a sheet ${free}`);
    const sheet = new Sheet(nextId(), free);
    this.sheets.push(sheet);
    this.#tell('added', sheet, author);
    return sheet;
  }

  rename(sheet: Sheet, name: string, author: Author): void {
    const taken = this.find(name);
    if (taken && taken !== sheet) throw new HostError('ItemAlreadyExists', `there is a sheet ${name}`);
    const before = sheet.name;
    sheet.name = name;
    this.#tell('renamed', sheet, before, author);
  }

  deleteSheet(sheet: Sheet, author: Author): void {
    const visible = this.sheets.filter((one) => one.visibility === 'Visible' && one !== sheet);
    const [first] = visible;
    if (!first || sheet.visibility === 'VeryHidden')
      throw new HostError('InvalidOperation', 'this sheet cannot be deleted');
    for (const { cell } of sheet.cellsIn(WHOLE)) this.#forget(sheet, cell);
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (sheet === this.#active) this.#active = first;
    this.#tell('deleted', sheet, author);
  }

  /** Writes values as if they were typed; null leaves a cell as it is. */
  write(sheet: Sheet, area: Area, rows: readonly (readonly Scalar[])[], author: Author): void {
    const single = area.top === area.bottom && area.left === area.right;
    const before = single ? sheet.value(area.top, area.left) : undefined;
    this.#guard(sheet, area, author);
    rows.forEach((line, row) =>
      line.forEach((raw, column) => {
        if (raw !== null) this.#put(sheet, area.top + row, area.left + column, raw);
      }),
    );
    const details = single ? { before, after: sheet.value(area.top, area.left) } : {};
    this.#edited({ sheet, type: 'RangeEdited', area: { ...area }, author, ...details });
  }

  /** Empties cells; their formats go too when asked. */
  clear(
    sheet: Sheet,
    area: Area,
    what: { readonly contents: boolean; readonly formats: boolean },
    author: Author,
  ): void {
    this.#guard(sheet, area, author);
    for (const { cell } of sheet.cellsIn(area)) {
      if (what.contents) {
        this.#forget(sheet, cell);
        cell.value = '';
      }
      if (what.formats) cell.style = {};
    }
    if (what.contents) this.#edited({ sheet, type: 'RangeEdited', area: { ...area }, author });
  }

  /** Sets one format of every cell of an area. */
  format(sheet: Sheet, area: Area, path: string, value: unknown, author: Author): void {
    this.#guardFormat(sheet, author);
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        const cell = sheet.touch(row, column);
        cell.style = { ...cell.style, [path]: value };
      }
  }

  insertRows(sheet: Sheet, at: number, count: number, author: Author): void {
    this.#guardStructure(sheet, author, 'allowInsertRows');
    sheet.insertRows(at, count);
    this.#edited({ sheet, type: 'RowInserted', area: areaOf(at, 0, count, 16_384), author });
  }

  deleteRows(sheet: Sheet, at: number, count: number, author: Author): void {
    this.#guardStructure(sheet, author, 'allowDeleteRows');
    const area = areaOf(at, 0, count, 16_384);
    for (const { cell } of sheet.cellsIn(area)) this.#forget(sheet, cell);
    sheet.deleteRows(at, count);
    this.#edited({ sheet, type: 'RowDeleted', area, author });
  }

  insertColumns(sheet: Sheet, at: number, count: number, author: Author): void {
    this.#guardStructure(sheet, author, 'allowInsertColumns');
    sheet.insertColumns(at, count);
    this.#edited({ sheet, type: 'ColumnInserted', area: areaOf(0, at, 1_048_576, count), author });
  }

  deleteColumns(sheet: Sheet, at: number, count: number, author: Author): void {
    this.#guardStructure(sheet, author, 'allowDeleteColumns');
    const area = areaOf(0, at, 1_048_576, count);
    for (const { cell } of sheet.cellsIn(area)) this.#forget(sheet, cell);
    sheet.deleteColumns(at, count);
    this.#edited({ sheet, type: 'ColumnDeleted', area, author });
  }

  swapRows(sheet: Sheet, a: number, b: number, author: Author): void {
    this.#guard(sheet, areaOf(Math.min(a, b), 0, 1, 16_384), author);
    sheet.swapRows(a, b);
    const area = bounding(areaOf(a, 0, 1, 16_384), areaOf(b, 0, 1, 16_384));
    this.#edited({ sheet, type: 'RangeEdited', area, author });
  }

  /** Text kept for the add-in in the file; undefined takes it away. */
  setting(key: string, value: unknown, author: Author): void {
    if (value === undefined) this.settings.delete(key);
    else this.settings.set(key, value);
    this.#tell('settings', author);
  }

  /** What a formula gives. A table fills the cells beside it when they are free. */
  result(sheet: Sheet, formula: FormulaCell, value: Scalar | readonly (readonly Scalar[])[]): void {
    const { top, left } = formula.place;
    const home = sheet.touch(top, left);
    this.#unspill(sheet, formula);
    const rows = Array.isArray(value) ? (value as readonly (readonly Scalar[])[]) : [[value as Scalar]];
    const area = areaOf(top, left, rows.length, Math.max(...rows.map((row) => row.length)));
    const occupied = [...sheet.cellsIn(area)].some(
      ({ cell }) => cell !== home && (cell.formula !== null || cell.spilled !== null || cell.value !== ''),
    );
    if (occupied) home.value = '#SPILL!';
    else {
      rows.forEach((row, r) =>
        row.forEach((one, c) => {
          const cell = sheet.touch(top + r, left + c);
          cell.value = one ?? '';
          if (cell !== home) cell.spilled = formula;
        }),
      );
      formula.spill = area.top === area.bottom && area.left === area.right ? null : sheet.keep(area);
    }
    this.#tell('stale', sheet, occupied ? formula.place : area);
  }

  #put(sheet: Sheet, row: number, column: number, raw: Scalar): void {
    const merge = sheet.merges.find((one) => intersect(one, areaOf(row, column)) !== null);
    if (merge && (merge.top !== row || merge.left !== column)) return;
    const entry = enter(raw, sheet.numberFormat(row, column));
    let formula: Formula | null = null;
    if (entry.formula !== '') formula = parseFormula(entry.formula, sheet, (name) => this.find(name));
    const cell = sheet.touch(row, column);
    this.#forget(sheet, cell);
    cell.value = entry.value;
    if (entry.format !== undefined && cell.style['numberFormat'] === undefined)
      cell.style = { ...cell.style, numberFormat: entry.format };
    if (formula === null) return;
    cell.formula = { formula, place: sheet.keep(areaOf(row, column)), spill: null, invocation: 0 };
    this.#tell('entered', sheet, cell.formula);
  }

  #forget(sheet: Sheet, cell: Cell): void {
    if (cell.spilled) {
      // Writing in a spilled cell stops the spill: the formula then has no place for its result.
      const by = cell.spilled;
      this.#unspill(sheet, by);
      sheet.touch(by.place.top, by.place.left).value = '#SPILL!';
    }
    if (!cell.formula) return;
    this.#unspill(sheet, cell.formula);
    this.#tell('removed', cell.formula);
    sheet.drop(cell.formula.place);
    cell.formula = null;
  }

  #unspill(sheet: Sheet, formula: FormulaCell): void {
    if (!formula.spill) return;
    for (const { cell } of sheet.cellsIn(formula.spill)) {
      if (cell.spilled !== formula) continue;
      cell.spilled = null;
      cell.value = '';
    }
    sheet.drop(formula.spill);
    formula.spill = null;
  }

  /** Locked cells of a protected sheet refuse everybody; computed results are no writing. */
  #guard(sheet: Sheet, area: Area, author: Author): void {
    if (!sheet.protection.on || author === 'colleague') return;
    for (let row = area.top; row <= Math.min(area.bottom, area.top + 10_000); row++)
      for (let column = area.left; column <= Math.min(area.right, area.left + 100); column++)
        if (sheet.style(row, column, 'protection/locked') !== false)
          throw new HostError('AccessDenied', `${sheet.name} is protected`);
  }

  #guardFormat(sheet: Sheet, author: Author): void {
    if (sheet.protection.on && author !== 'colleague' && !sheet.protection.options['allowFormatCells'])
      throw new HostError('AccessDenied', `${sheet.name} is protected`);
  }

  #guardStructure(sheet: Sheet, author: Author, option: string): void {
    if (sheet.protection.on && author !== 'colleague' && !sheet.protection.options[option])
      throw new HostError('AccessDenied', `${sheet.name} is protected`);
  }

  #edited(change: Change): void {
    this.#tell('changed', change);
    this.#tell('stale', change.sheet, change.type === 'RangeEdited' ? change.area : WHOLE);
  }

  #tell<K extends keyof Listener>(what: K, ...args: Parameters<NonNullable<Listener[K]>>): void {
    for (const listener of [...this.listeners])
      (listener[what] as ((...all: unknown[]) => void) | undefined)?.(...args);
  }
}
