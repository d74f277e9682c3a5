import type { Browser } from 'playwright-core';
import { launchChromium } from '../browser/chromium';
import { hostInPage, type HostInPage } from '../browser/hostInPage';
import { hostContract } from '../contract/hostContract';
import { areaOf, WHOLE } from './emulator/model/area';
import { EmulatedExcel } from './emulator/excel';
import { Workbook } from './emulator/model/workbook';
import { openBench } from './harness/bench';
import { FLAVOURS, type OpenAddin } from './harness/open';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser?.close());
jest.setTimeout(30_000);

describe.each(FLAVOURS)('over the genuine office.js, %s', (flavour) => {
  const book = new Workbook('Essai.xlsx', ['Annexe']);
  const sheet = book.active;
  const excel = new EmulatedExcel({ workbook: book });
  let addin: OpenAddin;
  let inPage: HostInPage;

  beforeAll(async () => {
    addin = await openBench(browser, excel, flavour);
    inPage = await hostInPage(addin.page, addin.pane);
  }, 60_000);
  afterAll(async () => {
    await addin?.close();
    expect({ refused: excel.refused, defects: excel.defects }).toEqual({ refused: [], defects: [] });
  });

  hostContract('the Excel add-in', async (values) => {
    book.clear(sheet, WHOLE, { contents: true, formats: true }, 'agent');
    book.settings.clear();
    for (let row = 0; row < values.length; row++) sheet.hide(row, false);
    values.forEach((line, row) =>
      line.forEach((value, column) => {
        // Texts that look like numbers stand in cells for text, as in the workbooks that they come from.
        if (typeof value === 'string' && /^\d/.test(value))
          book.format(sheet, areaOf(row, column), 'numberFormat', '@', 'agent');
        book.write(sheet, areaOf(row, column), [[value]], 'agent');
      }),
    );
    await addin.pane.evaluate('bench.renew()');
    await inPage.begin();
    return {
      host: inPage.host,
      set: async (row, column, value) => book.write(sheet, areaOf(row, column), [[value ?? '']], 'colleague'),
      setFormula: async (row, column, formula) => book.write(sheet, areaOf(row, column), [[formula]], 'agent'),
      insertRow: async (before) => book.insertRows(sheet, before, 1, 'colleague'),
      deleteRow: async (row) => book.deleteRows(sheet, row, 1, 'colleague'),
      hideRow: async (row) => sheet.hide(row, true),
      swapRows: async (a, b) => book.swapRows(sheet, a, b, 'colleague'),
      close: async () => inPage.end(),
    };
  });
});
