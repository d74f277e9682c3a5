import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { isUnusable, readTextDocument, writeWorkbook } from '../../../shared/exchange';
import { formatAddress, textOf, type Scalar } from '../../../shared/sheet';
import {
  checked,
  correctAll,
  csv,
  openFile,
  openPage,
  saved,
  SEED,
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

const SHEET = 'xl/worksheets/sheet1.xml';

describe('files', () => {
  it('saves an untouched workbook as it was, byte for byte', async () => {
    const { name, bytes } = await saved(open.page);
    expect(name).toBe('annexe-7-lezignan-corbieres.xlsx');
    expect(bytes.equals(readFileSync(SEED))).toBe(true);
  });

  it('saves a corrected workbook that differs in the corrected cells alone', async () => {
    const { page } = open;
    const before = await valuesShown(page);
    await correctAll(page);
    const changed = differences(before, await valuesShown(page));
    const told = await cellsTold(page);
    const { bytes } = await saved(page);
    await page.getByText(/tout le reste à l’identique/).waitFor();
    expect(partsThatDiffer(bytes)).toEqual([SHEET]);
    const [old, now] = [readFileSync(SEED), bytes].map((file) => sheetIn(file));
    const cells = [...(old?.cells.keys() ?? [])].filter((cell) => old?.cells.get(cell) !== now?.cells.get(cell));
    expect(cells.length).toBeGreaterThan(3);
    expect(cells.sort()).toEqual(told.sort());
    expect(cells).toEqual([...changed.keys()].sort());
    expect([...(now?.cells.keys() ?? [])]).toEqual([...(old?.cells.keys() ?? [])]);
    expect(now?.around).toEqual(old?.around);
    for (const [cell, value] of changed) expect(now?.cells.get(cell)).toContain(`>${value}</t>`);
  });

  it('saves a formula as one, and shows it again as it was', async () => {
    const { page } = open;
    await typeIn(page, 'J2', '=ANNEXE.SYNTHESE()');
    await typeIn(page, 'O2', '=ANNEXE.COUVERTURE()');
    await typeIn(page, 'J12', '=SI(VRAI();SOMME(1;2);0)');
    const shown = await csv(page);
    expect(shown).toContain(';Total;46;19;');
    const { bytes } = await saved(page);
    await page.getByText(/cellules modifiées, tout le reste/).waitFor();
    const xml = partOf(bytes, SHEET);
    expect(xml).toContain('<f>_xldudf_ANNEXE_COUVERTURE()</f><v>0.41304347826086957</v>');
    expect(xml).toMatch(/<f t="array" ref="J2:M\d+">_xldudf_ANNEXE_SYNTHESE\(\)<\/f>/);
    expect(xml).toContain('<f>IF(TRUE(),SUM(1,2),0)</f><v>3</v>');
    expect(partsThatDiffer(bytes)).toEqual([SHEET]);
    await openFile(page, 'suivi.xlsx', bytes);
    expect(await csv(page)).toBe(shown);
    const again = await saved(page);
    await page.getByText(/identique à l’original/).waitFor();
    expect(again.bytes.equals(bytes)).toBe(true);
  });

  it('keeps in the workbook what was accepted, and finds it again in another browser', async () => {
    const { page } = open;
    await page.locator('[data-finding]').first().click();
    await page.getByRole('button', { name: 'Accepter…' }).first().click();
    await page.getByRole('textbox', { name: 'Motif' }).fill('Numérotation imposée');
    await page.getByRole('button', { name: 'Accepter', exact: true }).click();
    await page.getByText('12 erreurs').first().waitFor();
    await page.getByText(/gardé dans ce navigateur/).waitFor();
    const { bytes } = await saved(page);
    await page.getByText(/aucune cellule modifiée\. Les constats acceptés y sont gardés/).waitFor();
    expect(partsThatDiffer(bytes)).toEqual(['xl/_rels/workbook.xml.rels', 'customXml/item1.xml']);
    const other = await openPage(served);
    await openFile(other.page, 'annexe.xlsx', bytes);
    await other.page.getByText('12 erreurs').first().waitFor();
    const again = await saved(other.page);
    expect(again.bytes.equals(bytes)).toBe(true);
    await other.page.context().close();
  });

  it('keeps hidden lines and columns hidden, and says so of the cell it shows', async () => {
    const { page } = open;
    const parts = unzipSync(readFileSync(SEED));
    const xml = partOf(readFileSync(SEED), SHEET);
    const hidden = xml
      .replace('<row r="38"', '<row r="38" hidden="1"')
      .replace('<col min="4" max="4"', '<col min="4" max="4" hidden="1"');
    const bytes = zipSync({ ...parts, [SHEET]: strToU8(hidden) });
    await openFile(page, 'filtree.xlsx', bytes);
    const bar = page.getByRole('region', { name: 'Cellule masquée' });
    await page.locator('[data-finding]').filter({ hasText: 'A38' }).first().click();
    await bar.getByText(/La ligne 38 est masquée.*A38 est sélectionnée, mais ne se voit pas/).waitFor();
    await page.locator('[data-finding]').filter({ hasText: 'D40' }).first().click();
    await bar.getByText(/La colonne de D40 est masquée/).waitFor();
    const again = await saved(page);
    expect(again.bytes.equals(Buffer.from(bytes))).toBe(true);
  });

  it('asks before it leaves unsaved work, and says what a moved line costs', async () => {
    const { page } = open;
    await typeIn(page, 'G7', 'Nombre de projets');
    await page.getByText(/gardé dans ce navigateur/).waitFor();
    const chooser = page.locator('input[type=file]');
    await chooser.setInputFiles({
      name: 'petite.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Réf;Objectif opérationnel;BOP\nPDEE_AS1_001;Former;102\n'),
    });
    await page
      .getByRole('dialog')
      .getByText(/n’est pas enregistré/)
      .waitFor();
    await page.getByRole('button', { name: 'Continuer sans enregistrer' }).click();
    await page.getByText('petite.csv').waitFor();
    await checked(page);
    expect(await csv(page)).toContain('PDEE_AS1_001;Former;102');
  });

  it('finds unsaved work again after a reload, and says so', async () => {
    const { page } = open;
    await correctAll(page);
    await typeIn(page, 'G7', 'Nombre de projets');
    await page.getByText(/gardé dans ce navigateur/).waitFor();
    await reload(page);
    expect(await csv(page)).toContain('Nombre de projets');
    await page.getByRole('button', { name: 'Journal (1)' }).waitFor();
    const { bytes } = await saved(page);
    expect(partsThatDiffer(bytes)).toEqual([SHEET]);
    // Saved, it is no unsaved work any more: the page begins anew, with nothing to take back.
    await page.reload();
    await checked(page);
    await page.getByRole('button', { name: 'Journal (0)' }).waitFor();
  });

  it('finds again lines that were moved, a sheet that was added and what was accepted', async () => {
    const { page } = open;
    await insertRow(page);
    await typeIn(page, 'B7', 'Une ligne de plus');
    await page.locator('[data-finding]').first().click();
    await page.getByRole('button', { name: 'Accepter…' }).first().click();
    await page.getByRole('textbox', { name: 'Motif' }).fill('Numérotation imposée');
    await page.getByRole('button', { name: 'Accepter', exact: true }).click();
    await page.getByText('Constat accepté avec son motif.').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Ajouter une feuille' }).click();
    await typeIn(page, 'B2', 'sur la nouvelle feuille');
    await page.getByText(/gardé dans ce navigateur/).waitFor();
    const added = await csv(page);
    await showSheet(page, 'Annexe 7');
    const annexe = await csv(page);
    expect(annexe).toMatch(/\n;Une ligne de plus;*\r\n/);
    await reload(page);
    expect(await csv(page)).toBe(annexe);
    await page.getByRole('tab', { name: 'Outils' }).click();
    await page.getByRole('button', { name: /Constats acceptés.*1/ }).waitFor();
    await showSheet(page, 'Feuille1');
    expect(await csv(page)).toBe(added);
  });

  it('refuses what it cannot read with one sentence, and keeps what is shown', async () => {
    const { page } = open;
    await page.locator('input[type=file]').setInputFiles({
      name: 'vieux.xls',
      mimeType: '',
      buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    });
    await page.getByText(/vieux\.xls.*n’est pas ouvert/).waitFor();
    await page.getByText('annexe-7-lezignan-corbieres.xlsx').waitFor();
  });

  it('opens a workbook that is no annexe, and the pane says what it looked for', async () => {
    const bytes = writeWorkbook([
      {
        name: 'Budget',
        rows: [
          ['Poste', 'Montant'],
          ['Loyer', 12],
        ],
      },
    ]);
    if (!(bytes instanceof Uint8Array)) throw new Error('not written');
    const { page } = open;
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'budget.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
    await page
      .getByText(/pas une annexe/)
      .first()
      .waitFor();
  });
});

const partOf = (file: Uint8Array, part: string): string => Buffer.from(unzipSync(file)[part] ?? []).toString();

/** The parts of the file that are not those of the seed, entry by entry. */
function partsThatDiffer(file: Uint8Array): string[] {
  const [before, after] = [unzipSync(readFileSync(SEED)), unzipSync(file)];
  const bytesIn = (parts: typeof before, part: string): Buffer => Buffer.from(parts[part] ?? []);
  expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)));
  return Object.keys(after).filter((part) => !bytesIn(before, part).equals(bytesIn(after, part)));
}

/** The cells of the first sheet's XML by their address, and what stands around them. */
function sheetIn(file: Uint8Array): {
  readonly cells: ReadonlyMap<string, string>;
  readonly around: readonly string[];
} {
  const xml = partOf(file, SHEET);
  const pattern = /<c r="([A-Z]+\d+)"[\s\S]*?(?:<\/c>|\/>)/g;
  const cells = new Map([...xml.matchAll(pattern)].map(([cell, at = '']) => [at, cell] as const));
  return { cells, around: xml.replace(pattern, '<c/>').split('<c/>') };
}

type Values = readonly (readonly Scalar[])[];

async function valuesShown(page: Page): Promise<Values> {
  const document = readTextDocument(Buffer.from(await csv(page)), 'csv', 'Annexe');
  if (isUnusable(document)) throw new Error(document.message);
  return document.grid.values;
}

/** Addresses of the cells that are not the same, with what they hold now. */
function differences(before: Values, after: Values): Map<string, string> {
  const found = new Map<string, string>();
  after.forEach((cells, row) => {
    for (let column = 0; column < Math.max(cells.length, before[row]?.length ?? 0); column++) {
      const [old, now] = [textOf(before[row]?.[column] ?? ''), textOf(cells[column] ?? '')];
      if (old !== now) found.set(formatAddress(row, column), now);
    }
  });
  return found;
}

/** The cells that the journal says were changed by its last step. */
async function cellsTold(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: /^Journal/ }).click();
  await page.getByRole('button', { name: 'Détail' }).first().click();
  const lines = await page.getByRole('group', { name: 'Avant, après' }).locator('> div').allInnerTexts();
  return lines.map((line) => /^[A-Z]+\d+/.exec(line)?.[0] ?? line);
}

/** A blank row above the seventh, by its header's menu. */
async function insertRow(page: Page): Promise<void> {
  await page.mouse.click(23, 300, { button: 'right' });
  await page.getByText('lignes au-dessus').click({ position: { x: 8, y: 14 } });
}

async function showSheet(page: Page, name: string): Promise<void> {
  await page.locator('.univer').getByText(name, { exact: true }).first().click();
  await page.waitForTimeout(300);
}

async function reload(page: Page): Promise<void> {
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByText(/Travail non enregistré retrouvé/).waitFor();
  await checked(page);
}
