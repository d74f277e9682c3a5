import type { Browser, Page } from 'playwright-core';
import type { Scalar } from '../../../shared/sheet';
import { hostContract, type Bench } from '../../contract/hostContract';
import { launchChromium } from '../../browser/chromium';
import { hostInPage, type HostInPage } from '../../browser/hostInPage';
import { serveHarness } from './harness/serve';

let browser: Browser;
let page: Page;
let inPage: HostInPage;
let server: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  server = await serveHarness();
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => 'bench' in window);
  inPage = await hostInPage(page);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});
jest.setTimeout(30_000);

async function makeBench(values: readonly (readonly Scalar[])[]): Promise<Bench> {
  await page.evaluate(
    (rows) => window.bench.load(rows),
    values.map((row) => [...row]),
  );
  await inPage.begin();
  return {
    host: inPage.host,
    set: (row, column, value) =>
      page.evaluate(([r, c, v]) => window.bench.set(r, c, v), [row, column, value] as [number, number, Scalar]),
    setFormula: (row, column, formula) =>
      page.evaluate(([r, c, f]) => window.bench.setFormula(r, c, f), [row, column, formula] as [
        number,
        number,
        string,
      ]),
    insertRow: (before) => page.evaluate((row) => window.bench.insertRow(row), before),
    deleteRow: (row) => page.evaluate((at) => window.bench.deleteRow(at), row),
    hideRow: (row) => page.evaluate((at) => window.bench.hideRow(at), row),
    swapRows: (a, b) => page.evaluate(([x = 0, y = 0]) => window.bench.swapRows(x, y), [a, b]),
    close: async () => inPage.end(),
  };
}

hostContract('the local page', makeBench);

describe('what the page adds', () => {
  it('sees another sheet, adds one under a free name, and puts a formula in an empty cell only', async () => {
    await makeBench([['Réf'], ['PDEE_AS1_001']]);
    const done = await page.evaluate(async () => {
      const host = window.bench.host();
      const name = await host.addSheet?.('Annexe', [
        ['a', 1],
        ['=b', null],
      ]);
      await host.reveal({ sheet: name ?? '', row: 5, column: 2 });
      const address = await host.insertFormula?.('=ANNEXE.REF("pdee_as1_oo1")');
      const full = await host.insertFormula?.('=1').catch((error: Error) => error.message);
      return { name, address, full, sheets: await host.sheets?.() };
    });
    expect(done).toEqual({
      name: 'Annexe 2',
      address: 'C6',
      full: 'La cellule C6 n’est pas vide\u00a0: rien n’y a été écrit.',
      sheets: ['Annexe', 'Annexe 2'],
    });
    expect((await inPage.host.read({ sheet: 'Annexe 2' })).values.slice(0, 2)).toEqual([['a', 1], ['=b']]);
  });

  it('shows a share as a percentage, unless the cell has a format of its own; undone, the format goes too', async () => {
    await makeBench([
      ['Réf', 'Objectif opérationnel', 'BOP', 'Indicateur'],
      ['PDEE_AS1_001', 'Former', 102, 'Taux'],
      ['PDEE_AS1_002', 'Agir', 102, null],
    ]);
    const shown = await page.evaluate(async () => {
      const { bench } = window;
      bench.setFormula(1, 8, '=ANNEXE.COUVERTURE()');
      bench.setFormula(2, 8, '=annexe_couverture(A:H)*2');
      await bench.calculated();
      const first = [bench.shown(1, 8), bench.shown(2, 8)];
      await bench.undo();
      await bench.undo();
      bench.set(1, 8, 5);
      return [...first, bench.shown(1, 8)];
    });
    expect(shown).toEqual(['50,0%', '1', '5']);
  });
});
