import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { isUnusable, readSheet, readWorkbook, type Unusable } from '../../../shared/exchange';
import { applyTo, insertLine, type Grid, type Merge, type Scalar } from '../../../shared/sheet';
import { openBytes, type OpenedFile } from '../../../local/page/file/opened';
import { planSave, saveBytes, savedSentence } from '../../../local/page/file/save';
import type { SheetNow } from '../../../local/page/file/sheetNow';
import { fromFrench } from '../../../local/page/sheet/frenchFormula';

const SEED = 'annexe-7-lezignan-corbieres.xlsx';

function openSeed(): OpenedFile {
  const bytes = new Uint8Array(readFileSync(`${__dirname}/../../../seeds/${SEED}`));
  const opened = openBytes(SEED, bytes, () => undefined);
  if (isUnusable(opened)) throw new Error(opened.message);
  return opened;
}

const seed = openSeed();
const untouched: SheetNow[] = seed.sheets.map(({ grid }) => ({ grid, etendues: [], deplacee: false }));
const withFirst = (change: (grid: Grid) => Grid, deplacee = false): SheetNow[] =>
  untouched.map((sheet, index) => (index === 0 ? { ...sheet, grid: change(sheet.grid), deplacee } : sheet));

const edited = withFirst((grid) =>
  applyTo(grid, [{ at: { sheet: 'Annexe 7', row: 6, column: 6 }, expect: null, set: '=1+1', row: [] }]),
);

describe('saving a workbook', () => {
  it('gives the very bytes back when nothing changed', () => {
    const plan = planSave(seed, untouched);
    expect(saveBytes(seed, untouched, plan, seed.textes)).toBe(seed.bytes);
    expect(savedSentence(SEED, plan, false)).toContain('identique à l’original');
  });

  it('writes the changed cells alone, text as text', () => {
    const plan = planSave(seed, edited);
    expect(plan).toEqual({
      kind: 'retouche',
      edits: [{ sheet: 'Annexe 7', row: 6, column: 6, set: '=1+1' }],
      parValeur: [],
    });
    const bytes = saveBytes(seed, edited, plan, seed.textes);
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
    const more = [...untouched, { grid: extra, etendues: [], deplacee: false }];
    expect(planSave(seed, more).kind).toBe('nouveau');
  });
});

const usable = <T extends object>(result: T | Unusable): T => {
  if (isUnusable(result)) throw new Error(result.message);
  return result;
};
const reopened = (bytes: Uint8Array): OpenedFile => usable(openBytes(SEED, bytes, () => undefined));
const sheetXml = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

/** The seed with a formula in a cell of column J or further, and what it gave, which may fill several cells. */
function withFormula(formula: string, results: readonly (readonly Scalar[])[], at = { row: 0, column: 9 }): SheetNow[] {
  const { row, column } = at;
  const edits = results.flatMap((cells, down) =>
    cells.map((set, across) => ({
      at: { sheet: 'Annexe 7', row: row + down, column: column + across },
      expect: null,
      set,
      row: [],
    })),
  );
  const bottom = row + results.length - 1;
  const right = column + (results[0]?.length ?? 1) - 1;
  const etendue: Merge = { top: row, left: column, bottom, right };
  const formulas = new Map([[row, [...Array.from({ length: column }, () => ''), formula]]]);
  const [first, ...others] = withFirst((grid) => ({ ...applyTo(grid, edits), formulas }));
  if (first === undefined) throw new Error('the seed has no sheet');
  return [{ ...first, etendues: bottom > row || right > column ? [etendue] : [] }, ...others];
}

describe('a formula typed in the page', () => {
  it('is a formula in the file, with what it gave, and comes back; nothing else changes', () => {
    const now = withFormula('=ANNEXE.COUVERTURE()', [[0.5]]);
    const plan = planSave(seed, now);
    const bytes = usable(saveBytes(seed, now, plan, seed.textes));
    const added = '<c r="J1"><f>_xldudf_ANNEXE_COUVERTURE()</f><v>0.5</v></c>';
    expect(sheetXml(bytes)).toContain(added);
    expect(sheetXml(bytes).replace(added, '')).toBe(sheetXml(seed.bytes));
    expect(savedSentence(SEED, plan, false)).toMatch(/1.cellule modifiée, tout le reste à l’identique\.$/);
    const again = reopened(bytes);
    expect(planSave(again, now)).toEqual({ kind: 'retouche', edits: [], parValeur: [] });
  });

  it('that fills several cells is one array in the file, which its results may outgrow', () => {
    const now = withFormula('=ANNEXE.SYNTHESE()', [
      ['groupe', 'objectifs'],
      ['PDEE', 12],
    ]);
    const bytes = usable(saveBytes(seed, now, planSave(seed, now), seed.textes));
    expect(sheetXml(bytes)).toContain(
      '<c r="J1" t="str"><f t="array" ref="J1:K2">_xldudf_ANNEXE_SYNTHESE()</f><v>groupe</v></c>',
    );
    const again = reopened(bytes);
    const longer = withFormula('=ANNEXE.SYNTHESE()', [
      ['groupe', 'objectifs'],
      ['PDEE', 13],
      ['PHCV', 4],
    ]);
    expect(planSave(again, longer)).toEqual({ kind: 'retouche', edits: [], parValeur: [] });
  });

  it('that takes the place of one of the file makes a new workbook, and says which', () => {
    const now = withFormula('=ANNEXE.COUVERTURE()', [[0.5]]);
    const again = reopened(usable(saveBytes(seed, now, planSave(seed, now), seed.textes)));
    const plan = planSave(again, withFormula('=SUM(C7:C9)', [[3]]));
    const raisons = ['«\u00a0Annexe 7\u00a0»\u00a0: des formules du fichier ont été remplacées (J1)'];
    expect(plan).toEqual({ kind: 'nouveau', raisons, parValeur: [] });
  });

  it('that fills merged cells is saved by its value: Excel opens no such array', () => {
    const table = withFormula('=ANNEXE.SYNTHESE()', [
      ['groupe', 'objectifs'],
      ['PDEE', 12],
    ]).map((sheet, index) => {
      const merges = [...(sheet.grid.merges ?? []), { top: 1, left: 9, bottom: 1, right: 10 }];
      return index === 0 ? { ...sheet, grid: { ...sheet.grid, merges } } : sheet;
    });
    expect(planSave(seed, table)).toMatchObject({ kind: 'nouveau', parValeur: ['J1'] });
  });

  it('is saved by its value, and said, when Excel would not read it', () => {
    const now = withFormula('=LET(x,1,x)', [[1]]);
    const plan = planSave(seed, now);
    expect(plan).toEqual({
      kind: 'retouche',
      edits: [{ sheet: 'Annexe 7', row: 0, column: 9, set: 1 }],
      parValeur: ['J1'],
    });
    expect(savedSentence(SEED, plan, false)).toContain('1\u00a0formule est enregistrée par sa valeur (J1)');
  });

  it('is a formula in a new workbook too, unless it needs a name of the old one', () => {
    const now = withFormula('=SUM(C7:C9)', [[3]]).map((sheet) => ({ ...sheet, deplacee: true }));
    const bytes = usable(saveBytes(seed, now, planSave(seed, now), seed.textes));
    expect(sheetXml(bytes)).toMatch(/<c r="J1"[^>]*><f>SUM\(C7:C9\)<\/f><v>3<\/v><\/c>/);
    const named = withFormula('=SUM(ma_zone)', [[3]]).map((sheet) => ({ ...sheet, deplacee: true }));
    expect(planSave(seed, named)).toMatchObject({ kind: 'nouveau', parValeur: ['J1'] });
  });
});

describe('what was accepted', () => {
  const textes = new Map([['annexe.acceptations', '{"motif":"Numérotation imposée"}']]);

  it('travels in the workbook, whose cells stay as they are', () => {
    const plan = planSave(seed, untouched);
    const bytes = usable(saveBytes(seed, untouched, plan, textes));
    expect(sheetXml(bytes)).toBe(sheetXml(seed.bytes));
    expect([...reopened(bytes).textes]).toEqual([...textes]);
    expect(savedSentence(SEED, plan, true)).toContain('aucune cellule modifiée. Les constats acceptés y sont gardés.');
  });

  it('and saved again gives the same bytes; taken back, it is no more in the workbook', () => {
    const once = reopened(usable(saveBytes(seed, untouched, planSave(seed, untouched), textes)));
    expect(saveBytes(once, untouched, planSave(once, untouched), textes)).toBe(once.bytes);
    const none = usable(saveBytes(once, untouched, planSave(once, untouched), new Map()));
    expect(reopened(none).textes.size).toBe(0);
  });

  it('travels in a new workbook', () => {
    const moved = untouched.map((sheet) => ({ ...sheet, deplacee: true }));
    expect([...reopened(usable(saveBytes(seed, moved, planSave(seed, moved), textes))).textes]).toEqual([...textes]);
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
