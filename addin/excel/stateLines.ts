import { formulaAt } from '../../shared/sheet';
import { boundsOf, type Bounds } from './bounds';
import type { LineState } from './cellState';
import { readBlocks } from './readSheet';

/** Every line of a sheet as it stands, formats left out. */
export async function stateLines(sheet: Excel.Worksheet): Promise<{ bounds: Bounds; lines: readonly LineState[] }> {
  const context = sheet.context as Excel.RequestContext;
  const bounds = await boundsOf(context, sheet);
  const { grid } = await readBlocks(context, sheet, bounds);
  const lines = grid.values.map((row, index) =>
    row.map((value, column) => {
      const formula = formulaAt(grid, index, column);
      return { content: formula === '' ? value : formula, isFormula: formula !== '', format: '' };
    }),
  );
  return { bounds, lines };
}
