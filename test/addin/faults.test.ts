import type { Browser } from 'playwright-core';
import { gridOf, printRow, valueAt, type Applied, type Edit, type Scalar } from '../../shared/sheet';
import { launchChromium } from '../browser/chromium';
import { hostInPage, type HostInPage } from '../browser/hostInPage';
import { EmulatedExcel, REFUSAL } from './emulator/excel';
import { areaOf, WHOLE } from './emulator/model/area';
import type { Sheet } from './emulator/model/sheet';
import { Workbook } from './emulator/model/workbook';
import { openBench } from './harness/bench';
import { FLAVOURS, type OpenAddin } from './harness/open';
import { expectNothingWrong, openPane, quiet, settled, valueOf, type PaneInExcel } from './harness/pane';
import { contentOf, excelWithSeed } from './harness/seed';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser?.close());
jest.setTimeout(90_000);

describe('Excel fails between two batches of a correction', () => {
  const LINES: readonly (readonly Scalar[])[] = [
    ['Réf', 'Objectif opérationnel', 'BOP', 'Service'],
    ['PDEE_AS1_OO1', 'Créer des emplois', 102, 'DIRECCTE'],
    ['PDEE_AS1_002', 'Former', 163, 'DDCSPP'],
    ['PDEE_AS1_OO3', 'Loger', 135, 'DDTM'],
  ];
  const GRID = gridOf(LINES);
  const EDITS = (
    [
      [1, 0, 'PDEE_AS1_001'],
      [3, 0, 'PDEE_AS1_003'],
      [3, 3, 'DREAL'],
    ] as const
  ).map(([row, column, set]): Edit => ({
    at: { ...GRID.origin, row, column },
    expect: valueAt(GRID, row, column),
    set,
    row: printRow(GRID, row),
  }));
  const book = new Workbook('Essai.xlsx', ['Annexe']);
  const sheet = book.active;
  const excel = new EmulatedExcel({ workbook: book });
  let addin: OpenAddin;
  let inPage: HostInPage;

  beforeAll(async () => {
    addin = await openBench(browser, excel, 'web');
    inPage = await hostInPage(addin.page, addin.pane);
  }, 60_000);
  afterAll(() => addin?.close());

  const shown = (): Scalar[][] => LINES.map((cells, row) => cells.map((_, column) => sheet.value(row, column)));

  /** Corrects while Excel fails; the sheet must be what it was, with what was told as done. */
  async function fails(when: 'before' | 'after', code: number, from: number, many: number): Promise<boolean> {
    book.clear(sheet, WHOLE, { contents: true, formats: true }, 'agent');
    book.write(sheet, areaOf(0, 0, LINES.length, 4), LINES, 'agent');
    await addin.pane.evaluate('bench.renew()');
    excel.calls = [];
    let failed = 0;
    const hook = ({ number }: { number: number }): number | void => {
      if (number < from || number >= from + many) return;
      failed++;
      return code;
    };
    Object.assign(excel, when === 'before' ? { beforeBatch: hook } : { afterBatch: hook });
    let told: Applied = { applied: [], refused: [] };
    let sentence = '';
    try {
      told = await inPage.host.apply(EDITS);
      expect(told.applied.length + told.refused.length).toBe(EDITS.length);
    } catch (error) {
      sentence = String(error);
    }
    Object.assign(excel, { beforeBatch: null, afterBatch: null });
    const wanted = LINES.map((cells) => [...cells]);
    for (const { at, set } of told.applied) (wanted[at.row] ?? [])[at.column] = set;
    const what = `${code} ${when} batch ${from}, ${many} times: ${sentence}`;
    const rows = shown();
    const untold = rows.filter((cells, row) => JSON.stringify(cells) !== JSON.stringify(wanted[row]));
    // Answers that are lost for ever: Excel carried a line out and could not say so.
    const mayBeUntold = when === 'after' && many > 1 ? 1 : 0;
    expect({ what, untold: untold.slice(mayBeUntold) }).toEqual({ what, untold: [] });
    if (sentence !== '') expect(sentence).toMatch(/HostFailure|[àéèêç]/);
    return failed > 0;
  }

  it.each(Object.entries(REFUSAL))('%s, once or for good, before each batch and after it', async (_name, code) => {
    for (const when of ['before', 'after'] as const) {
      // A refusal for its form comes before anything is done.
      if (when === 'after' && code !== REFUSAL.sessionLost && code !== REFUSAL.generalException) continue;
      for (const many of [1, Infinity]) {
        let from = 0;
        while (await fails(when, code, from, many)) from++;
        expect(from).toBeGreaterThan(2);
      }
    }
    expect({ refused: excel.refused, defects: excel.defects }).toEqual({ refused: [], defects: [] });
  });
});

describe('a correction that makes a line the very same as another', () => {
  it('is not told as done because that other one stands there, when Excel fails before it', async () => {
    const book = new Workbook('Essai.xlsx', ['Annexe']);
    const sheet = book.active;
    const same = ['Loger', 135, 'DDTM'];
    const lines = [
      ['Réf', 'Objectif opérationnel', 'BOP', 'Service'],
      ['PDEE_AS1_OO1', ...same],
      ['PDEE_AS1_001', ...same],
    ];
    const grid = gridOf(lines);
    const excel = new EmulatedExcel({ workbook: book });
    const addin = await openBench(browser, excel, 'web');
    const { host } = await hostInPage(addin.page, addin.pane);
    const edit: Edit = {
      at: { ...grid.origin, row: 1, column: 0 },
      expect: 'PDEE_AS1_OO1',
      set: 'PDEE_AS1_001',
      row: printRow(grid, 1),
    };
    let failed = 1;
    for (let batch = 0; failed > 0; batch++) {
      book.write(sheet, areaOf(0, 0, 3, 4), lines, 'agent');
      excel.calls = [];
      failed = 0;
      excel.beforeBatch = ({ number }) => (number === batch ? (failed++, REFUSAL.sessionLost) : undefined);
      const told = await host.apply([edit]).catch((): Applied => ({ applied: [], refused: [] }));
      excel.beforeBatch = null;
      const done = sheet.value(1, 0) === 'PDEE_AS1_001';
      expect({ batch, told: told.applied.map(({ at }) => at.row) }).toEqual({ batch, told: done ? [1] : [] });
    }
    await addin.close();
  });
});

describe('a protected sheet', () => {
  it('has the free cell of a line written and the locked one refused, each by itself', async () => {
    const book = new Workbook('Essai.xlsx', ['Annexe']);
    const sheet = book.active;
    const lines = [
      ['Réf', 'Objectif opérationnel', 'BOP', 'Service'],
      ['PDEE_AS1_OO1', 'Loger', 135, 'DDTM'],
    ];
    const grid = gridOf(lines);
    book.write(sheet, areaOf(0, 0, 2, 4), lines, 'agent');
    book.format(sheet, areaOf(1, 0), 'protection/locked', false, 'agent');
    sheet.protection.on = true;
    const excel = new EmulatedExcel({ workbook: book });
    const addin = await openBench(browser, excel, 'web');
    const { host } = await hostInPage(addin.page, addin.pane);
    const edit = (column: number, set: Scalar): Edit => ({
      at: { ...grid.origin, row: 1, column },
      expect: valueAt(grid, 1, column),
      set,
      row: printRow(grid, 1),
    });
    const { applied, refused } = await host.apply([edit(0, 'PDEE_AS1_001'), edit(3, 'DREAL')]);
    expect([applied.map(({ set }) => set), refused.map(({ edit: { set }, reason }) => [set, reason])]).toEqual([
      ['PDEE_AS1_001'],
      [['DREAL', 'protected']],
    ]);
    expect([0, 1, 2, 3].map((column) => sheet.value(1, column))).toEqual(['PDEE_AS1_001', 'Loger', 135, 'DDTM']);
    await addin.close();
  });
});

describe.each(FLAVOURS)('what the pane says when Excel fails, %s', (flavour) => {
  let excel: EmulatedExcel;
  let annexe: Sheet;
  let pane: PaneInExcel;
  let before: unknown;

  beforeEach(async () => {
    excel = excelWithSeed();
    annexe = excel.workbook.sheet('Annexe 7');
    before = contentOf(excel.workbook);
    pane = await openPane(browser, excel, { flavour });
  }, 180_000);
  afterEach(async () => {
    await pane.addin.close();
    expectNothingWrong(excel, pane);
  });

  const FAULTS: readonly (readonly [string, number, RegExp])[] = [
    [
      'a cell is being edited, in an Excel that does not wait',
      REFUSAL.cellEditMode,
      /Une cellule est en cours de saisie/,
    ],
    ['the session is lost', REFUSAL.sessionLost, /La connexion avec Excel est perdue/],
    ['too many requests', REFUSAL.throttled, /Excel a reçu trop de demandes/],
    ['a request that is too long', REFUSAL.requestTooLong, /trop volumineuse/],
    ['an answer that is too long', REFUSAL.responseTooLong, /trop volumineuse/],
    ['access is denied', REFUSAL.accessDenied, /Excel refuse cette modification|protégée|lecture seule/],
    ['it does not say why', REFUSAL.generalException, /Excel n’a pas pu faire ce qui était demandé/],
  ];

  it('says each failure of a check in French, and checks when it is over', async () => {
    for (const [what, code, sentence] of FAULTS) {
      excel.beforeBatch = () => code;
      await pane
        .button(/^(Contrôler|Recommencer|Revérifier)$/)
        .first()
        .click();
      await pane.says(sentence).catch(() => {
        throw new Error(`nothing was said when ${what}`);
      });
      await pane.shot(`panne-${code}-${flavour}`);
    }
    excel.beforeBatch = null;
    await pane.button('Recommencer').click();
    await pane.upToDate();
    expect(contentOf(excel.workbook)).toEqual(before);
  });

  it('says each failure of a correction in French, loses nothing, and corrects when it is over', async () => {
    await pane.check();
    for (const [what, code, sentence] of FAULTS) {
      await pane.openFirst();
      excel.beforeBatch = () => code;
      await pane.button('Corriger').click();
      await pane.says(sentence).catch(() => {
        throw new Error(`nothing was said when ${what}`);
      });
      excel.beforeBatch = null;
      expect(contentOf(excel.workbook)).toEqual(before);
    }
    await pane.openFirst();
    await pane.button('Corriger').click();
    await settled('the correction', () => valueOf(annexe, 'A38') === 'PCOS_AS2_001');
  });

  it('waits for the agent who types in a cell, then corrects', async () => {
    await pane.check();
    await pane.openFirst();
    await settled('the selection', () => excel.workbook.selection.top === 37);
    const typing = excel.edit();
    await pane.button('Corriger').click();
    await pane.addin.page.waitForTimeout(300);
    expect(contentOf(excel.workbook)).toEqual(before);
    typing.end();
    await settled('the correction', () => valueOf(annexe, 'A38') === 'PCOS_AS2_001');
  });

  it('refuses in a protected sheet, says so, and corrects the cell that is free', async () => {
    annexe.protection.on = true;
    await pane.check();
    await pane.openFirst();
    await pane.button('Corriger').click();
    await pane.says(/protégée/);
    expect(contentOf(excel.workbook)).toEqual(before);
    annexe.protection.on = false;
    excel.workbook.format(annexe, areaOf(37, 0), 'protection/locked', false, 'agent');
    annexe.protection.on = true;
    await pane.button('Corriger').click();
    await settled('the correction', () => valueOf(annexe, 'A38') === 'PCOS_AS2_001');
  });

  it('shows both values when a colleague was quicker, and writes nothing by itself', async () => {
    await pane.check();
    await pane.openFirst();
    const correct = pane.button('Corriger');
    await quiet(excel);
    // The colleague types between the reading and the writing of the very correction.
    excel.beforeBatch = () => {
      excel.beforeBatch = null;
      excel.workbook.write(annexe, areaOf(37, 0), [['PCOS_AS2_777']], 'colleague');
    };
    await correct.click();
    const conflict = pane.addin.pane.getByRole('region', { name: 'Conflit' });
    await conflict.getByText(/PCOS_AS2_777/).waitFor();
    expect(valueOf(annexe, 'A38')).toBe('PCOS_AS2_777');
    await conflict.getByRole('button', { name: 'Prendre la nouvelle valeur' }).click();
    await settled('what the agent asked for', () => valueOf(annexe, 'A38') === 'PCOS_AS2_001');
  });

  it('says that the sheet is no more, or hidden, and offers the others', async () => {
    await pane.check();
    excel.workbook.activate(excel.workbook.sheet('Bord'));
    excel.workbook.deleteSheet(annexe, 'colleague');
    await pane.says(/Annexe 7.*(n’existe plus|n’est plus)|n’existe plus|n’est plus dans/);
  });
});
