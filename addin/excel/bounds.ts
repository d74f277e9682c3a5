import { HostFailure, formatAddress } from '../../shared/sheet';
import { NBSP, quote } from '../../shared/text';

/** The rectangle of a sheet that holds values; 0-based. `rows` is 0 for an empty sheet. */
export interface Bounds {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Twelve columns on every line that a sheet can have. */
const MOST_CELLS = 12_582_912;

/** A sheet by its name, or the active one. */
export async function findSheet(context: Excel.RequestContext, name: string | undefined): Promise<Excel.Worksheet> {
  const { worksheets } = context.workbook;
  if (name === undefined) return worksheets.getActiveWorksheet();
  const sheet = worksheets.getItemOrNullObject(name);
  await context.sync();
  if (!sheet.isNullObject) return sheet;
  throw new HostFailure(`La feuille ${quote(name)} n’existe plus.`, 'Choisissez-en une autre.');
}

/** Bounds first: a whole column, or a sheet with one stray cell at its end, could not be read at once. */
export async function boundsOf(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Bounds> {
  const used = sheet.getUsedRangeOrNullObject(true);
  sheet.load('name');
  used.load('rowIndex, columnIndex, rowCount, columnCount');
  await context.sync();
  const { name } = sheet;
  if (used.isNullObject) return { sheet: name, row: 0, column: 0, rows: 0, columns: 0 };
  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = used;
  used.untrack();
  return { sheet: name, row, column, rows, columns };
}

export const isTooWide = ({ rows, columns }: Bounds): boolean => rows * columns > MOST_CELLS;

/** A sheet that is too large to be an annexe, most often by one stray cell, is refused with the place of its last cell. */
export function refuseTooWide(bounds: Bounds): void {
  if (!isTooWide(bounds)) return;
  const last = formatAddress(bounds.row + bounds.rows - 1, bounds.column + bounds.columns - 1);
  throw new HostFailure(
    `La feuille ${quote(bounds.sheet)} va jusqu’en ${last}${NBSP}: c’est trop pour être contrôlé d’un bloc.`,
    'Supprimez les lignes et les colonnes qui ne font pas partie de l’annexe, puis recommencez.',
  );
}
