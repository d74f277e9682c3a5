import type { Browser } from 'playwright-core';
import { referential, RULES } from '../../addin/taskpane/composition';
import { createFormulas, type Argument } from '../../shared/formulas';
import type { Scalar } from '../../shared/sheet';
import { launchChromium } from '../browser/chromium';
import type { EmulatedExcel } from './emulator/excel';
import { areaOf } from './emulator/model/area';
import type { Sheet } from './emulator/model/sheet';
import gold from '../gold/gold-lezignan.json';
import { FLAVOURS } from './harness/open';
import { expectNothingWrong, openPane, paneOf, settled, typeIn, valueOf, type PaneInExcel } from './harness/pane';
import { contentOf, excelWithSeed, seedGrid } from './harness/seed';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser?.close());
jest.setTimeout(90_000);

describe.each(FLAVOURS)('the built add-in in the emulated Excel, %s', (flavour) => {
  let excel: EmulatedExcel;
  let annexe: Sheet;
  let bord: Sheet;
  let pane: PaneInExcel;
  let before: unknown;

  beforeEach(async () => {
    excel = excelWithSeed();
    annexe = excel.workbook.sheet('Annexe 7');
    bord = excel.workbook.sheet('Bord');
    before = contentOf(excel.workbook);
    pane = await openPane(browser, excel, { flavour });
  }, 180_000);
  afterEach(async () => {
    await pane.addin.close();
    expectNothingWrong(excel, pane);
  });

  it('checks, selects the cell of a finding, corrects it, takes it back, and keeps what is accepted for another day', async () => {
    await pane.check();
    for (const count of [/13.erreurs/, /23.avert/, /68.infos/]) await pane.says(count);
    await pane.openFirst();
    await settled('the selection', () => excel.workbook.selection.top === 37 && excel.workbook.selection.left === 0);
    expect(contentOf(excel.workbook)).toEqual(before);

    await pane.button('Corriger').click();
    await settled('the correction', () => valueOf(annexe, 'A38') === 'PCOS_AS2_001');
    await pane.button(/^Journal \(1\)/).click();
    await pane
      .button(/^Annuler/)
      .first()
      .click();
    await settled('the undoing', () => valueOf(annexe, 'A38') === 'PCOS_AS3_OO1');
    expect(contentOf(excel.workbook)).toEqual(before);

    await pane.tab('Contrôle');
    await pane.says(/13.erreurs/);
    await pane.openFirst();
    await pane.button('Accepter…').click();
    await pane.addin.pane.getByRole('textbox', { name: /Motif/ }).fill('Numérotation imposée');
    await pane.button('Accepter').click();
    await pane.says(/12.erreurs/);
    await settled('the acceptance', () =>
      JSON.stringify([...excel.workbook.settings]).includes('Numérotation imposée'),
    );

    pane = paneOf(await pane.addin.reload());
    await pane.check();
    await pane.says(/12.erreurs/);
    await pane.tab('Outils');
    await pane.button(/Constats acceptés/).click();
    await pane.says('Numérotation imposée');
    expect(contentOf(excel.workbook)).toEqual(before);
  });

  it('corrects all, and Annuler brings the very table back', async () => {
    const table = JSON.stringify(contentOf(excel.workbook, { formats: false }));
    await pane.check();
    await pane.button(/^Tout corriger/).click();
    await pane.button('Tout cocher').click();
    await pane.button(/^Corriger \(/).click();
    await pane.says(/cellules modifiées/);
    const refs = [...annexe.cellsIn(areaOf(0, 0, 200))].map(({ cell }) => String(cell.value));
    const wanted = gold.map(({ ref_attendue }) => ref_attendue).filter((ref) => ref !== '');
    expect(refs.filter((ref) => /^(P[A-Z]{3}_AS|Atr_)/.test(ref))).toEqual(wanted);
    expect(contentOf(excel.workbook)).not.toEqual(before);
    // The journal is in the workbook: what was done another day can be taken back.
    await settled('the journal', () => excel.workbook.settings.has('annexe.journal'));
    pane = paneOf(await pane.addin.reload());
    await pane.check();
    await pane.button(/^Journal \(1\)/).click();
    await pane
      .button(/^Annuler/)
      .first()
      .click();
    await pane.upToDate();
    const values = (): string => JSON.stringify(contentOf(excel.workbook, { formats: false }));
    await settled('the very table', () => values() === table);
    expect(contentOf(excel.workbook)).toEqual(before);
  });

  it('corrects all and takes it back while a colleague keeps inserting lines', async () => {
    const filled = (): string[][] =>
      rowsOf(0, 300)
        .map((row) => rowsOf(0, 7).map((column) => String(annexe.value(row, column))))
        .filter((cells) => cells.some((cell) => cell !== ''));
    const table = filled();
    await pane.check();
    await pane.button(/^Tout corriger/).click();
    await pane.button('Tout cocher').click();
    let inserted = 0;
    let batches = 0;
    const colleague = (): void => {
      if (batches++ % 3 !== 0 || batches > 60) return;
      inserted++;
      excel.workbook.insertRows(annexe, 9, 1, 'colleague');
    };
    excel.beforeBatch = colleague;
    await pane.button(/^Corriger \(/).click();
    await pane.says(/cellules modifiées/);
    excel.beforeBatch = null;
    expect(inserted).toBeGreaterThan(5);
    await pane.upToDate();
    const refs = filled().map(([ref = '']) => ref);
    const wanted = gold.map(({ ref_attendue }) => ref_attendue).filter((ref) => ref !== '');
    expect(refs.filter((ref) => /^(P[A-Z]{3}_AS|Atr_)/.test(ref))).toEqual(wanted);
    batches = 0;
    excel.beforeBatch = colleague;
    await pane.button(/^Journal \(1\)/).click();
    await pane
      .button(/^Annuler/)
      .first()
      .click();
    await settled('the very lines', () => JSON.stringify(filled()) === JSON.stringify(table));
    excel.beforeBatch = null;
  });

  it('shows the row of the cell where the agent is, and adds what is suggested', async () => {
    await pane.check();
    await pane.tab('Ligne');
    const row = seedGrid().values.findIndex(([ref]) => ref === 'PCOS_AS7_003');
    excel.workbook.select(annexe, areaOf(row, 2));
    await pane.says(/PCOS_AS7_003/);
    const filled = String(annexe.value(row, 2));
    await pane.addin.pane
      .getByRole('region', { name: 'Suggestions' })
      .getByRole('button', { name: /^Ajouter/ })
      .first()
      .click();
    await settled('the suggestion', () => new RegExp(`^${filled}\\s+\\d{3}`).test(String(annexe.value(row, 2))));
  });

  it('measures the coverage, follows what is typed, and puts its formula where the agent is', async () => {
    await pane.check();
    await pane.tab('Couverture');
    await pane.says(/41,3.%/);
    await pane.says('19 objectifs sur 46 ont un indicateur.');
    typeIn(excel, annexe, 'G7', 'Nombre de bénéficiaires');
    await pane.says('20 objectifs sur 46 ont un indicateur.');
    excel.workbook.select(bord, areaOf(1, 1));
    await pane.button('Insérer la formule').click();
    await settled('the formula', () => bord.formulaText(1, 1).startsWith('=ANNEXE.COUVERTURE('));
    await settled('its value', () => bord.value(1, 1) === 20 / 46);
  });

  it.each([
    ['controler', 'Contrôler', /13.erreurs/],
    ['corriger', 'Tout corriger', /Tout cocher/],
    ['suggerer', 'Suggérer', /PCOS_AS7_003/],
  ])('does what the button of the ribbon says: %s', async (action, _label, said) => {
    excel.workbook.select(
      annexe,
      areaOf(
        seedGrid().values.findIndex(([ref]) => ref === 'PCOS_AS7_003'),
        2,
      ),
    );
    excel.press(`Annexe.${action}`, action);
    await pane.says(said);
    await settled('the end of the command', () => excel.completedCommands.length === 1);
    expect(contentOf(excel.workbook)).toEqual(before);
  });

  it('adds a dashboard of formulas and native charts, which follows', async () => {
    excel.press('Annexe.tableauDeBord', 'tableauDeBord');
    await settled('the dashboard', () => excel.workbook.sheets.length === 3 && excel.completedCommands.length === 1);
    const [dashboard] = excel.workbook.sheets.filter(({ name }) => name !== 'Annexe 7' && name !== 'Bord');
    if (!dashboard) throw new Error('no dashboard');
    expect(excel.workbook.active).toBe(dashboard);
    expect(dashboard.charts.length).toBeGreaterThan(1);
    for (const { settings } of dashboard.charts) expect(settings['title/text']).toBeTruthy();
    const shares = (): Scalar[] => [...dashboard.cellsIn(areaOf(0, 0, 200, 12))].map(({ cell }) => cell.value);
    await settled('its figures', () => shares().includes(19 / 46) && !shares().includes('#BUSY!'));
    expect(shares().filter((value) => typeof value === 'string' && value.startsWith('#'))).toEqual([]);
    typeIn(excel, annexe, 'G7', 'Nombre de bénéficiaires', 'colleague');
    await settled('its figures after an edit', () => shares().includes(20 / 46));
    await pane.shot(`tableau-${flavour}`);
  });

  it('computes the nine formulas as the core does', async () => {
    const grid = seedGrid();
    const core = createFormulas(referential, RULES, { grids: () => [grid], chosen: () => '' });
    const range = `'Annexe 7'!A1:H${grid.values.length}`;
    const calls: readonly (readonly [formula: string, name: string, args: readonly Argument[]])[] = [
      ['=ANNEXE.COUVERTURE()', 'COUVERTURE', []],
      [`=ANNEXE.COUVERTURE(${range},"cible")`, 'COUVERTURE', [grid.values, 'cible']],
      ['=ANNEXE.COUVERTURE(,"bop")', 'COUVERTURE', [undefined, 'bop']],
      ['=ANNEXE.SYNTHESE()', 'SYNTHESE', []],
      [`=ANNEXE.SYNTHESE(${range},"axe")`, 'SYNTHESE', [grid.values, 'axe']],
      ['=ANNEXE.MANQUANTS(,,"PHCV")', 'MANQUANTS', [undefined, undefined, 'PHCV']],
      ['=ANNEXE.ANOMALIES()', 'ANOMALIES', []],
      ['=ANNEXE.ANOMALIES(,"erreur")', 'ANOMALIES', [undefined, 'erreur']],
      ['=ANNEXE.CONTROLE(,"erreur")', 'CONTROLE', [undefined, 'erreur']],
      ['=ANNEXE.SERVICES(163)', 'SERVICES', [163]],
      ['=ANNEXE.PROGRAMME(147)', 'PROGRAMME', [147]],
      ['=ANNEXE.REF("pcos_as1_oo1")', 'REF', ['pcos_as1_oo1']],
      ['=ANNEXE.CIBLE("CUI non-marchand : 13,2 %")', 'CIBLE', ['CUI non-marchand : 13,2 %']],
    ];
    // Six columns each: none may spill over its neighbour.
    calls.forEach(([formula], place) => excel.workbook.write(bord, areaOf(0, place * 6), [[formula]], 'agent'));
    const shownAt = (place: number): Scalar | Scalar[][] => {
      const cell = bord.cell(0, place * 6)?.formula;
      if (!cell?.spill) return bord.value(0, place * 6);
      const { top, left, bottom, right } = cell.spill;
      return rowsOf(top, bottom).map((row) => rowsOf(left, right).map((column) => bord.value(row, column)));
    };
    await settled('all results', () => calls.every((_, place) => ![shownAt(place)].flat(2).includes('#BUSY!')));
    calls.forEach(([formula, name, args], place) => {
      const wanted = core.evaluate(name, args, 'Bord');
      if (!wanted.ok) throw new Error(`${formula}: ${wanted.message}`);
      expect({ formula, gives: shownAt(place) }).toEqual({ formula, gives: asShown(wanted.value) });
    });
    // The figures of the annexe of Lézignan-Corbières, whatever the core says.
    expect([0, 1, 2, 6, 7].map(shownAt)).toEqual([19 / 46, 3 / 46, 43 / 46, 104, 13]);
    expect(shownAt(12)).toBeCloseTo(0.132);
  });

  it('answers a misuse of a formula with a sentence in its cell', async () => {
    typeIn(excel, bord, 'A1', '=ANNEXE.COUVERTURE(,"zut")');
    typeIn(excel, bord, 'A2', '=ANNEXE.PROGRAMME("x")');
    await settled('the errors', () => ['A1', 'A2'].every((cell) => valueOf(bord, cell) === '#VALUE!'));
    expect(excel.calculator.messageAt(bord, 0, 0)).toMatch(/Le champ «\szut\s» n’est pas connu/);
    expect(excel.calculator.messageAt(bord, 1, 0)).toMatch(/x/);
  });

  it('keeps =ANNEXE.COUVERTURE() fresh: after an edit here, a colleague’s, a line deleted; and stops when it is erased', async () => {
    typeIn(excel, bord, 'A1', '=ANNEXE.COUVERTURE()');
    typeIn(excel, bord, 'B1', "=ANNEXE.COUVERTURE('Annexe 7'!A:H)");
    typeIn(excel, bord, 'C1', '=ANNEXE.ANOMALIES(,"erreur")');
    const both = (share: number) => () => valueOf(bord, 'A1') === share && valueOf(bord, 'B1') === share;
    await settled('the first value', both(19 / 46));
    typeIn(excel, annexe, 'G7', 'Nombre de projets');
    await settled('an edit of the agent', both(20 / 46));
    typeIn(excel, annexe, 'G8', 'Nombre de stages', 'colleague');
    await settled('an edit of a colleague', both(21 / 46));
    excel.workbook.deleteRows(annexe, 7, 1, 'colleague');
    await settled('a line deleted', both(20 / 45));
    typeIn(excel, bord, 'E1', 'Nombre de projets');
    typeIn(excel, annexe, 'G7', '=Bord!E1');
    // Nothing to see: the formula shows what the cell held, and is known all the same.
    await pane.addin.page.waitForTimeout(600);
    typeIn(excel, bord, 'E1', 'à définir');
    await settled('an edit of the sheet that a formula shows', both(19 / 45));
    expect(excel.calculator.streams).toBe(3);
    for (const cell of ['A1', 'B1', 'C1']) typeIn(excel, bord, cell, '');
    expect(excel.calculator.streams).toBe(0);
    typeIn(excel, annexe, 'G9', 'Nombre de contrats');
    await pane.addin.page.waitForTimeout(600);
    expect(['A1', 'B1', 'C1'].map((cell) => valueOf(bord, cell))).toEqual(['', '', '']);
  });
});

const rowsOf = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, row) => first + row);

/** What cells hold of a result: blanks are empty texts. */
function asShown(value: Scalar | Scalar[][]): Scalar | Scalar[][] {
  if (!Array.isArray(value)) return value ?? '';
  const rows = value.map((row) => row.map((cell) => cell ?? ''));
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? '') : rows;
}
