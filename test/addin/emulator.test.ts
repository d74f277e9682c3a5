import type { Browser } from 'playwright-core';
import { launchChromium } from '../browser/chromium';
import { EmulatedExcel, MANIFEST_LEVEL, REFUSAL } from './emulator/excel';
import { Workbook } from './emulator/model/workbook';
import { areaOf, WHOLE } from './emulator/model/area';
import { FLAVOURS, openAddin, type OpenAddin } from './harness/open';

/** An add-in of nothing but office.js: what is sent is written here, in the tests. */
const PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script>window.ready = Office.onReady(); window.told = [];</script></head><body></body></html>`;

const PLAIN = { streaming: false, cancelable: false, address: false, takesErrors: false };

const FUNCTIONS = new Map([
  ['DOUBLE', { ...PLAIN, id: 'DOUBLE', parameters: [{ matrix: false, optional: false }] }],
  ['SOMME_DE', { ...PLAIN, id: 'SOMME_DE', parameters: [{ matrix: true, optional: false }] }],
  ['TABLE', { ...PLAIN, id: 'TABLE', parameters: [] }],
  ['COMPTEUR', { ...PLAIN, id: 'COMPTEUR', streaming: true, address: true, parameters: [] }],
]);

let browser: Browser;
let excel: EmulatedExcel;
let book: Workbook;
let addin: OpenAddin;

beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser?.close());
jest.setTimeout(30_000);

describe.each(FLAVOURS)('the emulated Excel, %s', (flavour) => {
  beforeAll(async () => {
    book = new Workbook('Essai.xlsx', ['Annexe', 'Autre']);
    excel = new EmulatedExcel({ workbook: book, functions: FUNCTIONS });
    addin = await openAddin(browser, excel, { flavour, path: 'essai.html', files: { 'essai.html': PAGE } });
    await started();
  }, 60_000);
  afterAll(() => addin?.close());
  beforeEach(() => {
    for (const one of book.sheets) {
      one.protection.on = false;
      book.clear(one, WHOLE, { contents: true, formats: true }, 'agent');
      Object.assign(one, { conditionalFormats: [], validations: [], charts: [], merges: [] });
    }
    book.settings.clear();
    book.select(book.sheet('Annexe'), areaOf(0, 0));
    Object.assign(excel, { beforeBatch: null, calls: [], level: MANIFEST_LEVEL });
    excel.refused.length = 0;
  });
  afterEach(() => expect(excel.defects).toEqual([]));

  async function started(): Promise<void> {
    await addin.pane.waitForFunction('window.ready');
    await addin.pane.evaluate('window.ready');
  }
  /** Nobody listens any more. */
  async function again(): Promise<void> {
    addin = await addin.reload();
    await started();
  }

  /** Runs the body of a batch in the page; `context` and `sheet` (the active one) are there. */
  const run = <T>(body: string, options = ''): Promise<T> =>
    addin.pane.evaluate(`Excel.run(${options ? `${options},` : ''} async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      ${body}
    }).catch((error) => ({ code: error.code, location: error.debugInfo?.errorLocation }))`);
  const told = async (many: number): Promise<unknown[]> => {
    await addin.pane.waitForFunction(`window.told.length >= ${many}`);
    return addin.pane.evaluate('window.told');
  };
  const sheet = (): Workbook['active'] => book.active;

  it('reads and writes cells, understands what is typed, and says which Office it is', async () => {
    const got = await run(`
      const range = sheet.getRange('B2:C3');
      range.values = [['1.10', '=B2'], ['TRUE', "'=x"]];
      range.load('values,formulas,address,text');
      await context.sync();
      return [range.values, range.formulas, range.address, range.text, Office.context.platform];`);
    const platform = flavour === 'web' ? 'OfficeOnline' : 'PC';
    const values = [
      [1.1, 1.1],
      [true, '=x'],
    ];
    const formulas = [
      [1.1, '=B2'],
      [true, '=x'],
    ];
    const text = [
      ['1,1', '1,1'],
      ['VRAI', '=x'],
    ];
    expect(got).toEqual([values, formulas, 'Annexe!B2:C3', text, platform]);
    expect(excel.refused).toEqual([]);
  });

  it('keeps as text what is written in a cell of texts, and nothing of null', async () => {
    const got = await run(`
      const range = sheet.getRange('A1:A3');
      range.values = [['a'], ['b'], ['c']];
      range.numberFormat = [['@'], [null], ['@']];
      range.values = [['1.10'], [null], ['=1+1']];
      range.load('values,formulas,numberFormat');
      await context.sync();
      return [range.values.flat(), range.formulas.flat(), range.numberFormat.flat()];`);
    expect(got).toEqual([
      ['1.10', 'b', '=1+1'],
      ['1.10', 'b', '=1+1'],
      ['@', 'General', '@'],
    ]);
  });

  it('does the actions of a batch in order, and keeps what was done before an error', async () => {
    const got = await run(`
      const range = sheet.getRange('A1');
      range.values = [['avant']];
      range.load('values');
      sheet.getRange('A2:B2').values = [['trop court']];
      sheet.getRange('A3').values = [['après']];
      await context.sync();`);
    expect(got).toMatchObject({ code: 'InvalidArgument' });
    expect([sheet().value(0, 0), sheet().value(2, 0)]).toEqual(['avant', '']);
  });

  it('gives the used range by its values, and none of an empty sheet', async () => {
    book.write(sheet(), areaOf(2, 1), [['x']], 'agent');
    book.format(sheet(), areaOf(9, 9), 'fill/color', '#FF0000', 'agent');
    const got = await run(`
      const [values, all] = [sheet.getUsedRangeOrNullObject(true), sheet.getUsedRange()];
      const none = context.workbook.worksheets.getItem('Autre').getUsedRangeOrNullObject(true);
      for (const range of [values, all, none]) range.load('address');
      await context.sync();
      return [values.address, all.address, none.isNullObject];`);
    expect(got).toEqual(['Annexe!B3', 'Annexe!B3:J10', true]);
  });

  it('lets a range that is held follow its cells, and not an address', async () => {
    const got = await run(`
      const held = sheet.getRange('B2');
      held.values = [['ici']];
      await context.sync();
      sheet.getRange('1:1').insert('Down');
      held.load('address,values');
      const named = sheet.getRange('B2').load('values');
      await context.sync();
      return [held.address, held.values, named.values];`);
    expect(got).toEqual(['Annexe!B3', [['ici']], [['']]]);
    await expect(
      run(`
        const held = sheet.getRange('B3').load('values');
        await context.sync();
        sheet.getRange('3:3').delete('Up');
        held.load('values');
        await context.sync();`),
    ).resolves.toMatchObject({ code: 'InvalidReference' });
    await addin.pane.waitForTimeout(50);
    expect(excel.references).toBe(0);
  });

  it('refuses what it does not know and what the manifest does not demand, by name', async () => {
    expect(await run(`sheet.getRange('A1').load('height'); await context.sync();`)).toMatchObject({
      code: 'ApiNotFound',
    });
    const modern = `const range = sheet.getRange('A1').load('values'); sheet.onNameChanged.add(async () => {});
      await context.sync(); return 'fine';`;
    expect(await run(modern)).toMatchObject({ code: 'ApiNotFound' });
    expect(excel.refused).toEqual(['Range.height', 'Worksheet.onNameChanged (ExcelApi 1.17)']);
    excel.level = { ...excel.level, ExcelApi: '1.17' };
    expect(await run(modern)).toBe('fine');
    const supported = `['ExcelApi 1.14', 'ExcelApi 1.15', 'SharedRuntime 1.1'].map((one) =>
      Office.context.requirements.isSetSupported(...one.split(' ')))`;
    expect(await addin.pane.evaluate(supported)).toEqual([true, false, true]);
  });

  it('refuses whole batches as Office does', async () => {
    const read = `sheet.getRange('A1').load('values'); await context.sync(); return 'fine';`;
    const codes = [REFUSAL.cellEditMode, REFUSAL.sessionLost, REFUSAL.throttled, REFUSAL.requestTooLong];
    const got = [];
    for (const code of codes) {
      excel.beforeBatch = () => code;
      got.push(((await run(read)) as { code: string }).code);
    }
    excel.beforeBatch = null;
    expect(got).toEqual([
      'InvalidOperationInCellEditMode',
      'InvalidOrTimedOutSession',
      'ActivityLimitReached',
      'RequestPayloadSizeLimitExceeded',
    ]);
    book.write(sheet(), areaOf(0, 0), [['x'.repeat(30_000)]], 'agent');
    book.write(
      sheet(),
      areaOf(1, 0, 200),
      Array.from({ length: 200 }, () => ['x'.repeat(30_000)]),
      'agent',
    );
    expect(await run(`sheet.getRange('A1:A201').load('values'); await context.sync();`)).toMatchObject({
      code: 'ResponsePayloadSizeLimitExceeded',
    });
  });

  it('waits for the agent who types, when it is asked to', async () => {
    const typing = excel.edit();
    const write = `sheet.getRange('A1').values = [['x']]; await context.sync(); return 'fine';`;
    expect(await run(write)).toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    const waiting = run(write, '{ delayForCellEdit: true }');
    await addin.pane.waitForTimeout(50);
    expect(sheet().value(0, 0)).toBe('');
    typing.end();
    expect(await waiting).toBe('fine');
    expect(sheet().value(0, 0)).toBe('x');
  });

  it('refuses to write in the locked cells of a protected sheet', async () => {
    book.format(sheet(), areaOf(0, 0), 'protection/locked', false, 'agent');
    sheet().protection.on = true;
    const write = (cell: string): Promise<unknown> =>
      run(`sheet.getRange('${cell}').values = [['x']]; await context.sync(); return 'fine';`);
    expect(await write('A1')).toBe('fine');
    expect(await write('A2')).toMatchObject({ code: 'AccessDenied' });
    expect(
      await run(`sheet.protection.load('protected'); await context.sync(); return sheet.protection.protected;`),
    ).toBe(true);
  });

  it('gives null for more than five million cells, and for whole columns', async () => {
    const got = await run(`
      const [many, whole] = [sheet.getRange('A1:F900000'), sheet.getRange('A:B')];
      many.load('values'); whole.load('values,isEntireColumn');
      await context.sync();
      return [many.values, whole.values, whole.isEntireColumn];`);
    expect(got).toEqual([null, null, true]);
    expect(excel.calls.at(-1)?.cells ?? excel.calls.map(({ cells }) => cells)).toBeDefined();
    expect(Math.max(...excel.calls.map(({ cells }) => cells))).toBe(5_400_000);
  });

  it('tells of changes: whose they are, and where, also after the cells moved', async () => {
    await again();
    await run(`
      context.workbook.worksheets.onChanged.add(async (event) => {
        window.event = event;
        window.told.push([event.address, event.changeType, event.source, event.triggerSource, event.details?.valueAfter]);
      });
      await context.sync();`);
    await run(`sheet.getRange('A1').values = [['a']]; await context.sync();`);
    book.write(sheet(), areaOf(1, 1), [['b']], 'agent');
    book.write(sheet(), areaOf(2, 1, 2), [['c'], ['d']], 'colleague');
    book.insertRows(sheet(), 1, 1, 'colleague');
    expect(await told(4)).toEqual([
      ['A1', 'RangeEdited', 'Local', 'ThisLocalAddin', 'a'],
      ['B2', 'RangeEdited', 'Local', 'Unknown', 'b'],
      ['B3:B4', 'RangeEdited', 'Remote', 'Unknown', undefined],
      ['2:2', 'RowInserted', 'Remote', 'Unknown', undefined],
    ]);
  });

  it('tells of the selection and of another sheet, until it is asked to stop', async () => {
    await again();
    await run(`
      window.handler = context.workbook.onSelectionChanged.add(async () => void window.told.push('selection'));
      context.workbook.worksheets.onActivated.add(async (event) => void window.told.push(event.worksheetId));
      await context.sync();`);
    book.select(sheet(), areaOf(3, 3));
    expect(await told(1)).toEqual(['selection']);
    const got = await run(`const cell = context.workbook.getActiveCell().load('address'); await context.sync();
      return cell.address;`);
    expect(got).toBe('Annexe!D4');
    await addin.pane.evaluate(`Excel.run(window.handler.context, async (context) => {
      window.handler.remove(); await context.sync(); })`);
    book.select(book.sheet('Autre'), areaOf(0, 0));
    expect(await told(2)).toEqual(['selection', book.sheet('Autre').id]);
  });

  it('keeps settings in the workbook, for another day', async () => {
    await run(`context.workbook.settings.add('annexe', { a: 'é' }); await context.sync();`);
    expect([...book.settings]).toEqual([['annexe', { a: 'é' }]]);
    await again();
    const got = await run(`
      const [kept, none] = ['annexe', 'rien'].map((key) => context.workbook.settings.getItemOrNullObject(key));
      kept.load('value'); none.load('value');
      await context.sync();
      return [kept.value, none.isNullObject];`);
    expect(got).toEqual([{ a: 'é' }, true]);
  });

  it('holds conditional formats, validations, names and charts', async () => {
    const got = await run(`
      const areas = sheet.getRanges('A2,A4:A5');
      const mark = areas.conditionalFormats.add('Custom');
      mark.custom.rule.formula = '=N("essai")=0';
      mark.custom.format.fill.color = '#FFEEAA';
      const list = sheet.getRange('C2:C9').dataValidation;
      list.rule = { list: { inCellDropDown: true, source: sheet.getRange('F1:F3') } };
      list.errorAlert = { message: 'm', showAlert: true, style: 'Warning', title: 't' };
      context.workbook.names.add('Liste', sheet.getRange('F1:F3'));
      const chart = sheet.charts.add('BarClustered', sheet.getRange('A1:B4'), 'Columns');
      chart.title.text = 'Couverture';
      await context.sync();
      const formats = sheet.getRange('A4').conditionalFormats.load('items/type,items/custom/rule/formula');
      const [own, mixed] = [sheet.getRange('C3').dataValidation, sheet.getRange('B2:C3').dataValidation];
      own.load('type,rule,errorAlert'); mixed.load('type');
      sheet.charts.load('items/name,items/title/text');
      await context.sync();
      formats.items[0].delete();
      await context.sync();
      return [formats.items[0].custom.rule.formula, own.type, own.rule.list.source, own.errorAlert.style, mixed.type,
        sheet.charts.items[0].title.text];`);
    expect(got).toEqual(['=N("essai")=0', 'List', '=Annexe!$F$1:$F$3', 'Warning', 'Inconsistent', 'Couverture']);
    expect(sheet().conditionalFormats).toEqual([]);
    expect(excel.refused).toEqual([]);
  });

  it('computes custom functions: entered, and again when their argument changes; and lets one stream', async () => {
    await again();
    await addin.pane.evaluate(`
      CustomFunctions.associate('DOUBLE', (x) => { if (typeof x !== 'number')
        throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, 'un nombre'); return 2 * x; });
      CustomFunctions.associate('SOMME_DE', (rows) => rows.flat().reduce((sum, x) => sum + Number(x), 0));
      CustomFunctions.associate('TABLE', () => [['a', 1], ['b', 2]]);
      CustomFunctions.associate('COMPTEUR', (invocation) => {
        let n = 0;
        window.count = () => invocation.setResult(++n);
        invocation.onCanceled = () => window.told.push('annulé ' + invocation.address);
        invocation.setResult(0);
      });`);
    book.write(sheet(), areaOf(0, 0, 3), [[1], [2], ['x']], 'agent');
    const formulas = [
      ['=ANNEXE.DOUBLE(A1)'],
      ['=ANNEXE.SOMME_DE(A1:A2)'],
      ['=ANNEXE.DOUBLE(A3)'],
      ['=ANNEXE.INCONNUE()'],
    ];
    book.write(sheet(), areaOf(0, 2, 4), formulas, 'agent');
    book.write(sheet(), areaOf(5, 2), [['=ANNEXE.TABLE()']], 'agent');
    book.write(sheet(), areaOf(9, 2), [['=ANNEXE.COMPTEUR()']], 'agent');
    await settled(() => sheet().value(9, 2) === 0 && sheet().value(2, 2) === '#VALUE!' && sheet().value(6, 3) === 2);
    expect([0, 1, 2, 3].map((row) => sheet().value(row, 2))).toEqual([2, 3, '#VALUE!', '#NAME?']);
    expect(excel.calculator.messageAt(sheet(), 2, 2)).toBe('un nombre');
    book.insertRows(sheet(), 1, 1, 'colleague');
    book.write(sheet(), areaOf(2, 0), [[40]], 'colleague');
    await settled(() => sheet().value(2, 2) === 41);
    expect(sheet().formulaText(2, 2)).toBe('=ANNEXE.SOMME_DE(A1:A3)');
    await addin.pane.evaluate('window.count()');
    await settled(() => sheet().value(10, 2) === 1);
    book.write(sheet(), areaOf(10, 2), [['fini']], 'agent');
    expect(await told(1)).toEqual(['annulé [Essai.xlsx]Annexe!C10']);
    expect(excel.calculator.streams).toBe(0);
  });

  it('presses a button of the ribbon, and hears that it is done', async () => {
    await again();
    await addin.pane.evaluate(`Office.actions.associate('essayer', (event) => {
      window.told.push(event.source.id); event.completed(); })`);
    excel.press('Bouton', 'essayer');
    expect(await told(1)).toEqual(['Bouton']);
    await settled(() => excel.completedCommands.length === 1);
  });
});

/** Waits for something that comes of itself; 5 s at most. */
async function settled(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !done(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(done()).toBe(true);
}
