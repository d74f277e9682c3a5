import { COLUMNS, Kind, createReader, findHeader, finOf, teteOf, type Section } from '../annexe';
import type { Ledger } from './ledger';
import { CONTEXT, addToGroups, isData, removeFromGroups } from './state';

/** Judges again, after one cell's edit, only the rows that the edit can touch. */
export interface Increment {
  /** Can an edit of this cell be followed row by row? Not in the header, nor in the section columns of a flat table. */
  takes(row: number, column: number): boolean;
  /** `change` puts the new value in the grid. Returns how many rows were judged again. */
  edit(row: number, change: () => void): number;
  /** The edit that was just made moved the reference column: everything must be read again. */
  movedColumns(column: number): boolean;
}

export function createIncrement(ledger: Ledger): Increment {
  const { state, repair } = ledger;
  const { annexe, refs, indicateurs } = state;
  const { kinds, keys, facts, sectionOf, sections, columns } = annexe;
  const reader = createReader(annexe);
  const sectionColumns = [columns.pilier, columns.axe, columns.axeNumero].filter((column) => column >= 0);

  function takes(row: number, column: number): boolean {
    return row > annexe.headerRow && !sectionColumns.includes(column);
  }

  const named = new Set(COLUMNS.filter((id) => id !== 'ref').map((id) => columns[id]));

  function movedColumns(column: number): boolean {
    if (!annexe.refDeduced || named.has(column)) return false;
    const header = findHeader(annexe.grid);
    return 'understood' in header || header.columns.ref !== columns.ref;
  }

  /** What other rows may know of this one. */
  const snapshot = (row: number) => ({
    kind: kinds[row] ?? Kind.vide,
    key: keys[row] ?? -1,
    hash: annexe.indicateurs[row] ?? 0,
    facts: (facts[row] ?? 0) & ~CONTEXT,
    objectif: objectifRows(row),
    titres: titleRows(row),
  });

  function edit(row: number, change: () => void): number {
    const touched = new Set<number>([row]);
    const before = snapshot(row);
    repair.reset();
    if (isData(before.kind)) removeFromGroups(state, row);
    ledger.forgetFacts(row);
    change();
    const titled = before.kind === Kind.titre || reader.kindOf(row) === Kind.titre;
    if (titled) retitle(row, touched);
    else reader.readRows(row, row + 1);
    const repeat = isData(before.kind) === isData(kinds[row] ?? Kind.vide) ? -1 : repeatBelow(row);
    if (repeat >= 0) retitle(repeat, touched);
    if (isData(kinds[row] ?? Kind.vide)) addToGroups(state, row);
    ledger.countFacts(row);
    const after = snapshot(row);
    const moved = before.kind !== after.kind;
    if (moved || before.key !== after.key) for (const { key } of [before, after]) addRefs(key, touched);
    if (moved || before.hash !== after.hash)
      for (const { hash } of [before, after]) add(indicateurs.rows(hash), touched);
    if (moved || before.facts !== after.facts) for (const { objectif } of [before, after]) add(objectif, touched);
    // A row that becomes an objective, or ceases to be one, parts or joins the rows under it: equal indicators are doubles or not.
    if (moved) for (const other of [...before.objectif, ...after.objectif]) addIndicateurs(other, touched);
    if (moved || titled) for (const { titres } of [before, after]) add(titres, touched);
    for (const other of touched) if (isData(kinds[other] ?? Kind.vide)) state.refreshContext(other);
    for (const other of touched) ledger.record(other);
    return touched.size;
  }

  function addIndicateurs(row: number, touched: Set<number>): void {
    const hash = annexe.indicateurs[row] ?? 0;
    if (hash !== 0) add(indicateurs.rows(hash), touched);
  }

  /**
   * A row came to a reference or left it. The others that bear it are touched when one of them is alone now, or was; those that
   * bear the next one when the reference is new or gone: a gap opens or closes before them. Among many nothing changes.
   */
  function addRefs(key: number, touched: Set<number>): void {
    if (key !== -1 && !refs.exceeds(key, 2)) add(refs.rows(key), touched);
    if (key >= 0 && !refs.exceeds(key, 1)) add(refs.rows(key + 1), touched);
  }

  /** The rows of the objective that a row belongs to or would cut: from its head to the next objective. */
  function objectifRows(row: number): number[] {
    const tete = teteOf(annexe, row);
    const rows = tete < 0 ? [] : [tete];
    const from = tete < 0 ? row : tete;
    const end = Math.max(finOf(annexe, from), tete < 0 ? row + 1 : finOf(annexe, tete));
    for (let below = from + 1; below < end; below++) if (kinds[below] === Kind.suite) rows.push(below);
    return rows;
  }

  /** The titles that a row stands under: they may be empty without it. */
  function titleRows(row: number): number[] {
    const section = sections[sectionOf[row] ?? -1];
    const parent = sections[section?.parent ?? -1];
    return [section, parent].flatMap((found) => (found !== undefined && found.row >= 0 ? [found.row] : []));
  }

  /**
   * A title appeared, changed or went: the rows under it are read again, down to the first title that stands as it stood.
   * After a pillar only the next pillar does.
   */
  function retitle(row: number, touched: Set<number>): void {
    const own = openedBy(row);
    let previous: Section | null = null;
    state.forgetTitles();
    reader.readRows(row, kinds.length, (next) => {
      const done = next - 1;
      if (done > row && previous !== null && settled(previous, openedBy(done), isTop(own) || isTop(openedBy(row))))
        return false;
      touched.add(next);
      const opened = openedBy(next);
      previous = opened === null ? null : { ...opened };
      return true;
    });
    if (own !== null && openedBy(row) !== own) own.row = -1;
  }

  /** The title below that repeats the one above row `row`, or would if the row held no data; −1 when there is none. */
  function repeatBelow(row: number): number {
    const above = sections[sectionOf[row] ?? -1];
    let below = row + 1;
    while (below < kinds.length && kinds[below] !== Kind.titre && !isData(kinds[below] ?? Kind.vide)) below++;
    if (above === undefined || kinds[below] !== Kind.titre) return -1;
    const opened = openedBy(below);
    return opened === null || (opened.niveau === above.niveau && opened.numero === above.numero) ? below : -1;
  }

  /** The section that a title row opens; null for any other row. */
  function openedBy(row: number): Section | null {
    const section = sections[sectionOf[row] ?? -1];
    return section !== undefined && section.row === row && kinds[row] === Kind.titre ? section : null;
  }

  return { takes, edit, movedColumns };
}

const isTop = (section: Section | null): boolean => section !== null && section.niveau !== 'axe';

function settled(before: Section, after: Section | null, onlyTop: boolean): boolean {
  if (after === null || (onlyTop && after.niveau === 'axe')) return false;
  return after.niveau === before.niveau && after.numero === before.numero && after.parent === before.parent;
}

function add(rows: readonly number[], touched: Set<number>): void {
  for (const row of rows) touched.add(row);
}
