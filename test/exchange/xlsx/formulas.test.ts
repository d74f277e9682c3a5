import { strFromU8, unzipSync } from 'fflate';
import type { CellEdit } from '../../../shared/exchange/xlsx';
import { patchWorkbook, writeWorkbook } from '../../../shared/exchange/xlsx';
import { parts, plain, read, usable, worksheet, zip } from './handmade';
import { readByHucre } from './hucre';

const SHEET = 'xl/worksheets/sheet1.xml';
const at = (row: number, column: number, rest: Omit<CellEdit, 'sheet' | 'row' | 'column'>): CellEdit => ({
  sheet: 'Annexe',
  row,
  column,
  ...rest,
});
const sheetOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)[SHEET] ?? new Uint8Array(0));

describe('a formula put in a workbook', () => {
  const xml = worksheet('<row r="1"><c r="A1" s="4" t="str"><v>x</v></c><c r="B1"><v>2</v></c></row>');
  const after = (...edits: CellEdit[]): string => sheetOf(usable(patchWorkbook(zip(parts(xml)), edits)));

  it('stands beside what it gave, with the look of its cell', () => {
    const formula = { text: 'IF(B1>1,"<a>",1)' };
    expect(after(at(0, 0, { set: '<a>', formula }))).toBe(
      xml.replace(
        '<c r="A1" s="4" t="str"><v>x</v></c>',
        '<c r="A1" s="4" t="str"><f>IF(B1&gt;1,&quot;&lt;a&gt;&quot;,1)</f><v>&lt;a&gt;</v></c>',
      ),
    );
  });

  it.each([
    [0.5, '<c r="C1"><f>X</f><v>0.5</v></c>'],
    [true, '<c r="C1" t="b"><f>X</f><v>1</v></c>'],
    [null, '<c r="C1"><f>X</f></c>'],
    ['', '<c r="C1" t="str"><f>X</f><v></v></c>'],
    ['#DIV/0!', '<c r="C1" t="e"><f>X</f><v>#DIV/0!</v></c>'],
    ['#SPILL!', '<c r="C1" t="e"><f>X</f><v>#VALUE!</v></c>'],
    ['#1', '<c r="C1" t="str"><f>X</f><v>#1</v></c>'],
    [NaN, '<c r="C1" t="e"><f>X</f><v>#NUM!</v></c>'],
  ])('gave %s', (set, cell) => {
    expect(after(at(0, 2, { set, formula: { text: 'X' } }))).toContain(`${cell}</row>`);
  });

  it('may fill several cells: they are one array, which is read again as such', () => {
    const fills = { top: 2, left: 0, bottom: 3, right: 1 };
    const bytes = usable(
      patchWorkbook(zip(parts(xml)), [
        at(2, 0, { set: 'a', formula: { text: 'F()', fills } }),
        at(2, 1, { set: 1 }),
        at(3, 0, { set: 'b' }),
      ]),
    );
    expect(sheetOf(bytes)).toContain('<c r="A3" t="str"><f t="array" ref="A3:B4">F()</f><v>a</v></c>');
    const { grid, arrays } = read(bytes);
    expect(arrays).toEqual([fills]);
    expect(grid.formulas?.get(2)).toEqual(['=F()']);
    expect(grid.values.slice(2)).toEqual([['a', 1], ['b']]);
  });

  it('never replaces one, and is refused when Excel could not hold it', () => {
    const taken = zip(parts(worksheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')));
    const refused = patchWorkbook(taken, [at(0, 0, { set: 3, formula: { text: '1+2' } })]);
    expect(refused instanceof Uint8Array ? 'écrit' : plain(refused)).toMatch(/A1 contient une formule/);
    const long = patchWorkbook(zip(parts(xml)), [at(0, 2, { set: 3, formula: { text: '1+'.repeat(5000) } })]);
    expect(long instanceof Uint8Array ? 'écrit' : plain(long)).toMatch(/C1 dépasse les 8 192 caractères/);
  });
});

it('a new workbook holds its formulas beside their results, for other programs too', () => {
  const bytes = usable(
    writeWorkbook([
      {
        name: 'Suivi',
        rows: [[1, 2], []],
        formulas: new Map([
          [0, new Map([[2, { text: 'A1+B1' }]])],
          [1, new Map([[0, { text: 'SUM(A1:B1)' }]])],
        ]),
      },
    ]),
  );
  expect([...(read(bytes, 'Suivi').grid.formulas ?? [])]).toEqual([
    [0, ['', '', '=A1+B1']],
    [1, ['=SUM(A1:B1)']],
  ]);
  expect(readByHucre(bytes)[0]?.rows[0]?.slice(0, 2)).toEqual([1, 2]);
});
