import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import cadres from '../../../seeds/cadres.json';
import programmes from '../../../seeds/programmes.json';
import services from '../../../seeds/services.json';
import { isSession, openSession } from '../../../shared/lint';
import { parseReferential } from '../../../shared/referential';
import { RULES } from '../../../shared/rules';
import { gridOf } from '../../../shared/sheet';
import { launchChromium } from '../../browser/chromium';
import { ROOT } from '../../built';
import { isDate } from '../fakes/coercion';
import { colleagueOf } from '../fakes/colleague';
import { documentOf, sheetOf } from '../fakes/document';
import { cellsOf, check, NARROW, openSidebar, upToDate, WIDTH, type OpenSidebar, type SidebarOptions } from './opened';

/** Pictures of every state, for whoever wants to look; only made when asked. */
const PICTURES = process.env['ANNEXE_PICTURES'] === '1' ? join(ROOT, 'test', 'output', 'appsscript') : null;
if (PICTURES !== null) mkdirSync(PICTURES, { recursive: true });

const referential = parseReferential(programmes, services, cadres);
let browser: Browser;
const opened: OpenSidebar[] = [];
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser?.close());
afterEach(async () => {
  for (const { page } of opened.splice(0)) await page.context().close();
});
jest.setTimeout(90_000);

async function open(options: SidebarOptions = {}): Promise<OpenSidebar> {
  const sidebar = await openSidebar(browser, options);
  opened.push(sidebar);
  return sidebar;
}

const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true }).first();
const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();
const refAt = ({ sheet }: OpenSidebar, row: number, column = 0): unknown => sheet.rows[row]?.[column]?.value;
/** Line 40 of the sheet, whose reference is wrong: the first finding. */
const LINE = 37;

/** What the core finds in the sheet as it stands. */
function errorsIn({ sheet }: OpenSidebar): number {
  const values = sheet.rows.map((cells) => cells.map(({ value }) => (isDate(value) ? '' : value)));
  const session = openSession(gridOf(values), { referential, rules: RULES, millesime: 2015 });
  if (!isSession(session)) throw new Error('no annexe');
  return session.diagnostics().filter(({ severity }) => severity === 'erreur').length;
}

async function until(wanted: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (await wanted()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`never: ${what}`);
}

async function picture({ page }: OpenSidebar, name: string): Promise<void> {
  if (PICTURES !== null) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

async function faultsOn({ page }: OpenSidebar): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]);
}

/** Texts that do not fit where they stand, and a page wider than the sidebar. */
const cutOff = ({ page }: OpenSidebar, selector = 'html, button, h1, h2, h3, p, li, [role=tab]'): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>(wanted)]
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
        .map((one) => `${one.tagName} ${one.scrollWidth} > ${one.clientWidth}: ${one.innerText.slice(0, 60)}`),
    selector,
  );

it('the whole journey: open, check, select, correct, take back, accept, add a suggestion, measure, insert the formula', async () => {
  const sidebar = await open();
  const { page, document, sheet, colleague } = sidebar;
  const before = cellsOf(sheet);

  await check(sidebar);
  for (const count of ['13 erreurs', /23.avert/, '68 infos']) await page.getByText(count).first().waitFor();
  await page.getByText(/^Feuille «.Annexe.» · 46.objectifs · à jour/).waitFor();

  const first = page.locator('[data-finding]').first();
  await first.click();
  await until(() => document.active.row === LINE && document.active.column === 0, 'the cell is selected in the sheet');
  await button(page, 'Corriger').click();
  await until(() => refAt(sidebar, LINE) === 'PCOS_AS2_001', 'the cell is corrected');
  await button(page, 'Journal (1)').click();
  await button(page, /^Annuler/).click();
  await until(() => JSON.stringify(cellsOf(sheet)) === JSON.stringify(before), 'the sheet is as before');

  await tab(page, 'Contrôle');
  await upToDate(page);
  await first.click();
  await button(page, 'Accepter…').click();
  await page.getByRole('textbox', { name: /Motif/ }).fill('Numérotation imposée');
  await button(page, 'Accepter').click();
  await page.getByText('12 erreurs').first().waitFor();
  await until(
    () => [...document.documentProperties.values()].join().includes('imposée'),
    'the reason is kept in the workbook',
  );

  await tab(page, 'Ligne');
  const row = sheet.rows.findIndex(([ref]) => ref?.value === 'PCOS_AS7_003');
  colleague.select(row, 2);
  await page.clock.fastForward(5000);
  await page.getByRole('heading', { name: new RegExp(`Ligne ${row + 1} `) }).waitFor();
  const pairs = String(refAt(sidebar, row, 2));
  await page
    .getByRole('region', { name: 'Suggestions' })
    .getByRole('button', { name: /^Ajouter/ })
    .first()
    .click();
  await until(() => String(refAt(sidebar, row, 2)) !== pairs, 'the suggestion is written');
  expect(String(refAt(sidebar, row, 2)).startsWith(pairs)).toBe(true);

  await tab(page, 'Couverture');
  await page.getByText(/19.objectifs sur 46/).waitFor();
  colleagueOf(document, 'Synthèse').select(2, 1);
  await button(page, 'Insérer la formule').click();
  await until(
    () => document.sheets[1]?.rows[2]?.[1]?.formula === '=ANNEXE_COUVERTURE(Annexe!A:H)',
    'the formula is inserted',
  );
  expect(document.compute?.('=ANNEXE_COUVERTURE(Annexe!A:H)', { sheet: 'Synthèse', row: 2, column: 1 })).toBeCloseTo(
    19 / 46,
    12,
  );
  expect([sidebar.complaints, sidebar.outside]).toEqual([[], []]);
});

it('Tout corriger then Annuler gives the very table back, types and all', async () => {
  const sidebar = await open();
  const { page, sheet } = sidebar;
  const before = cellsOf(sheet);
  await check(sidebar);
  await button(page, /Tout corriger/).click();
  await button(page, 'Tout cocher').click();
  await picture(sidebar, 'plan');
  await button(page, /^Corriger \(/).click();
  await button(page, 'Journal (1)').click();
  await until(
    () =>
      cellsOf(sheet)
        .flat()
        .filter((cell, index) => cell !== before.flat()[index]).length > 10,
    'the plan is written',
  );
  await picture(sidebar, 'journal');
  await button(page, /^Annuler : Tout corriger/).click();
  await until(() => JSON.stringify(cellsOf(sheet)) === JSON.stringify(before), 'the sheet is as before');
  expect(sidebar.complaints).toEqual([]);
});

it('a colleague who types between preview and correction is not overwritten; both values are shown', async () => {
  const sidebar = await open();
  const { page, colleague } = sidebar;
  await check(sidebar);
  await page.locator('[data-finding]').first().click();
  const correct = button(page, 'Corriger');
  await correct.waitFor();
  colleague.set(LINE, 0, 'PCOS_AS2_777');
  await correct.click();
  const conflict = page.getByRole('region', { name: 'Conflit' });
  await conflict.getByText('PCOS_AS2_777').first().waitFor();
  await picture(sidebar, 'conflit');
  expect(refAt(sidebar, LINE)).toBe('PCOS_AS2_777');
  expect(await faultsOn(sidebar)).toEqual([]);
});

it('a line that a colleague moved is corrected where it is, and what she corrects is told', async () => {
  const sidebar = await open();
  const { page, colleague } = sidebar;
  await check(sidebar);
  await page.locator('[data-finding]').first().click();
  const correct = button(page, 'Corriger');
  await correct.waitFor();
  colleague.insertRow(3);
  await correct.click();
  await until(() => refAt(sidebar, LINE + 1) === 'PCOS_AS2_001', 'the moved line is corrected');
  expect(sidebar.sheet.rows[3]).toEqual([]);
  // Said aloud when the pane has read the moved lines again; the list tells it before.
  await page
    .locator('[aria-live]')
    .getByText(/1.cellule modifiée/)
    .first()
    .waitFor({ state: 'attached' });
  const wrong = sidebar.sheet.rows.findIndex(([ref]) => ref?.value === 'PCOS_AS3_OO2');
  colleague.set(wrong, 0, 'PCOS_AS2_002');
  // A question that took long makes the next one wait longer: more than the usual pace is let pass.
  await page.clock.fastForward(60_000);
  await button(page, /^Journal/).click();
  await page
    .getByText(/Corrigé ailleurs/)
    .first()
    .waitFor({ timeout: 30_000 });
});

it('follows a colleague by itself while it is seen, asks nothing unseen, and looks at once when it is seen again', async () => {
  const sidebar = await open();
  const { page, colleague, verbs } = sidebar;
  const polls = (): number => verbs.filter((verb) => verb === 'poll').length;
  const setSeen = (seen: boolean): Promise<void> =>
    page.evaluate(
      (state) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
        document.dispatchEvent(new Event('visibilitychange'));
      },
      seen ? 'visible' : 'hidden',
    );
  await check(sidebar);
  await page.getByText('13 erreurs').first().waitFor();
  colleague.set(LINE, 0, 'PCOS_AS2_001');
  await page.clock.fastForward(5000);
  await page
    .getByText(new RegExp(`^${errorsIn(sidebar)}.erreurs`))
    .first()
    .waitFor();

  await setSeen(false);
  await until(() => sidebar.wire.inFlight().length === 0, 'no question is on its way');
  const before = polls();
  await page.clock.fastForward('30:00');
  await page.clock.fastForward('30:00');
  expect(polls()).toBe(before);
  colleague.set(LINE, 0, 'PCOS_AS3_OO1');
  await setSeen(true);
  await page
    .getByText(/^13.erreurs/)
    .first()
    .waitFor();
  expect(polls()).toBeGreaterThan(before);
});

describe('what stops the sidebar is said in French, with what to do', () => {
  it.each([
    ['several Google accounts', 'PERMISSION_DENIED: reading from storage', /plusieurs comptes Google/, /profil/],
    ['a quota', 'Service invoked too many times for one day', /interrompu le script/, /Recommencez/],
    ['no network', 'NetworkError: Connection failure due to HTTP 0', /Hors ligne/, /recommencez/],
  ])('%s', async (name, fault, fact, cure) => {
    const sidebar = await open();
    const { page } = sidebar;
    sidebar.fail(fault);
    await page.getByRole('button', { name: 'Contrôler', exact: true }).click();
    await page.getByText(fact).first().waitFor();
    await page.getByText(cure).first().waitFor();
    await picture(sidebar, `panne-${name.replace(/\W+/g, '-')}`);
    expect(await faultsOn(sidebar)).toEqual([]);
    sidebar.fail(null);
    await check(sidebar);
  });

  it('an .xlsx that was not converted, a workbook without an annexe', async () => {
    const office = documentOf(sheetOf([['x']]));
    office.office = true;
    const first = await open({ document: office });
    await first.page.getByRole('button', { name: 'Contrôler', exact: true }).click();
    await first.page
      .getByText(/sans conversion/)
      .first()
      .waitFor();
    await first.page
      .getByText(/Enregistrer au format Google Sheets/)
      .first()
      .waitFor();
    const second = await open({ document: documentOf(sheetOf([['x', 'y']], { name: 'Notes' })) });
    await second.page.getByRole('button', { name: 'Contrôler', exact: true }).click();
    await second.page
      .getByText(/n’est pas une annexe/)
      .first()
      .waitFor();
    await picture(second, 'pas-une-annexe');
    expect(await faultsOn(second)).toEqual([]);
  });

  it('a writing while another sidebar writes, which keeps the correction to be made', async () => {
    const sidebar = await open();
    const { page, document } = sidebar;
    await check(sidebar);
    await page.locator('[data-finding]').first().click();
    document.lock = 'somebody';
    await button(page, 'Corriger').click();
    await page
      .getByText(/Un autre volet écrit/)
      .first()
      .waitFor();
    document.lock = null;
    expect(refAt(sidebar, LINE)).toBe('PCOS_AS3_OO1');
    await button(page, 'Corriger').click();
    await until(() => refAt(sidebar, LINE) === 'PCOS_AS2_001', 'the cell is corrected');
  });
});

describe('what Google alone needs stands under Outils', () => {
  it('formulas that came from Excel are converted from there', async () => {
    const sidebar = await open();
    const { page, document } = sidebar;
    colleagueOf(document, 'Synthèse').setFormula(0, 0, '=ANNEXE.COUVERTURE()');
    await check(sidebar);
    await tab(page, 'Outils');
    await button(page, 'Convertir les formules Excel').click();
    await page
      .getByText(/1.formule écrite/)
      .first()
      .waitFor();
    expect(document.sheets[1]?.rows[0]?.[0]?.formula).toBe('=ANNEXE_COUVERTURE(Annexe!A:H)');
    await picture(sidebar, 'outils');
  });

  it('the dashboard is a sheet with charts, fed by formulas', async () => {
    const sidebar = await open();
    const { page, document } = sidebar;
    await check(sidebar);
    await tab(page, 'Couverture');
    await button(page, 'Créer le tableau de bord').click();
    await until(
      () => document.sheets.length === 3 && (document.sheets[2]?.charts.length ?? 0) > 0,
      'the dashboard is drawn',
    );
    expect(sidebar.complaints).toEqual([]);
  });
});

describe.each([
  ['300', { width: WIDTH }],
  ['300-sombre', { dark: true }],
  ['284', { width: NARROW }],
  ['300-contraste', { contrast: true }],
  // A browser at 200 % leaves the sidebar its width, and half its height.
  ['300-zoom-200', { zoom: 2 }],
] as const)('at %s pixels', (name, options) => {
  // What axe finds depends on the colours, not on the size.
  const isWhole = name === '300' || name === '300-sombre';
  // With forced colours, the fonts of the system come too: words may be wider than their button, the page may not.
  const faults = async (sidebar: OpenSidebar): Promise<unknown[]> => [
    ...(isWhole ? await faultsOn(sidebar) : []),
    ...(await cutOff(sidebar, name === '300-contraste' ? 'html' : undefined)),
  ];

  it(`every tab shows all of itself${isWhole ? ', and axe finds no fault' : ''}`, async () => {
    const sidebar = await open(options);
    const { page } = sidebar;
    await picture(sidebar, `${name}-accueil`);
    expect(await faults(sidebar)).toEqual([]);
    await check(sidebar);
    for (const label of ['Contrôle', 'Ligne', 'Couverture', 'Outils']) {
      await tab(page, label);
      await page.clock.fastForward(300);
      await picture(sidebar, `${name}-${label.normalize('NFD').replace(/\W/g, '')}`);
      expect([label, await faults(sidebar)]).toEqual([label, []]);
    }
    await tab(page, 'Contrôle');
    await page.locator('[data-finding]').first().click();
    await button(page, 'Corriger').waitFor();
    await picture(sidebar, `${name}-constat`);
    expect(['constat', await faults(sidebar)]).toEqual(['constat', []]);
  });
});

it('the keyboard alone corrects and takes back: Tab to the list, Entrée twice, Z', async () => {
  const sidebar = await open();
  const { page } = sidebar;
  await check(sidebar);
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('[data-finding]') === true)) break;
  }
  await page.keyboard.press('Enter');
  await button(page, 'Corriger').waitFor();
  await page.keyboard.press('Enter');
  await until(() => refAt(sidebar, LINE) === 'PCOS_AS2_001', 'Entrée corrects');
  await until(
    () => page.evaluate(() => document.activeElement?.matches('[data-finding]') === true),
    'the list has the focus',
  );
  await page.keyboard.press('z');
  await until(() => refAt(sidebar, LINE) === 'PCOS_AS3_OO1', 'Z takes back');
});
