import {
  planDashboard,
  rangeText,
  type Box,
  type Dashboard,
  type DashboardChart,
  type Look,
  type WorkbookFormulas,
} from '../../shared/formulas';
import { columnName } from '../../shared/sheet';
import { newSheet } from './addSheet';
import { readSheet } from './readSheet';
import { run } from './run';

/**
 * Adds a sheet of our formulas and native charts on an annexe, and shows it; resolves with its name. `several`: other sheets are
 * annexes too, so that the formulas must name the range of theirs.
 */
export async function createDashboard(feuille: string, formulas: WorkbookFormulas, several: boolean): Promise<string> {
  const grid = await readSheet({ sheet: feuille });
  const { column } = grid.origin;
  const width = grid.values.reduce((most, row) => Math.max(most, row.length), 1);
  const plage = rangeText(feuille, `${columnName(column)}:${columnName(column + width - 1)}`);
  const plan = planDashboard({ grid, evaluate: formulas.evaluate, ...(several ? { plage } : {}) });
  return run((context) => draw(context, plan));
}

/** One sheet, new and not shown until it is complete: nothing of the agent's is touched. When it cannot be completed, it goes. */
async function draw(context: Excel.RequestContext, plan: Dashboard): Promise<string> {
  const sheet = await newSheet(context, plan.name);
  sheet.load('name');
  await context.sync();
  try {
    fill(sheet, plan);
    sheet.activate();
    await context.sync();
    return sheet.name;
  } catch (error) {
    sheet.delete();
    // What stopped the drawing is what the agent must hear of, also when the sheet cannot be taken away.
    await context.sync().catch(() => undefined);
    throw error;
  }
}

function fill(sheet: Excel.Worksheet, plan: Dashboard): void {
  plan.widths.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = characters * POINTS;
  });
  for (const { box, look } of plan.looks) dress(rangeOf(sheet, box), box, look);
  for (const cell of plan.cells) {
    const range = sheet.getCell(cell.row, cell.column);
    if ('text' in cell) range.values = [[cell.text]];
    else range.formulas = [[cell.formula]];
  }
  for (const chart of plan.charts) drawChart(sheet, chart);
}

/** Width of a character, in the unit of Excel's columns. */
const POINTS = 5.6;

const rangeOf = (sheet: Excel.Worksheet, { top, left, bottom, right }: Box): Excel.Range =>
  sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);

function dress(range: Excel.Range, { top, bottom }: Box, look: Look): void {
  const { font } = range.format;
  switch (look) {
    case 'titre':
      font.bold = true;
      font.size = 14;
      break;
    case 'note':
      font.italic = true;
      break;
    case 'entete':
      font.bold = true;
      range.format.borders.getItem(Excel.BorderIndex.edgeBottom).style = Excel.BorderLineStyle.continuous;
      break;
    case 'part':
      range.numberFormat = Array.from({ length: bottom - top + 1 }, () => ['0.0%']);
      break;
  }
}

/**
 * Office.js gives charts no alternative text. The title says what is shown, the name is what the selection pane lists, and the
 * description stands in the cell under the chart, where a screen reader finds it.
 */
function drawChart(sheet: Excel.Worksheet, { title, description, categories, values, place }: DashboardChart): void {
  const chart = sheet.charts.add(Excel.ChartType.barClustered, rangeOf(sheet, values), Excel.ChartSeriesBy.columns);
  chart.name = title;
  chart.title.text = title;
  chart.legend.visible = false;
  const series = chart.series.getItemAt(0);
  series.setXAxisValues(rangeOf(sheet, categories));
  series.hasDataLabels = true;
  chart.axes.categoryAxis.reversePlotOrder = true;
  chart.axes.valueAxis.minimum = 0;
  chart.axes.valueAxis.maximum = 1;
  chart.setPosition(sheet.getCell(place.top, place.left), sheet.getCell(place.bottom, place.right));
  sheet.getCell(place.top, place.left).values = [[description]];
}
