import {
  inverseOf,
  printRow,
  rebase,
  valueAt,
  type Edit,
  type Grid,
  type Refusal,
  type Scalar,
} from '../../../shared/sheet';
import { colleagueOf, type Colleague } from '../fakes/colleague';
import {
  copyOfSheet,
  documentOf,
  sheetOf,
  type CellState,
  type DocumentState,
  type Held,
  type SheetState,
} from '../fakes/document';
import { valueFrom } from '../rpc';

/** A line that is corrected, with lines around it that differ, repeat its values, and hold a formula in its column. */
const VALUES: readonly (readonly Held[])[] = [
  ['Réf', 'Objectif opérationnel', 'BOP', 'Service', 'Indicateur'],
  ['PDEE_AS1_001', 'Créer des emplois', 102, 'DIRECCTE', ''],
  ['PDEE_AS1_002', 'Former', '163', 'DDCSPP', 'Nombre de stages'],
  ['PDEE_AS1_003', 'Orienter', '163', 'DRPJJ', ''],
  ['PDEE_AS1_OO4', 'Loger', '135', 'DRPJJ', 'Nombre de logements'],
  ['', '', '177', 'DDCSPP', ''],
  ['PDEE_AS1_005', 'Soigner', '204', 'ARS', 'Nombre de lits'],
  ['PDEE_AS1_006', 'Transporter', '203', 'DREAL', ''],
];
export const LINE = 4;
/** Stands just below the line, in the column that is corrected. */
const FORMULA = { row: 5, column: 2, formula: '=B2&"x"' };

export interface Scene {
  readonly document: DocumentState;
  readonly sheet: SheetState;
  readonly colleague: Colleague;
  /** The lines as objects: they are the same wherever they stand later. */
  readonly lines: readonly CellState[][];
}

/** The scene, or a copy of one. */
export function openScene(copied?: SheetState): Scene {
  const sheet = copied === undefined ? sheetOf(VALUES) : copyOfSheet(copied);
  const document = documentOf(sheet);
  const colleague = colleagueOf(document);
  if (copied === undefined) colleague.setFormula(FORMULA.row, FORMULA.column, FORMULA.formula);
  return { document, sheet, colleague, lines: [...sheet.rows] };
}

/** What an agent corrects in the line: a text, a text that Google would read as a number, a reference. */
export interface Correction {
  readonly column: number;
  readonly set: Scalar;
  /** The line that is corrected, LINE unless said. */
  readonly line?: number;
}

export const CORRECTIONS: readonly Correction[] = [
  { column: 3, set: 'DTPJJ' },
  { column: 2, set: '135 147' },
  { column: 0, set: 'PDEE_AS1_004' },
];

export function readGrid(
  { document }: Pick<Scene, 'document'>,
  between?: (moment: number, name: string) => void,
): Grid {
  const part = valueFrom(document, 'read', { sheet: 'Annexe', part: 0 }, between);
  return {
    origin: { sheet: part.sheet, row: 0, column: 0 },
    values: part.values,
    formulas: new Map(part.formulas),
    merges: part.merges,
  };
}

/** Two lines that stand side by side, corrected in the same column. */
export const NEIGHBOURS: readonly Correction[] = [
  { column: 3, set: 'DTPJJ' },
  { column: 3, set: 'DIRPJJ', line: LINE + 1 },
];

export const editsOf = (grid: Grid, corrections = CORRECTIONS): Edit[] =>
  corrections.map(({ column, set, line: row = LINE }) => ({
    at: { sheet: 'Annexe', row, column },
    expect: valueAt(grid, row, column),
    set,
    row: printRow(grid, row),
  }));

export interface Outcome {
  readonly applied: readonly Edit[];
  readonly refused: readonly Refusal[];
  /** What was asked of Google, in order. */
  readonly moments: readonly string[];
}

/** Runs calls of the server one after the other, their moments counted together; a colleague acts before the given one. */
export function during(
  moment: number | null,
  act: () => void,
): { between(index: number, name: string): void; moments: string[] } {
  const moments: string[] = [];
  return {
    moments,
    between(_, name) {
      if (moments.length === moment) act();
      moments.push(name);
    },
  };
}

/** Applies the corrections. */
export function applyIn(
  scene: Scene,
  edits: readonly Edit[],
  moment: number | null,
  act: () => void,
  more: (index: number) => void = () => undefined,
): Outcome {
  const { between, moments } = during(moment, act);
  const watch = (index: number, name: string): void => {
    more(moments.length);
    between(index, name);
  };
  return { ...valueFrom(scene.document, 'apply', { edits }, watch), moments };
}

/** Takes back what was applied, as the pane does: reads, finds the lines again, writes. */
export function undoIn(scene: Scene, done: readonly Edit[], moment: number | null, act: () => void): Outcome {
  const { between, moments } = during(moment, act);
  const grid = readGrid(scene, between);
  const { edits, conflicts, perdues } = rebase(grid, inverseOf({ edits: done }, grid.origin));
  const { applied, refused } =
    edits.length > 0 ? valueFrom(scene.document, 'apply', { edits }, between) : { applied: [], refused: [] };
  const stopped: Refusal[] = [
    ...conflicts.map(({ edit, attendu, found }): Refusal => ({
      edit: { ...edit, expect: attendu },
      reason: 'changed',
      found,
    })),
    ...perdues.map((edit): Refusal => ({ edit, reason: 'gone', found: null })),
  ];
  return { applied, refused: [...refused, ...stopped], moments };
}

/** What a colleague may do around the line. `cell`: the one that is typed in. */
export interface Act {
  readonly name: string;
  readonly cell?: { readonly row: number; readonly column: number; readonly value: Held; readonly formula?: string };
  run(colleague: Colleague): void;
}

const types = (name: string, row: number, column: number, value: Held): Act => ({
  name,
  cell: { row, column, value },
  run: (colleague) => colleague.set(row, column, value),
});
const moves = (name: string, run: Act['run']): Act => ({ name, run });

export const ACTS: readonly Act[] = [
  ...CORRECTIONS.map(({ column }) => types(`types in the very cell (column ${column})`, LINE, column, 'AUTRE')),
  types('empties the very cell', LINE, 3, ''),
  {
    name: 'puts a formula in the very cell',
    cell: { row: LINE, column: 3, value: '', formula: '=D2' },
    run: (colleague) => colleague.setFormula(LINE, 3, '=D2'),
  },
  types('types in another cell of the line', LINE, 1, 'Loger mieux'),
  types('empties another cell of the line', LINE, 4, ''),
  types('types in the cell above', LINE - 1, 3, 'ARS'),
  types('types in the cell below', LINE + 1, 3, 'ARS'),
  moves('inserts a line at the top', (colleague) => colleague.insertRow(1)),
  moves('inserts a line just above', (colleague) => colleague.insertRow(LINE)),
  moves('inserts a line just below', (colleague) => colleague.insertRow(LINE + 1)),
  moves('inserts two lines above', (colleague) => {
    colleague.insertRow(2);
    colleague.insertRow(2);
  }),
  moves('deletes a line at the top', (colleague) => colleague.deleteRow(1)),
  moves('deletes the line above', (colleague) => colleague.deleteRow(LINE - 1)),
  moves('deletes the line below', (colleague) => colleague.deleteRow(LINE + 1)),
  moves('deletes the line', (colleague) => colleague.deleteRow(LINE)),
  moves('swaps the line with the one above', (colleague) => colleague.swapRows(LINE, LINE - 1)),
  moves('swaps the line with the one below', (colleague) => colleague.swapRows(LINE, LINE + 1)),
  moves('swaps two other lines', (colleague) => colleague.swapRows(1, 6)),
  moves('sorts all lines the other way', (colleague) => {
    for (let row = 1; row < 4; row++) colleague.swapRows(row, VALUES.length - row);
  }),
];

/** Every cell of every line that was there before, wherever it stands now; and those that are new. */
export function cellsNow({ sheet, lines }: Scene): { readonly old: Map<number, string[]>; readonly fresh: string[][] } {
  const show = ({ value, formula }: CellState): string => formula || String(value);
  const old = new Map<number, string[]>();
  const fresh: string[][] = [];
  for (const cells of sheet.rows) {
    const line = lines.indexOf(cells);
    if (line >= 0) old.set(line, cells.map(show));
    else if (cells.some((cell) => show(cell) !== '')) fresh.push(cells.map(show));
  }
  return { old, fresh };
}
