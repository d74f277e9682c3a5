import { HostError } from '../hostError';
import { areaOf, columnsOf, parseArea, rowsOf, splitAddress, WHOLE, type Area } from '../model/area';
import type { Sheet } from '../model/sheet';
import { ApiObject, plainRecord, recordClass, type Session } from './apiObject';
import { ChartCollection } from './chart';
import { WorksheetEvents } from './events';
import { NamedItemCollection } from './names';
import { parseAreas, Range, RangeAreas } from './range';

class WorksheetProtection extends ApiObject {
  override readonly $api = 'WorksheetProtection';

  constructor(
    session: Session,
    private readonly sheet: Sheet,
  ) {
    super(session);
  }

  get protected(): boolean {
    return this.sheet.protection.on;
  }

  get options(): unknown {
    return this.sheet.protection.options;
  }

  protect(options: Readonly<Record<string, boolean>> | null, password = ''): void {
    Object.assign(this.sheet.protection, { on: true, options: options ?? {}, password });
  }

  unprotect(password = ''): void {
    if (this.sheet.protection.password !== password) throw new HostError('InvalidOperation', 'wrong password');
    this.sheet.protection.on = false;
  }
}

class AutoFilter extends recordClass('AutoFilter', { enabled: false, isDataFiltered: false }, [
  'enabled',
  'isDataFiltered',
]) {
  getRangeOrNullObject(): ApiObject | null {
    return null;
  }
}

class FreezePanes extends ApiObject {
  override readonly $api = 'WorksheetFreezePanes';

  constructor(
    session: Session,
    private readonly sheet: Sheet,
  ) {
    super(session);
  }

  freezeRows(count = 1): void {
    this.sheet.settings['frozenRows'] = count;
  }
}

/** A sheet. Its events are in the class that it extends. */
export class Worksheet extends WorksheetEvents {
  override readonly $api = 'Worksheet';

  constructor(
    session: Session,
    readonly $sheet: Sheet,
  ) {
    super(session);
  }

  override get $target(): string {
    return this.$sheet.id;
  }

  override get $id(): string {
    return this.$sheet.id;
  }

  #range(area: Area): Range {
    return new Range(this.$session, this.$sheet, area);
  }

  get id(): string {
    return this.$sheet.id;
  }

  get name(): string {
    return this.$sheet.name;
  }

  set name(value: string) {
    this.$session.workbook.rename(this.$sheet, value, 'addin');
  }

  get position(): number {
    return this.$session.workbook.sheets.indexOf(this.$sheet);
  }

  set position(value: number) {
    const { sheets } = this.$session.workbook;
    sheets.splice(this.position, 1);
    sheets.splice(value, 0, this.$sheet);
  }

  get visibility(): string {
    return this.$sheet.visibility;
  }

  set visibility(value: Sheet['visibility']) {
    this.$sheet.visibility = value;
  }

  get tabColor(): string {
    return String(this.$sheet.settings['tabColor'] ?? '');
  }

  set tabColor(value: string) {
    this.$sheet.settings['tabColor'] = value;
  }

  get showGridlines(): boolean {
    return this.$sheet.settings['showGridlines'] !== false;
  }

  set showGridlines(value: boolean) {
    this.$sheet.settings['showGridlines'] = value;
  }

  get protection(): ApiObject {
    return new WorksheetProtection(this.$session, this.$sheet);
  }

  get autoFilter(): ApiObject {
    return new AutoFilter(this.$session, plainRecord(this.$sheet.settings));
  }

  get freezePanes(): ApiObject {
    return new FreezePanes(this.$session, this.$sheet);
  }

  get charts(): ApiObject {
    return new ChartCollection(this.$session, this.$sheet);
  }

  get names(): ApiObject {
    return new NamedItemCollection(this.$session, this.$sheet);
  }

  getRange(address?: string | null): ApiObject {
    if (address === undefined || address === null || address === '') return this.#range(WHOLE);
    const { sheet, rest } = splitAddress(address);
    if (sheet !== null && this.$session.workbook.find(sheet) !== this.$sheet)
      throw new HostError('InvalidArgument', `${address} is not in ${this.$sheet.name}`);
    const named = /^[\p{L}_][\p{L}\d_.]*$/u.test(rest) && !/^[A-Z]{1,3}\d+$/i.test(rest);
    if (named) throw new HostError('ItemNotFound', `no range is called ${rest}`);
    return this.#range(parseArea(rest));
  }

  getRanges(address?: string): ApiObject {
    return new RangeAreas(this.$session, this.$sheet, address ? parseAreas(address) : [WHOLE]);
  }

  getCell(row: number, column: number): ApiObject {
    return this.#range(areaOf(row, column));
  }

  getRangeByIndexes(row: number, column: number, rows: number, columns: number): ApiObject {
    return this.#range(areaOf(row, column, rows, columns));
  }

  getUsedRange(valuesOnly = false): ApiObject {
    return this.#range(this.$sheet.used(WHOLE, valuesOnly) ?? areaOf(0, 0));
  }

  getUsedRangeOrNullObject(valuesOnly = false): ApiObject | null {
    const used = this.$sheet.used(WHOLE, valuesOnly);
    return used && rowsOf(used) * columnsOf(used) > 0 ? this.#range(used) : null;
  }

  activate(): void {
    this.$session.workbook.activate(this.$sheet);
  }

  delete(): void {
    this.$session.workbook.deleteSheet(this.$sheet, 'addin');
  }
}

/** The sheets, in the order of their tabs. */
export class WorksheetCollection extends WorksheetEvents {
  override readonly $api = 'WorksheetCollection';

  override get $target(): string {
    return 'Workbook';
  }

  get items(): readonly Worksheet[] {
    return this.$session.workbook.sheets.map((sheet) => new Worksheet(this.$session, sheet));
  }

  getCount(visibleOnly = false): number {
    return this.items.filter(({ visibility }) => !visibleOnly || visibility === 'Visible').length;
  }

  getActiveWorksheet(): ApiObject {
    return new Worksheet(this.$session, this.$session.workbook.active);
  }

  getItem(key: string): ApiObject {
    return new Worksheet(this.$session, this.$session.workbook.sheet(key));
  }

  getItemOrNullObject(key: string): ApiObject | null {
    const sheet = this.$session.workbook.find(key);
    return sheet ? new Worksheet(this.$session, sheet) : null;
  }

  getFirst(visibleOnly = false): ApiObject {
    const sheet = this.items.find(({ visibility }) => !visibleOnly || visibility === 'Visible');
    if (!sheet) throw new HostError('ItemNotFound', 'no sheet');
    return sheet;
  }

  add(name?: string | null): ApiObject {
    return new Worksheet(this.$session, this.$session.workbook.addSheet(name ?? null, 'addin'));
  }
}
