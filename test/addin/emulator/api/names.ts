import { HostError } from '../hostError';
import { printArea, sheetPrefix, splitAddress, parseArea } from '../model/area';
import type { Sheet } from '../model/sheet';
import type { Name } from '../model/workbook';
import { ApiObject, type Session } from './apiObject';
import { Range } from './range';

const dollars = (address: string): string =>
  address.replace(
    /([A-Z]+)?(\d+)?/g,
    (_, letters = '', digits = '') => `${letters && `$${letters}`}${digits && `$${digits}`}`,
  );

/** "=Feuil1!$A$1:$B$2" */
export const absolute = (sheet: Sheet, area: Parameters<typeof printArea>[0]): string =>
  `=${sheetPrefix(sheet.name)}${dollars(printArea(area))}`;

class NamedItem extends ApiObject {
  override readonly $api = 'NamedItem';

  constructor(
    session: Session,
    private readonly it: Name,
  ) {
    super(session);
  }

  override get $id(): string {
    return this.it.name;
  }

  get name(): string {
    return this.it.name;
  }

  get type(): string {
    return typeof this.it.target === 'string' ? 'String' : 'Range';
  }

  get scope(): string {
    return this.it.scope ? 'Worksheet' : 'Workbook';
  }

  get value(): string {
    const { target } = this.it;
    return typeof target === 'string' ? target : absolute(target.sheet, target.area).slice(1);
  }

  get formula(): string {
    const { target } = this.it;
    return typeof target === 'string' ? target : absolute(target.sheet, target.area);
  }

  get comment(): string {
    return this.it.comment;
  }

  set comment(value: string) {
    this.it.comment = value;
  }

  get visible(): boolean {
    return this.it.visible;
  }

  set visible(value: boolean) {
    this.it.visible = value;
  }

  getRange(): ApiObject {
    const { target } = this.it;
    if (typeof target === 'string') throw new HostError('InvalidReference', `${this.it.name} is no range`);
    return new Range(this.$session, target.sheet, target.area);
  }

  getRangeOrNullObject(): ApiObject | null {
    return typeof this.it.target === 'string' ? null : this.getRange();
  }

  delete(): void {
    const { names } = this.$session.workbook;
    names.splice(names.indexOf(this.it), 1);
  }
}

/** The names of the workbook, or of one sheet. */
export class NamedItemCollection extends ApiObject {
  override readonly $api = 'NamedItemCollection';

  constructor(
    session: Session,
    private readonly scope: Sheet | null,
  ) {
    super(session);
  }

  #here(): Name[] {
    return this.$session.workbook.names.filter(({ scope }) => scope === this.scope);
  }

  get items(): readonly ApiObject[] {
    return this.#here().map((name) => new NamedItem(this.$session, name));
  }

  getCount(): number {
    return this.#here().length;
  }

  getItem(key: string): ApiObject {
    const found = this.getItemOrNullObject(key);
    if (!found) throw new HostError('ItemNotFound', `no name ${key}`);
    return found;
  }

  getItemOrNullObject(key: string): ApiObject | null {
    const found = this.#here().find(({ name }) => name.toLowerCase() === key.toLowerCase());
    return found ? new NamedItem(this.$session, found) : null;
  }

  add(name: string, reference: Range | string, comment = ''): ApiObject {
    if (!/^[\p{L}_\\][\p{L}\d_.\\?]*$/u.test(name)) throw new HostError('InvalidArgument', `${name} is no name`);
    if (this.getItemOrNullObject(name)) throw new HostError('ItemAlreadyExists', `there is a name ${name}`);
    const item: Name = { name, scope: this.scope, target: this.#target(reference), visible: true, comment };
    this.$session.workbook.names.push(item);
    return new NamedItem(this.$session, item);
  }

  #target(reference: Range | string): Name['target'] {
    if (typeof reference !== 'string')
      return { sheet: reference.$sheet, area: reference.$sheet.keep({ ...reference.$area }) };
    const { sheet, rest } = splitAddress(reference);
    if (sheet === null) return reference;
    const found = this.$session.workbook.sheet(sheet);
    return { sheet: found, area: found.keep(parseArea(rest)) };
  }
}
