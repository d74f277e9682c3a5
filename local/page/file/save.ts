import {
  patchWorkbook,
  writeWorkbook,
  type CellEdit,
  type SheetToWrite,
  type Unusable,
  type WorkbookTexts,
} from '../../../shared/exchange';
import { formatAddress, formulaAt, type Grid, type Merge } from '../../../shared/sheet';
import { plural, quote } from '../../../shared/text';
import { cellEdits } from './cellEdits';
import { lookOf } from './look';
import type { OpenedFile, OpenedSheet } from './opened';
import { sameFormula, savedFormulas } from './savedFormulas';

/** A sheet as it stands now. */
export interface SheetNow {
  /** What a formula fills beyond its own cell is among the values. */
  readonly grid: Grid;
  readonly etendues: readonly Merge[];
  /** Rows or columns do not stand where the file has them. */
  readonly deplacee: boolean;
}

/** How a workbook will be saved. `parValeur` are the formulas that the file will not hold as such. */
export type SavePlan =
  /** The opened file with these cells changed, every other byte kept. */
  | { readonly kind: 'retouche'; readonly edits: readonly CellEdit[]; readonly parValeur: readonly string[] }
  /** A new file: the opened one cannot take the change. `raisons` says why. */
  | { readonly kind: 'nouveau'; readonly raisons: readonly string[]; readonly parValeur: readonly string[] };

/** What would be written, and how. Without an opened workbook (a text file) there is nothing to keep: the workbook is new. */
export function planSave(opened: OpenedFile, now: readonly SheetNow[]): SavePlan {
  const raisons = opened.format === 'xlsx' ? whatMoved(opened.sheets, now) : [];
  if (opened.format !== 'xlsx' || raisons.length > 0) {
    return { kind: 'nouveau', raisons, parValeur: now.flatMap((sheet) => savedFormulas(sheet).parValeur) };
  }
  const changes = opened.sheets.flatMap((before, index) => {
    const sheet = now[index];
    return sheet ? [cellEdits(before, sheet)] : [];
  });
  return {
    kind: 'retouche',
    edits: changes.flatMap(({ edits }) => edits),
    parValeur: changes.flatMap(({ parValeur }) => parValeur),
  };
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

/** The bytes of the file to save. `textes` are ours, to be kept in the workbook. */
export function saveBytes(
  opened: OpenedFile,
  now: readonly SheetNow[],
  plan: SavePlan,
  textes: WorkbookTexts,
): Uint8Array | Unusable {
  if (plan.kind === 'nouveau') return writeWorkbook(now.map(sheetToWrite), opened.name, textes);
  const untouched = plan.edits.length === 0 && sameTexts(opened.textes, textes);
  return untouched ? opened.bytes : patchWorkbook(opened.bytes, plan.edits, textes);
}

function sheetToWrite(sheet: SheetNow): SheetToWrite {
  const { grid } = sheet;
  const { styles, widths, frozenRows } = lookOf(grid);
  const rows = grid.values.map((row) => row.map((cell) => (cell === '' ? null : cell)));
  const { formules } = savedFormulas(sheet);
  const repeated = frozenRows > 0 ? { repeatedRow: frozenRows - 1 } : {};
  const merges = grid.merges ?? [];
  return { name: grid.origin.sheet, rows, formulas: formules, styles, widths, merges, frozenRows, ...repeated };
}

export const sameTexts = (a: WorkbookTexts, b: WorkbookTexts): boolean =>
  a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);

/** "Enregistré : 23 cellules modifiées, tout le reste à l’identique." */
export function savedSentence(name: string, plan: SavePlan, withTexts: boolean): string {
  const { parValeur } = plan;
  const [subject, verb] = ['formule est enregistrée par sa valeur', 'formules sont enregistrées par leur valeur'];
  const formulas =
    parValeur.length === 0 ? '' : ` ${plural(parValeur.length, subject, verb)} (${parValeur.slice(0, 3).join(', ')}).`;
  const texts = withTexts ? ' Les constats acceptés y sont gardés.' : '';
  if (plan.kind === 'nouveau') return `${quote(name)} est enregistré.${texts}${formulas}`;
  const changed =
    plan.edits.length > 0
      ? `${plural(plan.edits.length, 'cellule modifiée', 'cellules modifiées')}, tout le reste à l’identique`
      : withTexts
        ? 'aucune cellule modifiée'
        : 'identique à l’original';
  return `${quote(name)} est enregistré\u00a0: ${changed}.${texts}${formulas}`;
}
