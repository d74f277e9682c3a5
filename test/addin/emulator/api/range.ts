import type { Scalar } from '../../../../shared/sheet';
import { HostError } from '../hostError';
import {
  areaOf,
  bounding,
  COLUMNS,
  columnsOf,
  contains,
  intersect,
  isWholeColumns,
  isWholeRows,
  printArea,
  ROWS,
  rowsOf,
  sheetPrefix,
  splitAddress,
  parseArea,
  type Area,
} from '../model/area';
import { shown, typeOf } from '../model/entry';
import type { Sheet } from '../model/sheet';
import { ApiObject, type PropertyRecord, type Session } from './apiObject';
import { ConditionalFormatCollection } from './conditionalFormats';
import { DataValidation } from './dataValidation';
import { RangeFormat } from './rangeFormat';
import { Worksheet } from './worksheet';

/** A rectangle of a sheet. It moves with inserted and deleted rows for as long as the add-in holds a reference to it. */
export class Range extends ApiObject {
  override readonly $api = 'Range';
  readonly $area: Area;
  readonly #made: { readonly sheet: Sheet; readonly area: Area; held: boolean };

  constructor(
    session: Session,
    readonly $sheet: Sheet,
    area: Area,
  ) {
    super(session);
    this.$area = $sheet.keep({ ...area });
    this.#made = { sheet: $sheet, area: this.$area, held: false };
    session.made.push(this.#made);
  }

  override $hold(): void {
    this.#made.held = true;
  }

  override $release(): void {
    this.$sheet.drop(this.$area);
  }

  get #at(): Area {
    if (this.$area.gone) throw new HostError('InvalidReference', 'the cells of this range were deleted');
    return this.$area;
  }

  #other(area: Area): Range {
    return new Range(this.$session, this.$sheet, area);
  }

  /** A table of what `give` says of each cell; null when the range is more than Excel gives. */
  #table<T>(give: (row: number, column: number) => T): T[][] | null {
    const area = this.#at;
    if (isWholeColumns(area) || isWholeRows(area)) return null;
    if (!this.$session.mayGive(rowsOf(area) * columnsOf(area))) return null;
    const rows: T[][] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      const cells: T[] = [];
      for (let column = area.left; column <= area.right; column++) cells.push(give(row, column));
      rows.push(cells);
    }
    return rows;
  }

  /** What was set on the range, as a table of its shape; a single value stands for all cells. */
  #shaped<T>(value: T | readonly (readonly T[])[]): readonly (readonly T[])[] {
    const area = this.#at;
    if (isWholeColumns(area) || isWholeRows(area)) throw new HostError('InvalidArgument', 'the range is unbounded');
    const [rows, columns] = [rowsOf(area), columnsOf(area)];
    if (!Array.isArray(value)) return Array.from({ length: rows }, () => new Array<T>(columns).fill(value as T));
    const table = value as readonly (readonly T[])[];
    const fits = table.length === rows && table.every((row) => Array.isArray(row) && row.length === columns);
    if (!fits) throw new HostError('InvalidArgument', 'the number of rows or columns is not that of the range');
    return table;
  }

  get values(): Scalar[][] | null {
    return this.#table((row, column) => this.$sheet.value(row, column));
  }

  set values(value: Scalar | readonly (readonly Scalar[])[]) {
    this.$session.workbook.write(this.$sheet, this.#at, this.#shaped(value), 'addin');
  }

  /** A plain value stands for itself in the formulas too. */
  get formulas(): Scalar[][] | null {
    return this.#table((row, column) => this.$sheet.formulaText(row, column) || this.$sheet.value(row, column));
  }

  set formulas(value: Scalar | readonly (readonly Scalar[])[]) {
    this.values = value;
  }

  get text(): string[][] | null {
    return this.#table((row, column) => shown(this.$sheet.value(row, column), this.$sheet.numberFormat(row, column)));
  }

  get valueTypes(): string[][] | null {
    return this.#table((row, column) => typeOf(this.$sheet.value(row, column)));
  }

  get numberFormat(): string[][] | null {
    return this.#table((row, column) => this.$sheet.numberFormat(row, column));
  }

  set numberFormat(value: string | readonly (readonly (string | null)[])[]) {
    const area = this.#at;
    this.#shaped<string | null>(value).forEach((line, row) =>
      line.forEach((format, column) => {
        if (format === null) return;
        this.$session.workbook.format(
          this.$sheet,
          areaOf(area.top + row, area.left + column),
          'numberFormat',
          format,
          'addin',
        );
      }),
    );
  }

  get address(): string {
    return `${sheetPrefix(this.$sheet.name)}${printArea(this.#at)}`;
  }

  get addressLocal(): string {
    return this.address;
  }

  get cellCount(): number {
    const count = rowsOf(this.#at) * columnsOf(this.#at);
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  get rowCount(): number {
    return rowsOf(this.#at);
  }

  get columnCount(): number {
    return columnsOf(this.#at);
  }

  get rowIndex(): number {
    return this.#at.top;
  }

  get columnIndex(): number {
    return this.#at.left;
  }

  get isEntireColumn(): boolean {
    return isWholeColumns(this.#at);
  }

  get isEntireRow(): boolean {
    return isWholeRows(this.#at);
  }

  get hasSpill(): boolean | null {
    const found = [...this.$sheet.cellsIn(this.#at)].filter(({ cell }) => cell.spilled ?? cell.formula?.spill);
    return found.length === 0 ? false : found.length === rowsOf(this.#at) * columnsOf(this.#at) ? true : null;
  }

  get rowHidden(): boolean | null {
    const { top, bottom } = this.#at;
    const hidden = Array.from({ length: bottom - top + 1 }, (_, row) => this.$sheet.isHidden(top + row));
    return hidden.every(Boolean) ? true : hidden.some(Boolean) ? null : false;
  }

  set rowHidden(value: boolean) {
    for (let row = this.#at.top; row <= this.#at.bottom; row++) this.$sheet.hide(row, value);
  }

  get columnHidden(): boolean | null {
    const { left, right } = this.#at;
    const hidden = Array.from({ length: right - left + 1 }, (_, column) =>
      this.$sheet.hiddenColumns.has(left + column),
    );
    return hidden.every(Boolean) ? true : hidden.some(Boolean) ? null : false;
  }

  set columnHidden(value: boolean) {
    for (let column = this.#at.left; column <= this.#at.right; column++) {
      if (value) this.$sheet.hiddenColumns.add(column);
      else this.$sheet.hiddenColumns.delete(column);
    }
  }

  get hidden(): boolean | null {
    return this.rowHidden;
  }

  get format(): ApiObject {
    const { $sheet: sheet, $session: session } = this;
    const area = (): Area => this.#at;
    const record: PropertyRecord = {
      // The first cell speaks for all when they agree; else null, as Excel says of mixed formats.
      get: (path) => {
        const { top, left, bottom, right } = area();
        const first = sheet.style(top, left, path);
        for (let row = top; row <= Math.min(bottom, top + 1000); row++)
          for (let column = left; column <= right; column++) if (sheet.style(row, column, path) !== first) return null;
        return first;
      },
      set: (path, value) => {
        if (path === 'columnWidth' || path === 'rowHeight') {
          const { top, left, bottom, right } = area();
          const [from, to] = path === 'columnWidth' ? [left, right] : [top, bottom];
          for (let place = from; place <= to; place++) sheet.settings[`${path}/${place}`] = value;
        } else session.workbook.format(sheet, area(), path, value, 'addin');
      },
    };
    return new RangeFormat(session, record);
  }

  get dataValidation(): ApiObject {
    return new DataValidation(this.$session, this.$sheet, this.#at);
  }

  get conditionalFormats(): ApiObject {
    return new ConditionalFormatCollection(this.$session, this.$sheet, [this.#at]);
  }

  get worksheet(): ApiObject {
    return new Worksheet(this.$session, this.$sheet);
  }

  getCell(row: number, column: number): ApiObject {
    return this.#other(areaOf(this.#at.top + row, this.#at.left + column));
  }

  getRow(row: number): ApiObject {
    return this.#other({ ...areaOf(this.#at.top + row, this.#at.left), right: this.#at.right });
  }

  getColumn(column: number): ApiObject {
    return this.#other({ ...areaOf(this.#at.top, this.#at.left + column), bottom: this.#at.bottom });
  }

  getLastRow(): ApiObject {
    return this.#other({ ...this.#at, top: this.#at.bottom });
  }

  getLastColumn(): ApiObject {
    return this.#other({ ...this.#at, left: this.#at.right });
  }

  getLastCell(): ApiObject {
    return this.#other(areaOf(this.#at.bottom, this.#at.right));
  }

  getOffsetRange(rows: number, columns: number): ApiObject {
    return this.#other(areaOf(this.#at.top + rows, this.#at.left + columns, rowsOf(this.#at), columnsOf(this.#at)));
  }

  getResizedRange(rows: number, columns: number): ApiObject {
    return this.#other(areaOf(this.#at.top, this.#at.left, rowsOf(this.#at) + rows, columnsOf(this.#at) + columns));
  }

  getAbsoluteResizedRange(rows: number, columns: number): ApiObject {
    return this.#other(areaOf(this.#at.top, this.#at.left, rows, columns));
  }

  getEntireRow(): ApiObject {
    return this.#other({ ...this.#at, left: 0, right: COLUMNS - 1 });
  }

  getEntireColumn(): ApiObject {
    return this.#other({ ...this.#at, top: 0, bottom: ROWS - 1 });
  }

  getRowsAbove(count = 1): ApiObject {
    return this.#other(areaOf(this.#at.top - count, this.#at.left, count, columnsOf(this.#at)));
  }

  getRowsBelow(count = 1): ApiObject {
    return this.#other(areaOf(this.#at.bottom + 1, this.#at.left, count, columnsOf(this.#at)));
  }

  getBoundingRect(other: Range | string): ApiObject {
    const area = typeof other === 'string' ? parseArea(splitAddress(other).rest) : other.$area;
    return this.#other(bounding(this.#at, area));
  }

  getIntersectionOrNullObject(other: Range | string): ApiObject | null {
    const area = typeof other === 'string' ? parseArea(splitAddress(other).rest) : other.$area;
    const common = intersect(this.#at, area);
    return common ? this.#other(common) : null;
  }

  getIntersection(other: Range | string): ApiObject {
    const found = this.getIntersectionOrNullObject(other);
    if (!found) throw new HostError('ItemNotFound', 'the ranges have nothing in common');
    return found;
  }

  getUsedRange(valuesOnly = false): ApiObject {
    return this.#other(this.$sheet.used(this.#at, valuesOnly) ?? areaOf(this.#at.top, this.#at.left));
  }

  getUsedRangeOrNullObject(valuesOnly = false): ApiObject | null {
    const used = this.$sheet.used(this.#at, valuesOnly);
    return used ? this.#other(used) : null;
  }

  getMergedAreasOrNullObject(): ApiObject | null {
    const merges = this.$sheet.merges.filter((one) => contains(this.#at, one));
    return merges.length > 0 ? new RangeAreas(this.$session, this.$sheet, merges) : null;
  }

  getSpillingToRangeOrNullObject(): ApiObject | null {
    const spill = this.$sheet.cell(this.#at.top, this.#at.left)?.formula?.spill;
    return spill ? this.#other(spill) : null;
  }

  insert(shift: string): ApiObject {
    const { top, left } = this.#at;
    const { workbook } = this.$session;
    if (isWholeRows(this.#at)) workbook.insertRows(this.$sheet, top, rowsOf(this.#at), 'addin');
    else if (isWholeColumns(this.#at)) workbook.insertColumns(this.$sheet, left, columnsOf(this.#at), 'addin');
    else throw new HostError('UnsupportedOperation', `the emulator does not shift some cells ${shift}`);
    return this.#other(areaOf(top, left, rowsOf(this.#at), columnsOf(this.#at)));
  }

  delete(shift: string): void {
    const { workbook } = this.$session;
    const area = { ...this.#at };
    if (isWholeRows(area)) workbook.deleteRows(this.$sheet, area.top, rowsOf(area), 'addin');
    else if (isWholeColumns(area)) workbook.deleteColumns(this.$sheet, area.left, columnsOf(area), 'addin');
    else throw new HostError('UnsupportedOperation', `the emulator does not shift some cells ${shift}`);
  }

  clear(applyTo = 'All'): void {
    const contents = applyTo === 'All' || applyTo === 'Contents';
    const formats = applyTo === 'All' || applyTo === 'Formats';
    this.$session.workbook.clear(this.$sheet, this.#at, { contents, formats }, 'addin');
  }

  select(): void {
    this.$session.workbook.select(this.$sheet, this.#at);
  }

  merge(): void {
    this.$sheet.merges.push({ ...this.#at });
  }

  unmerge(): void {
    this.$sheet.merges = this.$sheet.merges.filter((one) => intersect(one, this.#at) === null);
  }

  _ValidateArraySize(rows: number, columns: number): void {
    if (rowsOf(this.#at) !== rows || columnsOf(this.#at) !== columns)
      throw new HostError('InvalidArgument', 'the number of rows or columns is not that of the range');
  }
}

/** Several rectangles of one sheet. */
export class RangeAreas extends ApiObject {
  override readonly $api = 'RangeAreas';
  readonly #ranges: readonly Range[];

  constructor(
    session: Session,
    readonly $sheet: Sheet,
    areas: readonly Area[],
  ) {
    super(session);
    this.#ranges = areas.map((area) => new Range(session, $sheet, area));
  }

  get $areas(): readonly Area[] {
    return this.#ranges.map(({ $area }) => $area);
  }

  override $hold(): void {
    for (const range of this.#ranges) range.$hold();
  }

  override $release(): void {
    for (const range of this.#ranges) range.$release();
  }

  get address(): string {
    return this.#ranges.map(({ address }) => address).join(',');
  }

  get areaCount(): number {
    return this.#ranges.length;
  }

  get cellCount(): number {
    return this.#ranges.reduce((sum, { cellCount }) => sum + cellCount, 0);
  }

  get areas(): ApiObject {
    return new RangeCollection(this.$session, this.#ranges);
  }

  get conditionalFormats(): ApiObject {
    return new ConditionalFormatCollection(this.$session, this.$sheet, this.$areas);
  }

  get worksheet(): ApiObject {
    return new Worksheet(this.$session, this.$sheet);
  }

  select(): void {
    const [first] = this.$areas;
    if (first) this.$session.workbook.select(this.$sheet, first);
  }
}

export class RangeCollection extends ApiObject {
  override readonly $api = 'RangeCollection';

  constructor(
    session: Session,
    readonly items: readonly Range[],
  ) {
    super(session);
  }

  getCount(): number {
    return this.items.length;
  }

  getItemAt(index: number): ApiObject {
    const item = this.items[index];
    if (!item) throw new HostError('ItemNotFound', `no range at ${index}`);
    return item;
  }
}

/** "A1:B2,D4" of a sheet, as `getRanges` takes it. */
export function parseAreas(text: string): readonly Area[] {
  // A limit of Excel that facts speak of, for one address.
  if (text.length > 8192) throw new HostError('InvalidArgument', 'the address is longer than 8,192 characters');
  return text.split(',').map((one) => parseArea(splitAddress(one).rest));
}
