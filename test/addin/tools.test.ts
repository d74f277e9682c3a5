import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../browser/chromium';
import type { EmulatedExcel } from './emulator/excel';
import { areaOf, WHOLE } from './emulator/model/area';
import type { Sheet } from './emulator/model/sheet';
import { EmulatedExcel as Excel } from './emulator/excel';
import { Workbook } from './emulator/model/workbook';
import { FLAVOURS, openAddin, type OpenOptions } from './harness/open';
import { expectNothingWrong, openPane, settled, typeIn, valueOf, type PaneInExcel, quiet } from './harness/pane';
import { contentOf, excelWithSeed } from './harness/seed';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser?.close());
jest.setTimeout(90_000);

let excel: EmulatedExcel;
let annexe: Sheet;
let pane: PaneInExcel;

async function open(options: OpenOptions, prepare: () => void = () => undefined): Promise<void> {
  excel = excelWithSeed();
  annexe = excel.workbook.sheet('Annexe 7');
  prepare();
  pane = await openPane(browser, excel, options);
}
async function close(): Promise<void> {
  await pane.addin.close();
  expectNothingWrong(excel, pane);
}

describe.each(FLAVOURS)('what Excel alone offers, %s', (flavour) => {
  beforeAll(() => open({ flavour }), 180_000);
  afterAll(close);

  it('highlights the findings and takes the highlight away, the agent’s own formats untouched', async () => {
    excel.workbook.format(annexe, areaOf(37, 0), 'fill/color', '#00FF00', 'agent');
    const mine = {
      id: 'à moi',
      type: 'Custom',
      areas: [areaOf(0, 0, 100, 8)],
      stopIfTrue: false,
      settings: { 'custom/rule/formula': '=A1="x"' },
    };
    const other = { ...mine, id: 'autre', type: 'ColorScale', settings: {} };
    annexe.conditionalFormats.push(mine, other);
    const before = contentOf(excel.workbook);
    await pane.check();
    await pane.tab('Outils');
    await pane.button('Surligner les constats').click();
    await pane.says(/cellules surlignées/);
    const added = annexe.conditionalFormats.filter(({ id }) => !['à moi', 'autre'].includes(id));
    expect(added.map(({ settings }) => settings['custom/rule/formula'])).toEqual(
      expect.arrayContaining(['erreur', 'avertissement', 'info'].map((gravite) => `=N("ANNEXE:${gravite}")=0`)),
    );
    expect(added).toHaveLength(3);
    expect(
      added.some(({ areas }) => areas.some(({ top, bottom, left }) => top <= 37 && bottom >= 37 && left === 0)),
    ).toBe(true);
    // Twice is as once.
    await pane.button('Surligner à nouveau les constats').click();
    await settled('the second highlight', () => annexe.conditionalFormats.length === 5);
    await pane.button('Retirer le surlignage').click();
    await pane.says(/mises en forme retirées/);
    expect(annexe.conditionalFormats.map(({ id }) => id)).toEqual(['à moi', 'autre']);
    expect(contentOf(excel.workbook)).toEqual(before);
    // That of a sheet that was renamed meanwhile, too.
    await pane.button('Surligner les constats').click();
    await settled('the highlight', () => annexe.conditionalFormats.length === 5);
    await pane.button('Retirer le surlignage').waitFor();
    excel.workbook.rename(annexe, 'Annexe renommée', 'agent');
    await pane.button('Retirer le surlignage').click();
    await settled('the highlight taken away', () => annexe.conditionalFormats.length === 2);
    await pane.button('Surligner les constats').waitFor();
    excel.workbook.rename(annexe, 'Annexe 7', 'agent');
    annexe.conditionalFormats = [];
    excel.workbook.clear(annexe, areaOf(37, 0), { contents: false, formats: true }, 'agent');
  });

  it('puts the lists of BOP and of services, and gives back the rules that were there', async () => {
    const mine = {
      area: areaOf(0, 2, 300),
      rule: { wholeNumber: { formula1: 1, formula2: 999, operator: 'Between' } },
      errorAlert: { message: 'non', showAlert: true, style: 'Stop', title: 'Non' },
      prompt: { message: '', showPrompt: true, title: '' },
      ignoreBlanks: true,
    };
    annexe.validations.push(mine);
    const before = contentOf(excel.workbook);
    await pane.tab('Outils');
    await pane.button('Poser les listes de BOP et de services').click();
    await settled('the lists', () => excel.workbook.settings.has('annexe.listes') && annexe.validations.length > 1);
    await pane.button('Retirer les listes de BOP et de services').waitFor();
    const source = excel.workbook.sheets.find(({ name }) => name === '_Annexe');
    expect(source?.visibility).toBe('VeryHidden');
    const rules = annexe.validations.map(({ rule }) => JSON.stringify(rule));
    expect(rules.filter((rule) => rule.includes('_Annexe')).length).toBeGreaterThan(1);
    for (const { errorAlert, rule } of annexe.validations)
      if (JSON.stringify(rule).includes('_Annexe')) expect(errorAlert).toMatchObject({ style: 'Warning' });
    await pane.button('Retirer les listes de BOP et de services').click();
    await settled('the lists taken away', () => !excel.workbook.sheets.some(({ name }) => name === '_Annexe'));
    await settled('the end', () => excel.workbook.settings.get('annexe.listes') === '');
    expect(contentOf(excel.workbook)).toEqual(before);
    // Those of a sheet that was renamed meanwhile, too.
    await pane.button('Poser les listes de BOP et de services').click();
    await settled('the lists again', () => annexe.validations.length > 1);
    await pane.button('Retirer les listes de BOP et de services').waitFor();
    excel.workbook.rename(annexe, 'Annexe renommée', 'agent');
    await pane.button('Retirer les listes de BOP et de services').click();
    await settled('their end', () => excel.workbook.settings.get('annexe.listes') === '');
    excel.workbook.rename(annexe, 'Annexe 7', 'agent');
    expect(contentOf(excel.workbook)).toEqual(before);
    // Rules of several kinds in one column could not all be given back: they are left alone.
    annexe.validations = [{ ...mine, area: areaOf(10, 2) }];
    await pane.button('Poser les listes de BOP et de services').click();
    await pane.says(/plusieurs règles de validation/);
    expect(annexe.validations).toEqual([{ ...mine, area: areaOf(10, 2) }]);
    annexe.validations = [];
  });

  it('rewrites formulas that came from Google, and leaves the others', async () => {
    const bord = excel.workbook.sheet('Bord');
    bord.touch(0, 0).value = "=ANNEXE_COUVERTURE('Annexe 7'!A:H)";
    bord.touch(1, 0).value = 'ANNEXE_COUVERTURE n’est qu’un mot';
    typeIn(excel, bord, 'A3', '=A1');
    await pane.tab('Outils');
    await pane.button('Rétablir les formules venues de Google').click();
    await settled('the formula', () => bord.formulaText(0, 0) === "=ANNEXE.COUVERTURE('Annexe 7'!A:H)");
    await settled('its value', () => valueOf(bord, 'A1') === 19 / 46);
    expect([valueOf(bord, 'A2'), bord.formulaText(2, 0)]).toEqual(['ANNEXE_COUVERTURE n’est qu’un mot', '=A1']);
    excel.workbook.clear(bord, WHOLE, { contents: true, formats: true }, 'agent');
  });

  it('gives a table that came from Google the place of its last values, and takes nobody else’s', async () => {
    const bord = excel.workbook.sheet('Bord');
    const last = '=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),"x")';
    bord.touch(0, 0).value = '=IFERROR(__xludf.DUMMYFUNCTION("ANNEXE_SYNTHESE(\'Annexe 7\'!A:H)"),"groupe")';
    for (let row = 0; row < 7; row++)
      for (let column = 0; column < 4; column++) if (row + column > 0) bord.touch(row, column).value = last;
    bord.touch(7, 0).value = 'note';
    bord.touch(0, 4).value = last;
    await pane.tab('Outils');
    await pane.button('Rétablir les formules venues de Google').click();
    await settled('the table', () => valueOf(bord, 'A6') === 'Transversal' && valueOf(bord, 'D7') === 19 / 46);
    expect([valueOf(bord, 'A8'), valueOf(bord, 'E1')]).toEqual(['note', last]);
    excel.workbook.clear(bord, WHOLE, { contents: true, formats: true }, 'agent');
  });

  it('starts with the workbook only when the agent wants it', async () => {
    expect(excel.addin.startup).toBe('Inactive');
    await pane.tab('Outils');
    await pane.button('Charger au démarrage').click();
    await settled('the choice', () => excel.addin.startup === 'Background');
    await pane.button('Ne plus charger au démarrage').click();
    await settled('the other choice', () => excel.addin.startup === 'Inactive');
  });

  it('tells what it is and where it runs, for whoever helps', async () => {
    await pane.tab('Outils');
    await pane.button(/Diagnostic/).click();
    await pane.says(flavour === 'web' ? /OfficeOnline/ : /PC/);
    expect(await pane.text()).toMatch(/1\.14/);
  });
});

describe('a sheet that is renamed', () => {
  afterEach(close);
  it('loses its highlight and its lists all the same, and gets its own rules back', async () => {
    await open({ flavour: 'web' }, () =>
      annexe.validations.push({
        area: areaOf(0, 2, 300),
        rule: { wholeNumber: { formula1: 1, formula2: 999, operator: 'Between' } },
        errorAlert: { message: 'non', showAlert: true, style: 'Stop', title: 'Non' },
        prompt: { message: '', showPrompt: true, title: '' },
        ignoreBlanks: true,
      }),
    );
    const before = contentOf(excel.workbook);
    await pane.check();
    await pane.tab('Outils');
    await pane.button('Surligner les constats').click();
    await pane.says(/cellules surlignées/);
    await pane.button('Poser les listes de BOP et de services').click();
    await pane.button('Retirer les listes de BOP et de services').waitFor();
    excel.workbook.rename(annexe, 'Annexe 2026', 'agent');
    await pane.button('Retirer le surlignage').click();
    await pane.says(/mises en forme retirées/);
    await pane.button('Retirer les listes de BOP et de services').click();
    await pane.says(/Listes retirées de «\s*Annexe 2026\s*»/);
    excel.workbook.rename(annexe, 'Annexe 7', 'agent');
    expect(contentOf(excel.workbook)).toEqual(before);
  });
});

describe('a protected sheet', () => {
  afterEach(close);
  it('keeps its look and its rules: each tool says that it is protected', async () => {
    await open({ flavour: 'web' }, () => (annexe.protection.on = true));
    const before = contentOf(excel.workbook);
    await pane.check();
    await pane.tab('Outils');
    for (const tool of ['Surligner les constats', 'Poser les listes de BOP et de services']) {
      const from = excel.calls.length;
      await pane.button(tool).click();
      await settled('what the tool asks for', () => excel.calls.length > from);
      await pane.says(/protégée/);
      // What was begun is taken back after it is said: until no batch comes any more.
      await quiet(excel);
      expect(contentOf(excel.workbook)).toEqual(before);
      await pane.button(tool).waitFor();
    }
  });
});

describe('a sheet that was protected since', () => {
  afterEach(close);
  it('keeps its highlight until it can be taken away, and says why', async () => {
    await open({ flavour: 'web' });
    await pane.check();
    await pane.tab('Outils');
    await pane.button('Surligner les constats').click();
    await pane.button('Retirer le surlignage').waitFor();
    annexe.protection.on = true;
    await pane.button('Retirer le surlignage').click();
    await pane.says(/la feuille est protégée/);
    annexe.protection.on = false;
    await pane.button('Retirer le surlignage').click();
    await settled('the highlight taken away', () => annexe.conditionalFormats.length === 0);
  });
});

describe('sheets that are hidden, and two annexes', () => {
  afterEach(close);
  it('offers the sheets that are shown, reads the one that is chosen, and asks nothing of the hidden ones', async () => {
    await open({ flavour: 'web' }, () => {
      const { workbook } = excel;
      workbook.activate(workbook.sheet('Bord'));
      annexe.visibility = 'Hidden';
      const second = workbook.addSheet('Annexe 2024', 'agent');
      for (const { row, column, cell } of annexe.cellsIn(WHOLE)) second.touch(row, column).value = cell.value;
    });
    await pane.button('Contrôler').click();
    await pane.says('Cette feuille n’est pas une annexe');
    const text = await pane.text();
    expect(text).toContain('Annexe 2024');
    expect(text).not.toContain('Annexe 7');
    await pane.button('Annexe 2024').click();
    await pane.says('Feuille « Annexe 2024 » · 46 objectifs');
  });
});

describe('a sheet full to its last row, in the pane', () => {
  it('shows how far it is, and stops when asked', async () => {
    const HEADER = [
      'Réf',
      'Objectif opérationnel',
      'BOP',
      'Service',
      'Collectivité',
      'Signataire',
      'Indicateur',
      'Cible',
    ];
    const source = {
      rows: 1_048_576,
      columns: 8,
      at: (row: number, column: number): string | number =>
        row === 0
          ? (HEADER[column] ?? '')
          : ([`PDEE_AS1_${row}`, 'Former', 147, 'DDCSPP', '', '', '', row][column] ?? ''),
    };
    excel = new Excel({ workbook: new Workbook('Long.xlsx', [{ name: 'Annexe', source }]) });
    pane = await openPane(browser, excel, { flavour: 'web' });
    await pane.button('Contrôler').click();
    await pane.says(/\d.*(%|lignes)/);
    await settled('some progress', () => excel.calls.length > 4);
    await pane.shot('lecture');
    await pane.button('Interrompre').click();
    await pane.says(/interrompu/i);
    const calls = excel.calls.length;
    await pane.addin.page.waitForTimeout(500);
    expect(excel.calls.length - calls).toBeLessThan(5);
    await close();
  });
});

describe('without Excel', () => {
  it('says that it opens in Excel', async () => {
    excel = excelWithSeed();
    const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 800, height: 600 } });
    await context.close();
    const addin = await openAddin(browser, excel, { flavour: 'none' });
    await addin.pane.getByText('Cette page s’ouvre dans Excel').waitFor();
    expect(await addin.pane.getByText('Excel ne répond pas').isVisible()).toBe(false);
    await addin.close();
  });

  it('says that Microsoft’s library did not come, after ten seconds', async () => {
    excel = excelWithSeed();
    const addin = await openAddin(browser, excel, { flavour: 'web', cdnDown: true, clock: true });
    await addin.page.clock.fastForward(9_000);
    expect(await addin.pane.getByText('Excel ne répond pas').isVisible()).toBe(false);
    await addin.page.clock.fastForward(1_500);
    await addin.pane.getByText('Excel ne répond pas').waitFor();
    await addin.page.screenshot({ path: 'test/output/excel-sans-reseau.png' });
    await addin.close();
  });
});

describe('everybody reads it', () => {
  const LOOKS: readonly (readonly [string, Partial<OpenOptions>])[] = [
    ['clair', {}],
    ['sombre', { colorScheme: 'dark' }],
    ['contraste', { forcedColors: 'active', colorScheme: 'dark' }],
  ];

  it.each(LOOKS)('has no fault that axe finds at 320 px, in any tab: %s', async (name, look) => {
    await open({ flavour: 'windows', ...look, ...(name === 'sombre' ? { theme: DARK } : {}) });
    await pane.check();
    await pane.openFirst();
    const tabs = name === 'clair' ? ['Contrôle', 'Ligne', 'Couverture', 'Outils'] : ['Contrôle', 'Outils'];
    for (const tab of tabs) {
      await pane.tab(tab);
      await pane.addin.page.waitForTimeout(300);
      await pane.shot(`${name}-${tab}`);
      const { violations } = await new AxeBuilder({ page: pane.addin.page }).analyze();
      const faults = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]);
      expect({ tab, faults }).toEqual({ tab, faults: [] });
      const wide = await pane.addin.page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect({ tab, wide }).toEqual({ tab, wide: false });
    }
    const shade = await pane.addin.page.evaluate(
      'getComputedStyle(document.querySelector("#volet > *")).backgroundColor',
    );
    if (name === 'sombre') expect(shade).not.toBe('rgb(255, 255, 255)');
    await close();
  });

  it('is worked with the keyboard alone, where Excel takes no key for itself', async () => {
    await open({ flavour: 'windows' });
    const { page } = pane.addin;
    const reach = async (selector: string): Promise<void> => {
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
      }
      throw new Error(`Tab never reaches ${selector}`);
    };
    await pane.button('Contrôler').waitFor();
    await reach('button:not([role=tab])');
    await page.keyboard.press('Enter');
    await pane.upToDate();
    await reach('[data-finding]');
    await page.keyboard.press('Enter');
    await settled('the selection', () => excel.workbook.selection.top === 37);
    await page.keyboard.press('Enter');
    await settled('the correction', () => valueOf(annexe, 'A38') === 'PCOS_AS2_001');
    await pane.says('Journal (1)');
    await page.keyboard.press('z');
    await settled('the undoing', () => valueOf(annexe, 'A38') === 'PCOS_AS3_OO1');
    await close();
  });
});

/** Office's dark grey theme, as Windows gives it: numbers of the form 0xBBGGRR. */
const DARK = {
  bodyBackgroundColor: 0x262626,
  bodyForegroundColor: 0xffffff,
  controlBackgroundColor: 0x444444,
  controlForegroundColor: 0xffffff,
};
