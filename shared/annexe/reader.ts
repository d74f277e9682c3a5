import type { Scalar } from '../sheet/grid';
import { isBlank, textOf } from '../sheet/grid';
import { fold } from '../text/fold';
import { Kind, type Annexe } from './annexe';
import { COLUMNS } from './columns';
import { Fact, isEmpty, lastFacts, readFacts } from './facts';
import { isHeaderRow } from './header';
import { cleanRefKey, keyOf, parseRef } from './ref';
import { parseTitre } from './sections';
import { readTitleCell, type TitleCell } from './titleCell';
import { flatSection, titreOf } from './titre';

/** Reads rows into an annexe's arrays: all of them at first, then those that an edit touches. */
export interface Reader {
  /** Reads rows `from` to `to` (excluded) in the context of the sections above `from`; stops when `goOn` says no to a row. */
  readRows(from: number, to: number, goOn?: (row: number) => boolean): void;
  /** What row `row` is, without recording anything. */
  kindOf(row: number): number;
}

/** A line drawn with signs. */
const RULE = /^[\s\-–—_=.*]*$/;
/** A note under the table: "* Source : Insee", "(1) Sous réserve…", "NB : …". */
const NOTE = /^\s*(?:\*|\(\d{1,2}\)\s|(?:n\.?b\.?|notas?|notes?|sources?|l[ée]gende|lecture)\s*:)/i;
const NO_CELLS: readonly Scalar[] = [];

export function createReader(annexe: Annexe): Reader {
  const { grid, columns, kinds, sectionOf, keys, facts, indicateurs, codes } = annexe;
  const refColumn = columns.ref;
  const knownColumns = new Set(COLUMNS.map((id) => columns[id]));
  let current = -1;
  let pilier = -1;
  let rowsSince = 0;
  let titleRow = -1;
  let title: TitleCell | null = null;

  function readRows(from: number, to: number, goOn?: (row: number) => boolean): void {
    enter(from);
    for (let row = from; row < to; row++) {
      if (goOn !== undefined && !goOn(row)) return;
      readRow(row);
    }
  }

  /** Takes up the section context that rows above `row` leave. */
  function enter(row: number): void {
    current = row > 0 ? (sectionOf[row - 1] ?? -1) : -1;
    const section = annexe.sections[current];
    pilier = section === undefined ? -1 : section.niveau === 'pilier' ? current : section.parent;
    rowsSince = 0;
    // Up to the title that opened the section: one that says nothing known opens none.
    for (let above = row - 1; above >= 0 && annexe.sections[sectionOf[above] ?? -1]?.row !== above; above--) {
      if (kinds[above] !== Kind.objectif && kinds[above] !== Kind.suite) continue;
      rowsSince = 1;
      break;
    }
  }

  function readRow(row: number): void {
    titleRow = -1;
    const cells = grid.values[row] ?? NO_CELLS;
    const ref = refColumn < 0 ? null : (cells[refColumn] ?? null);
    const key = typeof ref === 'string' ? cleanRefKey(ref) : -1;
    keys[row] = -1;
    indicateurs[row] = 0;
    const kind = row <= annexe.headerRow ? aboveHeader(row) : key >= 0 ? Kind.objectif : slowKind(row, cells, ref);
    kinds[row] = kind;
    if (kind === Kind.objectif || kind === Kind.suite) readData(row, cells, ref, key, kind);
    else {
      facts[row] = kind === Kind.titre ? Fact.titre : 0;
      if (kind === Kind.titre) openSection(row);
      sectionOf[row] = current;
    }
  }

  const aboveHeader = (row: number): number =>
    row === annexe.headerRow ? Kind.entete : annexe.plate || titleAt(row) === null ? Kind.autre : Kind.titre;

  function readData(row: number, cells: readonly Scalar[], ref: Scalar, key: number, kind: number): void {
    rowsSince++;
    let bits = readFacts(cells, annexe);
    indicateurs[row] = lastFacts.indicateur;
    if (kind === Kind.suite) bits |= Fact.suite;
    else if (key >= 0) keys[row] = key;
    else if (isBlank(ref)) bits |= Fact.refAbsente;
    else {
      bits |= Fact.refParticuliere;
      keys[row] = particularKey(textOf(ref));
    }
    if (annexe.plate) current = flatSection(annexe, annexe.plates, row, current);
    facts[row] = bits;
    sectionOf[row] = current;
  }

  /** A reference that is not canonical: the key of its normal form, or an interned code below −1. */
  function particularKey(text: string): number {
    const ref = parseRef(text);
    const key = keyOf(ref);
    if (key >= 0 || ref.forme === 'joker' || ref.forme === 'absente') return key;
    const name = fold(ref.normalisee);
    const known = codes.get(name) ?? -2 - codes.size;
    codes.set(name, known);
    return known;
  }

  function slowKind(row: number, cells: readonly Scalar[], ref: Scalar): number {
    let filled = 0;
    let known = 0;
    for (let column = 0; column < cells.length; column++) {
      if (isEmpty(cells[column])) continue;
      filled++;
      if (knownColumns.has(column)) known++;
    }
    if (filled === 0) return Kind.vide;
    if (filled > 1 && isHeaderRow(grid, row)) return Kind.entete;
    if (!annexe.plate && titleAt(row) !== null) return Kind.titre;
    if (known === 0 || isRule(cells)) return Kind.autre;
    const hasRef = !isBlank(ref);
    const refText = textOf(ref);
    if (hasRef && parseRef(refText).forme !== 'autre') return Kind.objectif;
    if (known === 1 && NOTE.test(hasRef ? refText : textOf(cells[columns.objectif] ?? null))) return Kind.autre;
    if (known === 1 && hasRef) return refText.length > 60 ? Kind.autre : annexe.plate ? Kind.objectif : Kind.titre;
    return hasRef || !isEmpty(cells[columns.objectif]) ? Kind.objectif : Kind.suite;
  }

  const isRule = (cells: readonly Scalar[]): boolean =>
    cells.every((cell, column) => !knownColumns.has(column) || RULE.test(textOf(cell)));

  /** The title that a row shows, kept while the row is being read. */
  function titleAt(row: number): TitleCell | null {
    if (titleRow !== row) {
      title = readTitleCell(grid.values[row] ?? NO_CELLS, knownColumns, annexe.vocabulary);
      titleRow = row;
    }
    return title;
  }

  /** Opens the section of a title row; a title that says nothing known does not end the axis that it stands in. */
  function openSection(row: number): void {
    const found = titleAt(row);
    if (found === null || repeats(row, found)) return;
    const { niveau, numero } = found;
    const known = sectionOf[row] ?? -1;
    const index = annexe.sections[known]?.row === row ? known : annexe.sections.length;
    annexe.sections[index] = { row, column: found.column, niveau, numero, parent: niveau === 'axe' ? pilier : -1 };
    current = index;
    if (niveau === 'pilier') pilier = index;
    else if (niveau === 'transversal') pilier = -1;
    rowsSince = 0;
  }

  /** The same title printed twice ("Axe transversal : Jeunesse" above and inside its table) is one section. */
  function repeats(row: number, { column, niveau, numero }: TitleCell): boolean {
    const section = annexe.sections[current];
    if (section === undefined || rowsSince > 0 || section.row === row) return false;
    if (section.niveau !== niveau || section.numero !== numero) return false;
    const titre = parseTitre(textOf(grid.values[row]?.[column] ?? null), annexe.vocabulary, true)?.titre ?? '';
    return fold(titreOf(annexe, section)) === fold(titre);
  }

  function kindOf(row: number): number {
    titleRow = -1;
    const cells = grid.values[row] ?? NO_CELLS;
    const ref = refColumn < 0 ? null : (cells[refColumn] ?? null);
    if (row <= annexe.headerRow) return aboveHeader(row);
    return typeof ref === 'string' && cleanRefKey(ref) >= 0 ? Kind.objectif : slowKind(row, cells, ref);
  }

  return { readRows, kindOf };
}
