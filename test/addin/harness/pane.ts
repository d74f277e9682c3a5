import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { ROOT } from '../../built';
import type { EmulatedExcel } from '../emulator/excel';
import type { Sheet } from '../emulator/model/sheet';
import { areaOf } from '../emulator/model/area';
import { parseAddress, type Scalar } from '../../../shared/sheet';
import { openAddin, type OpenAddin, type OpenOptions } from './open';

/** The pane as an agent works with it. */
export interface PaneInExcel {
  readonly addin: OpenAddin;
  button(name: string | RegExp): Locator;
  tab(name: string): Promise<void>;
  findings(): Locator;
  /** Opens the first finding, whichever was open. */
  openFirst(): Promise<void>;
  /** Presses Contrôler and waits for the findings. */
  check(): Promise<void>;
  /** Waits until the pane says that it shows the sheet as it is. */
  upToDate(): Promise<void>;
  /** Waits for a text, wherever the pane says it. */
  says(text: string | RegExp): Promise<void>;
  text(): Promise<string>;
  shot(name: string): Promise<void>;
}

/** Resolves when Excel has been asked nothing for a while: what comes then is what the test does. */
export async function quiet(excel: EmulatedExcel): Promise<void> {
  for (let calls = -1; calls !== excel.calls.length; await new Promise((resolve) => setTimeout(resolve, 400)))
    calls = excel.calls.length;
}

export async function openPane(browser: Browser, excel: EmulatedExcel, options: OpenOptions): Promise<PaneInExcel> {
  return paneOf(await openAddin(browser, excel, options));
}

export function paneOf(addin: OpenAddin): PaneInExcel {
  const { pane, page } = addin;
  const button = (name: string | RegExp): Locator =>
    pane.getByRole('button', { name, exact: typeof name === 'string' });
  const says = (text: string | RegExp): Promise<void> =>
    pane.getByText(text).first().waitFor({ state: 'attached', timeout: 20_000 });
  return {
    addin,
    button,
    tab: (name) => pane.getByRole('tab', { name }).click(),
    findings: () => pane.locator('[data-finding]'),
    async openFirst() {
      const first = pane.locator('[data-finding]').first();
      if ((await first.getAttribute('aria-expanded')) !== 'true') await first.click();
    },
    async check() {
      await button('Contrôler').click();
      await says(/· à jour/);
    },
    upToDate: () => says(/· à jour/),
    says,
    text: async () => (await pane.locator('body').innerText()).replace(/[\u00a0\u202f]/g, ' '),
    shot: async (name) => void (await page.screenshot({ path: `test/output/excel-${name}.png` })),
  };
}

/** The cell "C12" of a sheet. */
export function at(sheet: Sheet, address: string): { readonly row: number; readonly column: number } {
  const found = parseAddress(address);
  if (!found) throw new Error(`${sheet.name} has no cell ${address}`);
  return found;
}

export const valueOf = (sheet: Sheet, address: string): Scalar => {
  const { row, column } = at(sheet, address);
  return sheet.value(row, column);
};

/** Somebody types in a cell. */
export function typeIn(
  { workbook }: EmulatedExcel,
  sheet: Sheet,
  address: string,
  value: Scalar,
  who: 'agent' | 'colleague' = 'agent',
): void {
  const { row, column } = at(sheet, address);
  workbook.write(sheet, areaOf(row, column), [[value]], who);
}

/** Waits for something that comes of itself; 15 s at most. */
export async function settled(what: string, done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 750 && !done(); turn++) await new Promise((resolve) => setTimeout(resolve, 20));
  if (!done()) throw new Error(`it never came: ${what}`);
}

/**
 * office.js itself cuts the writing of many cells into lines and finds the items of a collection again; an id that is loaded by a
 * text is nothing that the compiler sees.
 */
const OF_THE_LIBRARY = /^Range\.(getRow|getBoundingRect)$|Collection\.getItem$|\.id$/;

/** Members that Excel was asked for and that the generated list of docs/ does not know. */
function unlisted({ used }: EmulatedExcel): string[] {
  const list = readFileSync(join(ROOT, 'docs/office-membres.md'), 'utf8');
  return [...used].filter((name) => !list.includes(`\`Excel.${name}\``) && !OF_THE_LIBRARY.test(name));
}

/** What a test of the built add-in must end with. */
export function expectNothingWrong(excel: EmulatedExcel, { addin }: PaneInExcel): void {
  const { refused, defects } = excel;
  const { complaints, outside } = addin;
  const wrong = { refused, defects, complaints, outside, unlisted: unlisted(excel) };
  expect(wrong).toEqual({ refused: [], defects: [], complaints: [], outside: [], unlisted: [] });
}
