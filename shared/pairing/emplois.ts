import type { Corpus } from './corpus';
import { jaccard } from './likeness';
import type { Situation } from './section';

/** One place where the annexe says which service manages a BOP, with all that tells it from the others. */
export interface Emploi {
  readonly service: string;
  /** Rows that say so. */
  readonly lignes: number;
  /** Among them, those of the axis asked about. */
  readonly dansAxe: number;
  /** Squared Jaccard likeness of the BOPs of those rows and of the row asked about. */
  readonly likeness: number;
  /** How many times the BOP already stands before it in the row. */
  readonly occurrence: number;
  /** BOP just before it in the row, "" for the first. */
  readonly precedent: string;
}

/** The place of a BOP in the row that wants its service. */
export interface Place {
  readonly bop: string;
  readonly bops: readonly string[];
  readonly occurrence: number;
  readonly precedent: string;
  readonly section: Situation | null;
}

export interface Emplois {
  readonly list: readonly Emploi[];
  /** Every use was looked at. */
  readonly complet: boolean;
}

export function emploisOf(corpus: Corpus, place: Place): Emplois {
  const wanted = corpus.bops.find(place.bop);
  const axe = place.section === null ? undefined : corpus.groupe(place.section.cleAxe);
  // A BOP that the annexe never carries still makes the rows differ: each gets a number of its own.
  const around = new Set([...new Set(place.bops)].map((bop, index) => idOr(corpus.bops.find(bop), -1 - index)));
  const list: Emploi[] = [];
  const complet = corpus.motifs.eachOf(wanted, (motif, id) => {
    const likeness = jaccard(motif.distincts, around) ** 2;
    const dansAxe = axe?.motifs.get(id) ?? 0;
    let occurrence = 0;
    for (let index = 0; index < motif.bops.length; index++) {
      if (motif.bops[index] !== wanted) continue;
      const service = motif.services[index] ?? -1;
      const precedent = index === 0 ? '' : corpus.bops.nameOf(motif.bops[index - 1] ?? -1);
      const { lignes } = motif;
      if (service >= 0) {
        list.push({ service: corpus.services.nameOf(service), lignes, dansAxe, likeness, occurrence, precedent });
      }
      occurrence++;
    }
  });
  return { list, complet };
}

const idOr = (id: number, other: number): number => (id < 0 ? other : id);

/** Adds up a weight over the uses, by service; services of no weight are left out. */
export function parService(emplois: readonly Emploi[], weightOf: (one: Emploi) => number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of emplois) {
    const weight = weightOf(one);
    if (weight > 0) sums.set(one.service, (sums.get(one.service) ?? 0) + weight);
  }
  return sums;
}
