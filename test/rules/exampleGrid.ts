import { COLUMNS, COLUMN_LABELS } from '../../shared/annexe';
import type { Example } from '../../shared/lint';
import { gridOf, type Grid } from '../../shared/sheet';

/** An example as a sheet: a header row, then one row a line. Line n of the example is grid row n. */
export function gridOfExample({ lignes, sans = [] }: Example): Grid {
  const columns = COLUMNS.filter((column) => !sans.includes(column));
  const header = columns.map((column) => COLUMN_LABELS[column]);
  const rows = lignes.map((ligne) =>
    typeof ligne === 'string' ? [ligne] : columns.map((column) => ligne[column] ?? null),
  );
  return gridOf([header, ...rows]);
}
