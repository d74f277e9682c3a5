import type { Millesime } from './millesime';

/** A pillar or a transversal priority: its code in references, and the names that texts and contracts give it. */
export interface Volet {
  readonly code: string;
  readonly noms: readonly string[];
}

export interface Cadre {
  readonly millesime: Millesime;
  readonly libelle: string;
  readonly piliers: readonly Volet[];
  readonly transversaux: readonly Volet[];
}
