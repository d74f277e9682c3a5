import { HostError } from '../hostError';
import { intersect, rowsOf, columnsOf, type Area } from '../model/area';
import type { Sheet, Validation } from '../model/sheet';
import { ApiObject, type Session } from './apiObject';
import { absolute } from './names';
import { Range } from './range';

const NO_ALERT = { message: '', showAlert: true, style: 'Stop', title: '' };
const NO_PROMPT = { message: '', showPrompt: true, title: '' };
const TYPES: Readonly<Record<string, string>> = {
  list: 'List',
  custom: 'Custom',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
};

/** What is left of an area when another is cut out of it. */
export function without(area: Area, hole: Area): Area[] {
  const cut = intersect(area, hole);
  if (!cut) return [area];
  const pieces = [
    { ...area, bottom: cut.top - 1 },
    { ...area, top: cut.bottom + 1 },
    { ...area, top: cut.top, bottom: cut.bottom, right: cut.left - 1 },
    { ...area, top: cut.top, bottom: cut.bottom, left: cut.right + 1 },
  ];
  return pieces.filter(({ top, bottom, left, right }) => top <= bottom && left <= right);
}

/** A range in a rule is kept as its address, and read again as such. */
function withoutRanges(value: unknown): unknown {
  if (value instanceof Range) return absolute(value.$sheet, value.$area);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutRanges(one)]));
}

const sizeOf = (area: Area): number => rowsOf(area) * columnsOf(area);

/** The validation of a range: one rule for all its cells, none, or "Inconsistent". */
export class DataValidation extends ApiObject {
  override readonly $api = 'DataValidation';

  constructor(
    session: Session,
    private readonly sheet: Sheet,
    private readonly area: Area,
  ) {
    super(session);
  }

  /** The one that covers the range; null for none, undefined when its cells do not agree. */
  #own(): Validation | null | undefined {
    const here = this.sheet.validations.filter((one) => intersect(one.area, this.area) !== null);
    const [first] = here;
    if (!first) return null;
    const covered = here.reduce((sum, one) => sum + sizeOf(intersect(one.area, this.area) ?? one.area), 0);
    const same = here.every((one) => JSON.stringify({ ...one, area: 0 }) === JSON.stringify({ ...first, area: 0 }));
    return same && covered === sizeOf(this.area) ? first : undefined;
  }

  #cut(): void {
    if (this.sheet.protection.on) throw new HostError('AccessDenied', `${this.sheet.name} is protected`);
    this.sheet.validations = this.sheet.validations.flatMap((one) =>
      without(one.area, this.area).map((area) => ({ ...one, area })),
    );
  }

  #set(fields: Partial<Validation>): void {
    const own = this.#own();
    if (!own) throw new HostError('InvalidOperation', 'the range has no validation rule of its own');
    this.#cut();
    this.sheet.validations.push({ ...own, ...fields, area: { ...this.area } });
  }

  get type(): string {
    const own = this.#own();
    if (own === null) return 'None';
    if (own === undefined) return 'Inconsistent';
    return TYPES[Object.keys(own.rule)[0] ?? ''] ?? 'None';
  }

  get rule(): unknown {
    return this.#own()?.rule ?? (this.#own() === null ? {} : null);
  }

  set rule(given: Readonly<Record<string, unknown>>) {
    const value = withoutRanges(given) as Readonly<Record<string, unknown>>;
    const [kind, ...more] = Object.keys(value);
    if (kind === undefined || more.length > 0 || !(kind in TYPES))
      throw new HostError('InvalidArgument', 'a rule names one kind of validation');
    const list = value['list'] as { source?: unknown } | undefined;
    // Excel's limit for a list that is written out; a list from a range has none.
    if (typeof list?.source === 'string' && !list.source.startsWith('=') && list.source.length > 255)
      throw new HostError('InvalidArgument', 'the list is longer than 255 characters');
    const own = this.#own();
    this.#cut();
    const kept = own ? { errorAlert: own.errorAlert, prompt: own.prompt, ignoreBlanks: own.ignoreBlanks } : {};
    this.sheet.validations.push({
      area: { ...this.area },
      rule: value,
      errorAlert: NO_ALERT,
      prompt: NO_PROMPT,
      ignoreBlanks: true,
      ...kept,
    });
  }

  get errorAlert(): unknown {
    return this.#own()?.errorAlert ?? (this.#own() === null ? NO_ALERT : null);
  }

  set errorAlert(value: unknown) {
    this.#set({ errorAlert: value });
  }

  get prompt(): unknown {
    return this.#own()?.prompt ?? (this.#own() === null ? NO_PROMPT : null);
  }

  set prompt(value: unknown) {
    this.#set({ prompt: value });
  }

  get ignoreBlanks(): boolean {
    return this.#own()?.ignoreBlanks ?? true;
  }

  set ignoreBlanks(value: boolean) {
    this.#set({ ignoreBlanks: value });
  }

  get valid(): null {
    throw new HostError('UnsupportedOperation', 'the emulator does not judge values by a validation');
  }

  clear(): void {
    this.#cut();
  }
}
