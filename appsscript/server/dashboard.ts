import { toGoogle, type Dashboard, type DashboardChart, type Look } from '../../shared/formulas';
import { book, type Sheet } from './book';
import { withSemicolons } from './formulaCells';
import { freeName } from './insert';
import { alone } from './lock';

/** Pixels of a character of a column, and of a row and a column of a new sheet. */
const CHARACTER = 7;
const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;

type Range = GoogleAppsScript.Spreadsheet.Range;
interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Draws a planned dashboard in a sheet of its own; gives the name of the sheet. */
export function createDashboard({ plan }: { plan: Dashboard }): string {
  return alone(() => {
    const sheet = book().insertSheet(freeName(plan.name));
    for (const cell of plan.cells) {
      const range = sheet.getRange(cell.row + 1, cell.column + 1);
      if ('formula' in cell) range.setFormula(withSemicolons(toGoogle(cell.formula)));
      else range.setValue(cell.text);
    }
    for (const { box, look } of plan.looks) LOOKS[look](rangeOf(sheet, box));
    plan.widths.forEach((width, column) => sheet.setColumnWidth(column + 1, width * CHARACTER));
    for (const chart of plan.charts) insertChart(sheet, chart);
    sheet.activate();
    return sheet.getName();
  });
}

const LOOKS: { readonly [L in Look]: (range: Range) => void } = {
  titre: (range) => void range.setFontWeight('bold').setFontSize(14),
  note: (range) => void range.setFontStyle('italic'),
  entete: (range) => void range.setFontWeight('bold'),
  part: (range) => void range.setNumberFormat('0.0%'),
};

function insertChart(sheet: Sheet, { title, categories, values, place }: DashboardChart): void {
  const chart = sheet
    .newChart()
    .setChartType(Charts.ChartType.BAR)
    .addRange(rangeOf(sheet, categories))
    .addRange(rangeOf(sheet, values))
    .setPosition(place.top + 1, place.left + 1, 0, 0)
    .setOption('title', title)
    .setOption('legend', { position: 'none' })
    .setOption('hAxis', { minValue: 0, maxValue: 1, format: 'percent' })
    .setOption('width', (place.right - place.left + 1) * COLUMN_WIDTH)
    .setOption('height', (place.bottom - place.top + 1) * ROW_HEIGHT)
    .build();
  sheet.insertChart(chart);
}

const rangeOf = (sheet: Sheet, { top, left, bottom, right }: Box): Range =>
  sheet.getRange(top + 1, left + 1, bottom - top + 1, right - left + 1);
