import { COLUMNS, COLUMN_LABELS } from '../../annexe';
import { parseDelimited } from '../../exchange';
import type { Scalar } from '../../sheet';
import { checkSheet } from './check';
import type { Context } from './context';

const EMPTY_ROWS = 3;

/** Puts the text of a PDF, or a copied table, in a sheet of its own, and checks it. */
export async function importText(context: Context, text: string): Promise<void> {
  const { records } = parseDelimited(text.replace(/\r\n?/g, '\n'), { separator: '\t', quotes: false });
  await addAndCheck(context, 'Annexe importée', records);
}

/** A new annexe, in the frame in force: its eight columns, one axis, and room for objectives. */
export async function addAnnexe(context: Context): Promise<void> {
  const header = COLUMNS.map((column) => COLUMN_LABELS[column]);
  const rows: Scalar[][] = Array.from({ length: EMPTY_ROWS }, () => COLUMNS.map(() => null));
  const title = ['Annexe 7 du contrat de ville – Quartiers 2030'];
  await addAndCheck(context, 'Annexe', [title, header, ['Axe stratégique 1 : à nommer'], ...rows]);
}

async function addAndCheck(context: Context, name: string, values: readonly (readonly Scalar[])[]): Promise<void> {
  const sheet = await context.host.addSheet?.(name, values);
  if (sheet === undefined) return;
  context.feuille = sheet;
  context.store.dispatch({ type: 'onglet', tab: 'controle' });
  await checkSheet(context);
}
