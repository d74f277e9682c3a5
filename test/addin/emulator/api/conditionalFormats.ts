import { HostError } from '../hostError';
import { intersect, type Area } from '../model/area';
import type { ConditionalFormat, Sheet } from '../model/sheet';
import { ApiObject, plainRecord, recordClass, under, type Session } from './apiObject';
import { ConditionalRangeFormat } from './rangeFormat';
import { Range, RangeAreas } from './range';

const Rule = recordClass('ConditionalFormatRule', { formula: '', formulaLocal: '' });

class Custom extends recordClass('CustomConditionalFormat', {}) {
  get rule(): ApiObject {
    return new Rule(this.$session, under(this.$record, 'rule'));
  }

  get format(): ApiObject {
    return new ConditionalRangeFormat(this.$session, under(this.$record, 'format'));
  }
}

const refuseProtected = (sheet: Sheet): void => {
  if (sheet.protection.on && !sheet.protection.options['allowFormatCells'])
    throw new HostError('AccessDenied', `${sheet.name} is protected`);
};

class ConditionalFormatObject extends ApiObject {
  override readonly $api = 'ConditionalFormat';

  constructor(
    session: Session,
    private readonly sheet: Sheet,
    private readonly it: ConditionalFormat,
  ) {
    super(session);
  }

  override get $id(): string {
    return this.it.id;
  }

  get id(): string {
    return this.it.id;
  }

  get type(): string {
    return this.it.type;
  }

  get priority(): number {
    return this.it.priority;
  }

  set priority(value: number) {
    this.it.priority = value;
  }

  get stopIfTrue(): boolean {
    return this.it.stopIfTrue;
  }

  set stopIfTrue(value: boolean) {
    this.it.stopIfTrue = value;
  }

  get custom(): ApiObject {
    if (this.it.type !== 'Custom') throw new HostError('InvalidOperation', 'no custom rule');
    return new Custom(this.$session, under(plainRecord(this.it.settings), 'custom'));
  }

  get customOrNullObject(): ApiObject | null {
    return this.it.type === 'Custom' ? this.custom : null;
  }

  getRange(): ApiObject {
    const [area, ...more] = this.it.areas.filter(({ gone }) => !gone);
    if (!area || more.length > 0) throw new HostError('InvalidOperation', 'the format stands on several ranges');
    return new Range(this.$session, this.sheet, area);
  }

  getRangeOrNullObject(): ApiObject | null {
    const [area, ...more] = this.it.areas.filter(({ gone }) => !gone);
    return !area || more.length > 0 ? null : new Range(this.$session, this.sheet, area);
  }

  getRanges(): ApiObject {
    return new RangeAreas(
      this.$session,
      this.sheet,
      this.it.areas.filter(({ gone }) => !gone),
    );
  }

  delete(): void {
    refuseProtected(this.sheet);
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter((one) => one !== this.it);
  }
}

/** The conditional formats that touch one or several areas. */
export class ConditionalFormatCollection extends ApiObject {
  override readonly $api = 'ConditionalFormatCollection';

  constructor(
    session: Session,
    private readonly sheet: Sheet,
    private readonly areas: readonly Area[],
  ) {
    super(session);
  }

  #here(): ConditionalFormat[] {
    return this.sheet.conditionalFormats.filter(({ areas }) =>
      areas.some((one) => !one.gone && this.areas.some((area) => intersect(one, area) !== null)),
    );
  }

  get items(): readonly ApiObject[] {
    return this.#here().map((one) => new ConditionalFormatObject(this.$session, this.sheet, one));
  }

  getCount(): number {
    return this.#here().length;
  }

  getItem(id: string): ApiObject {
    const found = this.#here().find((one) => one.id === id);
    if (!found) throw new HostError('ItemNotFound', `no conditional format ${id}`);
    return new ConditionalFormatObject(this.$session, this.sheet, found);
  }

  getItemOrNullObject(id: string): ApiObject | null {
    return this.#here().some((one) => one.id === id) ? this.getItem(id) : null;
  }

  getItemAt(index: number): ApiObject {
    const found = this.#here()[index];
    if (!found) throw new HostError('ItemNotFound', `no conditional format at ${index}`);
    return new ConditionalFormatObject(this.$session, this.sheet, found);
  }

  add(type: string): ApiObject {
    refuseProtected(this.sheet);
    if (type !== 'Custom') throw new HostError('UnsupportedOperation', `the emulator has no ${type} format`);
    // A new format comes first, as Excel does.
    for (const one of this.sheet.conditionalFormats) one.priority++;
    const made: ConditionalFormat = {
      id: this.$session.workbook.nextId(),
      type,
      areas: this.areas.map((area) => ({ ...area })),
      priority: 0,
      stopIfTrue: false,
      settings: {},
    };
    this.sheet.conditionalFormats.push(made);
    return new ConditionalFormatObject(this.$session, this.sheet, made);
  }

  clearAll(): void {
    refuseProtected(this.sheet);
    const here = new Set(this.#here());
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter((one) => !here.has(one));
  }
}
