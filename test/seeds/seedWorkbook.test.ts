import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet, readWorkbook } from '../../shared/exchange/xlsx';
import { makeSeedWorkbook } from './makeSeedWorkbook';

const SEEDS = join(__dirname, '../../seeds');
const XLSX = join(SEEDS, 'annexe-7-lezignan-corbieres.xlsx');
const text = readFileSync(join(SEEDS, 'annexe-7-lezignan-corbieres.txt'), 'utf8');

// To write the workbook again after a change of its text or of the writer: SEEDS=write npx jest test/seeds
if (process.env['SEEDS'] === 'write') writeFileSync(XLSX, makeSeedWorkbook(text));

function annexe() {
  const workbook = readWorkbook(readFileSync(XLSX));
  if (workbook.kind === 'unusable') throw new Error(workbook.message);
  const sheet = readSheet(workbook, 'Annexe 7');
  if (sheet.kind === 'unusable') throw new Error(sheet.message);
  return { workbook, sheet };
}

test('the workbook kept in seeds is the one made from the text, byte for byte', () => {
  expect(Buffer.from(makeSeedWorkbook(text)).equals(readFileSync(XLSX))).toBe(true);
});

test('every cell of the text is in the workbook, at its place, and nothing else', () => {
  const { sheet } = annexe();
  const flat = (cell: unknown) => String(cell ?? '').replace(/\s+/g, ' ');
  const written = sheet.grid.values.map((row) => row.map(flat).join('\t').trimEnd());
  const expected = text
    .split('\n')
    .filter((line) => !line.startsWith('---'))
    .map((line) => line.trimEnd());
  expect(written).toEqual(expected.join('\n').trim().split('\n'));
});

test('it has 47 rows of objectives, seven headers, text only', () => {
  const { workbook, sheet } = annexe();
  const { values } = sheet.grid;
  expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['Annexe 7', 'visible'],
    ['Lisez-moi', 'visible'],
  ]);
  expect(values.filter((row) => row[1] === 'Objectif opérationnel')).toHaveLength(7);
  expect(values.filter((row) => row[4] === 'En cours de définition')).toHaveLength(47);
  expect(values.flat().every((cell) => cell === null || typeof cell === 'string')).toBe(true);
  expect(values.flat()).toContain('BOP 102\nBOP 163\nBOP 304');
});
