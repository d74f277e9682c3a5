import type { Annexe } from '../shared/annexe';
import { rangeText } from '../shared/formulas';
import { columnName } from '../shared/sheet';

/** The last column of the annexe's table; columns beyond it belong to somebody else. */
export const lastColumn = ({ columns, grid }: Annexe): number =>
  grid.origin.column + Math.max(...Object.values(columns));

/** Whole columns, so that lines added below count: "Annexe!A:H". */
export const plageOf = (annexe: Annexe): string =>
  rangeText(annexe.grid.origin.sheet, `A:${columnName(lastColumn(annexe))}`);
