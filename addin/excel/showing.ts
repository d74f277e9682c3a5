import { HostFailure, formatAddress, unseen, type CellRef, type Unseen } from '../../shared/sheet';
import { NBSP, quote } from '../../shared/text';
import { findSheet } from './bounds';
import { isFormula } from './cellState';

/** Selects a cell. A hidden one is selected too, and said: the agent would look for it in vain. */
export async function reveal(context: Excel.RequestContext, at: CellRef): Promise<Unseen | null> {
  const { sheet: name, row, column } = at;
  const sheet = await findSheet(context, name);
  const cell = sheet.getCell(row, column);
  sheet.load('visibility');
  cell.load('rowHidden, columnHidden');
  await context.sync();
  if (sheet.visibility !== Excel.SheetVisibility.visible) {
    throw new HostFailure(
      `La feuille ${quote(name)} est masquée.`,
      'Affichez-la (clic droit sur un onglet, Afficher), puis recommencez.',
    );
  }
  sheet.activate();
  cell.select();
  await context.sync();
  // Excel does not tell a row that was filtered out from one that was hidden.
  if (cell.rowHidden === true) {
    return unseen(at, 'ligne', 'Effacez le filtre (Données, Effacer) ou affichez la ligne (clic droit, Afficher).');
  }
  return cell.columnHidden === true
    ? unseen(at, 'colonne', 'Affichez la colonne (clic droit sur les colonnes voisines, Afficher).')
    : null;
}

export async function shownSheets(context: Excel.RequestContext): Promise<readonly string[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name, items/visibility');
  await context.sync();
  return worksheets.items
    .filter(({ visibility }) => visibility === Excel.SheetVisibility.visible)
    .map(({ name }) => name);
}

/** Where the agent is. */
export async function activeCell(context: Excel.RequestContext): Promise<CellRef> {
  const cell = context.workbook.getActiveCell();
  cell.load('rowIndex, columnIndex');
  cell.worksheet.load('name');
  await context.sync();
  return { sheet: cell.worksheet.name, row: cell.rowIndex, column: cell.columnIndex };
}

/** A share is shown as a percentage. */
const SHARE = /^=ANNEXE\.COUVERTURE\(/i;

/** Puts a formula where the agent is, in an empty cell only; what a colleague wrote there meanwhile is put back. */
export async function insertFormula(context: Excel.RequestContext, formula: string): Promise<string> {
  const cell = context.workbook.getActiveCell();
  cell.load('values, formulas, numberFormat, rowIndex, columnIndex');
  await context.sync();
  const address = formatAddress(cell.rowIndex, cell.columnIndex);
  const filled = new HostFailure(
    `La cellule ${address} n’est pas vide${NBSP}: rien n’y a été écrit.`,
    'Choisissez une cellule vide, puis recommencez.',
  );
  if (!isEmpty(cell)) throw filled;
  const before = cell.getResizedRange(0, 0);
  before.load('values, formulas, numberFormat');
  if (SHARE.test(formula)) cell.numberFormat = [['0.0%']];
  cell.formulas = [[formula]];
  await context.sync();
  if (isEmpty(before)) return address;
  cell.numberFormat = before.numberFormat;
  cell.formulas = before.formulas;
  await context.sync();
  throw filled;
}

/** Neither a value nor a formula that shows nothing. */
function isEmpty({ values, formulas }: Excel.Range): boolean {
  const [value, formula]: unknown[] = [values[0]?.[0], formulas[0]?.[0]];
  return value === '' && !isFormula(value, formula);
}
