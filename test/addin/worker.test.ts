import type { Browser } from 'playwright-core';
import { launchChromium } from '../browser/chromium';
import { openAddin } from './harness/open';
import { expectNothingWrong, paneOf } from './harness/pane';
import { excelWithSeed } from './harness/seed';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser?.close());
jest.setTimeout(180_000);

it('checks in a thread of its own', async () => {
  const excel = excelWithSeed();
  const addin = await openAddin(browser, excel, { flavour: 'web' });
  const pane = paneOf(addin);
  await pane.check();
  expect(addin.page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual(['/controle.js']);
  await pane.says(/13.erreurs/);
  await addin.close();
  expectNothingWrong(excel, pane);
});

it('checks in the pane’s thread where that one cannot start', async () => {
  const excel = excelWithSeed();
  const addin = await openAddin(browser, excel, { flavour: 'web' });
  await addin.page.context().route('**/controle.js', (route) => route.abort());
  const pane = paneOf(await addin.reload());
  await pane.check();
  expect(addin.page.workers()).toEqual([]);
  await pane.says(/13.erreurs/);
  await addin.close();
  expect({ refused: excel.refused, defects: excel.defects }).toEqual({ refused: [], defects: [] });
});
