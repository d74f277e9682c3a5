import { basename } from 'node:path';
import type { TextKind } from '../../shared/exchange';
import { quote } from '../../shared/text';
import { refuse } from './refuse';
import { printable } from './wrap';

export type FileFormat = 'xlsx' | TextKind | 'schema';

/** ".csv" → "csv"; "" when the name has no ending. */
export function endingOf(path: string): string {
  return /\.([^./\\]+)$/.exec(basename(path))?.[1]?.toLowerCase() ?? '';
}

/** The format that the name of a file asks for. ".schema.csv" is the Table Schema, ".csv" the table as it stands. */
export function formatOf(path: string): FileFormat {
  const ending = endingOf(path);
  if (/\.schema\.csv$/i.test(path)) return 'schema';
  if (ending === 'xlsx' || ending === 'csv' || ending === 'tsv' || ending === 'txt') return ending;
  if (ending === 'xlsm') return 'xlsx';
  return refuse(
    `Le nom ${quote(printable(basename(path)), 80)} ne dit pas un format connu ; finissez-le par .xlsx, .csv, .tsv, .txt ou .schema.csv.`,
  );
}
