import { coerced } from './coercion';
import { BLANK, cellAt, type DocumentState, type Held, type SheetState } from './document';

/** What somebody else does to the sheet by hand, at once and without the script. Rows and columns are 0-based. */
export interface Colleague {
  set(row: number, column: number, value: Held | null): void;
  /** Types a text: it becomes what Google makes of it. */
  type(row: number, column: number, text: string): void;
  setFormula(row: number, column: number, formula: string): void;
  insertRow(before: number): void;
  deleteRow(row: number): void;
  swapRows(a: number, b: number): void;
  select(row: number, column: number): void;
  protect(row: number, column: number): void;
}

export function colleagueOf(document: DocumentState, name = document.sheets[0]?.name ?? ''): Colleague {
  const sheet = (): SheetState => {
    const found = document.sheets.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  };
  return {
    set: (row, column, value) => void Object.assign(cellAt(sheet(), row, column), { value: value ?? '', formula: '' }),
    type(row, column, text) {
      const cell = cellAt(sheet(), row, column);
      Object.assign(cell, coerced(text, cell, document.locale));
    },
    setFormula: (row, column, formula) => void Object.assign(cellAt(sheet(), row, column), { value: '', formula }),
    insertRow(before) {
      const one = sheet();
      while (one.rows.length < before) one.rows.push([]);
      one.rows.splice(before, 0, []);
      one.maxRows += 1;
      moveAreas(one, (row) => (row >= before ? row + 1 : row));
    },
    deleteRow(row) {
      const one = sheet();
      one.rows.splice(row, 1);
      one.maxRows -= 1;
      moveAreas(one, (place) => (place > row ? place - 1 : place));
    },
    swapRows(a, b) {
      const { rows } = sheet();
      const first = rows[a] ?? [{ ...BLANK }];
      rows[a] = rows[b] ?? [{ ...BLANK }];
      rows[b] = first;
    },
    select: (row, column) => void (document.active = { sheetId: sheet().id, row, column, rows: 1, columns: 1 }),
    protect: (row, column) => void sheet().protections.push({ top: row, bottom: row, left: column, right: column }),
  };
}

/** Merged and protected areas move with their lines. */
function moveAreas(sheet: SheetState, move: (row: number) => number): void {
  const moved = (areas: SheetState['merges']): SheetState['merges'] =>
    areas.map((area) => ({ ...area, top: move(area.top), bottom: move(area.bottom) }));
  sheet.merges = moved(sheet.merges);
  sheet.protections = moved(sheet.protections);
}
