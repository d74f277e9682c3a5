/** The columns that have a list. */
export type Champ = 'bop' | 'service';

/** What the lists offer, in the order in which they are shown. */
export type Listes = Readonly<Record<Champ, readonly (string | number)[]>>;

/** A sheet of ours that nobody sees: a list written as a text would be cut at its commas, and at 255 characters. */
const SHEET = '_Annexe';
const CHAMPS: readonly Champ[] = ['bop', 'service'];

/** The range of a list, absolute: "=_Annexe!$A$2:$A$40". */
export function sourceOf(champ: Champ, listes: Listes): string {
  const column = champ === 'bop' ? 'A' : 'B';
  return `=${SHEET}!$${column}$2:$${column}$${listes[champ].length + 1}`;
}

/** Whether a rule draws its list from our sheet. */
export function isOurs(rule: Excel.DataValidationRule | null | undefined): boolean {
  const source = rule?.list?.source;
  return typeof source === 'string' && /^='?_Annexe'?!/.test(source);
}

/** Writes the lists, in a sheet made for them when there is none yet. */
export async function putSource(context: Excel.RequestContext, listes: Listes): Promise<void> {
  const { worksheets } = context.workbook;
  const found = worksheets.getItemOrNullObject(SHEET);
  await context.sync();
  const sheet = found.isNullObject ? worksheets.add(SHEET) : found;
  sheet.visibility = Excel.SheetVisibility.veryHidden;
  const rows = Math.max(...CHAMPS.map((champ) => listes[champ].length));
  const lines = Array.from({ length: rows }, (_, index) => CHAMPS.map((champ) => listes[champ][index] ?? ''));
  sheet.getRangeByIndexes(0, 0, rows + 1, CHAMPS.length).values = [['BOP', 'Service'], ...lines];
  await context.sync();
}

export async function dropSource(context: Excel.RequestContext): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(SHEET);
  await context.sync();
  if (sheet.isNullObject) return;
  // Excel deletes no sheet that is hidden from its own menu.
  sheet.visibility = Excel.SheetVisibility.hidden;
  sheet.delete();
  await context.sync();
}
