import type { Message } from '../changeEvents';
import { EVENT_IDS, type EmulatedExcel } from '../excel';
import { DISPATCH, processRequest, saveSettings, settingsOf, type RichApiRequest } from './dispatch';
import { instanceOf } from './xdm';

/** What the page's `window.external` is made of before the add-in starts: Excel for Windows hands it over at once. */
export interface NativeContext {
  readonly requirements: string;
  readonly settings: readonly (readonly [string, string])[];
  readonly instance: string;
  readonly url: string;
  readonly theme: Readonly<Record<string, number>>;
}

/** Excel for Windows: answers the calls of the native object that stands in the page. */
export class WindowsTransport {
  constructor(
    private readonly excel: EmulatedExcel,
    /** Calls the handler that the page registered for an event. */
    private readonly send: (eventId: number, payload: unknown) => void,
  ) {
    excel.connect((message) => this.#event(message));
  }

  context(theme: Readonly<Record<string, number>>): NativeContext {
    return {
      requirements: this.excel.requirements,
      settings: settingsOf(this.excel),
      instance: instanceOf(this.excel),
      url: `C:\\Documents\\${this.excel.workbook.name}`,
      theme,
    };
  }

  /** The answer of `Execute`: [0, …] or a code. Arrays become the native ones in the page. */
  async execute(id: number, params: readonly unknown[]): Promise<number | readonly unknown[]> {
    if (id === DISPATCH.richApi) {
      const answer = await processRequest(this.excel, params[0] as RichApiRequest);
      return typeof answer === 'number' ? answer : [0, ...answer];
    }
    if (id === DISPATCH.commandCompleted) {
      this.excel.completedCommands.push(String(params[0]));
      return [0];
    }
    this.excel.refused.push(`method ${id}`);
    return 5001;
  }

  listen(eventId: number, on: boolean): void {
    this.excel.listen(eventId, on);
  }

  saveSettings(keys: readonly string[], values: readonly string[]): void {
    saveSettings(
      this.excel,
      keys.map((key, place) => [key, values[place] ?? 'null'] as const),
    );
  }

  readSettings(): readonly (readonly [string, string])[] {
    return settingsOf(this.excel);
  }

  #event(message: Message): void {
    const payload =
      message.event === 'richApiMessage'
        ? message.entries
        : message.event === 'appCommandInvoked'
          ? [message.id, message.name, message.source]
          : [];
    this.send(EVENT_IDS[message.event], payload);
  }
}
