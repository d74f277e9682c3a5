import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core';
import type { EmulatedExcel } from '../emulator/excel';
import { installNativeObject } from '../emulator/transport/nativeObject';
import { WindowsTransport } from '../emulator/transport/win32';
import { frameName, WebTransport } from '../emulator/transport/xdm';

const ROOT = join(__dirname, '..', '..', '..');
const OFFICE = join(ROOT, 'node_modules', '@microsoft', 'office-js', 'dist');
export const ADDIN = join(ROOT, 'dist', 'excel');

/** Where the genuine office.js is asked for, and where Excel and the add-in stand. No server is there: files are handed over. */
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const HOST_ORIGIN = 'https://localhost:3000';
const ADDIN_ORIGIN = 'https://localhost:3001';

export type Flavour = 'web' | 'windows';
export const FLAVOURS: readonly Flavour[] = ['web', 'windows'];

export interface OpenOptions {
  readonly flavour: Flavour;
  /** The page of the add-in. */
  readonly path?: string;
  /** Pages of a test beside the built ones, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly size?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  /** Microsoft's network cannot be reached. */
  readonly cdnDown?: boolean;
  /** Colours of Office's theme, as Windows gives them. */
  readonly theme?: Readonly<Record<string, number>>;
}

/** The add-in inside the emulated Excel, in a browser. */
export interface OpenAddin {
  readonly page: Page;
  /** Where the add-in's own page is: a frame on the web, the page itself on Windows. */
  readonly pane: Frame;
  /** What the page complained of. */
  readonly complaints: readonly string[];
  /** Addresses that were asked for outside of this machine, office.js aside. */
  readonly outside: readonly string[];
  /** Loads the add-in again in the same workbook, as when it is opened another day. */
  reload(): Promise<OpenAddin>;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

const WHITE_THEME = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x000000,
  controlBackgroundColor: 0xffffff,
  controlForegroundColor: 0x000000,
};

export async function openAddin(browser: Browser, excel: EmulatedExcel, options: OpenOptions): Promise<OpenAddin> {
  const { flavour, path = 'taskpane.html', size = { width: 320, height: 800 } } = options;
  const context = await browser.newContext({
    viewport: size,
    locale: 'fr-FR',
    colorScheme: options.colorScheme ?? 'light',
    forcedColors: options.forcedColors ?? 'none',
  });
  const complaints: string[] = [];
  const outside: string[] = [];
  await context.route('**/*', (route) => serve(route, excel, options, outside));
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  if (flavour === 'web') await connectWeb(page, excel);
  else await connectWindows(page, excel, options);
  const start = async (): Promise<OpenAddin> => {
    const address = flavour === 'web' ? `${HOST_ORIGIN}/` : `${ADDIN_ORIGIN}/${path}`;
    await page.goto(address);
    const pane = flavour === 'web' ? page.frames().find((frame) => frame !== page.mainFrame()) : page.mainFrame();
    if (!pane) throw new Error('the add-in has no frame');
    return { page, pane, complaints, outside, reload: () => start(), close: () => closeContext(context, excel) };
  };
  return start();
}

async function closeContext(context: BrowserContext, excel: EmulatedExcel): Promise<void> {
  excel.connect(null);
  await context.close();
}

async function connectWeb(page: Page, excel: EmulatedExcel): Promise<void> {
  let transport = newTransport();
  function newTransport(): WebTransport {
    return new WebTransport(
      excel,
      (text) => void page.evaluate(`excelSend(${JSON.stringify(text)})`).catch(() => undefined),
    );
  }
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) transport = newTransport();
  });
  await page.exposeBinding('excelReceive', (_source, text: string) => transport.receive(text));
}

async function connectWindows(page: Page, excel: EmulatedExcel, { theme = WHITE_THEME }: OpenOptions): Promise<void> {
  let transport = newTransport();
  function newTransport(): WindowsTransport {
    return new WindowsTransport(excel, (id, payload) => {
      void page.evaluate(`excelEvent(${id},${JSON.stringify(payload)})`).catch(() => undefined);
    });
  }
  await page.exposeBinding('excelContext', () => transport.context(theme));
  await page.exposeBinding('excelExecute', (_source, id: number, params: unknown[]) => transport.execute(id, params));
  await page.exposeBinding('excelListen', (_source, id: number, on: boolean) => transport.listen(id, on));
  await page.exposeBinding('excelSaveSettings', (_source, keys: string[], values: string[]) =>
    transport.saveSettings(keys, values),
  );
  // The native object must be there before office.js, with the settings of this moment: it travels with the page.
  await page.route(`${ADDIN_ORIGIN}/**/*.html`, async (route) => {
    transport = newTransport();
    await route.fallback();
  });
  await page.addInitScript(installNativeObject, transport.context(theme));
}

async function serve(route: Route, excel: EmulatedExcel, options: OpenOptions, outside: string[]): Promise<void> {
  const url = new URL(route.request().url());
  const address = `${url.origin}${url.pathname}`;
  if (address.startsWith(CDN) && !options.cdnDown) return file(route, join(OFFICE, address.slice(CDN.length)));
  if (url.origin === HOST_ORIGIN && url.pathname === '/')
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: hostPage(excel, options) });
  if (url.origin === ADDIN_ORIGIN) {
    const made = options.files?.[url.pathname.slice(1)];
    if (made !== undefined)
      return route.fulfill({ contentType: TYPES[extname(url.pathname)] ?? 'text/html; charset=utf-8', body: made });
    return file(route, join(ADDIN, url.pathname));
  }
  if (!address.startsWith(CDN)) outside.push(address);
  return route.abort();
}

async function file(route: Route, path: string): Promise<void> {
  if (!existsSync(path)) return route.fulfill({ status: 404, body: '' });
  const contentType = TYPES[extname(path)] ?? 'application/octet-stream';
  return route.fulfill({ contentType, body: readFileSync(path) });
}

/** Excel on the web, as far as the add-in sees it: a page of another origin around its frame. */
function hostPage(excel: EmulatedExcel, { path = 'taskpane.html' }: OpenOptions): string {
  const name = frameName(excel, HOST_ORIGIN).replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Excel émulé</title>
<script>
const post = (text) => frames[0].postMessage(text, '${ADDIN_ORIGIN}');
window.excelSend = post;
addEventListener('message', async ({ data, origin }) => {
  if (origin !== '${ADDIN_ORIGIN}' || typeof data !== 'string' || !data.startsWith('{')) return;
  const answer = await excelReceive(data);
  if (answer !== null) post(answer);
});
</script></head><body style="margin:0;overflow:hidden">
<iframe title="Volet" name="${name}" src="${ADDIN_ORIGIN}/${path}" style="border:0;width:100vw;height:100vh"></iframe>
</body></html>`;
}
