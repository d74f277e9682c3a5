import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUnusable, readSheet, readWorkbook, type Unusable } from '../../../shared/exchange';
import type { Grid } from '../../../shared/sheet';
import { buildWhenStale, ROOT } from '../../built';
import { EmulatedExcel } from '../emulator/excel';
import { readFunctions } from '../emulator/functionsOfAddin';
import { Workbook } from '../emulator/model/workbook';
import { ADDIN } from './open';

export const SEED = join(ROOT, 'seeds/annexe-7-lezignan-corbieres.xlsx');

/** The annexe of Lézignan-Corbières as its file holds it: values, merged titles, and texts that stay texts. */
export function seedGrid(): Grid {
  const workbook = usable(readWorkbook(readFileSync(SEED)));
  return usable(readSheet(workbook, workbook.sheets[0]?.name ?? '')).grid;
}

function usable<T extends object>(read: T | Unusable): T {
  if (isUnusable(read)) throw new Error(read.message);
  return read;
}

/** A workbook with these sheets, opened from a file: what its cells hold was typed long ago and is not understood anew. */
export function workbookOf(name: string, grids: readonly Grid[]): Workbook {
  const book = new Workbook(
    name,
    grids.map(({ origin }) => origin.sheet),
  );
  for (const { origin, values, merges = [] } of grids) {
    const sheet = book.sheet(origin.sheet);
    values.forEach((cells, row) =>
      cells.forEach((value, column) => {
        if (value !== null && value !== '') sheet.touch(origin.row + row, origin.column + column).value = value;
      }),
    );
    sheet.merges = merges.map((one) => ({ ...one }));
  }
  return book;
}

/** The emulated Excel with the seed open, and beside it an empty sheet for formulas; the add-in is built when it is stale. */
export function excelWithSeed(): EmulatedExcel {
  buildWhenStale('excel');
  const grid = seedGrid();
  const beside: Grid = { origin: { sheet: 'Bord', row: 0, column: 0 }, values: [] };
  const workbook = workbookOf('annexe-7-lezignan-corbieres.xlsx', [grid, beside]);
  return new EmulatedExcel({ workbook, functions: readFunctions(join(ADDIN, 'functions.json')) });
}

/** All that a workbook holds, as data: two of them are the same when nothing was lost nor added. */
export function contentOf({ sheets, names, settings }: Workbook, { formats = true, kept = false } = {}): unknown {
  return {
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      cells: [...sheet.cellsIn({ top: 0, left: 0, bottom: 1_048_575, right: 16_383 })]
        .map(({ row, column, cell }) => ({
          row,
          column,
          value: cell.value,
          formula: sheet.formulaText(row, column),
          ...(formats ? { style: cell.style } : {}),
        }))
        .filter((cell) => cell.value !== '' || cell.formula !== '' || Object.keys(cell.style ?? {}).length > 0),
      merges: sheet.merges,
      validations: sheet.validations,
      conditionalFormats: sheet.conditionalFormats,
      charts: sheet.charts.map(({ settings: fields }) => fields),
    })),
    names: names.map(({ name }) => name),
    ...(kept ? { settings: [...settings] } : {}),
  };
}
