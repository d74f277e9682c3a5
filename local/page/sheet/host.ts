import type { Worksheet } from '@univerjs/core';
import {
  HostFailure,
  formatAddress,
  placeEdits,
  unseen,
  type CellRef,
  type Edit,
  type Grid,
  type Scalar,
  type SheetHost,
  type Stamp,
  type Unseen,
  type WorkbookStore,
} from '../../../shared/sheet';
import { NBSP, quote } from '../../../shared/text';
import { cellOf } from './cells';
import type { Spreadsheet } from './spreadsheet';
import { addSheet, writeFormula, writeValues } from './write';

export interface PageHostOptions {
  readonly store: WorkbookStore;
  readonly stamp: () => Stamp;
  /** Sheets that came protected. */
  readonly isProtected: (sheetName: string) => boolean;
  /** The sheet that the pane reads. */
  readonly onRead: (sheetName: string) => void;
}

/** The spreadsheet of the page, as the pane knows it. */
export function createPageHost(spreadsheet: Spreadsheet, options: PageHostOptions): SheetHost {
  const { api, mirror, workbook } = spreadsheet;

  function sheetNamed(name: string | undefined): Worksheet {
    const sheet = name === undefined ? workbook().getActiveSheet() : workbook().getSheetBySheetName(name);
    if (sheet) return sheet;
    throw new HostFailure(`La feuille ${quote(name ?? '')} n’existe plus.`, 'Choisissez-en une autre.');
  }

  /** What is being typed goes into its cell first: the edits are then judged on what the agent sees. */
  async function settle(): Promise<void> {
    const book = api.getActiveWorkbook();
    if (book?.isCellEditing()) await book.endEditingAsync(true);
  }

  async function apply(edits: readonly Edit[]): ReturnType<SheetHost['apply']> {
    await settle();
    const sheet = sheetNamed(edits[0]?.at.sheet);
    const grid = mirror.grid(sheet);
    if (options.isProtected(sheet.getName())) {
      const refused = edits.map((edit) => ({ edit, reason: 'protected' as const, found: foundAt(grid, edit.at) }));
      return { applied: [], refused };
    }
    const { ready, refused } = placeEdits(grid, edits);
    if (ready.length > 0) writeValues(spreadsheet, sheet, ready);
    return { applied: ready, refused };
  }

  return {
    async read({ sheet: name }) {
      await settle();
      const sheet = sheetNamed(name);
      options.onRead(sheet.getName());
      return mirror.gridCalmly(sheet);
    },
    apply,
    async reveal(at) {
      const shown = sheetNamed(at.sheet);
      const focused = document.activeElement;
      const book = api.getActiveWorkbook();
      const sheet = book?.getSheetByName(at.sheet);
      // The sheet that is shown already would be drawn anew, which takes long when it has many rows.
      if (sheet?.getSheetId() !== book?.getActiveSheet().getSheetId()) sheet?.activate();
      sheet?.getRange(at.row, at.column).activate();
      sheet?.scrollToCell(Math.max(0, at.row - ROWS_ABOVE), Math.max(0, at.column - 1));
      if (focused instanceof HTMLElement && focused !== document.body) focused.focus();
      return hiddenIn(shown, at);
    },
    watch: (onChange) => both(spreadsheet.onChange(onChange), spreadsheet.onLoad(onChange)),
    follow(onSelect) {
      const listening = api.addEvent(api.Event.SelectionChanged, ({ worksheet, selections }) => {
        const first = selections[0];
        if (first) onSelect({ sheet: worksheet.getSheetName(), row: first.startRow, column: first.startColumn });
      });
      return () => listening.dispose();
    },
    sheets: async () => shownSheets(workbook().getSheets()),
    async addSheet(name, values) {
      await settle();
      return addSheet(
        spreadsheet,
        name,
        values.map((row) => row.map(cellOf)),
      );
    },
    async insertFormula(formula) {
      await settle();
      const cell = api.getActiveWorkbook()?.getActiveRange();
      const sheet = workbook().getActiveSheet();
      const at = { row: cell?.getRow() ?? 0, column: cell?.getColumn() ?? 0 };
      const address = formatAddress(at.row, at.column);
      const grid = mirror.grid(sheet);
      if (foundAt(grid, { sheet: sheet.getName(), ...at }) !== null || grid.formulas?.get(at.row)?.[at.column]) {
        throw new HostFailure(
          `La cellule ${address} n’est pas vide${NBSP}: rien n’y a été écrit.`,
          'Choisissez une cellule vide, puis recommencez.',
        );
      }
      writeFormula(spreadsheet, sheet, at, formula);
      return address;
    },
    store: options.store,
    stamp: options.stamp,
  };
}

/** The spreadsheet of the page has no filter: a row that a filter of Excel hides comes hidden. */
function hiddenIn(sheet: Worksheet, at: CellRef): Unseen | null {
  if (!sheet.getRowVisible(at.row)) return unseen(at, 'ligne', ROW_CURE);
  return sheet.getColVisible(at.column) ? null : unseen(at, 'colonne', COLUMN_CURE);
}

const ROW_CURE = 'Sélectionnez les lignes voisines, puis clic droit sur leurs numéros, Afficher la ligne sélectionnée.';
const COLUMN_CURE =
  'Sélectionnez les colonnes voisines, puis clic droit sur leurs lettres, Afficher/Masquer la colonne.';

/** Lines kept in sight above the cell that is shown. */
const ROWS_ABOVE = 3;

const foundAt = ({ values }: Grid, { row, column }: CellRef): Scalar => values[row]?.[column] ?? null;
const shownSheets = (sheets: readonly Worksheet[]): string[] =>
  sheets.filter((sheet) => !sheet.isSheetHidden()).map((sheet) => sheet.getName());

function both(first: () => void, second: () => void): () => void {
  return () => {
    first();
    second();
  };
}
