import AxeBuilder from '@axe-core/playwright';
import {
  cellShown,
  correctAll,
  csv,
  goTo,
  openPage,
  saved,
  servePage,
  typeIn,
  type OpenPage,
  type Served,
} from './served';

let served: Served;
let open: OpenPage;

beforeAll(async () => {
  served = await servePage();
}, 180_000);
afterAll(() => served?.close());
beforeEach(async () => {
  open = await openPage(served);
});
afterEach(() => open?.page.context().close());
jest.setTimeout(90_000);

const firstRow = async (): Promise<string> => (await csv(open.page)).split('\r\n')[1] ?? '';

describe('the seed', () => {
  it('shows its findings, and choosing one selects its cell', async () => {
    const { page, complaints } = open;
    for (const count of ['13 erreurs', /23.avert/, '68 infos']) await page.getByText(count).first().waitFor();
    await page.locator('[data-finding]').first().click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.univer input')?.value === 'A38');
    expect(complaints).toEqual([]);
  });

  it('is exactly as before after Tout corriger and Annuler', async () => {
    const { page } = open;
    const before = await csv(page);
    await correctAll(page);
    expect(await csv(page)).not.toBe(before);
    await page.getByRole('button', { name: /^Annuler.: Tout corriger/ }).click();
    await page.waitForTimeout(1000);
    expect(await csv(page)).toBe(before);
  });
});

describe('formulas', () => {
  it('follow an edit anywhere: 19 of 46, then 20, without a reload', async () => {
    const { page } = open;
    await typeIn(page, 'J2', '=ANNEXE.COUVERTURE()');
    expect(await firstRow()).toContain('"0,41304347826086957"');
    await typeIn(page, 'G7', 'Nombre de projets');
    expect(await firstRow()).toContain('"0,43478260869565216"');
  });

  it('are understood as Excel in French writes them, and misuse gives a sentence', async () => {
    const { page } = open;
    await typeIn(page, 'J2', '=SI(VRAI();ANNEXE.COUVERTURE(A1:H99;"cible");0,5)');
    await typeIn(page, 'K2', '=annexe.couverture(A:H;"xx")');
    await typeIn(page, 'L2', '=ANNEXE_REF("pcos_as1_oo1")');
    const row = await firstRow();
    expect(row).toContain('"0,06521739130434782"');
    expect(row).toContain('Le champ «\u00a0xx\u00a0» n’est pas connu');
    expect(row).toMatch(/PCOS_AS1_001$/);
  });
});

describe('somebody else works meanwhile', () => {
  it('never overwrites what changed between the preview and the correction', async () => {
    const { page } = open;
    await page.locator('[data-finding]').first().click();
    const correct = page.getByRole('button', { name: /^Corriger/ }).first();
    await correct.waitFor();
    await goTo(page, 'A38');
    await page.keyboard.type('PCOS_AS2_009');
    // In one breath: the pane has not seen the new value when it is asked to correct the old one.
    await page.keyboard.press('Enter');
    await correct
      .evaluate((button: HTMLElement) => button.click(), undefined, { timeout: 2000 })
      .catch(() => 'the pane saw it first');
    await page.waitForTimeout(1000);
    expect(await csv(page)).toContain('PCOS_AS2_009;');
  });
});

describe('the page', () => {
  it('asks nothing of any other place', async () => {
    const { page, requests } = open;
    await page.getByRole('tab', { name: 'Couverture' }).click();
    await typeIn(page, 'J2', '=ANNEXE.SYNTHESE()');
    await saved(page);
    const outside = requests.filter((url) => !url.startsWith(served.address) && !/^(data|blob):/.test(url));
    expect(outside).toEqual([]);
    expect(requests.length).toBeGreaterThan(3);
    const blocked = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => false,
        () => true,
      ),
    );
    expect(blocked).toBe(true);
  });

  // The cells themselves are a canvas, without names or roles: a limit of the spreadsheet, said in the help.
  it('has no fault that axe finds, in any tab', async () => {
    const { page } = open;
    for (const name of ['Contrôle', 'Ligne', 'Couverture', 'Outils']) {
      await page.getByRole('tab', { name }).click();
      await page.waitForTimeout(300);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const faults = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]);
      expect({ name, faults }).toEqual({ name, faults: [] });
    }
  });

  it('has no fault in its question either', async () => {
    const { page } = open;
    await typeIn(page, 'G7', 'Nombre de projets');
    await page.locator('input[type=file]').setInputFiles({ name: 'a.csv', mimeType: '', buffer: Buffer.from('Réf\n') });
    await page.getByRole('dialog').waitFor();
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('lets the keyboard leave the cells when the pane is away', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'Volet' }).click();
    await goTo(page, 'B7');
    await page.keyboard.press('F6');
    expect(await page.evaluate(() => document.activeElement?.closest('.bar') !== null)).toBe(true);
  });

  it('is no longer than its window, however long the plan or the list', async () => {
    const { page } = open;
    const height = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(await height()).toBe(0);
    await page.getByRole('button', { name: /^Tout corriger/ }).click();
    await page.getByRole('heading', { name: 'Plan de correction' }).waitFor();
    expect(await height()).toBe(0);
  });

  it('is worked with the keyboard alone: open a finding, see its cell, type, save', async () => {
    const { page } = open;
    const reach = async (selector: string): Promise<void> => {
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
      }
      throw new Error(`Tab never reaches ${selector}`);
    };
    await page.keyboard.press('F6');
    await reach('[data-finding]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.univer input')?.value === 'A38');
    await page.keyboard.press('Shift+F6');
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('Nombre de projets');
    await page.keyboard.press('Tab');
    await page.getByText(/Modifié, non enregistré/).waitFor();
    expect(await cellShown(page)).toBe('H38');
    await page.keyboard.press('Shift+F6');
    await reach('.bar button:nth-of-type(2)');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/xlsx$/);
  });
});
