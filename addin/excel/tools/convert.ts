import { toExcel } from '../../../shared/formulas';
import type { Grid, HostTool } from '../../../shared/sheet';
import { NBSP, plural } from '../../../shared/text';
import { boundsOf, refuseTooWide } from '../bounds';
import { sameContent } from '../cellState';
import { codeOf } from '../failures';
import { giveBack, pick } from '../giveBack';
import { readBlocks } from '../readSheet';
import { run } from '../run';
import { stateOfLine, swap, TEXT_FORMAT } from '../swap';
import { thaw } from './thaw';

/** Formulas that came from Google Sheets, as Excel writes them. */
export const convertTool: HostTool = {
  id: 'formules-google',
  label: 'Rétablir les formules venues de Google',
  help: `Réécrit pour Excel les formules ANNEXE d’un classeur venu de Google Sheets (ANNEXE_X, ou figées à l’export), dans toutes ses feuilles${NBSP}; les autres formules ne changent pas.`,
  async run() {
    const { done, refused } = await run(convertAll);
    if (done + refused === 0) return 'Aucune formule à rétablir dans ce classeur.';
    const rest =
      refused > 0
        ? ` ${plural(refused, 'autre n’a', 'autres n’ont')} pas pu l’être${NBSP}: Excel les refuse, ou quelqu’un les a modifiées.`
        : '';
    return `${plural(done, 'formule rétablie', 'formules rétablies')}.${rest}`;
  },
};

interface Count {
  done: number;
  refused: number;
}

async function convertAll(context: Excel.RequestContext): Promise<Count> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const count: Count = { done: 0, refused: 0 };
  for (const sheet of worksheets.items) {
    const bounds = await boundsOf(context, sheet);
    refuseTooWide(bounds);
    const { grid } = await readBlocks(context, sheet, bounds);
    for (const change of changesIn(grid)) {
      if (await convertTable(sheet, grid, change)) count.done++;
      else count.refused++;
    }
  }
  return count;
}

interface Change {
  readonly row: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
}

/** The cells whose formula, or whose text that should be one, Excel writes otherwise. */
export function changesIn({ origin, values, formulas }: Grid): Change[] {
  return values.flatMap((row, index) =>
    row.flatMap((value, column) => {
      const written = formulas?.get(index)?.[column] || value;
      if (typeof written !== 'string' || !written.startsWith('=')) return [];
      const after = toExcel(written);
      return after === written
        ? []
        : [{ row: origin.row + index, column: origin.column + column, before: written, after }];
    }),
  );
}

/** Writes one formula, whose table has the place that it filled in Google; what stood there comes back when it cannot be written. */
async function convertTable(sheet: Excel.Worksheet, grid: Grid, change: Change): Promise<boolean> {
  const freeze = await thaw(sheet, grid, change);
  try {
    if (await convertCell(sheet, change)) return true;
  } catch (error) {
    // What stopped it is what the agent must hear of.
    await freeze().catch(() => undefined);
    throw error;
  }
  await freeze();
  return false;
}

/** Writes one formula where the cell still holds what was read; what a colleague wrote meanwhile is put back. */
async function convertCell(sheet: Excel.Worksheet, { row, column, before, after }: Change): Promise<boolean> {
  const cell = sheet.getRangeByIndexes(row, column, 1, 1);
  cell.load('values, formulas, numberFormat');
  await sheet.context.sync();
  const known = stateOfLine(cell);
  const [state] = known;
  if (state?.content !== before) return false;
  const format = state.format === TEXT_FORMAT ? 'General' : state.format;
  try {
    const swapped = await swap(cell, known, new Map([[0, { content: after, isFormula: true, format }]]));
    cell.untrack();
    if (sameContent(swapped.before[0], state)) return true;
    await giveBack({ sheet, line: cell, first: column, left: swapped.after, puts: pick(swapped.before, [0]) });
    return false;
  } catch (error) {
    // Excel does not take the formula, or the cell.
    if (!['InvalidArgument', 'AccessDenied'].includes(codeOf(error))) throw error;
    return false;
  }
}
