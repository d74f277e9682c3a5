import {
  isUndone,
  lastUndoable,
  sameValue,
  valueAt,
  type Grid,
  type Journal,
  type Recorded,
  type Step,
} from '../../sheet';
import { NBSP } from '../../text';

/**
 * The step that somebody has just taken back without the pane, by the undo of the spreadsheet itself, or done again by its redo: all
 * its cells hold in place what they held before it. To be noted as any undoing; null when there is none.
 */
export function takenBack(journal: Journal, before: Grid, now: Grid): Omit<Recorded, 'stamp'> | null {
  const undoings = journal.steps.filter(({ id, undoes }) => undoes !== null && !isUndone(journal, id));
  const step = [lastUndoable(journal), undoings[undoings.length - 1] ?? null].find(
    (one) => one !== null && holdsWhatWas(one, now) && !holdsWhatWas(one, before),
  );
  if (step === null || step === undefined) return null;
  const applied = step.edits.map((edit) => ({ ...edit, expect: edit.set, set: edit.expect }));
  const done = step.undoes === null ? 'Annulé' : 'Rétabli';
  const label = `${done} dans le tableur${NBSP}: ${step.label}`;
  return { label, applied, refused: [], undoes: step.id, ailleurs: true };
}

function holdsWhatWas({ edits }: Step, grid: Grid): boolean {
  const { sheet, row, column } = grid.origin;
  return (
    edits.length > 0 &&
    edits.every(
      ({ at, expect }) => at.sheet === sheet && sameValue(valueAt(grid, at.row - row, at.column - column), expect),
    )
  );
}
