/** The referential: programmes, services and frames, indexed once so that every question is a Map lookup. */
import type { Cadre } from './cadre';
import type { Gestion, Programme } from './programme';
import type { Disparu, Service } from './service';

/** A dated set of managers, with the sigles that stand for them in pairing. */
export interface Gestionnaires {
  readonly gestion: Gestion;
  readonly racines: ReadonlySet<string>;
}

export interface Referential {
  readonly programmes: readonly Programme[];
  readonly services: readonly Service[];
  readonly cadres: readonly Cadre[];
  /** By canonical code: "147", or in any case a code outside the LOLF ("CNDS", "fse+"). */
  programme(code: string): Programme | undefined;
  /** By canonical sigle. */
  service(sigle: string): Service | undefined;
  /** A body dissolved before the first contracts, by any spelling. */
  disparu(text: string): Disparu | undefined;
  /** By accepted spelling, folded (case and accents only). */
  readonly admises: ReadonlyMap<string, Service>;
  /** By any known spelling, folded tight. */
  readonly spellings: ReadonlyMap<string, Service>;
  /** Sigle → sigle that stands for it in pairing: the end of its `meme`/`rattache` chain. */
  readonly racines: ReadonlyMap<string, string>;
  /** By programme code. */
  readonly gestionnaires: ReadonlyMap<string, readonly Gestionnaires[]>;
}
