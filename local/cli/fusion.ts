import { Kind, SECTION_COLUMNS, sectionLue, type Annexe, type ColumnId } from '../../shared/annexe';
import { writeText, type Merge, type MergedRow } from '../../shared/exchange';
import { writeWorkbook } from '../../shared/exchange/xlsx';
import { applyTo, printRow, textOf, valueAt, type Edit, type Grid, type Scalar } from '../../shared/sheet';
import { quote } from '../../shared/text';
import type { Opened } from './open';
import { refuse, usable } from './refuse';
import { sheetOf } from './sheetOf';
import { withEdits } from './withEdits';

/** What a merge takes from the other version, and the file that it gives. */
export interface MergedFile {
  readonly cells: number;
  readonly added: number;
  readonly removed: number;
  /** What the file does not keep of ANCIEN. */
  readonly remarques: readonly string[];
  bytes(): Uint8Array;
}

/** Our file with what the merge takes from theirs: patched when only cells change, made anew when rows come or go. */
export function mergedFile(ours: Opened, theirs: Opened, merge: Merge, columns: readonly ColumnId[]): MergedFile {
  const gridRows = { ours: rowsByLine(ours), theirs: rowsByLine(theirs) };
  const kept = new Set(merge.rows.flatMap(({ ours: line }) => (line === null ? [] : [line])));
  const removed = [...rowsOfData(ours)].filter((row) => !kept.has(ours.ligneOf(row) - 1));
  const edits = merge.rows.flatMap((row) => editsOf(ours, theirs, row, columns, gridRows));
  const added = merge.rows.filter((row) => row.ours === null);
  const anew = added.length > 0 || removed.length > 0;
  const lost = anew && ours.source.kind === 'xlsx';
  const remarques = lost
    ? [
        'Des lignes sont ajoutées ou supprimées : le classeur est refait, sans la mise en forme, les formules ni les autres feuilles d’ANCIEN.',
      ]
    : [];
  const bytes = (): Uint8Array => {
    if (!anew) return withEdits(ours, edits);
    return writeGrid(ours, rebuilt(ours, theirs, merge, { edits, removed, columns, gridRows }));
  };
  return { cells: edits.length, added: added.length, removed: removed.length, remarques, bytes };
}

type RowsByLine = ReadonlyMap<number, number>;
interface GridRows {
  readonly ours: RowsByLine;
  readonly theirs: RowsByLine;
}

/** Line of the sheet (0-based), as merged rows know it → row of the grid. */
function rowsByLine(opened: Opened): RowsByLine {
  return new Map(opened.grid.values.map((_, row) => [opened.ligneOf(row) - 1, row]));
}

const isData = (kind: number | undefined): boolean => kind === Kind.objectif || kind === Kind.suite;

function* rowsOfData({ annexe }: Opened): Iterable<number> {
  for (let row = 0; row < annexe.kinds.length; row++) if (isData(annexe.kinds[row])) yield row;
}

function editsOf(
  ours: Opened,
  theirs: Opened,
  merged: MergedRow,
  columns: readonly ColumnId[],
  rows: GridRows,
): Edit[] {
  const row = merged.ours === null ? undefined : rows.ours.get(merged.ours);
  if (row === undefined) return [];
  const other = merged.theirs === null ? -1 : (rows.theirs.get(merged.theirs) ?? -1);
  const { origin } = ours.grid;
  return columns.flatMap((column) => {
    const place = ours.annexe.columns[column];
    const expect = valueAt(ours.grid, row, place);
    const text = merged.cells[column] ?? '';
    if (textOf(expect) === text) return [];
    const theirValue = valueAt(theirs.grid, other, theirs.annexe.columns[column]);
    const set = textOf(theirValue) === text ? theirValue : text;
    const at = { sheet: origin.sheet, row: origin.row + row, column: origin.column + place };
    return [{ at, expect, set, row: printRow(ours.grid, row) }];
  });
}

interface Changes {
  readonly edits: readonly Edit[];
  readonly removed: readonly number[];
  readonly columns: readonly ColumnId[];
  readonly gridRows: GridRows;
}

function rebuilt(ours: Opened, theirs: Opened, merge: Merge, changes: Changes): Grid {
  const { values } = applyTo(ours.grid, changes.edits);
  const before = new Map<number, Scalar[][]>();
  const after = new Map<number, Scalar[][]>();
  merge.rows.forEach((row, index) => {
    if (row.ours !== null) return;
    const cells = newRow(ours.annexe, theirs, row, changes);
    const [place, anchor] = anchorOf(ours, theirs, merge, index, changes.gridRows);
    const list = place === 'before' ? before : after;
    list.set(anchor, [...(list.get(anchor) ?? []), cells]);
  });
  const gone = new Set(changes.removed);
  const rows = values.flatMap((cells, row) => [
    ...(before.get(row) ?? []),
    ...(gone.has(row) ? [] : [cells]),
    ...(after.get(row) ?? []),
  ]);
  return { origin: ours.grid.origin, values: rows };
}

/** Next to the neighbour that stands in the same section with them: after the one above, else before the one below. */
function anchorOf(
  ours: Opened,
  theirs: Opened,
  merge: Merge,
  index: number,
  rows: GridRows,
): ['before' | 'after', number] {
  const sectionOf = (row: MergedRow | undefined): number | undefined =>
    row === undefined || row.theirs === null ? undefined : theirs.annexe.sectionOf[rows.theirs.get(row.theirs) ?? -1];
  const own = sectionOf(merge.rows[index]);
  const placed = (row: MergedRow | undefined): number =>
    row?.ours === null || row === undefined ? -1 : (rows.ours.get(row.ours) ?? -1);
  const above = merge.rows
    .slice(0, index)
    .filter((row) => row.ours !== null)
    .pop();
  const below = merge.rows.slice(index + 1).find((row) => row.ours !== null);
  const useBelow = placed(below) >= 0 && sectionOf(above) !== own && sectionOf(below) === own;
  if (useBelow) return ['before', placed(below)];
  return ['after', placed(above) >= 0 ? placed(above) : ours.annexe.headerRow];
}

function newRow(annexe: Annexe, theirs: Opened, merged: MergedRow, { columns, gridRows }: Changes): Scalar[] {
  const width = Math.max(...Object.values(annexe.columns)) + 1;
  const cells: Scalar[] = Array.from({ length: width }, () => null);
  const row = gridRows.theirs.get(merged.theirs ?? -1) ?? -1;
  for (const column of columns)
    cells[annexe.columns[column]] = valueAt(theirs.grid, row, theirs.annexe.columns[column]);
  const section = sectionLue(theirs.annexe, theirs.annexe.sectionOf[row] ?? -1);
  for (const column of SECTION_COLUMNS) {
    const place = annexe.columns[column];
    const own = theirs.annexe.columns[column];
    const read = { pilier: section?.pilier, axeNumero: section?.numero || null, axe: section?.titre }[column] ?? null;
    if (place >= 0) cells[place] = own >= 0 ? valueAt(theirs.grid, row, own) : read;
  }
  return cells;
}

function writeGrid({ source, annexe, feuille }: Opened, grid: Grid): Uint8Array {
  if (source.kind === 'xlsx') return usable(writeWorkbook([sheetOf({ ...annexe, grid }, feuille)]));
  if (source.kind === 'none')
    return refuse('Ce fichier se convertit, mais ne se fusionne pas ; convertissez-le d’abord.');
  const { kind, separator, encoding } = source.document;
  const written = writeText(grid, kind, { separator, encoding });
  if (written instanceof Uint8Array) return written;
  const character = quote(written.character);
  return refuse(
    `Le caractère ${character} n’existe pas dans l’encodage d’ANCIEN (${encoding}) ; enregistrez ANCIEN en UTF-8.`,
  );
}
