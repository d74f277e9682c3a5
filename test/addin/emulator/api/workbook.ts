import { HostError } from '../hostError';
import { areaOf } from '../model/area';
import { ApiObject, type Session } from './apiObject';
import { NamedItemCollection } from './names';
import { Range } from './range';
import { WorksheetCollection } from './worksheet';

class Setting extends ApiObject {
  override readonly $api = 'Setting';

  constructor(
    session: Session,
    readonly key: string,
  ) {
    super(session);
  }

  override get $id(): string {
    return this.key;
  }

  get value(): unknown {
    return this.$session.workbook.settings.get(this.key);
  }

  set value(value: unknown) {
    this.$session.workbook.setting(this.key, value, 'addin');
  }

  delete(): void {
    this.$session.workbook.setting(this.key, undefined, 'addin');
  }
}

class SettingCollection extends ApiObject {
  override readonly $api = 'SettingCollection';

  get items(): readonly ApiObject[] {
    return [...this.$session.workbook.settings.keys()].map((key) => new Setting(this.$session, key));
  }

  getCount(): number {
    return this.$session.workbook.settings.size;
  }

  getItem(key: string): ApiObject {
    const found = this.getItemOrNullObject(key);
    if (!found) throw new HostError('ItemNotFound', `no setting ${key}`);
    return found;
  }

  getItemOrNullObject(key: string): ApiObject | null {
    return this.$session.workbook.settings.has(key) ? new Setting(this.$session, key) : null;
  }

  add(key: string, value: unknown): ApiObject {
    this.$session.workbook.setting(key, value, 'addin');
    return new Setting(this.$session, key);
  }
}

class Application extends ApiObject {
  override readonly $api = 'Application';

  get calculationMode(): string {
    return 'Automatic';
  }

  suspendScreenUpdatingUntilNextSync(): void {}

  suspendApiCalculationUntilNextSync(): void {}
}

class WorkbookProtection extends ApiObject {
  override readonly $api = 'WorkbookProtection';

  get protected(): boolean {
    return this.$session.workbook.structureProtected;
  }
}

/** The workbook: the root of every path. */
export class WorkbookObject extends ApiObject {
  override readonly $api = 'Workbook';

  get name(): string {
    return this.$session.workbook.name;
  }

  get readOnly(): boolean {
    return false;
  }

  get application(): ApiObject {
    return new Application(this.$session);
  }

  get worksheets(): ApiObject {
    return new WorksheetCollection(this.$session);
  }

  get settings(): ApiObject {
    return new SettingCollection(this.$session);
  }

  get names(): ApiObject {
    return new NamedItemCollection(this.$session, null);
  }

  get protection(): ApiObject {
    return new WorkbookProtection(this.$session);
  }

  getSelectedRange(): ApiObject {
    return new Range(this.$session, this.$session.workbook.active, this.$session.workbook.selection);
  }

  getActiveCell(): ApiObject {
    const { top, left } = this.$session.workbook.selection;
    return new Range(this.$session, this.$session.workbook.active, areaOf(top, left));
  }

  _GetRangeForEventByReferenceId(reference: string): ApiObject {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(reference);
    if (!range) throw new HostError('ItemNotFound', 'the cells of this event are gone');
    return range;
  }

  _GetRangeOrNullObjectForEventByReferenceId(reference: string): ApiObject | null {
    const found = this.$session.areaOfEvent(reference);
    return found && !found.area.gone ? new Range(this.$session, found.sheet, found.area) : null;
  }

  _RemoveReference(reference: string): void {
    this.$session.release(reference);
  }

  _RemoveAllReferences(): void {
    this.$session.release('*');
  }
}
