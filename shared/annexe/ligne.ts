import { textOf, valueAt } from '../sheet/grid';
import type { Annexe, Section } from './annexe';
import { Kind } from './annexe';
import { parseBop, type BopCell } from './bop';
import { parseCible, type CibleCell } from './cible';
import type { ColumnId } from './columns';
import { parseIndicateur, type IndicateurCell } from './indicateur';
import { alignPaires, type Paire } from './paires';
import { parseRef, type RefCell } from './ref';
import type { Niveau } from './sections';
import { parseServices, type ServiceCell } from './service';
import { titreOf } from './titre';

/** A section as sentences and groupings need it. Its wordings are read from the sheet when they are asked for. */
export interface SectionLue {
  readonly index: number;
  readonly niveau: Niveau;
  readonly numero: number;
  readonly titre: string;
  /** Wording of the pillar above an axis; the title itself for a pillar; "" when there is none. */
  readonly pilier: string;
}

/** One row of the annexe, read cell by cell. `row` is a grid offset; `tete` is the row of its objective. */
export interface Ligne {
  readonly row: number;
  readonly tete: number;
  readonly ref: RefCell;
  readonly objectif: string;
  readonly bop: BopCell;
  readonly service: ServiceCell;
  readonly paires: readonly Paire[];
  readonly collectivite: string;
  readonly signataire: string;
  readonly indicateur: IndicateurCell;
  readonly cible: CibleCell;
  readonly section: SectionLue | null;
}

/** The text of a cell of the annexe; "" when the sheet lacks the column. */
export function cellText(annexe: Annexe, row: number, column: ColumnId): string {
  const place = annexe.columns[column];
  return place < 0 ? '' : textOf(valueAt(annexe.grid, row, place));
}

/** Reads row `row`, whatever its kind. */
export function ligneAt(annexe: Annexe, row: number): Ligne {
  const text = (column: ColumnId): string => cellText(annexe, row, column);
  const bop = parseBop(text('bop'));
  const service = parseServices(text('service'), annexe.vocabulary);
  const { cible } = annexe.columns;
  return {
    row,
    tete: teteOf(annexe, row),
    ref: parseRef(text('ref')),
    objectif: text('objectif'),
    bop,
    service,
    paires: alignPaires(bop, service),
    collectivite: text('collectivite'),
    signataire: text('signataire'),
    indicateur: parseIndicateur(text('indicateur')),
    cible: parseCible(cible < 0 ? null : valueAt(annexe.grid, row, cible)),
    section: sectionLue(annexe, annexe.sectionOf[row] ?? -1),
  };
}

export function sectionLue(annexe: Annexe, index: number): SectionLue | null {
  const section = annexe.sections[index];
  return section === undefined ? null : new Lue(annexe, index, section);
}

/** A class only because V8 makes an object literal with accessors ten times slower, and every title row asks for one. */
class Lue implements SectionLue {
  readonly niveau: Niveau;
  readonly numero: number;

  constructor(
    private readonly annexe: Annexe,
    readonly index: number,
    private readonly section: Section,
  ) {
    this.niveau = section.niveau;
    this.numero = section.numero;
  }

  get titre(): string {
    return titreOf(this.annexe, this.section);
  }

  get pilier(): string {
    const { niveau, parent } = this.section;
    const pilier = niveau === 'pilier' ? this.section : this.annexe.sections[parent];
    return pilier === undefined ? '' : titreOf(this.annexe, pilier);
  }
}

/** The row of the objective that a row belongs to: itself, or the objective above a continuation row. −1 for an orphan. */
export function teteOf(annexe: Annexe, row: number): number {
  const { kinds } = annexe;
  for (let above = row; above >= 0; above--) {
    if (kinds[above] === Kind.objectif) return above;
    if (kinds[above] === Kind.titre) return -1;
  }
  return -1;
}

/** The row after the last continuation row of the objective at `tete` (blank and repeated header rows may stand between). */
export function finOf(annexe: Annexe, tete: number): number {
  const { kinds } = annexe;
  let end = tete + 1;
  for (let row = end; row < kinds.length; row++) {
    const kind = kinds[row];
    if (kind === Kind.suite) end = row + 1;
    else if (kind === Kind.objectif || kind === Kind.titre) break;
  }
  return end;
}

/** The facts of an objective: those of its row and of its continuation rows together. */
export function factsOfObjectif(annexe: Annexe, tete: number): number {
  const { kinds, facts } = annexe;
  let all = facts[tete] ?? 0;
  if (kinds[tete + 1] === Kind.objectif) return all;
  for (let row = tete + 1; row < kinds.length; row++) {
    const kind = kinds[row];
    if (kind === Kind.suite) all |= facts[row] ?? 0;
    else if (kind === Kind.objectif || kind === Kind.titre) break;
  }
  return all;
}

/** Calls `visit` for every objective, in the order of the sheet. */
export function eachObjectif(annexe: Annexe, visit: (tete: number) => void): void {
  const { kinds } = annexe;
  for (let row = 0; row < kinds.length; row++) if (kinds[row] === Kind.objectif) visit(row);
}

/** Rows that hold data (objectives and continuation rows) and how many of them are objectives. */
export function countLignes(annexe: Annexe): { lignes: number; objectifs: number } {
  let lignes = 0;
  let objectifs = 0;
  for (const kind of annexe.kinds) {
    if (kind === Kind.objectif) objectifs++;
    if (kind === Kind.objectif || kind === Kind.suite) lignes++;
  }
  return { lignes, objectifs };
}

/** Index of the pillar's section above a section (itself for a pillar or a transversal axis), −1 without one. */
export function pilierOf(annexe: Annexe, index: number): number {
  const section: Section | undefined = annexe.sections[index];
  if (section === undefined) return -1;
  return section.niveau === 'axe' ? section.parent : index;
}
