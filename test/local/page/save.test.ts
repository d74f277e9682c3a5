import { readFileSync } from 'node:fs';
import { isUnusable, readSheet, readWorkbook } from '../../../shared/exchange';
import { applyTo, insertLine, type Grid } from '../../../shared/sheet';
import { openBytes, type OpenedFile } from '../../../local/page/file/opened';
import { planSave, saveBytes, savedSentence, type SheetNow } from '../../../local/page/file/save';
import { fromFrench } from '../../../local/page/sheet/frenchFormula';

const SEED = 'annexe-7-lezignan-corbieres.xlsx';

function openSeed(): OpenedFile {
  const bytes = new Uint8Array(readFileSync(`${__dirname}/../../../seeds/${SEED}`));
  const opened = openBytes(SEED, bytes, () => undefined);
  if (isUnusable(opened)) throw new Error(opened.message);
  return opened;
}

const seed = openSeed();
const untouched: SheetNow[] = seed.sheets.map(({ grid }) => ({ grid, deplacee: false }));
const withFirst = (change: (grid: Grid) => Grid, deplacee = false): SheetNow[] =>
  untouched.map((sheet, index) => (index === 0 ? { grid: change(sheet.grid), deplacee } : sheet));

const edited = withFirst((grid) =>
  applyTo(grid, [{ at: { sheet: 'Annexe 7', row: 6, column: 6 }, expect: null, set: '=1+1', row: [] }]),
);

describe('saving a workbook', () => {
  it('gives the very bytes back when nothing changed', () => {
    const plan = planSave(seed, untouched);
    expect(saveBytes(seed, untouched, plan)).toBe(seed.bytes);
    expect(savedSentence(SEED, plan)).toContain('identique à l’original');
  });

  it('writes the changed cells alone, text as text', () => {
    const plan = planSave(seed, edited);
    expect(plan).toEqual({
      kind: 'retouche',
      edits: [{ sheet: 'Annexe 7', row: 6, column: 6, set: '=1+1' }],
      formules: [],
    });
    const bytes = saveBytes(seed, edited, plan);
    if (isUnusable(bytes)) throw new Error(bytes.message);
    const workbook = readWorkbook(bytes);
    if (isUnusable(workbook)) throw new Error(workbook.message);
    const sheet = readSheet(workbook, 'Annexe 7');
    expect(isUnusable(sheet) ? sheet.message : sheet.grid.values[6]?.[6]).toBe('=1+1');
  });

  it('makes a new workbook, and says why, when lines moved or sheets came', () => {
    const moved = withFirst((grid) => insertLine(grid, 8), true);
    expect(planSave(seed, moved)).toMatchObject({
      kind: 'nouveau',
      raisons: [expect.stringContaining('insérées, supprimées ou déplacées dans «\u00a0Annexe 7\u00a0»')],
    });
    const extra: Grid = { origin: { sheet: 'Autre', row: 0, column: 0 }, values: [] };
    const more = [...untouched, { grid: extra, deplacee: false }];
    expect(planSave(seed, more).kind).toBe('nouveau');
  });

  it('says which new formulas are saved by their value', () => {
    const formulas = new Map([[0, ['', '', '', '', '', '', '', '', '', '=ANNEXE.COUVERTURE()']]]);
    const now = withFirst((grid) => ({
      ...applyTo(grid, [{ at: { sheet: 'Annexe 7', row: 0, column: 9 }, expect: null, set: 0.41, row: [] }]),
      formulas,
    }));
    const plan = planSave(seed, now);
    expect(plan).toMatchObject({ kind: 'retouche', formules: ['J1'] });
    expect(savedSentence(SEED, plan)).toContain('1\u00a0formule est enregistrée par sa valeur (J1)');
  });
});

describe('formulas typed the French way', () => {
  it.each([
    ['=SOMME(A1;0,5)', '=SUM(A1,0.5)'],
    ['=SI(A1="a;b";1,5;\'ma;feuille\'!B2)', '=IF(A1="a;b",1.5,\'ma;feuille\'!B2)'],
    ['=SUM(A1,2)', '=SUM(A1,2)'],
    ['=SOMME({1;2})', '=SUM({1;2})'],
    ['=NB.SI(A:A;"x")', '=COUNTIF(A:A,"x")'],
    ['=ANNEXE.COUVERTURE(A:H;"cible")', '=ANNEXE.COUVERTURE(A:H,"cible")'],
  ])('%s is %s', (typed, read) => {
    expect(fromFrench(typed)).toBe(read);
  });
});
