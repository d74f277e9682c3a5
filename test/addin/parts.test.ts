import fc from 'fast-check';
import { sheetOf } from '../../addin/excel/associate';
import { wouldChange } from '../../addin/excel/asText';
import { bytesOf, createBlockSize } from '../../addin/excel/blockSize';
import { isFormula, likeLine, sameLine, type CellState } from '../../addin/excel/cellState';
import { codeOf, failureOf, KNOWN_CODES } from '../../addin/excel/failures';
import { freeName } from '../../addin/excel/sheetNames';
import { areasOf } from '../../addin/excel/tools/areas';
import { changesIn } from '../../addin/excel/tools/convert';
import { HostFailure } from '../../shared/sheet';

describe('the weight of a block', () => {
  it('is the one of its JSON, within a tenth', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 20 }), (rows) => {
        const real = Buffer.byteLength(JSON.stringify(rows));
        expect(bytesOf(rows)).toBeGreaterThanOrEqual(real * 0.9 - 8);
        expect(bytesOf(rows)).toBeLessThanOrEqual(real * 1.5 + 8);
      }),
    );
  });

  it('rules the size of the next, under 5 MB and 5 M cells', () => {
    for (const width of [1, 8, 300]) {
      for (const bytesPerCell of [3, 40, 4000]) {
        const size = createBlockSize(width);
        for (let turn = 0; turn < 12; turn++) {
          const rows = size.rows();
          // Values and formulas count both.
          expect(rows * width * 2).toBeLessThanOrEqual(5_000_000);
          if (turn > 0) expect(rows === 1 || rows * width * bytesPerCell * 2 <= 5_000_000).toBe(true);
          size.weighed(rows, rows * width * bytesPerCell * 2);
        }
      }
    }
  });

  it('is halved when Excel refuses, down to one line', () => {
    const size = createBlockSize(8);
    const first = size.rows();
    size.tooLarge(first);
    expect(size.rows()).toBe(Math.floor(first / 2));
    size.tooLarge(1);
    expect(size.rows()).toBe(1);
  });
});

describe('a text that Excel would take for something else', () => {
  it.each([
    '=1+1',
    '+33',
    '-',
    '@ici',
    "'x",
    '102',
    '102 163',
    '1,5',
    '1.10',
    '13,2 %',
    '12/05',
    '2024-01-02',
    '1 000 €',
    'VRAI',
    'false',
    '#N/A',
    'mars 2015',
    '3 mai',
    'janv-24',
    '1E5',
    '08:30',
  ])('is %s', (text) => expect(wouldChange(text)).toBe(true));
  it.each([
    'PDEE_AS1_001',
    'DDCSPP',
    'ARS 34',
    'Nombre de marches',
    '102 - 163 DDCSPP',
    '30 % des emplois',
    'Marseille',
    '',
    'Mai 68 et après',
  ])('is not %s', (text) => expect(wouldChange(text)).toBe(false));
});

describe('a formula', () => {
  it('is told from a text that looks like one', () => {
    expect(isFormula(2, '=1+1')).toBe(true);
    expect(isFormula('', '=""')).toBe(true);
    expect(isFormula('=1+1', '=1+1')).toBe(false);
    expect(isFormula(102, 102)).toBe(false);
  });
});

const line = (...contents: (string | number)[]): CellState[] =>
  contents.map((content) => ({ content, isFormula: false, format: 'General' }));

describe('a line', () => {
  it('is the same whatever blanks end it', () => {
    expect(sameLine(line('a', 1, ''), line('a', 1))).toBe(true);
    expect(sameLine(line('a', 1), line('a', '1'))).toBe(false);
    expect(sameLine(line('a'), [{ content: 'a', isFormula: true, format: '' }])).toBe(false);
  });

  it('is known again when half of its other cells are the same', () => {
    expect(likeLine(line('x', 'b', 'c', 'd'), line('a', 'b', 'c', 'e'), [0])).toBe(true);
    expect(likeLine(line('a', 'x', 'y', 'd'), line('a', 'b', 'c', 'e'), [0])).toBe(false);
    // A cell alone on its line is known by itself.
    expect(likeLine(line('a', ''), line('a', ''), [0])).toBe(true);
    expect(likeLine(line('b', ''), line('a', ''), [0])).toBe(false);
  });
});

describe('what Excel says when it fails', () => {
  it.each(KNOWN_CODES)('%s is a French fact and what to do', (code) => {
    const failure = failureOf({ code, message: 'English' }) as HostFailure;
    expect(failure).toBeInstanceOf(HostFailure);
    expect(failure.message).toMatch(/^[A-ZÀÉ].*\.$/);
    expect(failure.cure).toMatch(/^[A-ZÀÉÔ].*\.$/);
    expect(`${failure.message} ${failure.cure}`).not.toMatch(/English|Veuillez|!| [:;?]/);
    expect(codeOf(failure)).toBe(code);
  });

  it('stays what it is when it is a defect of ours', () => {
    const error = Object.assign(new Error('x'), { code: 'PropertyNotLoaded' });
    expect(failureOf(error)).toBe(error);
    expect(codeOf(new Error('x'))).toBe('');
  });
});

describe('names', () => {
  it('of sheets are free, short, and of characters that Excel takes', () => {
    expect(freeName('Annexe', ['annexe', 'Annexe 2'])).toBe('Annexe 3');
    expect(freeName('A/B: [x]*?', [])).toBe('A B   x');
    const long = 'Tableau de bord de l’annexe de Lézignan';
    expect(freeName(long, [])).toHaveLength(31);
    expect(freeName(long, [freeName(long, [])])).toMatch(/^.{29} 2$/);
  });

  it('of the sheet of a formula come out of its address', () => {
    expect(sheetOf('[Essai.xlsx]Annexe!B2')).toBe('Annexe');
    expect(sheetOf("'[Mon essai.xlsx]Annexe d''essai!'!B2")).toBe("Annexe d'essai!");
    expect(sheetOf("'/dossier/[Annexe[1].xlsx]Annexe 7'!B2")).toBe('Annexe 7');
    expect(sheetOf('Annexe!B2')).toBe('Annexe');
    expect(sheetOf(undefined)).toBe('');
  });
});

describe('the address of many cells', () => {
  it('joins those that follow each other in a column', () => {
    const at = (row: number, column: number) => ({ row, column });
    expect(areasOf([at(4, 0), at(6, 0), at(5, 0), at(5, 1)])).toEqual({ address: 'A5:A7,B6', cells: 4 });
    expect(areasOf([])).toEqual({ address: '', cells: 0 });
  });

  it('stays under what Excel takes, and says how many it holds', () => {
    const apart = Array.from({ length: 5000 }, (_, index) => ({ row: index * 2, column: 0 }));
    const { address, cells } = areasOf(apart);
    expect(address.length).toBeLessThanOrEqual(8192);
    expect(address.split(',')).toHaveLength(cells);
    expect(cells).toBeGreaterThan(1000);
  });
});

describe('formulas that came from Google', () => {
  it('are found among formulas and texts, where Excel writes them otherwise, and nowhere else', () => {
    const wrapped = '=IFERROR(__xludf.DUMMYFUNCTION("ANNEXE_COUVERTURE(Annexe!A:H)"),0.4)';
    const grid = {
      origin: { sheet: 'Bord', row: 2, column: 1 },
      values: [
        ['=ANNEXE_REF("x")', 'ANNEXE_REF', 3],
        [0.4, 0.4, 1],
      ],
      formulas: new Map([[1, [wrapped, '=ANNEXE.COUVERTURE()', '=SUM(1)']]]),
    };
    expect(changesIn(grid)).toEqual([
      { row: 2, column: 1, before: '=ANNEXE_REF("x")', after: '=ANNEXE.REF("x")' },
      { row: 3, column: 1, before: wrapped, after: '=ANNEXE.COUVERTURE(Annexe!A:H)' },
    ]);
  });
});
