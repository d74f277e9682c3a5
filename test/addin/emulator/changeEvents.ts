import { EVENTS } from './api/events';
import type { Area } from './model/area';
import { printArea } from './model/area';
import type { Sheet } from './model/sheet';
import type { Author, Change, Listener, Workbook } from './model/workbook';

/** One entry of a `richApiMessage`, as the genuine office.js reads it. */
export type Entry = readonly [
  category: number,
  type: number,
  target: string,
  message: string,
  id: string,
  remote: boolean,
];

/** What Excel tells the add-in by itself. */
export type Message =
  | { readonly event: 'richApiMessage'; readonly entries: readonly Entry[] }
  | { readonly event: 'documentSelectionChanged' }
  | { readonly event: 'settingsChanged' }
  | { readonly event: 'appCommandInvoked'; readonly id: string; readonly name: string; readonly source: string };

const OBJECT_EVENT = 65536;
const sourceOf = (author: Author): string => (author === 'colleague' ? 'Remote' : 'Local');

/** Tells the add-in what happens in the workbook, as far as it asked to be told. */
export class ChangeEvents implements Listener {
  /** "target type" of what the add-in listens to. */
  readonly registered = new Set<string>();
  readonly #areas = new Map<string, { readonly sheet: Sheet; readonly area: Area }>();
  #count = 0;

  constructor(
    private readonly workbook: Workbook,
    private readonly post: (message: Message) => void,
  ) {}

  register(target: string, type: number, on: boolean): void {
    if (on) this.registered.add(`${target} ${type}`);
    else this.registered.delete(`${target} ${type}`);
  }

  areaOf(reference: string): { readonly sheet: Sheet; readonly area: Area } | null {
    return this.#areas.get(reference) ?? null;
  }

  changed({ sheet, type, area, author, before, after }: Change): void {
    const reference = `ev{${++this.#count}}`;
    this.#areas.set(reference, { sheet, area: sheet.keep({ ...area }) });
    this.#tell('DataChanged', sheet, {
      changeType: type,
      source: sourceOf(author),
      triggerSource: author === 'addin' ? 'ThisLocalAddin' : 'Unknown',
      worksheetId: sheet.id,
      address: printArea(area),
      referenceId: reference,
      shiftDirection: 'None',
      ...(before === undefined ? {} : { valueBefore: before, valueAfter: after }),
    });
  }

  selected(): void {
    const { active, selection } = this.workbook;
    this.#tell('SelectionChanged', active, { address: printArea(selection), worksheetId: active.id });
    this.post({ event: 'documentSelectionChanged' });
  }

  activated(sheet: Sheet, before: Sheet): void {
    this.#tell('Deactivated', before, { worksheetId: before.id });
    this.#tell('Activated', sheet, { worksheetId: sheet.id });
  }

  added(sheet: Sheet, author: Author): void {
    this.#tell('Added', sheet, { worksheetId: sheet.id, source: sourceOf(author) });
  }

  deleted(sheet: Sheet, author: Author): void {
    this.#tell('Deleted', sheet, { worksheetId: sheet.id, source: sourceOf(author) });
  }

  renamed(sheet: Sheet, before: string, author: Author): void {
    const args = { worksheetId: sheet.id, nameBefore: before, nameAfter: sheet.name, source: sourceOf(author) };
    this.#tell('NameChanged', sheet, args);
  }

  settings(author: Author): void {
    if (author === 'colleague') this.post({ event: 'settingsChanged' });
  }

  #tell(event: string, sheet: Sheet, args: object): void {
    const [type] = EVENTS[event] ?? [0];
    const entries = [sheet.id, 'Workbook']
      .filter((target) => this.registered.has(`${target} ${type}`))
      .map((target): Entry => [OBJECT_EVENT, type, target, JSON.stringify(args), String(++this.#count), false]);
    if (entries.length > 0) this.post({ event: 'richApiMessage', entries });
  }
}
