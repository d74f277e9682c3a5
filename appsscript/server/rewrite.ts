import { formulaAt, type Grid } from '../../shared/sheet';
import { NBSP } from '../../shared/text';
import type { FormulaWork } from '../rpc';
import { attempt, cellAt } from './attempt';
import { gridOf, type Sheet } from './book';
import { told, type OurCell } from './formulaCells';
import { originalAt, placesOf, type Write } from './landing';
import { put, writingOf } from './put';

const PROTECTED = `Google a refusé d’y écrire${NBSP}; demandez le droit de modifier cette cellule`;
const MOVED = `des lignes ont bougé pendant l’écriture${NBSP}; recommencez`;

/** Writes formulas in cells that were read as `before`, and looks again: what landed elsewhere, because lines moved, is put back. */
export function writeFormulas(sheet: Sheet, before: Grid, cells: readonly OurCell[]): FormulaWork {
  if (cells.length === 0) return { faites: [], laissees: [] };
  const refusals = cells.map((cell) => attempt(() => void cellAt(sheet, cell).setFormula(cell.formula)));
  const late = attempt(() => SpreadsheetApp.flush());
  const after = gridOf(sheet);
  const place = placesOf(before, after, cells);
  const outcome = cells.map((cell, index): { readonly cell: OurCell; readonly raison: string | null } => {
    const { row, column } = cell.at;
    const here = place(row);
    if (here !== row) putBack(sheet, before, after, cell, here);
    if (here !== row) return { cell, raison: MOVED };
    const same = formulaAt(after, row, column) === formulaAt(before, row, column);
    const refused = same && (refusals[index] ?? late) !== null;
    return { cell, raison: refused ? PROTECTED : null };
  });
  return {
    faites: outcome.flatMap(({ cell, raison }) => (raison === null ? told(cell) : [])),
    laissees: outcome.flatMap(({ cell, raison }) => (raison === null ? [] : { ...told(cell), raison })),
  };
}

/**
 * Computes formulas again: their cells are emptied, then written. The formulas are held here meanwhile, and written back where their
 * lines stand then, whatever happens in between.
 */
export function refreshFormulas(sheet: Sheet, before: Grid, cells: readonly OurCell[]): FormulaWork {
  if (cells.length === 0) return { faites: [], laissees: [] };
  const emptied = cells.map((cell): OurCell => ({ ...cell, set: null }));
  let after = before;
  for (const cell of cells) attempt(() => void cellAt(sheet, cell).clearContent());
  try {
    attempt(() => SpreadsheetApp.flush());
    after = gridOf(sheet);
  } finally {
    const place = placesOf(before, after, emptied);
    for (const cell of emptied) {
      const here = place(cell.at.row);
      if (here !== cell.at.row) putBack(sheet, before, after, cell, here);
      const home = { ...cell, at: { ...cell.at, row: here < 0 ? cell.at.row : here } };
      if (here >= 0) attempt(() => void cellAt(sheet, home).setFormula(cell.formula));
    }
    SpreadsheetApp.flush();
  }
  return { faites: cells.map(told), laissees: [] };
}

/** Where a write landed beside its line: what stood there, as far as anybody can tell. */
function putBack(sheet: Sheet, before: Grid, after: Grid, write: Write, here: number): void {
  const original = originalAt(before, after, write, here);
  if (original === null) return;
  const cell = cellAt(sheet, write);
  if (original.formula !== '') cell.setFormula(original.formula);
  else
    put(
      cell,
      writingOf(original.value, () => cell.getNumberFormat()),
    );
}
