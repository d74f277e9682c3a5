import { patchWorkbook, writeWorkbook, type CellEdit, type Unusable } from '../../../shared/exchange';
import { toExcel } from '../../../shared/formulas';
import { formatAddress, formulaAt, sameValue, valueAt, type Grid, type Merge } from '../../../shared/sheet';
import { plural, quote } from '../../../shared/text';
import { lookOf } from './look';
import { SHARED, type OpenedFile, type OpenedSheet } from './opened';

/** A sheet as it stands now. */
export interface SheetNow {
  readonly grid: Grid;
  /** Rows or columns do not stand where the file has them. */
  readonly deplacee: boolean;
}

/** How a workbook will be saved. */
export type SavePlan =
  /** The opened file with these cells changed, every other byte kept. */
  | { readonly kind: 'retouche'; readonly edits: readonly CellEdit[]; readonly formules: readonly string[] }
  /** A new file: the opened one cannot take the change. `raisons` says why. */
  | { readonly kind: 'nouveau'; readonly raisons: readonly string[]; readonly formules: readonly string[] };

/** What would be written, and how. Without an opened workbook (a text file) there is nothing to keep: the workbook is new. */
export function planSave(opened: OpenedFile, now: readonly SheetNow[]): SavePlan {
  const formules = now.flatMap(({ grid }) => formulasOf(grid)).length === 0 ? [] : newFormulas(opened, now);
  const raisons = opened.format === 'xlsx' ? whatMoved(opened.sheets, now) : [];
  if (opened.format !== 'xlsx' || raisons.length > 0) {
    return { kind: 'nouveau', raisons, formules: now.flatMap(({ grid }) => formulasOf(grid)) };
  }
  const pairs = now.map(({ grid }, index) => ({ before: opened.sheets[index]?.grid ?? grid, grid }));
  return { kind: 'retouche', edits: pairs.flatMap(({ before, grid }) => cellEdits(before, grid)), formules };
}

function whatMoved(sheets: readonly OpenedSheet[], now: readonly SheetNow[]): string[] {
  const before = sheets.map(({ grid }) => grid.origin.sheet);
  const after = now.map(({ grid }) => grid.origin.sheet);
  if (before.join('\n') !== after.join('\n'))
    return ['des feuilles ont été ajoutées, supprimées, renommées ou déplacées'];
  return now.flatMap(({ grid, deplacee }, index) => {
    const name = quote(grid.origin.sheet);
    if (deplacee) return [`des lignes ou des colonnes ont été insérées, supprimées ou déplacées dans ${name}`];
    const before = sheets[index]?.grid ?? grid;
    const replaced = replacedFormulas(before, grid);
    if (replaced.length > 0)
      return [`${name}\u00a0: des formules du fichier ont été remplacées (${replaced.slice(0, 3).join(', ')})`];
    return sameMerges(before.merges, grid.merges)
      ? []
      : [`des cellules ont été fusionnées ou défusionnées dans ${name}`];
  });
}

function replacedFormulas(before: Grid, after: Grid): string[] {
  return [...(before.formulas ?? [])].flatMap(([row, formulas]) =>
    formulas.flatMap((formula, column) => {
      const now = formulaAt(after, row, column);
      return formula === '' || sameFormula(formula, now) ? [] : [formatAddress(row, column)];
    }),
  );
}

function sameMerges(before: readonly Merge[] = [], after: readonly Merge[] = []): boolean {
  const keys = (merges: readonly Merge[]): string =>
    merges
      .map(({ top, left, bottom, right }) => [top, left, bottom, right].join())
      .sort()
      .join(' ');
  return keys(before) === keys(after);
}

/** The cells whose value changed. The result of a formula that the file already has is left to Excel, which computes it again. */
function cellEdits(before: Grid, after: Grid): CellEdit[] {
  const edits: CellEdit[] = [];
  const { sheet } = after.origin;
  for (let row = 0; row < Math.max(before.values.length, after.values.length); row++) {
    const width = Math.max(before.values[row]?.length ?? 0, after.values[row]?.length ?? 0);
    for (let column = 0; column < width; column++) {
      const set = valueAt(after, row, column);
      const formula = formulaAt(after, row, column);
      const kept = formula !== '' && sameFormula(formulaAt(before, row, column), formula);
      if (!kept && !sameValue(valueAt(before, row, column), set)) edits.push({ sheet, row, column, set });
    }
  }
  return edits;
}

/** The engine may write a formula's spaces and case in its own way. */
const sameFormula = (before: string, after: string): boolean =>
  before !== '' && (after === SHARED || tight(toExcel(before)) === tight(after));
const tight = (formula: string): string => formula.replace(/\s/g, '').toUpperCase();

function newFormulas({ sheets }: OpenedFile, now: readonly SheetNow[]): string[] {
  return now.flatMap(({ grid }, index) => {
    const old = new Set(sheets[index] ? formulasOf(sheets[index].grid) : []);
    return formulasOf(grid).filter((address) => !old.has(address));
  });
}

/** Addresses of the cells that hold a formula. */
function formulasOf(grid: Grid): string[] {
  return [...(grid.formulas ?? [])].flatMap(([row, formulas]) =>
    formulas.flatMap((formula, column) => (formula === '' ? [] : [formatAddress(row, column)])),
  );
}

/** The bytes of the file to save. */
export function saveBytes(opened: OpenedFile, now: readonly SheetNow[], plan: SavePlan): Uint8Array | Unusable {
  if (plan.kind === 'nouveau')
    return writeWorkbook(
      now.map(({ grid }) => sheetToWrite(grid)),
      opened.name,
    );
  return plan.edits.length === 0 ? opened.bytes : patchWorkbook(opened.bytes, plan.edits);
}

function sheetToWrite(grid: Grid): Parameters<typeof writeWorkbook>[0][number] {
  const { styles, widths, frozenRows } = lookOf(grid);
  const rows = grid.values.map((row) => row.map((cell) => (cell === '' ? null : cell)));
  const repeated = frozenRows > 0 ? { repeatedRow: frozenRows - 1 } : {};
  return { name: grid.origin.sheet, rows, styles, widths, merges: grid.merges ?? [], frozenRows, ...repeated };
}

/** "Enregistré : 23 cellules modifiées, tout le reste à l’identique." */
export function savedSentence(name: string, plan: SavePlan): string {
  const formulas =
    plan.formules.length === 0
      ? ''
      : ` ${plural(plan.formules.length, 'formule est enregistrée par sa valeur', 'formules sont enregistrées par leur valeur')} (${plan.formules.slice(0, 3).join(', ')}).`;
  if (plan.kind === 'nouveau') return `${quote(name)} est enregistré.${formulas}`;
  const changed =
    plan.edits.length === 0
      ? 'identique à l’original'
      : `${plural(plan.edits.length, 'cellule modifiée', 'cellules modifiées')}, tout le reste à l’identique`;
  return `${quote(name)} est enregistré\u00a0: ${changed}.${formulas}`;
}
