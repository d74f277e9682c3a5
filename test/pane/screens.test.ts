import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium';
import { serveHarness } from './harness/build';

/** Pictures of every state, for whoever wants to look; only made when asked. */
const PICTURES = process.env['ANNEXE_PICTURES'] === '1' ? join(__dirname, '..', 'output', 'pane') : null;

type Act = (page: Page) => Promise<void>;
const button =
  (name: string | RegExp): Act =>
  (page) =>
    page.getByRole('button', { name, exact: true }).first().click();
const tab =
  (name: string): Act =>
  (page) =>
    page.getByRole('tab', { name }).click();
const check: Act = async (page) => {
  await button('Contrôler')(page);
  await page.getByText(/à jour/).waitFor();
};
const all =
  (...acts: Act[]): Act =>
  async (page) => {
    for (const act of acts) await act(page);
  };
const first: Act = (page) => page.locator('[data-finding]').first().click();
const find =
  (text: string): Act =>
  async (page) => {
    await page.getByRole('searchbox').fill(text);
    await page.waitForTimeout(400);
    await first(page);
  };
/** The agent moves to a row of the sheet (0-based). */
const select =
  (row: number): Act =>
  async (page) => {
    await page.evaluate((at) => window.host.select({ sheet: 'Annexe', row: at, column: 0 }), row);
    await page.getByRole('heading', { name: new RegExp(`Ligne ${row + 1}`) }).waitFor();
  };
/** A colleague types in the cell of the first opened correction, unseen: the watch is one quarter of a second late. */
const overtake: Act = async (page) => {
  const at = await page.evaluate(() => window.host.revealed()[window.host.revealed().length - 1]);
  if (at === undefined) throw new Error('no cell was shown');
  await page.evaluate(({ row, column }) => {
    window.host.change((grid) => ({
      ...grid,
      values: grid.values.map((cells, place) =>
        place === row ? cells.map((cell, index) => (index === column ? 'PCOS_AS2_009' : cell)) : cells,
      ),
    }));
    document.querySelector<HTMLElement>('li button + div button')?.click();
  }, at);
  await page.getByRole('heading', { name: /La feuille a changé/ }).waitFor();
};

/** A colleague, or the agent by hand, types in a cell (0-based). */
const type =
  (row: number, column: number, value: string): Act =>
  (page) =>
    page.evaluate(
      ({ row: at, column: across, value: text }) =>
        window.host.change((grid) => ({
          ...grid,
          values: grid.values.map((cells, place) =>
            place === at ? cells.map((cell, index) => (index === across ? text : cell)) : cells,
          ),
        })),
      { row, column, value },
    );
const says =
  (text: RegExp): Act =>
  (page) =>
    page.getByText(text).first().waitFor({ timeout: 30_000 });

const STATES: readonly { readonly name: string; readonly query?: string; readonly act: Act }[] = [
  { name: 'accueil', act: async () => undefined },
  { name: 'lecture', query: 'lente=1', act: all(button('Contrôler'), says(/Lecture de la feuille/)) },
  {
    name: 'verification',
    query: 'feuille=long&lignes=300000&travailleur=1',
    act: all(button('Contrôler'), (page) => page.locator('[data-finding]').first().waitFor({ timeout: 30_000 })),
  },
  {
    name: 'interrompu',
    query: 'lente=1',
    act: all(button('Contrôler'), button('Interrompre'), says(/Contrôle interrompu/)),
  },
  { name: 'controle', act: check },
  {
    name: 'perimee',
    query: 'feuille=long&lignes=6000',
    act: all(check, type(38, 0, 'x'), says(/La feuille a changé/)),
  },
  { name: 'constat-ouvert', act: all(check, first) },
  {
    name: 'ligne-masquee',
    act: all(check, (page) => page.evaluate(() => window.host.hide(39)), first, says(/A40 est sélectionnée/)),
  },
  {
    name: 'autre-feuille',
    act: all(
      check,
      (page) => page.evaluate(() => window.host.select({ sheet: 'Autre', row: 0, column: 0 })),
      says(/Vous êtes dans la feuille/),
    ),
  },
  { name: 'constat-pourquoi', act: all(check, first, button('Pourquoi cette règle')) },
  { name: 'constat-choix', act: all(check, find('DRPJJ')) },
  { name: 'acceptation', act: all(check, first, button('Accepter…')) },
  {
    name: 'par-regle',
    act: all(check, async (page) => void (await page.getByLabel('Grouper les constats').selectOption('regle'))),
  },
  {
    name: 'recherche-vide',
    act: all(
      check,
      (page) => page.getByRole('searchbox').fill('zzz'),
      async (page) => page.getByText(/masqué/).waitFor(),
    ),
  },
  {
    name: 'plan-en-preparation',
    query: 'feuille=long&lignes=40000&travailleur=1',
    act: all(check, button(/Tout corriger/), says(/Préparation du plan de correction/)),
  },
  { name: 'plan', act: all(check, button(/Tout corriger/)) },
  {
    name: 'apres-plan',
    act: all(check, button(/Tout corriger/), button('Tout cocher'), button(/^Corriger \(/), async (page) =>
      page.getByText(/Journal \(1\)/).waitFor(),
    ),
  },
  { name: 'conflit', act: all(check, first, overtake) },
  { name: 'protegee', query: 'refus=protected', act: all(check, first, button('Corriger'), says(/est protégée/)) },
  { name: 'en-saisie', query: 'refus=busy', act: all(check, first, button('Corriger'), says(/en cours de saisie/)) },
  {
    name: 'corrige-ailleurs',
    act: all(check, type(39, 0, 'PCOS_AS2_001'), button('Journal (1)'), says(/Corrigé ailleurs/)),
  },
  { name: 'propre', query: 'feuille=propre', act: check },
  {
    name: 'pas-une-annexe',
    query: 'feuille=autre',
    act: all(button('Contrôler'), async (page) => page.getByText(/n’est pas une annexe/).waitFor()),
  },
  {
    name: 'vide',
    query: 'feuille=vide',
    act: all(button('Contrôler'), async (page) => page.getByText(/n’est pas une annexe/).waitFor()),
  },
  {
    name: 'panne',
    query: 'panne=1',
    act: all(button('Contrôler'), async (page) =>
      page
        .getByText(/Hors ligne/)
        .first()
        .waitFor(),
    ),
  },
  {
    name: 'defaut',
    query: 'defaut=1',
    act: all(button('Contrôler'), async (page) =>
      page
        .getByText(/Erreur interne/)
        .first()
        .waitFor(),
    ),
  },
  { name: 'dessin', query: 'dessin=1', act: all(check, tab('Outils'), says(/le volet n’a pas pu s’afficher/)) },
  { name: 'ligne-vide', act: all(check, tab('Ligne')) },
  { name: 'ligne', act: all(check, tab('Ligne'), select(67)) },
  {
    name: 'peu-d-indices',
    query: 'feuille=seule',
    act: all(check, tab('Ligne'), select(3), says(/Peu d’indices/)),
  },
  { name: 'ligne-suggestions', act: all(check, tab('Ligne'), select(12)) },
  { name: 'couverture', act: all(check, tab('Couverture'), async (page) => page.getByText(/41,3/).waitFor()) },
  {
    name: 'couverture-bop',
    act: all(
      check,
      tab('Couverture'),
      async (page) => void (await page.getByLabel('Regroupement').selectOption('bop')),
    ),
  },
  { name: 'outils', act: all(check, tab('Outils')) },
  { name: 'journal', act: all(check, first, button('Corriger'), button('Journal (1)'), button('Détail')) },
  {
    name: 'acceptes',
    act: all(
      check,
      first,
      button('Accepter…'),
      (page) => page.getByRole('textbox', { name: 'Motif' }).fill('Numérotation imposée'),
      button('Accepter'),
      tab('Outils'),
      button(/Constats acceptés/),
    ),
  },
  {
    name: 'regles',
    act: all(check, tab('Outils'), button('Règles du contrôle'), (page) =>
      page.locator('summary').filter({ hasText: 'un autre axe' }).click(),
    ),
  },
  { name: 'cadre', act: all(check, tab('Outils'), button(/^Cadre de l’annexe/), says(/Passer au cadre/)) },
  { name: 'aide', act: all(check, tab('Outils'), button('Aide')) },
  { name: 'import', act: all(check, tab('Outils'), button('Importer un texte')) },
  { name: 'diagnostic', act: all(check, tab('Outils'), button('Diagnostic')) },
];

let browser: Browser;
let harness: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  if (PICTURES !== null) mkdirSync(PICTURES, { recursive: true });
  [browser, harness] = await Promise.all([launchChromium(), serveHarness()]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  harness.close();
});

/** Narrow and light as in a sidebar, dark, wide and contrasted: each looked at without loading the page again. */
const LOOKS = [
  { width: 300, nom: 'clair', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { width: 320, nom: 'sombre', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { width: 900, nom: 'contraste', media: { colorScheme: 'light', contrast: 'more' } },
] as const;

/** What axe objects to, and what sticks out sideways. */
async function objections(page: Page, width: number): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const [whole, panel] = await page.evaluate(() => {
    const within = document.getElementById('annexe-panneau');
    return [document.documentElement.scrollWidth, within === null ? 0 : within.scrollWidth - within.clientWidth];
  });
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ...(whole > width ? [`the page is ${whole} px wide`] : []),
    ...(panel > 0 ? [`the panel sticks out by ${panel} px`] : []),
  ];
}

it.each(STATES)(
  '$name: nothing that axe objects to, nothing that sticks out, no error',
  async ({ name, query, act }) => {
    const context = await browser.newContext({
      viewport: { width: 300, height: 720 },
      locale: 'fr-FR',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    const found: string[] = [];
    page.on('pageerror', (error) => found.push(error.message));
    await page.goto(`${harness.url}?${query ?? ''}`);
    await act(page);
    for (const { width, nom, media } of LOOKS) {
      await page.emulateMedia(media);
      await page.setViewportSize({ width, height: 720 });
      await page.waitForTimeout(50);
      if (PICTURES !== null) await page.screenshot({ path: join(PICTURES, `${name}-${nom}-${width}.png`) });
      found.push(...(await objections(page, width)).map((text) => `${width} px, ${nom}: ${text}`));
    }
    expect(found).toEqual([]);
    await context.close();
  },
  60_000,
);

it('is drawn with the colours that the system forces, in a light palette too', async () => {
  const context = await browser.newContext({ viewport: { width: 300, height: 720 }, forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto(harness.url);
  await check(page);
  const icon = await page.evaluate(() => {
    const svg = document.querySelector('[data-finding] svg');
    return svg === null ? null : [getComputedStyle(svg).color, getComputedStyle(svg.parentElement ?? svg).color];
  });
  expect(icon?.[0]).toBe(icon?.[1]);
  await tab('Couverture')(page);
  await page.getByText(/41,3/).waitFor();
  if (PICTURES !== null) await page.screenshot({ path: join(PICTURES, 'couverture-forcees-300.png') });
  const { track, filled, canvas, others } = await page.evaluate(() => {
    const [track, filled] = [...document.querySelectorAll('main svg rect')].map((rect) => getComputedStyle(rect).fill);
    const probe = document.body.appendChild(document.createElement('div'));
    probe.style.backgroundColor = 'Canvas';
    const canvas = getComputedStyle(probe).backgroundColor;
    probe.remove();
    const others = [...document.querySelectorAll('[role=tab][aria-selected=false]')].map(
      (one) => getComputedStyle(one).borderBottomColor,
    );
    return { track, filled, canvas, others };
  });
  expect(track).toBe(canvas);
  expect(filled).not.toBe(track);
  expect([...new Set(others)]).toEqual([canvas]);
  await context.close();
}, 60_000);
