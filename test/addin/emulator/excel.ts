import { Calculator } from './calculator';
import { ChangeEvents, type Entry, type Message } from './changeEvents';
import type { ApiObject, Session } from './api/apiObject';
import { EVENTS } from './api/events';
import { INTERNAL, serviceOf, type AddinState } from './api/runtime';
import { WorkbookObject } from './api/workbook';
import type { FunctionOfAddin } from './functionsOfAddin';
import { HostError } from './hostError';
import type { Workbook } from './model/workbook';
import { officeApi, reaches, type Requirement } from './officeApi';
import { runBatch, type Answer, type Batch, type World } from './richApi';

/** The requirement sets that the manifest demands: whatever asks for more answers ApiNotFound. */
export const MANIFEST_LEVEL: Readonly<Record<string, string>> = {
  ExcelApi: '1.14',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.3',
  AddinCommands: '1.1',
  // Not documented: whether `Excel.run({ delayForCellEdit: true })` is understood.
  DelayForCellEdit: '1.1',
};

/** Limits that Microsoft documents: 5 MB a request and a response (Excel on the web), 5,000,000 cells a reading. */
export const MOST_BYTES = 5_000_000;
export const MOST_CELLS = 5_000_000;

/** The codes by which Office refuses a whole batch. */
export const REFUSAL = {
  generalException: 5001,
  cellEditMode: 5004,
  sessionLost: 5012,
  throttled: 5102,
  requestTooLong: 5103,
  responseTooLong: 5104,
  accessDenied: 7000,
} as const;

/** A batch that the add-in sent, and what became of it. */
export interface Call {
  /** 0 for the first since `calls` was emptied. */
  readonly number: number;
  readonly batch: Batch;
  readonly flags: number;
  readonly bytesIn: number;
  bytesOut: number;
  /** The most cells that one reading of it asked for. */
  cells: number;
  /** A code of Office or of the batch; "" when all went well. */
  error: string;
}

export interface ExcelOptions {
  readonly workbook: Workbook;
  readonly functions?: ReadonlyMap<string, FunctionOfAddin>;
  readonly level?: Readonly<Record<string, string>>;
}

const NO_CALL: Call = {
  number: 0,
  batch: { Actions: [], ObjectPaths: {} },
  flags: 0,
  bytesIn: 0,
  bytesOut: 0,
  cells: 0,
  error: '',
};

/** requestFlags: wait until the agent has finished typing. */
const DELAY_FOR_CELL_EDIT = 64;

/**
 * An emulated Excel: it answers the batches of the genuine office.js on a workbook in memory, whatever carries them. It is no Excel:
 * it knows the members that are here, refuses the others by name, and computes our functions alone.
 */
export class EmulatedExcel {
  readonly workbook: Workbook;
  readonly calculator: Calculator;
  readonly events: ChangeEvents;
  level: Readonly<Record<string, string>>;
  /** Members that the add-in asked for and that are not here, or above the level. A test must end with none. */
  readonly refused: string[] = [];
  /** Errors of the emulator itself. A test must end with none. */
  readonly defects: unknown[] = [];
  /** Every member that the add-in used. */
  readonly used = new Set<string>();
  calls: Call[] = [];
  readonly addin: AddinState = { visibility: 'Visible', startup: 'Inactive' };
  /** Runs before each batch of the workbook is executed; a code makes Office refuse it. */
  beforeBatch: ((call: Call) => Promise<number | void> | number | void) | null = null;
  /** Runs when a batch was executed, before its answer leaves; a code is sent instead of it. */
  afterBatch: ((call: Call) => number | void) | null = null;
  readonly completedCommands: string[] = [];
  #editing: { readonly ended: Promise<void>; readonly end: () => void } | null = null;
  #deliver: ((message: Message) => void) | null = null;
  readonly #listened = new Set<number>();
  readonly #references = new Map<string, ApiObject>();
  readonly #session: Session;
  #call: Call = NO_CALL;
  #ready = false;
  readonly #pressed: Message[] = [];
  #count = 0;

  constructor({ workbook, functions = new Map(), level = MANIFEST_LEVEL }: ExcelOptions) {
    this.workbook = workbook;
    this.level = level;
    this.#session = this.#newSession();
    this.events = new ChangeEvents(workbook, (message) => this.#post(message));
    this.calculator = new Calculator(workbook, functions);
    workbook.listeners.push(this.events, this.calculator);
  }

  /** An add-in was loaded: whatever the one before had asked for is forgotten. `deliver` carries messages to it. */
  connect(deliver: ((message: Message) => void) | null): void {
    this.#deliver = deliver;
    this.#listened.clear();
    this.events.registered.clear();
    this.#references.clear();
    this.#ready = false;
    this.calculator.connect(null);
  }

  /** Office's requirement sets, as the add-in may ask for them. */
  get requirements(): string {
    return JSON.stringify(this.level);
  }

  get references(): number {
    return this.#references.size;
  }

  /** The agent begins to type in a cell: nothing can be done until `end` is called. */
  edit(): { end(): void } {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    this.#editing = { ended, end };
    return {
      end: () => {
        this.#editing = null;
        end();
      },
    };
  }

  listen(eventId: number, on: boolean): void {
    if (on) this.#listened.add(eventId);
    else this.#listened.delete(eventId);
  }

  /** A button of the ribbon: told at once, or as soon as the add-in says that it can act. */
  press(id: string, name: string): void {
    const message: Message = { event: 'appCommandInvoked', id, name, source: JSON.stringify({ source: { id } }) };
    if (this.#ready) this.#post(message);
    else this.#pressed.push(message);
  }

  #actionsReady(): void {
    this.#ready = true;
    for (const message of this.#pressed.splice(0)) this.#post(message);
  }

  /** A batch from the add-in. Resolves with the answer's text, or with a code by which Office refuses it. */
  async process(body: string, flags: number, kind: string): Promise<string | number> {
    const batch = JSON.parse(body) as Batch;
    const ofWorkbook = kind === 'IterativeExecutor' && (flags & 2176) !== 2176;
    const call: Call = {
      number: this.calls.length,
      batch,
      flags,
      bytesIn: Buffer.byteLength(body),
      bytesOut: 0,
      cells: 0,
      error: '',
    };
    if (ofWorkbook) this.calls.push(call);
    const refuse = (code: number): number => {
      call.error = String(code);
      return code;
    };
    if (call.bytesIn > MOST_BYTES) return refuse(REFUSAL.requestTooLong);
    if (ofWorkbook) {
      if (this.#editing && !(flags & DELAY_FOR_CELL_EDIT)) return refuse(REFUSAL.cellEditMode);
      while (this.#editing) await this.#editing.ended;
      const code = await this.beforeBatch?.(call);
      if (typeof code === 'number') return refuse(code);
    }
    const answer = this.#answer(batch, call, ofWorkbook);
    if (answer === null) return refuse(REFUSAL.generalException);
    const text = JSON.stringify(answer);
    call.bytesOut = Buffer.byteLength(text);
    const lost = ofWorkbook ? this.afterBatch?.(call) : undefined;
    if (typeof lost === 'number') return refuse(lost);
    return call.bytesOut > MOST_BYTES ? refuse(REFUSAL.responseTooLong) : text;
  }

  /** Null when the emulator itself failed: the test will say so. */
  #answer(batch: Batch, call: Call, ofWorkbook: boolean): Answer | null {
    try {
      const answer = this.#run(batch, call, ofWorkbook);
      if (answer.Error) call.error = answer.Error.Code;
      return answer;
    } catch (defect) {
      this.defects.push(defect);
      return null;
    }
  }

  #run(batch: Batch, call: Call, ofWorkbook: boolean): Answer {
    this.#call = call;
    const { made } = this.#session;
    made.length = 0;
    const world: World = {
      root: () => (ofWorkbook ? new WorkbookObject(this.#session) : this.#service('')),
      made: (name) => this.#service(name),
      referenced: (id) => {
        const found = this.#references.get(id);
        if (!found) throw new HostError('InvalidReference', `no reference ${id}`);
        return found;
      },
      keep: (object) => {
        const id = `ref{${++this.#count}}`;
        this.#references.set(id, object);
        return id;
      },
      allow: (api, member) => this.#allow(api, member),
      missing: (name) => void this.refused.push(name),
    };
    const answer = runBatch(batch, world);
    for (const { sheet, area, held } of made) if (!held) sheet.drop(area);
    return answer;
  }

  #newSession(): Session {
    return {
      workbook: this.workbook,
      mayGive: (cells) => {
        this.#call.cells = Math.max(this.#call.cells, cells);
        return cells <= MOST_CELLS;
      },
      made: [],
      areaOfEvent: (reference) => this.events.areaOf(reference),
      release: (reference) => {
        const released = reference === '*' ? [...this.#references.keys()] : [reference];
        for (const one of released) {
          this.#references.get(one)?.$release();
          this.#references.delete(one);
        }
      },
      register: (target, type, on) => {
        const [, property] = Object.values(EVENTS).find(([number]) => number === type) ?? [0, ''];
        this.#allow(target === 'Workbook' ? 'WorksheetCollection' : 'Worksheet', property);
        this.events.register(target, type, on);
      },
    };
  }

  #service(name: string): ApiObject {
    const functions = {
      ready: () =>
        this.calculator.connect({
          invoke: (message, id) => this.#functionMessage(1000, message, id),
          cancel: (message) => this.#functionMessage(1001, message, String(++this.#count)),
        }),
      results: (list: Parameters<Calculator['results']>[0]) => this.calculator.results(list),
    };
    const visibility = (): void => {
      const shown = this.addin.visibility === 'Visible' ? 'Visible' : 'Hidden';
      this.#entries([[65536, 65539, '', JSON.stringify({ visibility: shown }), String(++this.#count), false]]);
    };
    const found = serviceOf(name, this.#session, this.addin, {
      functions,
      visibilityChanged: visibility,
      actionsReady: () => this.#actionsReady(),
    });
    if (found) return found;
    this.refused.push(name);
    throw new HostError('ApiNotFound', `no service ${name}`);
  }

  #allow(api: string, member: string): void {
    if (INTERNAL.includes(api) || member.startsWith('_') || member === 'items') return;
    const name = `${api}.${member}`;
    const asked = officeApi().get(name);
    if (asked && this.supports(asked)) {
      this.used.add(name);
      return;
    }
    this.refused.push(asked ? `${name} (${asked[0]} ${asked[1]}.${asked[2]})` : name);
    throw new HostError('ApiNotFound', `${name} is not available`);
  }

  /** Whether the level has what a member asks for. */
  supports([set, major, minor]: Requirement): boolean {
    const [here = 0, version = 0] = (this.level[set] ?? '0.0').split('.').map(Number);
    return reaches([set, here, version], [set, major, minor]);
  }

  #functionMessage(type: number, message: string, id: string): void {
    this.#entries([[1, type, '', message, id, false]]);
  }

  #entries(entries: readonly Entry[]): void {
    this.#post({ event: 'richApiMessage', entries });
  }

  /** After what is being done is done, as a message between two programs arrives. */
  #post(message: Message): void {
    setImmediate(() => {
      if (this.#listened.has(EVENT_IDS[message.event])) this.#deliver?.(message);
    });
  }
}

/** The numbers by which the add-in registers with Office. */
export const EVENT_IDS: Readonly<Record<Message['event'], number>> = {
  settingsChanged: 1,
  documentSelectionChanged: 2,
  richApiMessage: 33,
  appCommandInvoked: 39,
};
