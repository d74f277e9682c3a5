import { isAnnexe, readAnnexe, type Annexe } from '../../shared/annexe';
import { millesimeOf, vocabularyOf } from '../../shared/lint';
import type { CellRef, Grid } from '../../shared/sheet';
import { lastColumn, plageOf } from '../plage';
import { referential } from './composition';
import { chosenSheet } from './store';

/** The range to give a formula, so that it follows edits. */
export interface Plages {
  /** For a formula in this cell: that of its own sheet, else of the only annexe, else of the one that the pane reads. */
  plageFor(at: CellRef): string | null;
  /** Whether the cell is in the columns of that range: a formula there would measure itself. */
  isInside(at: CellRef): boolean;
}

export function plagesOf(grids: readonly Grid[]): Plages {
  const annexes = grids.flatMap((grid) => {
    const read = readAnnexe(grid, vocabularyOf(referential(), millesimeOf(grid)));
    return isAnnexe(read) ? [read] : [];
  });
  const named = (name: string): Annexe | undefined => annexes.find(({ grid }) => grid.origin.sheet === name);
  const annexeFor = ({ sheet }: CellRef): Annexe | undefined =>
    named(sheet) ?? (annexes.length === 1 ? annexes[0] : named(chosenSheet()));
  return {
    plageFor(at) {
      const annexe = annexeFor(at);
      return annexe === undefined ? null : plageOf(annexe);
    },
    isInside(at) {
      const own = named(at.sheet);
      return own !== undefined && at.column <= lastColumn(own);
    },
  };
}
