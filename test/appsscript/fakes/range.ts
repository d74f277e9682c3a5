import { a1Of } from './a1';
import { coerced } from './coercion';
import {
  cellAt,
  cellOf,
  valueOf,
  type Area,
  type CellState,
  type DocumentState,
  type Held,
  type SheetState,
} from './document';
import { GoogleException } from './execution';
import { createSheet, sheetIn } from './sheet';
import { standsFor, strict, type Place } from './strict';

type Range = GoogleAppsScript.Spreadsheet.Range;

const PROTECTED =
  'Vous essayez de modifier une cellule ou un objet protégé. Contactez le propriétaire de la feuille de calcul pour supprimer la protection si vous devez modifier cet élément.';

/** A range by its position: when lines move, it stays where it is. */
export function createRange(place: Place, sheetId: number, area: Area): Range {
  const { execution } = place;
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;

  const sheet = (): SheetState => sheetIn(execution.view(), sheetId);
  const grid = <T>(read: (cell: CellState, row: number, column: number) => T): T[][] => {
    const now = sheet();
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) =>
        read(cellOf(now, area.top + row, area.left + column), area.top + row, area.left + column),
      ),
    );
  };
  const values = (): Held[][] => {
    const document = execution.view();
    const now = sheetIn(document, sheetId);
    return grid((_, row, column) => valueOf(document, now, row, column));
  };

  /** Writes each cell of the range when the batch is written, unless it is protected. */
  function change(make: (cell: CellState, row: number, column: number) => Partial<CellState>, refusable = true): Range {
    const write = (document: DocumentState): void => {
      const now = sheetIn(document, sheetId);
      if (refusable) refuseProtected(now, area);
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const cell = cellAt(now, area.top + row, area.left + column);
          Object.assign(cell, make(cell, row, column));
        }
      }
    };
    if (execution.document.refuses === 'now' && refusable) refuseProtected(sheet(), area);
    execution.write(write);
    return range;
  }

  function matrix<T>(given: readonly (readonly T[])[]): (row: number, column: number) => T | undefined {
    if (given.length !== rows)
      throw new GoogleException(
        `The number of rows in the data does not match the number of rows in the range. The data has ${given.length} but the range has ${rows}.`,
      );
    const wrong = given.find((cells) => cells.length !== columns);
    if (wrong)
      throw new GoogleException(
        `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${columns}.`,
      );
    return (row, column) => given[row]?.[column];
  }

  const range: Range = strict<Range>(
    place,
    'Range',
    {
      getSheet: () => createSheet(place, sheetId),
      getRow: () => area.top + 1,
      getColumn: () => area.left + 1,
      getNumRows: () => rows,
      getNumColumns: () => columns,
      getLastRow: () => area.bottom + 1,
      getLastColumn: () => area.right + 1,
      getA1Notation: () => a1Of(area),
      getValue: () => values()[0]?.[0],
      getValues: values,
      getFormula: () => grid(({ formula }) => formula)[0]?.[0] ?? '',
      getFormulas: () => grid(({ formula }) => formula),
      getNumberFormat: () => grid(({ format }) => format)[0]?.[0] ?? '',
      getNumberFormats: () => grid(({ format }) => format),
      setValue: (value: unknown) => change((cell) => coerced(value, cell, execution.document.locale)),
      setValues(given: unknown[][]) {
        const at = matrix(given);
        return change((cell, row, column) => coerced(at(row, column), cell, execution.document.locale));
      },
      setFormula: (formula: string) => change(() => ({ formula, value: '' })),
      setFormulas(given: string[][]) {
        const at = matrix(given);
        return change((_, row, column) => ({ formula: at(row, column) ?? '', value: '' }));
      },
      setNumberFormat: (format: string) => change(() => ({ format })),
      setNumberFormats(given: string[][]) {
        const at = matrix(given);
        return change((_, row, column) => ({ format: at(row, column) ?? 'General' }));
      },
      clearContent: () => change(() => ({ value: '', formula: '' })),
      canEdit: () => !isProtected(sheet(), area),
      isBlank: () =>
        grid(({ value, formula }) => value === '' && formula === '').every((cells) => cells.every(Boolean)),
      isPartOfMerge: () => sheet().merges.some((merge) => overlaps(merge, area)),
      getMergedRanges: () =>
        sheet()
          .merges.filter((merge) => overlaps(merge, area))
          .map((merge) => createRange(place, sheetId, merge)),
      activate() {
        execution.document.active = { sheetId, row: area.top, column: area.left, rows, columns };
        return range;
      },
      setDataValidation: (rule: GoogleAppsScript.Spreadsheet.DataValidation | null) =>
        change(() => ({ choices: rule === null ? null : (standsFor(rule) as readonly string[]) })),
      clearDataValidations: () => change(() => ({ choices: null })),
      setFontWeight: () => change(() => ({})),
      setFontSize: () => change(() => ({})),
      setFontStyle: () => change(() => ({})),
      setWrap: () => change(() => ({})),
      setBackground: () => change(() => ({})),
      setVerticalAlignment: () => change(() => ({})),
    },
    { sheetId, area },
  );
  return range;
}

const overlaps = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

const isProtected = (sheet: SheetState, area: Area): boolean => sheet.protections.some((one) => overlaps(one, area));

function refuseProtected(sheet: SheetState, area: Area): void {
  if (isProtected(sheet, area)) throw new GoogleException(PROTECTED);
}
