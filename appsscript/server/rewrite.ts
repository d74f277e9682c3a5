import { formulaAt } from '../../shared/sheet';
import { NBSP } from '../../shared/text';
import type { FormulaWork } from '../rpc';
import { attempt, cellAt } from './attempt';
import { steadyReading, type Reading, type Sheet } from './book';
import { FORMULA, told, type OurCell } from './formulaCells';
import { columnsOf, originalAt, placesOf, shiftOf, type Write } from './landing';
import { putBack } from './put';

const PROTECTED = `Google a refusé d’y écrire${NBSP}; demandez le droit de modifier cette cellule`;
const MOVED = `des lignes bougent sans cesse${NBSP}; recommencez dans un instant`;

/** Passes at most: a colleague would have to move lines within each of them. */
const MOST_PASSES = 4;

type Laissee = FormulaWork['laissees'][number];

/** Writes formulas in cells that were read as `before`, and looks again: what landed elsewhere is put back, and written once more. */
export function writeFormulas(sheet: Sheet, before: Reading, cells: readonly OurCell[]): FormulaWork {
  const faites: OurCell[] = [];
  const laissees: Laissee[] = [];
  let reading = before;
  let waiting = cells;
  for (let pass = 0; waiting.length > 0 && pass < MOST_PASSES; pass++) {
    const wrote = waiting;
    const refusals = wrote.map((cell) => attempt(() => void cellAt(sheet, cell).setFormula(cell.formula)));
    const late = attempt(() => SpreadsheetApp.flush());
    const moved = homesOf(sheet, reading, wrote);
    waiting = [];
    wrote.forEach((cell, index) => {
      const home = moved.homes[index] ?? null;
      if (home === null) return;
      if (home.at.row !== cell.at.row) waiting = [...waiting, home];
      else if ((refusals[index] ?? late) !== null && isSame(reading, moved.reading, cell))
        laissees.push({ ...told(cell), raison: PROTECTED });
      else faites.push(cell);
    });
    reading = moved.reading;
  }
  laissees.push(...waiting.map((cell) => ({ ...told(cell), raison: MOVED })));
  return { faites: faites.map(told), laissees };
}

const isSame = (before: Reading, after: Reading, { at: { row, column } }: Write): boolean =>
  formulaAt(before.grid, row, column) === formulaAt(after.grid, row, column);

/** Computes formulas again: their cells are emptied, then written, wherever their lines stand by then. */
export function refreshFormulas(sheet: Sheet, before: Reading, cells: readonly OurCell[]): FormulaWork {
  if (cells.length === 0) return { faites: [], laissees: [] };
  for (const cell of cells) attempt(() => void cellAt(sheet, cell).clearContent());
  attempt(() => SpreadsheetApp.flush());
  try {
    const emptied = cells.map((cell): OurCell => ({ ...cell, set: null }));
    const { reading, homes } = homesOf(sheet, before, emptied);
    return writeFormulas(
      sheet,
      reading,
      homes.flatMap((cell) => (cell === null ? [] : { ...cell, set: FORMULA })),
    );
  } catch (error) {
    // Google stopped answering in the middle: the formulas are not lost for that.
    for (const cell of cells) attempt(() => void cellAt(sheet, cell).setFormula(cell.formula));
    throw error;
  }
}

interface Homes {
  /** The sheet as it is now. */
  readonly reading: Reading;
  /** Each cell where its line stands now; null when it is gone. */
  readonly homes: readonly (OurCell | null)[];
}

/** After a write by position: finds the lines again, and puts back what stood where a write landed beside its line. */
function homesOf(sheet: Sheet, before: Reading, writes: readonly OurCell[]): Homes {
  const after = steadyReading(sheet, before.grid.origin.sheet);
  const place = placesOf(before.grid, after.grid, writes);
  const back: Write[] = [];
  const homes = writes.map((write) => {
    const here = place(write.at.row);
    const columns = columnsOf(writes, write.at.row);
    const original =
      here === write.at.row ? null : originalAt(before, after.grid, write.at, columns, shiftOf(write, here));
    if (original !== null) {
      // Below the last row of a grid that has become shorter, nothing was written, and nothing can be.
      if (write.at.row < sheet.getMaxRows()) putBack(cellAt(sheet, write), original);
      back.push({ ...write, set: original.formula === '' ? original.value : FORMULA });
    }
    return movedTo(write, here);
  });
  if (back.length === 0) return { reading: after, homes };
  SpreadsheetApp.flush();
  const later = steadyReading(sheet, before.grid.origin.sheet);
  const then = placesOf(after.grid, later.grid, back);
  return { reading: later, homes: homes.map((cell) => cell && movedTo(cell, then(cell.at.row))) };
}

const movedTo = (cell: OurCell, row: number): OurCell | null => (row < 0 ? null : { ...cell, at: { ...cell.at, row } });
