import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { isUnusable, writeWorkbook } from '../../../shared/exchange';
import { checked, csv, openFile, openPage, saved, SEED, servePage, typeIn, type OpenPage, type Served } from './served';

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

const SMALL = {
  name: 'petite.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Réf;Objectif opérationnel;BOP\nPDEE_AS1_001;Former;102\n'),
};
const chooser = (page: Page): ReturnType<Page['locator']> => page.locator('input[type=file]');
const bar = (page: Page): ReturnType<Page['locator']> => page.locator('.bar');
const isKept = (page: Page): Promise<void> =>
  bar(page)
    .getByText(/gardé dans ce navigateur/)
    .waitFor();
const notSaved = (page: Page): Promise<void> =>
  page
    .getByRole('dialog')
    .getByText(/n’est pas enregistré/)
    .waitFor();

/** The thread of files begins its next task of this kind a little late, as with a long file. */
function slow(wanted: string): void {
  const { postMessage } = Worker.prototype;
  let before = 0;
  Worker.prototype.postMessage = function (this: Worker, message: { readonly kind?: string }) {
    const late = message.kind === wanted && before++ === 0;
    if (late) setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: { avancement: 0.5 } })), 50);
    setTimeout(() => postMessage.call(this, message), late ? 4000 : 0);
  };
}

describe('while a file is written', () => {
  it('what is typed stays to be saved, and is saved the next time', async () => {
    const { page } = open;
    await typeIn(page, 'G7', 'Avant');
    await page.evaluate(slow, 'ecrire');
    const written = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await typeIn(page, 'G8', 'Pendant');
    await written;
    await page.getByText(/Ce qui a été modifié pendant l’enregistrement reste à enregistrer/).waitFor();
    await bar(page)
      .getByText(/Modifié, non enregistré/)
      .waitFor();
    const { bytes } = await saved(page);
    expect(Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString()).toMatch(/Avant.*Pendant/s);
    await bar(page).getByText('Aucune modification à enregistrer').waitFor();
  });
});

describe('while a file is read', () => {
  it('what is typed in the one that is shown is not left without a word', async () => {
    const { page } = open;
    await page.evaluate(slow, 'ouvrir');
    await chooser(page).setInputFiles(SMALL);
    await typeIn(page, 'G8', 'Pendant');
    await notSaved(page);
    await page.getByRole('button', { name: 'Revenir' }).click();
    await bar(page)
      .getByText(/Modifié, non enregistré/)
      .waitFor();
    expect(await csv(page)).toContain('Pendant');
  });

  it('another one that is chosen takes its place', async () => {
    const { page, complaints } = open;
    await page.evaluate(slow, 'ouvrir');
    await chooser(page).setInputFiles({ ...SMALL, name: 'premiere.csv' });
    await page.getByText(/Lecture de «.premiere/).waitFor();
    await chooser(page).setInputFiles(SMALL);
    await bar(page).getByText('petite.csv').waitFor();
    await page.waitForTimeout(4500);
    expect(await bar(page).getByText('premiere.csv').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('unsaved work', () => {
  it('belongs to one tab, also when the tab was duplicated', async () => {
    const { page } = open;
    await typeIn(page, 'G7', 'Premier onglet');
    await isKept(page);
    const tab = await page.evaluate(() => sessionStorage.getItem('annexe-onglet'));
    const twin = await page.context().newPage();
    await twin.addInitScript((id) => {
      if (sessionStorage.getItem('annexe-onglet') === null) sessionStorage.setItem('annexe-onglet', id ?? '');
    }, tab);
    await twin.goto(served.address);
    await checked(twin);
    expect(await csv(twin)).not.toContain('Premier onglet');
    await typeIn(twin, 'G8', 'Second onglet');
    await isKept(twin);
    for (const [one, own, other] of [
      [page, 'Premier onglet', 'Second onglet'],
      [twin, 'Second onglet', 'Premier onglet'],
    ] as const) {
      one.on('dialog', (dialog) => void dialog.accept());
      await one.reload();
      await checked(one);
      const now = await csv(one);
      expect([now.includes(own), now.includes(other)]).toEqual([true, false]);
    }
  });

  it('is said not to be kept when the browser has no room, and is kept again once it has', async () => {
    const { page, complaints } = open;
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      document.addEventListener('room', () => (IDBObjectStore.prototype.put = put));
    });
    await typeIn(page, 'G7', 'Avant');
    await page.getByText(/n’a pas pu garder le travail en cours/).waitFor();
    expect(
      await bar(page)
        .getByText(/gardé dans ce navigateur/)
        .count(),
    ).toBe(0);
    await page.evaluate(() => document.dispatchEvent(new Event('room')));
    await typeIn(page, 'G8', 'Après');
    await isKept(page);
    expect(complaints).toEqual([]);
  });

  it('that lacks a part is given up, and said', async () => {
    const { page, complaints } = open;
    await typeIn(page, 'G7', 'Avant');
    await isKept(page);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('annexe');
          request.addEventListener('success', () => {
            const change = request.result.transaction('morceaux', 'readwrite');
            change.objectStore('morceaux').clear();
            change.addEventListener('complete', () => resolve());
          });
        }),
    );
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText(/il y manque une partie/).waitFor();
    await checked(page);
    expect(complaints).toEqual([]);
  });

  it('is read again without a way to give it up, which would lose it', async () => {
    const { page } = open;
    await typeIn(page, 'G7', 'Avant');
    await isKept(page);
    await page.addInitScript(slow, 'ouvrir');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText(/Lecture de «.annexe-7/).waitFor();
    expect(await page.locator('.messages').getByRole('button', { name: 'Interrompre' }).count()).toBe(0);
    await checked(page);
    expect(await csv(page)).toContain('Avant');
  });
});

it('saves a workbook with macros under its own ending', async () => {
  const { page } = open;
  const parts = unzipSync(readFileSync(SEED));
  const types = Buffer.from(parts['[Content_Types].xml'] ?? []).toString();
  const macros = types.replace(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  );
  expect(macros).not.toBe(types);
  await openFile(page, 'Macros.XLSM', zipSync({ ...parts, '[Content_Types].xml': strToU8(macros) }));
  await typeIn(page, 'G7', 'Avant');
  expect((await saved(page)).name).toBe('Macros.xlsm');
});

it('checks each sheet by the frame that its own titles speak of', async () => {
  const { page } = open;
  const header = ['Réf', 'Objectif opérationnel', 'BOP(s) État pré-identifiés', 'Service État gestionnaire du BOP'];
  const bytes = writeWorkbook([
    { name: 'Lisez-moi', rows: [['Voir la feuille suivante']] },
    {
      name: 'Annexe',
      rows: [['Contrat de ville Quartiers 2030'], header, ['PDEE_AS1_001', 'Former', '102', 'DDETS']],
    },
  ]);
  if (isUnusable(bytes)) throw new Error(bytes.message);
  await chooser(page).setInputFiles({ name: 'deux.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
  await page.locator('.pane').getByRole('button', { name: 'Annexe', exact: true }).click();
  await checked(page);
  await page.getByRole('tab', { name: 'Outils' }).click();
  await page.getByRole('button', { name: /Règles du contrôle/ }).click();
  await page.getByText(/cadre de 2024/).waitFor();
});
