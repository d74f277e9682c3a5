import type { Browser } from 'playwright-core';
import { launchChromium } from '../browser/chromium';
import { EmulatedExcel } from './emulator/excel';
import { Workbook } from './emulator/model/workbook';
import { FLAVOURS, openAddin, type OpenAddin } from './harness/open';

/** An add-in of nothing but office.js: what is sent is written here, in the tests. */
const PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script>window.ready = Office.onReady();</script></head><body></body></html>`;

let browser: Browser;
let excel: EmulatedExcel;
let addin: OpenAddin;

beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser?.close());
afterEach(() => addin?.close());
jest.setTimeout(30_000);

describe.each(FLAVOURS)('the emulated Excel, %s', (flavour) => {
  beforeEach(async () => {
    excel = new EmulatedExcel({ workbook: new Workbook('Essai.xlsx', ['Annexe', 'Autre']) });
    addin = await openAddin(browser, excel, { flavour, path: 'essai.html', files: { 'essai.html': PAGE } });
    await addin.pane.waitForFunction('window.ready');
    await addin.pane.evaluate('window.ready');
  });

  /** Runs the body of a batch in the page; `context` and `sheet` (the active one) are there. */
  const run = <T>(body: string): Promise<T> =>
    addin.pane.evaluate(`Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      ${body}
    }).catch((error) => ({ code: error.code, message: error.message, info: error.debugInfo }))`);

  it('reads and writes cells', async () => {
    const got = await run(`
      const range = sheet.getRange('B2:C3');
      range.values = [['1.10', '=B2'], ['TRUE', "'=x"]];
      range.load('values,formulas,address');
      sheet.load('name,id');
      await context.sync();
      return [range.values, range.formulas, range.address, sheet.name, Office.context.platform];`);
    expect(got).toEqual([
      [
        [1.1, 1.1],
        [true, '=x'],
      ],
      [
        [1.1, '=B2'],
        [true, '=x'],
      ],
      'Annexe!B2:C3',
      'Annexe',
      flavour === 'web' ? 'OfficeOnline' : 'PC',
    ]);
    expect(excel.refused).toEqual([]);
  });
});
