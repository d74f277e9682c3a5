/** The two tables of the Table Schemas, as plain records. */

export const MILLESIMES = ['2015', '2024'] as const;
export type Millesime = (typeof MILLESIMES)[number];

export const STATUTS = ['a_definir', 'propose', 'valide', 'abandonne'] as const;
export type Statut = (typeof STATUTS)[number];

/** What is the same on every line of the table of objectives. */
export interface ObjectifTable {
  /** Code ANCT of the contrat de ville; may be blank. */
  readonly codeContrat: string;
  /** 9 digits; may be blank. */
  readonly sirenEpci: string;
  readonly millesime: Millesime;
  readonly records: readonly ObjectifRecord[];
}

export interface ObjectifRecord {
  readonly pilier: string;
  /** Null for a transversal axis. */
  readonly axeNumero: number | null;
  readonly axe: string;
  /** Repaired and unique: PCOS_AS2_001, ATR_EGFH. */
  readonly reference: string;
  readonly objectif: string;
  /** LOLF numbers of 3 digits; a funder without a number goes to `autresFinanceurs`. */
  readonly programmes: readonly string[];
  /** The n-th service manages the n-th programme; "" when it has none. */
  readonly services: readonly string[];
  readonly autresFinanceurs: readonly string[];
  readonly collectivites: readonly string[];
  readonly signataires: readonly string[];
  readonly statut: Statut;
}

export const TYPES_INDICATEUR = ['nombre', 'part', 'taux', 'montant', 'delai', 'oui_non', 'qualitatif'] as const;
export type TypeIndicateur = (typeof TYPES_INDICATEUR)[number];

export const UNITES = ['%', 'unité', '€', 'jour', 'point'] as const;
export type Unite = (typeof UNITES)[number];

export const PERIMETRES = ['national', 'local'] as const;
export type Perimetre = (typeof PERIMETRES)[number];

/** One indicator: never two in one record. */
export interface IndicateurRecord {
  readonly reference: string;
  /** 1 for the objective's first indicator. */
  readonly numero: number;
  readonly indicateur: string;
  readonly type: TypeIndicateur;
  readonly sexue: boolean;
  /** In `unite`: 30 with "%", not 0.3. */
  readonly valeurCible: number | null;
  readonly unite: Unite | null;
  readonly perimetre: Perimetre | null;
  /** A year. */
  readonly echeance: number | null;
  readonly source: string;
}
