import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { SheetToWrite } from '../../../shared/exchange/xlsx';
import { patchWorkbook, writeWorkbook } from '../../../shared/exchange/xlsx';
import { opened, plain, read } from './handmade';
import { readByHucre } from './hucre';

function written(sheets: readonly SheetToWrite[], title?: string): Uint8Array {
  const bytes = writeWorkbook(sheets, title);
  if (bytes instanceof Uint8Array) return bytes;
  throw new Error(bytes.message);
}

const ANNEXE: SheetToWrite = {
  name: "L'annexe",
  rows: [
    ['Titre'],
    [],
    ['Réf', 'BOP', 'Cible'],
    ['=1+1', '147', 0.3],
    ['+ x', '  deux\nlignes ', true],
    [null, '@', '-4'],
  ],
  styles: new Map([
    [0, 'title'],
    [2, 'header'],
  ]),
  widths: [12, 20.5, 30],
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  frozenRows: 3,
  repeatedRow: 2,
};

test('what is written is read again, by us and by another program; text stays text', () => {
  const bytes = written([ANNEXE, { name: 'Vide', rows: [] }], 'Titre & «\u00a0suite\u00a0»');
  const { grid } = read(bytes, "L'annexe");
  expect(grid.values).toEqual(ANNEXE.rows);
  expect(grid.merges).toEqual(ANNEXE.merges);
  expect(grid.formulas?.size).toBe(0);
  const [annexe, empty] = readByHucre(bytes);
  expect(annexe?.rows.slice(3)).toEqual([
    ['=1+1', '147', 0.3],
    ['+ x', '  deux\nlignes ', true],
    [null, '@', '-4'],
  ]);
  expect(empty?.name).toBe('Vide');
});

test('widths, frozen rows, repeated header, in the order Excel demands', () => {
  const files = unzipSync(written([ANNEXE]));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array(0));
  expect(sheet).toMatch(
    /<sheetPr>.*<pane ySplit="3" topLeftCell="A4".*<col min="2" max="2" width="20.5".*<sheetData>.*<mergeCells count="1">.*<pageSetup /s,
  );
  expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array(0))).toContain(`'L''annexe'!$3:$3</definedName>`);
});

test('names that Excel refuses are made acceptable', () => {
  const names = ['a/b:c', 'A-B-C', '', "'", 'x'.repeat(40), 'x'.repeat(31), 'Axe 1 & 2'];
  const workbook = opened(written(names.map((name) => ({ name, rows: [] }))));
  expect(workbook.sheets.map(({ name }) => name)).toEqual([
    'a-b-c',
    'A-B-C (2)',
    'Feuille',
    'Feuille (2)',
    'x'.repeat(31),
    `${'x'.repeat(27)} (2)`,
    'Axe 1 & 2',
  ]);
});

test('a text too long for a cell is refused with its address', () => {
  const result = writeWorkbook([{ name: 'A', rows: [[], ['', 'x'.repeat(32_768)]] }]);
  expect(result instanceof Uint8Array ? '' : plain(result)).toMatch(/^La cellule B2 tiendrait 32 768 caractères/);
});

test('the same content gives the same bytes; what is written can be patched', () => {
  expect(written([ANNEXE])).toEqual(written([ANNEXE]));
  const patched = patchWorkbook(written([ANNEXE]), [{ sheet: "L'annexe", row: 3, column: 1, set: '163' }]);
  if (!(patched instanceof Uint8Array)) throw new Error(patched.message);
  expect(read(patched, "L'annexe").grid.values[3]).toEqual(['=1+1', '163', 0.3]);
});

test('any rows come back', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    fc.boolean(),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), (rows) => {
      expect(read(written([{ name: 'A', rows }]), 'A').grid.values).toEqual(rows);
    }),
    { numRuns: 150 },
  );
});
