import { readFileSync } from 'node:fs';
import { isUnusable, readSheet, readWorkbook, writeWorkbook } from '../../../shared/exchange';
import type { Scalar } from '../../../shared/sheet';
import { csv, openPage, SEED, servePage, type OpenPage, type Served } from './served';

const ROWS = 100_000;

let served: Served;
let open: OpenPage;
let long: Buffer;

/** The seed's table, over and over. */
function longWorkbook(): Buffer {
  const workbook = readWorkbook(new Uint8Array(readFileSync(SEED)));
  if (isUnusable(workbook)) throw new Error(workbook.message);
  const seed = readSheet(workbook, 'Annexe 7');
  if (isUnusable(seed)) throw new Error(seed.message);
  const rows: (readonly Scalar[])[] = [];
  while (rows.length < ROWS) rows.push(...seed.grid.values);
  const bytes = writeWorkbook([{ name: 'Annexe 7', rows: rows.slice(0, ROWS) }]);
  if (isUnusable(bytes)) throw new Error(bytes.message);
  return Buffer.from(bytes);
}

beforeAll(async () => {
  served = await servePage();
  long = longWorkbook();
}, 180_000);
afterAll(() => served?.close());
beforeEach(async () => {
  open = await openPage(served);
  await open.page.locator('input[type=file]').setInputFiles({ name: 'longue.xlsx', mimeType: '', buffer: long });
});
afterEach(() => open?.page.context().close());
jest.setTimeout(120_000);

it('stops a check when asked, shows what it found until then, checks again, and stops the making of a plan', async () => {
  const { page, complaints } = open;
  const pane = page.locator('.page > .pane');
  await pane.getByText(/lignes sur 100.000/).waitFor({ timeout: 60_000 });
  await pane.locator('[data-finding]').first().waitFor({ timeout: 60_000 });
  await pane.getByRole('button', { name: 'Interrompre' }).click();
  await pane.getByText('Contrôle interrompu. Rien n’a été modifié.').waitFor();
  expect(await pane.getByRole('button', { name: 'Interrompre' }).count()).toBe(0);
  await pane.getByRole('button', { name: 'Contrôler' }).click();
  await pane.getByText(/· à jour/).waitFor({ timeout: 60_000 });
  await pane.getByText(/règles exécutées sur \d/).waitFor();
  await pane.getByRole('button', { name: /^Tout corriger/ }).click();
  await pane.getByText('Préparation du plan de correction…').waitFor();
  await pane.getByRole('button', { name: 'Interrompre' }).click();
  await pane.getByText('Contrôle interrompu. Rien n’a été modifié.').waitFor();
  expect(complaints).toEqual([]);
});

it('stops the reading of a file when asked, and keeps what is shown', async () => {
  const { page, complaints } = open;
  const messages = page.locator('.page > .messages');
  await messages.getByText(/Lecture de «.longue\.xlsx/).waitFor({ timeout: 60_000 });
  await messages.getByRole('button', { name: 'Interrompre' }).click();
  await messages.getByRole('button', { name: 'Interrompre' }).waitFor({ state: 'detached' });
  await page.getByText('annexe-7-lezignan-corbieres.xlsx').waitFor();
  expect((await csv(page)).split('\r\n').length).toBeLessThan(200);
  expect(complaints).toEqual([]);
});
