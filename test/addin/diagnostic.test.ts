import type { Browser } from 'playwright-core';
import { buildWhenStale } from '../built';
import { launchChromium } from '../browser/chromium';
import { EmulatedExcel } from './emulator/excel';
import { Workbook } from './emulator/model/workbook';
import { openAddin } from './harness/open';

let browser: Browser;
beforeAll(async () => {
  buildWhenStale('excel');
  browser = await launchChromium();
}, 180_000);
afterAll(() => browser?.close());

/** The lines of the card; the file of the archived helpers is refused when `without`. */
async function card(without: boolean): Promise<{ readonly lines: string; readonly asked: readonly string[] }> {
  const excel = new EmulatedExcel({ workbook: new Workbook('Essai.xlsx', ['Annexe']) });
  const { page, pane, close } = await openAddin(browser, excel, { flavour: 'web' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  if (without) await page.context().route('**/office-js-helpers.js', (route) => route.abort());
  try {
    await pane.getByRole('tab', { name: 'Outils' }).click();
    const before = [...asked];
    expect(before).not.toContain('/office-js-helpers.js');
    await pane.getByRole('button', { name: /^Diagnostic/ }).click();
    await pane.getByText(/office-js-helpers/).waitFor();
    const lines = (await pane.locator('pre').innerText()).replace(/\u00a0/g, ' ');
    return { lines, asked };
  } finally {
    await close();
  }
}

it('says what Excel is, what it knows, and what the archived helpers think of it, which come only then', async () => {
  const { lines, asked } = await card(false);
  for (const line of [
    /^Hôte : Excel .*\(OfficeOnline\)$/m,
    /^ExcelApi : 1\.14$/m,
    /^SharedRuntime : 1\.1$/m,
    /^Suivi du classeur : en place$/m,
    /^Fonctions : 9 enregistrées$/m,
    /^Formules : classeur pas encore lu, 0 annexe$/m,
    /^office-js-helpers : EXCEL, OFFICE_ONLINE$/m,
  ])
    expect(lines).toMatch(line);
  expect(asked).toContain('/office-js-helpers.js');
}, 60_000);

it('says the same when they cannot come', async () => {
  const { lines } = await card(true);
  expect(lines).toMatch(/^office-js-helpers : non chargé$/m);
  expect(lines).toMatch(/^Fonctions : 9 enregistrées$/m);
}, 60_000);
