import type { Message } from '../changeEvents';
import { EVENT_IDS, type EmulatedExcel } from '../excel';
import { DISPATCH, processRequest, saveSettings, settingsOf, type RichApiRequest } from './dispatch';

/** A message between Excel on the web and the add-in in its frame: JSON text, in both ways. */
interface Request {
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

const GENERAL_EXCEPTION = 5001;

/** Excel on the web: answers what the frame posts. `send` posts an event to the frame. */
export class WebTransport {
  #conversation = '';
  readonly #unknown: string[];

  constructor(
    private readonly excel: EmulatedExcel,
    private readonly send: (text: string) => void,
  ) {
    this.#unknown = excel.refused;
    excel.connect((message) => this.#event(message));
  }

  /** The answer to be posted back; null when the frame expects none. */
  async receive(text: string): Promise<string | null> {
    const request = JSON.parse(text) as Request;
    this.#conversation = request._conversationId;
    const answer = await this.#answer(request);
    return answer === undefined ? null : this.#message(request._actionName, request._correlationId, answer, 0);
  }

  #message(action: string, correlation: number, data: unknown, responseType: 0 | 1): string {
    return JSON.stringify({
      _messageType: 1,
      _actionName: action,
      _conversationId: this.#conversation,
      _correlationId: correlation,
      _origin: '',
      _data: data,
      _errorCode: 0,
      _responseType: responseType,
      _serializerVersion: 1,
    });
  }

  async #answer({ _actionName: action, _actionType: type, _data: data }: Request): Promise<unknown> {
    if (type !== 0) {
      this.excel.listen((data as { eventDispId: number }).eventDispId, type === 1);
      return { Error: 0 };
    }
    if (action === 'ContextActivationManager_getAppContextAsync') return this.#context();
    // The frame tells of its focus and of keys: nothing to answer.
    if (action === 'ContextActivationManager_notifyHost') return undefined;
    if (action === 'executeMethod') return this.#execute(data as Record<string, unknown>);
    this.#unknown.push(action);
    return { Error: GENERAL_EXCEPTION };
  }

  async #execute(data: Record<string, unknown>): Promise<unknown> {
    const { DispatchId: id } = data['DdaMethod'] as { DispatchId: number };
    if (id === DISPATCH.richApi) {
      const answer = await processRequest(this.excel, data['ArrayData'] as RichApiRequest);
      return typeof answer === 'number' ? { Version: 1, Error: answer } : { Version: 1, Error: 0, Data: answer };
    }
    if (id === DISPATCH.settingsRefresh) {
      const list = settingsOf(this.excel).map(([Name, Value]) => ({ Name, Value }));
      return { Version: 1, Error: 0, Properties: { Settings: list } };
    }
    if (id === DISPATCH.settingsSave) {
      const { Properties } = data['DdaSettingsMethod'] as { Properties: [string, string][] };
      return { Version: 1, Error: saveSettings(this.excel, Properties) };
    }
    if (id === DISPATCH.commandCompleted) {
      this.excel.completedCommands.push(String(data['0']));
      return { Version: 1, Error: 0 };
    }
    this.#unknown.push(`method ${id}`);
    return { Version: 1, Error: GENERAL_EXCEPTION };
  }

  #event(message: Message): void {
    const data =
      message.event === 'richApiMessage'
        ? { ArrayData: message.entries }
        : message.event === 'appCommandInvoked'
          ? { 0: message.id, 1: message.name, 2: message.source }
          : {};
    this.send(this.#message(message.event, EVENT_IDS[message.event], data, 1));
  }

  #context(): unknown {
    return {
      _id: 'annexe-1',
      _appName: 16,
      _appVersion: '16.0',
      _appMinorVersion: 0,
      _appUILocale: 'fr-FR',
      _dataLocale: 'fr-FR',
      _docUrl: `https://localhost:3000/${this.excel.workbook.name}`,
      _clientMode: 1,
      _settings: settingsOf(this.excel),
      _reason: 'documentOpened',
      _osfControlType: 1,
      _appInstanceId: instanceOf(this.excel),
      _requirementMatrix: this.excel.requirements,
      _hostFullVersion: '16.0.0.0',
      _initialDisplayMode: 2,
    };
  }
}

let opened = 0;
const instances = new WeakMap<EmulatedExcel, string>();

/** One name for each workbook that is open: office.js keeps settings under it for the session. */
export function instanceOf(excel: EmulatedExcel): string {
  const known = instances.get(excel);
  if (known !== undefined) return known;
  const made = `instance-${++opened}`;
  instances.set(excel, made);
  return made;
}

/** What the frame's name must hold for office.js to find Excel on the web around it. */
export function frameName(excel: EmulatedExcel, origin: string): string {
  const conversation = instanceOf(excel);
  return JSON.stringify({
    baseFrameName: conversation,
    hostInfo: 'Excel$Web$16.01$fr-FR$telemetry$$disableLogging$3',
    xdmInfo: `${conversation}|annexe-1|${origin}`,
    serializerVersion: '1',
    flights: '[]',
  });
}
