import type { Browser } from 'playwright-core';
import { gridOf, printRow, valueAt, type Applied, type Edit, type Scalar } from '../../shared/sheet';
import { launchChromium } from '../browser/chromium';
import { hostInPage, type HostInPage } from '../browser/hostInPage';
import { EmulatedExcel } from './emulator/excel';
import { areaOf, WHOLE } from './emulator/model/area';
import { Workbook } from './emulator/model/workbook';
import { openBench } from './harness/bench';
import type { OpenAddin } from './harness/open';

/**
 * A correction that came too late is given back in a batch of its own, and a colleague may work before that one too: two works in a
 * row, the first of which makes the correction late.
 */
const LINES: readonly (readonly Scalar[])[] = [
  ['Réf', 'Objectif opérationnel', 'BOP', 'Service'],
  ['PDEE_AS1_OO1', 'Créer des emplois', 102, 'DIRECCTE'],
  ['PDEE_AS1_002', 'Former', 163, 'DDCSPP'],
  ['PDEE_AS1_003', 'Loger', 135, 'DDTM'],
];
const GRID = gridOf(LINES);
const EDIT: Edit = {
  at: { ...GRID.origin, row: 1, column: 0 },
  expect: valueAt(GRID, 1, 0),
  set: 'PDEE_AS1_001',
  row: printRow(GRID, 1),
};

const book = new Workbook('Essai.xlsx', ['Annexe']);
const sheet = book.active;
const excel = new EmulatedExcel({ workbook: book });
let browser: Browser;
let addin: OpenAddin;
let inPage: HostInPage;

beforeAll(async () => {
  browser = await launchChromium();
  addin = await openBench(browser, excel, 'web');
  inPage = await hostInPage(addin.page, addin.pane);
}, 120_000);
afterAll(async () => {
  await addin?.close();
  await browser?.close();
});

/** The lines of the sheet, by their objective: whatever order they are in. */
function shown(): Map<Scalar, readonly Scalar[]> {
  const rows = [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((column) => sheet.value(row, column)));
  return new Map(rows.map((cells) => [cells[3] ?? '', cells]));
}

/** The place of the line that is corrected, known by its service, which nobody changes here. */
const home = (): number => [0, 1, 2, 3].find((row) => sheet.value(row, 3) === 'DIRECCTE') ?? -1;

const AFTER: readonly (readonly [string, () => void, (line: Scalar[]) => void])[] = [
  ['sorts the line away', () => book.swapRows(sheet, home(), home() === 3 ? 1 : 3, 'colleague'), () => undefined],
  [
    'sorts it away and types in it',
    () => {
      book.swapRows(sheet, home(), home() === 2 ? 1 : 2, 'colleague');
      book.write(sheet, areaOf(home(), 2), [[147]], 'colleague');
    },
    (line) => void (line[2] = 147),
  ],
  [
    'types in the very cell',
    () => book.write(sheet, areaOf(home(), 0), [['à moi']], 'colleague'),
    (line) => void (line[0] = 'à moi'),
  ],
  ['inserts a line above', () => book.insertRows(sheet, 3, 1, 'colleague'), () => undefined],
];

/** A second cell of the same line. */
const OTHER: Edit = { ...EDIT, at: { ...EDIT.at, column: 2 }, expect: 102, set: 164 };

it.each(
  AFTER.flatMap(([name, ...rest]) => [[name, [EDIT], ...rest] as const, [name, [EDIT, OTHER], ...rest] as const]),
)(
  'leaves nothing of ours when somebody %s before it is given back: %#',
  async (name, edits, deed, then) => {
    let points = 0;
    for (let point = 0; point < 12; point++) {
      book.clear(sheet, WHOLE, { contents: true, formats: true }, 'agent');
      book.write(sheet, areaOf(0, 0, LINES.length, 4), LINES, 'agent');
      await addin.pane.evaluate('bench.renew()');
      excel.calls = [];
      let done = 0;
      excel.beforeBatch = ({ number }) => {
        // The first work makes the correction late: another cell of the line changes.
        if (number === point) book.write(sheet, areaOf(home(), 1), [['Autre objectif']], 'colleague');
        if (number === point + 1) deed();
        if (number === point || number === point + 1) done++;
      };
      const told: Applied = await inPage.host.apply(edits).catch((error: Error) => {
        throw new Error(`${name}, before batch ${point}: ${error.message}`);
      });
      excel.beforeBatch = null;
      if (done < 2) break;
      points++;
      const line: Scalar[] = ['PDEE_AS1_OO1', 'Autre objectif', 102, 'DIRECCTE'];
      then(line);
      for (const { at, expect: before, set } of told.applied) if (line[at.column] === before) line[at.column] = set;
      const rows = [...shown().values()].filter((cells) => cells.some((cell) => cell !== ''));
      const others = rows.filter((cells) => cells[3] !== 'DIRECCTE' && cells[3] !== 'Service');
      expect({ point, line: rows.find((cells) => cells[3] === 'DIRECCTE') }).toEqual({ point, line });
      for (const cells of others) expect(LINES.map((one) => [...one])).toContainEqual(cells);
    }
    expect(points).toBeGreaterThan(2);
    expect({ refused: excel.refused, defects: excel.defects }).toEqual({ refused: [], defects: [] });
  },
  60_000,
);
