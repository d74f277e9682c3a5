import { toGoogle } from '../../shared/formulas';
import { formatAddress, type Scalar } from '../../shared/sheet';
import { book, grids, type Sheet } from './book';
import { Failure } from './failure';
import { withSemicolons } from './formulaCells';
import { alone } from './lock';
import { plagesOf } from './plages';
import { writingOf } from './put';

const SHARE = /ANNEXE_COUVERTURE\(/;
const PERCENT = '0.0%';

/** Puts a formula, spelt the Excel way, in the agent's cell: with its range, so that it follows edits. Gives the cell's address. */
export function insertFormula({ formula }: { formula: string }): string {
  return alone(() => {
    const cell = book().getCurrentCell() ?? book().getActiveSheet().getRange(1, 1);
    const at = { sheet: cell.getSheet().getName(), row: cell.getRow() - 1, column: cell.getColumn() - 1 };
    const address = formatAddress(at.row, at.column);
    const plages = plagesOf(grids());
    if (plages.isInside(at)) throw new Failure('dans-la-plage', address);
    const plage = plages.plageFor(at);
    const text = withSemicolons(toGoogle(formula, plage === null ? {} : { plage }));
    if (cell.getFormula() !== '' || cell.getValue() !== '') throw new Failure('non-vide', address);
    cell.setFormula(text);
    if (SHARE.test(text)) cell.setNumberFormat(PERCENT);
    return address;
  });
}

/** Adds a sheet with these values, beside those that are there, and shows it; gives its name. */
export function addSheet({ name, values }: { name: string; values: readonly (readonly Scalar[])[] }): string {
  return alone(() => {
    const sheet = book().insertSheet(freeName(name));
    const width = values.reduce((most, row) => Math.max(most, row.length), 0);
    if (values.length > 0 && width > 0) {
      makeRoom(sheet, values.length, width);
      // The sheet is new and ours: one range, all of it plain text where Google would interpret.
      const writings = values.map((row) =>
        Array.from({ length: width }, (_, column) => writingOf(row[column] ?? null, '')),
      );
      const range = sheet.getRange(1, 1, values.length, width);
      range.setNumberFormats(writings.map((row) => row.map(({ format }) => format ?? 'General')));
      range.setValues(writings.map((row) => row.map(({ value }) => value)));
    }
    sheet.activate();
    return sheet.getName();
  });
}

/** A new sheet has a thousand rows and twenty-six columns. */
function makeRoom(sheet: Sheet, rows: number, columns: number): void {
  const [height, width] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows > height) sheet.insertRowsAfter(height, rows - height);
  if (columns > width) sheet.insertColumnsAfter(width, columns - width);
}

/** "Annexe 2" when "Annexe" is taken; case does not tell names apart. */
export function freeName(wanted: string): string {
  const taken = new Set(
    book()
      .getSheets()
      .map((sheet) => sheet.getName().toLowerCase()),
  );
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} ${number}`;
  return name;
}
