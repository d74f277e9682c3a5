import type { Scalar } from '../../shared/sheet';
import { wouldChange } from './asText';
import { bytesOf } from './blockSize';
import { breathe } from './run';
import { freeName } from './sheetNames';
import { TEXT_FORMAT } from './swap';

/** Rows written in one batch weigh no more; Excel on the web refuses 5 MB. */
const MOST_BYTES = 1_000_000;

/** Adds a sheet under a free name; resolves with it. It is not shown yet. */
export async function newSheet(context: Excel.RequestContext, wanted: string): Promise<Excel.Worksheet> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const name = freeName(
    wanted,
    worksheets.items.map((sheet) => sheet.name),
  );
  return worksheets.add(name);
}

/** Adds a sheet with these values, shows it, and resolves with its name. Texts stay texts, whatever they look like. */
export async function addSheet(
  context: Excel.RequestContext,
  wanted: string,
  values: readonly (readonly Scalar[])[],
): Promise<string> {
  const sheet = await newSheet(context, wanted);
  sheet.load('name');
  const width = values.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = values.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
  for (let from = 0; from < rows.length && width > 0;) {
    const block = blockFrom(rows, from);
    const range = sheet.getRangeByIndexes(from, 0, block.length, width);
    const formats = block.map((row) => row.map((value) => (isTricky(value) ? TEXT_FORMAT : 'General')));
    if (formats.some((row) => row.includes(TEXT_FORMAT))) range.numberFormat = formats;
    range.values = block.map((row) =>
      row.map((value) => (typeof value === 'string' && value.startsWith("'") ? `'${value}` : value)),
    );
    await context.sync();
    range.untrack();
    from += block.length;
    await breathe();
  }
  sheet.activate();
  await context.sync();
  return sheet.name;
}

const isTricky = (value: Scalar): boolean => typeof value === 'string' && wouldChange(value);

/** As many rows as a batch takes: one at least. */
function blockFrom<T>(rows: readonly (readonly T[])[], from: number): readonly (readonly T[])[] {
  let bytes = 0;
  let to = from;
  while (to < rows.length && (to === from || bytes < MOST_BYTES)) bytes += bytesOf(rows.slice(to, ++to));
  return rows.slice(from, to);
}
