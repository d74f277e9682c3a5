import type { Browser } from 'playwright-core';
import { launchChromium } from '../browser/chromium';
import { hostInPage } from '../browser/hostInPage';
import { EmulatedExcel, MOST_BYTES, MOST_CELLS } from './emulator/excel';
import { areaOf } from './emulator/model/area';
import { Workbook } from './emulator/model/workbook';
import { openBench } from './harness/bench';
import type { AddinBench } from './harness/benchPage';
import type { OpenAddin } from './harness/open';

/** A sheet full to its last row: 1,048,576 × 8 cells, computed when they are asked for. */
const ROWS = 1_048_576;
const HEADER = ['Réf', 'Objectif opérationnel', 'BOP', 'Service', 'Collectivité', 'Signataire', 'Indicateur', 'Cible'];
const source = {
  rows: ROWS,
  columns: 8,
  at(row: number, column: number): string | number {
    if (row === 0) return HEADER[column] ?? '';
    const line = [`PDEE_AS1_${row}`, 'Former', 147, 'DDCSPP', '', '', row % 2 === 0 ? 'Stages' : '', row % 100];
    return line[column] ?? '';
  },
};

let browser: Browser;
let excel: EmulatedExcel;
let addin: OpenAddin;

beforeAll(async () => {
  browser = await launchChromium();
  excel = new EmulatedExcel({ workbook: new Workbook('Long.xlsx', [{ name: 'Annexe', source }]) });
  addin = await openBench(browser, excel, 'web');
}, 60_000);
afterAll(async () => {
  await addin?.close();
  await browser?.close();
});
jest.setTimeout(120_000);

const read = (most: number): ReturnType<AddinBench['readLong']> =>
  addin.pane.evaluate((limit) => (window as unknown as { bench: AddinBench }).bench.readLong(limit), most);

it('is read in calls that Excel allows, with progress to the end', async () => {
  excel.calls = [];
  const { rows, told, error } = await read(Infinity);
  expect([rows, error]).toEqual([ROWS, '']);
  const kept = excel.calls.filter((call) => call.error === '');
  expect(Math.max(...kept.map(({ bytesOut }) => bytesOut))).toBeLessThan(MOST_BYTES);
  expect(Math.max(...excel.calls.map(({ cells }) => cells))).toBeLessThanOrEqual(MOST_CELLS);
  expect(Math.max(...excel.calls.map(({ bytesIn }) => bytesIn))).toBeLessThan(MOST_BYTES);
  // Not one call was refused for its size: they are measured before.
  expect(excel.calls.length - kept.length).toBe(0);
  expect(told.at(-1)).toEqual([ROWS, ROWS]);
  expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
  expect(told.length).toBeGreaterThan(20);
  expect(excel.refused).toEqual([]);
});

it('stops when it is asked to', async () => {
  excel.calls = [];
  const { told, error } = await read(3);
  expect(error).toBe('Interrompu');
  expect(told).toHaveLength(3);
  expect(excel.calls.length).toBeLessThan(10);
});

it('is read again when a line goes between two of its blocks, so that none is missed', async () => {
  const book = new Workbook('Moyen.xlsx', ['Annexe']);
  const lines = Array.from({ length: 5000 }, (_, row) => HEADER.map((_title, column) => source.at(row, column)));
  book.write(book.active, areaOf(0, 0, lines.length, HEADER.length), lines, 'agent');
  const own = new EmulatedExcel({ workbook: book });
  const page = await openBench(browser, own, 'web');
  const { host } = await hostInPage(page.page, page.pane);
  own.calls = [];
  // The bounds, a block, then the line goes.
  own.beforeBatch = ({ number }) => void (number === 2 && book.deleteRows(book.active, 1, 1, 'colleague'));
  const { values } = await host.read({});
  expect(values.slice(1).map(([ref]) => ref)).toEqual(lines.slice(2).map(([ref]) => ref));
  await page.close();
});
