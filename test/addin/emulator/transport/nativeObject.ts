import type { NativeContext } from './win32';

/** What the page offers to the test, and calls. */
interface Bridge {
  excelContext?: NativeContext;
  excelExecute(id: number, params: unknown): Promise<number | unknown[]>;
  excelListen(id: number, on: boolean): Promise<void>;
  excelSaveSettings(keys: string[], values: string[]): Promise<void>;
  excelEvent?: (id: number, payload: unknown) => void;
}

type Callback = (answer: unknown) => void;

/**
 * Runs in the page, before office.js: stands for the native object of Excel for Windows. The text of this function is sent to the
 * page as it is; it may refer to nothing outside itself.
 */
export function installNativeObject(context: NativeContext): void {
  const bridge = window as unknown as Bridge;
  // The native arrays: read by toArray(), whatever their depth.
  const native = (value: unknown): unknown =>
    Array.isArray(value) ? { toArray: () => value.map(native), dimensions: () => 1 } : value;
  const handlers = new Map<number, (id: number, payload: unknown) => void>();
  bridge.excelEvent = (id, payload) => handlers.get(id)?.(id, native(payload));
  let settings = context.settings.map(([key, value]) => [key, value] as [string, string]);
  const settingsObject = {
    Read: (keys: string[], values: string[]) => {
      for (const [key, value] of settings) {
        keys.push(key);
        values.push(value);
      }
    },
    WriteAsync: (keys: string[], values: string[], done: Callback) => {
      settings = keys.map((key, place) => [key, values[place] ?? 'null']);
      void bridge.excelSaveSettings(keys, values).then(() => done(0));
    },
    RefreshAsync: (done: Callback) => done(0),
  };
  const getters = {
    GetAppType: 1,
    GetSolutionRef: 'annexe-1',
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 0,
    GetAppUILocale: 0x40c,
    GetAppDataLocale: 0x40c,
    GetDocUrl: context.url,
    GetAppCapabilities: 0,
    GetActivationMode: 2,
    GetControlIntegrationLevel: 1,
    GetSolutionToken: '',
    GetInstanceId: context.instance,
    GetSupportedMatrix: context.requirements,
    GetHostFullVersion: '16.0.14332.20000',
    GetInitialDisplayMode: 2,
    GetOfficeThemeInfo: JSON.stringify(context.theme),
  };
  const asked = Object.fromEntries(Object.entries(getters).map(([name, value]) => [name, () => value]));
  const external = {
    GetHostInfo: () => 'Excel$Win32$16.01$fr-FR$telemetry$$disableLogging$3',
    GetContext: () => ({ ...asked, GetSettings: () => settingsObject }),
    Execute: (id: number, params: unknown, done: Callback) =>
      void bridge.excelExecute(id, params).then((answer) => done(native(answer))),
    RegisterEvent: (id: number, _target: string, handler: (id: number, payload: unknown) => void, done: Callback) => {
      handlers.set(id, handler);
      void bridge.excelListen(id, true).then(() => done(0));
    },
    UnregisterEvent: (id: number, _target: string, done: Callback) => {
      handlers.delete(id);
      void bridge.excelListen(id, false).then(() => done(0));
    },
  };
  Object.defineProperty(window, 'external', { value: external, configurable: true });
}
