import type { Worksheet } from '@univerjs/core';
import type { Grid, Merge, Scalar } from '../../../shared/sheet';
import { formulaOf, scalarOf } from './cells';

/**
 * The sheets as plain grids. A row is read again only when it was touched: the pane and the formulas ask often, and a sheet may
 * have a hundred thousand rows. Rows that did not change keep their identity, by which a change is found fast.
 */
export interface Mirror {
  grid(sheet: Worksheet): Grid;
  /** The same, letting the page breathe between slices. */
  gridCalmly(sheet: Worksheet): Promise<Grid>;
  /** Says that rows changed; without rows, that anything may have moved. */
  touch(sheetId: string, rows?: Iterable<number>): void;
  /** Another workbook comes: its sheets may have the same ids. */
  forget(): void;
}

interface Seen {
  values: (readonly Scalar[])[];
  formulas: Map<number, string[]>;
  stale: Set<number> | 'all';
  version: number;
}

/** Rows read at once: some milliseconds. */
const SLICE = 4000;

export function createMirror(): Mirror {
  const known = new Map<string, Seen>();

  function seenOf(id: string): Seen {
    const seen = known.get(id) ?? { values: [], formulas: new Map(), stale: 'all', version: 0 };
    known.set(id, seen);
    return seen;
  }

  function refresh(sheet: Worksheet, seen: Seen): void {
    if (seen.stale !== 'all' && seen.stale.size === 0) return;
    if (seen.stale === 'all') {
      seen.values = [];
      seen.formulas = new Map();
      readRows(sheet, seen, 0, lengthOf(sheet));
    } else {
      seen.values = seen.values.slice();
      seen.formulas = new Map(seen.formulas);
      const length = lengthOf(sheet);
      for (let row = seen.values.length; row < length; row++) seen.values.push([]);
      for (const row of seen.stale) if (row < seen.values.length) readRows(sheet, seen, row, row + 1);
    }
    seen.stale = new Set();
  }

  return {
    grid(sheet) {
      const seen = seenOf(sheet.getSheetId());
      refresh(sheet, seen);
      return gridOf(sheet, seen);
    },
    async gridCalmly(sheet) {
      const seen = seenOf(sheet.getSheetId());
      const length = lengthOf(sheet);
      if (seen.stale === 'all' && length > SLICE) {
        const { version } = seen;
        const draft = { values: [], formulas: new Map<number, string[]>() };
        for (let row = 0; row < length && version === seen.version; row += SLICE) {
          readRows(sheet, draft, row, Math.min(length, row + SLICE));
          await new Promise((resolve) => void setTimeout(resolve));
        }
        // Changed meanwhile: what was read is of no time; the sheet is read at once.
        if (version === seen.version) Object.assign(seen, draft, { stale: new Set() });
      }
      refresh(sheet, seen);
      return gridOf(sheet, seen);
    },
    touch(sheetId, rows) {
      const seen = seenOf(sheetId);
      seen.version++;
      if (rows === undefined) seen.stale = 'all';
      else if (seen.stale !== 'all') for (const row of rows) seen.stale.add(row);
    },
    forget: () => known.clear(),
  };
}

function readRows(sheet: Worksheet, into: Pick<Seen, 'values' | 'formulas'>, from: number, to: number): void {
  const matrix = sheet.getCellMatrix().getMatrix();
  for (let row = from; row < to; row++) {
    const cells = matrix[row];
    const values: Scalar[] = [];
    const formulas: string[] = [];
    for (const key in cells) {
      const column = Number(key);
      const cell = cells[column];
      const value = scalarOf(cell);
      const formula = cell ? formulaOf(cell) : '';
      if (value !== null) put(values, column, value, null);
      if (formula !== '') put(formulas, column, formula, '');
    }
    into.values[row] = values;
    if (formulas.length > 0) into.formulas.set(row, formulas);
    else into.formulas.delete(row);
  }
}

/** Keys of an object come in rising order, but blanks between them do not come at all. */
function put<T>(row: T[], column: number, value: T, blank: T): void {
  while (row.length < column) row.push(blank);
  row[column] = value;
}

const lengthOf = (sheet: Worksheet): number => sheet.getCellMatrix().getLength();

function gridOf(sheet: Worksheet, { values, formulas }: Seen): Grid {
  return { origin: { sheet: sheet.getName(), row: 0, column: 0 }, values, formulas, merges: mergesOf(sheet) };
}

export function mergesOf(sheet: Worksheet): Merge[] {
  return sheet.getMergeData().map((range) => ({
    top: range.startRow,
    left: range.startColumn,
    bottom: range.endRow,
    right: range.endColumn,
  }));
}
