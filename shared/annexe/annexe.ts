import type { Grid } from '../sheet/grid';
import type { ColumnMap } from './columns';
import type { Niveau } from './sections';
import type { Vocabulary } from './service';

/** What a row of the sheet is. */
export const Kind = { vide: 0, objectif: 1, suite: 2, titre: 3, entete: 4, autre: 5 } as const;

/** A section of the annexe: a pillar, an axis or a transversal axis. */
export interface Section {
  /** Grid row of its title; in a flat table, its first row. −1 once the title is gone. */
  row: number;
  /** Grid column of the title's cell. */
  column: number;
  niveau: Niveau;
  /** Number of the axis, 0 when it has none. */
  numero: number;
  /** Index of the pillar's section, −1 when there is none. */
  parent: number;
}

/**
 * A sheet read as an annexe. Rows are grid offsets (add `grid.origin.row` for the sheet's row). The typed arrays have one place a
 * row: that is what lets a million rows be checked in a second and kept in 48 bytes each. Read them through `ligne.ts`.
 */
export interface Annexe {
  readonly grid: Grid;
  readonly columns: ColumnMap;
  readonly headerRow: number;
  /** The reference column is known by its content, not by its title: an edit under the header may move it. */
  readonly refDeduced: boolean;
  /** A flat table: pillar and axis are columns, there are no title rows. */
  readonly plate: boolean;
  readonly sections: Section[];
  /** `Kind` of each row. */
  readonly kinds: Uint8Array;
  /** Index in `sections` of the section of each row, −1 above the first title. */
  readonly sectionOf: Int32Array;
  /** `RefKey` of each row once normalised; −1 without one; −2 and below: other codes, interned in `codes`. */
  readonly keys: Int32Array;
  /** `Fact` bits of each row. */
  readonly facts: Int32Array;
  /** Hash of the indicator's words, 0 when the row has no real indicator. */
  readonly indicateurs: Int32Array;
  readonly codes: Map<string, number>;
  /** In a flat table, the section of each wording of pillar and axis: kept, so that a row read again stays in its section. */
  readonly plates: Map<string, number>;
  readonly vocabulary: Vocabulary;
}

/** Why a sheet cannot be read as an annexe. `compris` are the header words that were understood. */
export interface PasUneAnnexe {
  readonly kind: 'pas-une-annexe';
  readonly raison: 'vide' | 'sans-entete';
  readonly compris: readonly string[];
}

export function isAnnexe(read: Annexe | PasUneAnnexe): read is Annexe {
  return !('kind' in read);
}
