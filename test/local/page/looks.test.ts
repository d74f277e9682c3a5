import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { openPage, servePage, type Served } from './served';

/** Pictures for whoever wants to look; only made when asked. */
const PICTURES = process.env['ANNEXE_PICTURES'] === '1' ? join(__dirname, '..', '..', 'output', 'page') : null;

let served: Served;

beforeAll(async () => {
  served = await servePage();
  if (PICTURES !== null) mkdirSync(PICTURES, { recursive: true });
}, 180_000);
afterAll(() => served?.close());
jest.setTimeout(120_000);

const TABS = ['Contrôle', 'Ligne', 'Couverture', 'Outils'];

/** What can be pressed in the bar and in the pane, by its words. */
const controls = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.page > .bar button, .page > .pane :is(button, select, input)')].map(
      (one) => one.getAttribute('aria-label') ?? one.innerText,
    ),
  );

/** Controls that something else covers once they are scrolled to, texts that are cut, and what sticks out sideways. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const shown = [
      ...document.querySelectorAll<HTMLElement>('.page > .bar button, .page > .pane :is(button, select, input)'),
    ];
    const covered = shown.filter((one) => {
      one.scrollIntoView({ block: 'center' });
      const { left, top, right, bottom } = one.getBoundingClientRect();
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return left < 0 || right > width || there === null || !(one.contains(there) || there.contains(one));
    });
    const cut = [...document.querySelectorAll<HTMLElement>('.page > .pane *')].filter(
      (one) =>
        one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible' && one.clientWidth > 1,
    );
    const wide = document.documentElement.scrollWidth - width;
    const say = (what: string, ones: HTMLElement[]): string[] =>
      ones.map((one) => `${what}: ${one.outerHTML.slice(0, 120)}`);
    return [...say('covered', covered), ...say('cut', cut), ...(wide > 0 ? [`the page sticks out by ${wide} px`] : [])];
  });

/** A window of 1,280 by 800 at 200 % and at 400 %; a sidebar's width; a telephone; a wide screen. */
const SIZES = [
  { width: 640, height: 400, zoom: 2 },
  { width: 320, height: 400, zoom: 2 },
  { width: 300, height: 720, zoom: 1 },
  { width: 320, height: 568, zoom: 1 },
  { width: 1600, height: 900, zoom: 1 },
] as const;

describe('the page', () => {
  let usual: string[][];

  beforeAll(async () => {
    const { page } = await openPage(served);
    usual = [];
    for (const name of TABS) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tabpanel', { name }).waitFor();
      usual.push(await controls(page));
    }
    await page.context().close();
  });

  it.each(SIZES)('of $width by $height pixels loses nothing', async ({ width, height, zoom }) => {
    const { page } = await openPage(served, { width, height }, { deviceScaleFactor: zoom });
    for (const [index, name] of TABS.entries()) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tabpanel', { name }).waitFor();
      if (PICTURES !== null)
        await page.screenshot({ path: join(PICTURES, `${name}-${width}x${height}.png`), fullPage: true });
      expect({ name, controls: await controls(page) }).toEqual({ name, controls: usual[index] });
      expect({ name, lost: await lost(page) }).toEqual({ name, lost: [] });
    }
    await page.context().close();
  });

  it.each([
    ['dark', { colorScheme: 'dark' }],
    ['contrast', { contrast: 'more' }],
    ['forced-colors', { forcedColors: 'active' }],
  ] as const)('in %s has no fault that axe finds', async (look, media) => {
    const { page } = await openPage(served, { width: 1280, height: 800 }, media);
    for (const name of TABS) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tabpanel', { name }).waitFor();
      if (PICTURES !== null) await page.screenshot({ path: join(PICTURES, `${name}-${look}.png`) });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const faults = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]);
      expect({ name, faults }).toEqual({ name, faults: [] });
    }
    await page.context().close();
  });
});
