import { toGoogle } from '../../shared/formulas';
import { NBSP } from '../../shared/text';
import type { FormulaCell, FormulaWork } from '../rpc';
import { book, grids, steadyReading, type Sheet } from './book';
import { isFixed, ourCells, told, type OurCell } from './formulaCells';
import { alone } from './lock';
import { plagesOf, type Plages } from './plages';
import { refreshFormulas, writeFormulas } from './rewrite';

/** The cells whose formula lacks its range: their number does not follow edits. */
export function fixedFormulas(): FormulaCell[] {
  return grids()
    .flatMap(ourCells)
    .filter(({ formula }) => isFixed(formula))
    .map(told);
}

/** Every formula of ours as Google writes it, with its range, whatever spelling it came in. Nothing else is touched. */
export const convertFormulas = (): FormulaWork => alone(convertAll);

/**
 * Gives their range to the formulas that lack it, which computes them; then empties and writes again those that still lack one or
 * show an error. Google remembers a result by the formula's arguments: writing the same text over itself would change nothing.
 */
export function recalculate(): FormulaWork {
  return alone(() => {
    const converted = convertAll();
    SpreadsheetApp.flush();
    const again = together(
      book()
        .getSheets()
        .map((sheet) => {
          const before = steadyReading(sheet, sheet.getName());
          return refreshFormulas(sheet, before, ourCells(before.grid).filter(isStuck));
        }),
    );
    const { faites, laissees } = together([converted, again]);
    return { faites: once(faites), laissees: once(laissees) };
  });
}

const isStuck = ({ expect, formula }: OurCell): boolean =>
  isFixed(formula) || /^(#|loading|chargement)/i.test(String(expect ?? ''));

function convertAll(): FormulaWork {
  const plages = plagesOf(grids());
  return together(
    book()
      .getSheets()
      .map((sheet) => convertSheet(sheet, plages)),
  );
}

const INSIDE = `elle est dans les colonnes de l’annexe et ne peut pas les mesurer${NBSP}; déplacez-la à droite ou sur une autre feuille`;
const NO_PLAGE = `ce classeur n’a pas une seule annexe${NBSP}; contrôlez dans le volet celle qu’elle doit mesurer, puis recommencez`;

function convertSheet(sheet: Sheet, plages: Plages): FormulaWork {
  const before = steadyReading(sheet);
  const found = ourCells(before.grid).map((cell) => {
    const inside = plages.isInside(cell.at);
    const plage = inside ? null : plages.plageFor(cell.at);
    const formula = toGoogle(cell.formula, plage === null ? {} : { plage });
    const raison = !isFixed(formula) ? null : inside ? INSIDE : NO_PLAGE;
    return { cell: { ...cell, formula }, isNew: formula !== cell.formula || cell.isText, raison };
  });
  const work = writeFormulas(
    sheet,
    before,
    found.flatMap(({ cell, isNew }) => (isNew ? cell : [])),
  );
  const without = found.flatMap(({ cell, raison }) => (raison === null ? [] : { ...told(cell), raison }));
  return { faites: work.faites, laissees: [...work.laissees, ...without] };
}

const together = (works: readonly FormulaWork[]): FormulaWork => ({
  faites: works.flatMap(({ faites }) => faites),
  laissees: works.flatMap(({ laissees }) => laissees),
});

/** Each cell once, as it was told first. */
const once = <Cell extends FormulaCell>(cells: readonly Cell[]): readonly Cell[] =>
  cells.filter(({ adresse }, index) => cells.findIndex((cell) => cell.adresse === adresse) === index);
