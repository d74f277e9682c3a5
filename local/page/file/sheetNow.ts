import type { Grid, Merge } from '../../../shared/sheet';

/** A sheet as it stands now. */
export interface SheetNow {
  /** What a formula fills beyond its own cell is among the values. */
  readonly grid: Grid;
  readonly etendues: readonly Merge[];
  /** Rows or columns do not stand where the file has them. */
  readonly deplacee: boolean;
}
