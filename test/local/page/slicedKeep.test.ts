import type { ICellData, IWorkbookData } from '@univerjs/core';
import type { KeptWork } from '../../../local/page/file/keep';
import { joinPieces, ROWS_PER_PIECE, type Piece } from '../../../local/page/file/pieces';
import { createSlicedKeep } from '../../../local/page/file/slicedKeep';

const LONG = 100_000;

/** A workbook of one sheet, whose cell of column A says which row it is. */
function workbook(rows: number): IWorkbookData {
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (let row = 0; row < rows; row++) cellData[row] = { 0: { v: `ligne ${row}` } };
  const sheet = { id: 'a', name: 'Annexe', cellData, rowData: {}, rowCount: rows };
  return {
    id: 'classeur',
    name: 'essai',
    appVersion: '',
    locale: 'frFR' as IWorkbookData['locale'],
    styles: {},
    sheetOrder: ['a'],
    sheets: { a: sheet },
  };
}

/** The browser's storage, in memory: what goes in is copied, as there. `breaths` counts the pauses between two pieces. */
function bench(rows: number) {
  const parts = new Map<string, Piece | Uint8Array>();
  const copied: Piece[] = [];
  const data = workbook(rows);
  const held: { work: KeptWork | null; breaths: number; between: () => void } = {
    work: null,
    breaths: 0,
    between: () => undefined,
  };
  const keep = {
    async savePart(part: Piece | Uint8Array) {
      const key = `part ${parts.size + copied.length}`;
      parts.set(key, structuredClone(part));
      if (!(part instanceof Uint8Array)) copied.push(part);
      return key;
    },
    async save(work: KeptWork) {
      held.work = structuredClone(work);
    },
    async dropParts(keys: readonly string[]) {
      for (const key of keys) parts.delete(key);
    },
  };
  const sliced = createSlicedKeep(keep, async () => {
    held.breaths++;
    held.between();
  });
  sliced.begin(data);
  const put = () => sliced.put({ name: 'essai.xlsx', bytes: Uint8Array.of(1), textes: new Map(), data });
  const set = (row: number, text: string): void => {
    (sheetOf(data).cellData ?? {})[row] = { 0: { v: text } };
    sliced.touch('a', [row]);
  };
  /** What a reload would show. */
  const found = (): IWorkbookData => {
    if (held.work === null) throw new Error('nothing is kept');
    return joinPieces(workbook(rows), held.work, parts as ReadonlyMap<string, Piece>);
  };
  return { data, sliced, put, set, found, copied, parts, held };
}

const sheetOf = (data: IWorkbookData, id = 'a') => data.sheets[id] ?? {};
const text = (data: IWorkbookData, row: number, id = 'a') => sheetOf(data, id).cellData?.[row]?.[0]?.v;
const rowsIn = (piece: Piece): number => Object.keys(piece.cellData).length;

it('copies a few hundred rows for one edit of a hundred thousand', async () => {
  const { put, set, found, copied } = bench(LONG);
  set(54_321, 'changée');
  expect(await put()).toBe(true);
  expect(copied.map(rowsIn)).toEqual([ROWS_PER_PIECE]);
  const again = found();
  expect([text(again, 54_321), text(again, 54_322), text(again, LONG - 1)]).toEqual([
    'changée',
    'ligne 54322',
    'ligne 99999',
  ]);
});

it('copies a sheet whose rows moved slice by slice, with a pause after each', async () => {
  const { data, sliced, put, found, copied, held } = bench(LONG);
  const moved = sheetOf(data).cellData ?? {};
  delete moved[0];
  sliced.touch('a', null);
  expect(await put()).toBe(true);
  expect(copied).toHaveLength(LONG / ROWS_PER_PIECE);
  expect(Math.max(...copied.map(rowsIn))).toBe(ROWS_PER_PIECE);
  expect(held.breaths).toBe(copied.length);
  expect([text(found(), 0), text(found(), 1)]).toEqual([undefined, 'ligne 1']);
});

it('keeps what was kept before, and copies anew only what changed since', async () => {
  const { put, set, found, copied } = bench(2000);
  set(10, 'un');
  await put();
  set(1999, 'deux');
  await put();
  expect(copied).toHaveLength(2);
  expect([text(found(), 10), text(found(), 1999)]).toEqual(['un', 'deux']);
});

it('gives up when the sheet changes meanwhile, leaves what was kept before, and makes it good the next time', async () => {
  const { data, sliced, put, set, found, parts, held } = bench(2000);
  set(10, 'un');
  await put();
  const before = parts.size;
  sliced.touch('a', null);
  held.between = () => {
    held.between = () => undefined;
    set(1500, 'deux');
  };
  expect(await put()).toBe(false);
  expect(parts.size).toBe(before);
  expect([text(found(), 10), text(found(), 1500)]).toEqual(['un', 'ligne 1500']);
  expect(await put()).toBe(true);
  expect(found().sheets).toEqual(data.sheets);
});

it('keeps a sheet that the agent added, and one that came back', async () => {
  const { data, sliced, put, found } = bench(10);
  data.sheets['b'] = { id: 'b', name: 'Suivi', cellData: { 0: { 0: { v: 'neuve' } } }, rowData: {}, rowCount: 50 };
  data.sheetOrder.push('b');
  sliced.touch('', null);
  await put();
  expect(text(found(), 0, 'b')).toBe('neuve');
  const [gone] = data.sheetOrder.splice(0, 1);
  await put();
  expect(found().sheetOrder).toEqual(['b']);
  data.sheetOrder.unshift(gone ?? '');
  (sheetOf(data).cellData ?? {})[3] = { 0: { v: 'revenue' } };
  await put();
  expect(found().sheets).toEqual(data.sheets);
});

it('after a save nothing is kept, but a later edit keeps the earlier ones too: the file of the tab is the one opened', async () => {
  const { sliced, put, set, found } = bench(2000);
  set(10, 'un');
  await put();
  sliced.forget();
  set(1999, 'deux');
  await put();
  expect([text(found(), 10), text(found(), 1999)]).toEqual(['un', 'deux']);
});

it('keeps that a row was emptied', async () => {
  const { data, sliced, put, found } = bench(1000);
  delete sheetOf(data).cellData?.[10];
  sliced.touch('a', [10]);
  await put();
  expect(found().sheets).toEqual(data.sheets);
});

it('after a save keeps a sheet whose rows had moved as a whole, not over those of its file', async () => {
  const { data, sliced, put, set, found } = bench(1000);
  for (let row = 500; row < 1000; row++) delete sheetOf(data).cellData?.[row];
  sheetOf(data).rowCount = 500;
  sliced.touch('a', null);
  await put();
  sliced.forget();
  set(5, 'un');
  await put();
  expect(found().sheets).toEqual(data.sheets);
});

it('goes on from work that was found again', async () => {
  const first = bench(2000);
  first.set(10, 'un');
  await first.put();
  const { data, sliced, put, set, held } = bench(2000);
  sliced.begin(data, first.held.work ?? undefined);
  set(1999, 'deux');
  await put();
  expect([...(held.work?.feuilles[0]?.pieces.keys() ?? [])]).toEqual([0, 4]);
  expect(held.work?.fichier).toBe(first.held.work?.fichier);
});
