import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../browser/chromium';
import { buildWhenStale, ROOT } from '../../built';

export const SEED = join(ROOT, 'seeds', 'annexe-7-lezignan-corbieres.xlsx');

/** The page as `npm start` serves it, in a browser. */
export interface Served {
  readonly browser: Browser;
  readonly address: string;
  close(): Promise<void>;
}

interface Server {
  readonly server: { close(): void; closeAllConnections(): void };
  readonly address: string;
}

/** Builds the page when the sources are newer than the build. */
export async function servePage(): Promise<Served> {
  buildWhenStale('page');
  const { serve }: { serve(folder: string, port: number): Promise<Server> } =
    jest.requireActual('../../../local/page/serve.js');
  const { server, address } = await serve(join(ROOT, 'dist', 'page'), 0);
  const browser = await launchChromium();
  return {
    browser,
    address,
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

export interface OpenPage {
  readonly page: Page;
  /** Addresses asked for, and what the page complained of. */
  readonly requests: string[];
  readonly complaints: string[];
}

/** A new browser profile with the page in it, the seed checked. */
export async function openPage(
  { browser, address }: Served,
  size = { width: 1280, height: 800 },
  media: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: size, locale: 'fr-FR', ...media });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(address);
  await checked(page);
  // The spreadsheet takes the keyboard when it is ready.
  await page.waitForFunction(() => document.activeElement?.matches('[data-u-comp=editor]') === true);
  return { page, requests, complaints };
}

export const checked = (page: Page): Promise<void> => page.getByText(/· à jour/).waitFor({ timeout: 30_000 });

export async function saved(page: Page, button = 'Enregistrer'): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The values of the sheet that is shown, as its .csv holds them. */
export const csv = async (page: Page): Promise<string> =>
  (await saved(page, 'Enregistrer en .csv')).bytes.toString('utf8');

const addressBox = (page: Page): ReturnType<Page['locator']> => page.locator('.univer input').first();

/** Goes to a cell as somebody without a mouse does. */
export async function goTo(page: Page, cell: string): Promise<void> {
  await addressBox(page).click();
  await addressBox(page).fill(cell);
  await addressBox(page).press('Enter');
  await page.waitForTimeout(200);
}

export async function typeIn(page: Page, cell: string, text: string): Promise<void> {
  await goTo(page, cell);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(400);
}

export const cellShown = (page: Page): Promise<string> => addressBox(page).inputValue();

/** The safe part of the plan, applied. */
export async function correctAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Tout corriger/ }).click();
  await page
    .getByRole('button', { name: /^Corriger \(/ })
    .last()
    .click();
  await page
    .getByText(/cellules modifiées/)
    .first()
    .waitFor({ state: 'attached' });
}

/** Opens a file as somebody who chooses it, and waits for its check. */
export async function openFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
  await page.getByText(name, { exact: true }).waitFor();
  await checked(page);
}
