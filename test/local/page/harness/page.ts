import type { FWorksheet } from '@univerjs/preset-sheets-core';
import { openedOf } from './opened';
import { snapshotOf } from '../../../../local/page/file/snapshot';
import { createCalls } from '../../../../local/page/sheet/calls';
import { cellOf } from '../../../../local/page/sheet/cells';
import { followEdits } from '../../../../local/page/sheet/follow';
import { createPageHost } from '../../../../local/page/sheet/host';
import { createSpreadsheet } from '../../../../local/page/sheet/spreadsheet';
import type { Grid, Scalar, SheetHost } from '../../../../shared/sheet';

/** The page's host and spreadsheet, without the bar and the pane, for a test to speak to. */
export interface PageBench {
  load(values: readonly (readonly Scalar[])[]): void;
  host(): SheetHost;
  set(row: number, column: number, value: Scalar): void;
  setFormula(row: number, column: number, formula: string): void;
  insertRow(before: number): void;
  deleteRow(row: number): void;
  swapRows(a: number, b: number): void;
  hideRow(row: number): void;
  /** What a cell shows. */
  shown(row: number, column: number): string;
  /** Resolves when every formula has its result. */
  calculated(): Promise<void>;
  undo(): Promise<void>;
  /** Fills the sheet with this many objectives. */
  fill(rows: number): void;
}

declare global {
  interface Window {
    readonly bench: PageBench;
    tellNode?: () => Promise<void>;
  }
}

const place = document.getElementById('feuille');
if (place === null) throw new Error('no place');
const calls = createCalls();
const spreadsheet = createSpreadsheet(place, calls, false);
calls.attach(spreadsheet);
followEdits(spreadsheet);

const texts = new Map<string, string>();
let host: SheetHost;
let count = 0;

function sheet(): FWorksheet {
  const active = spreadsheet.api.getActiveWorkbook()?.getActiveSheet();
  if (!active) throw new Error('no sheet');
  return active;
}

const set = (row: number, column: number, value: Scalar): void => {
  const cell = sheet().getRange(row, column);
  if (value === null || value === '') cell.clearContent();
  else cell.setValue(cellOf(value));
};

const valuesOf = (row: number): Scalar[] => {
  const grid: Grid = spreadsheet.mirror.grid(spreadsheet.workbook().getActiveSheet());
  return [...(grid.values[row] ?? [])];
};

const bench: PageBench = {
  load(values) {
    texts.clear();
    spreadsheet.load(snapshotOf(openedOf(values), `essai-${++count}`));
    host = createPageHost(spreadsheet, {
      store: {
        load: async (name) => texts.get(name) ?? null,
        save: async (name, text) => void texts.set(name, text),
      },
      stamp: () => ({ when: '22/11/2026 14:05', who: '' }),
      isProtected: () => false,
      onRead: calls.choose,
    });
  },
  host: () => host,
  set,
  setFormula: (row, column, formula) => void sheet().getRange(row, column).setValue({ f: formula }),
  insertRow: (before) => void sheet().insertRows(before, 1),
  deleteRow: (row) => void sheet().deleteRows(row, 1),
  hideRow: (row) => void sheet().hideRows(row, 1),
  swapRows(a, b) {
    const [first, second] = [valuesOf(a), valuesOf(b)];
    for (let column = 0; column < Math.max(first.length, second.length); column++) {
      set(a, column, second[column] ?? null);
      set(b, column, first[column] ?? null);
    }
  },
  shown: (row, column) => sheet().getRange(row, column).getDisplayValue(),
  calculated: () => spreadsheet.api.getFormula().onCalculationResultApplied(),
  undo: async () => void (await spreadsheet.api.undo()),
  fill(rows) {
    const header = [
      'Réf',
      'Objectif opérationnel',
      'BOP',
      'Service',
      'Collectivité',
      'Signataire',
      'Indicateur',
      'Cible',
    ];
    const lines = Array.from({ length: rows }, (_, index): Scalar[] => [
      `PDEE_AS1_${index}`,
      `Objectif ${index}`,
      '147',
      'DDCSPP',
      '',
      '',
      index % 2 === 0 ? `Nombre de projets ${index}` : '',
      '',
    ]);
    bench.load([header, ...lines]);
  },
};
Object.assign(window, { bench });
