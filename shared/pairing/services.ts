import { estUsuel, gestionnairesUsuels } from '../referential';
import { formatNumber, NBSP, plural } from '../text/french';
import type { Corpus } from './corpus';
import { ecritureOf } from './ecriture';
import { emploisOf, parService, type Emploi, type Emplois, type Place } from './emplois';
import { gestionnairesSignal } from './gestionnaires';
import { INCOMPLET, rank, shares, type Classe, type Signal } from './signal';

/**
 * The same uses counted five times, each time in a narrower context: all of them, then by likeness of the rows' BOPs, then only those at
 * the same occurrence of the BOP, after the same BOP, in the same axis; and the dated referential. Each weighs 1: a use that fits every
 * context has been counted five times, which is all the weighting there is.
 */
export function rankServices(corpus: Corpus, place: Place, taken: readonly string[], most: number): Classe[] {
  const emplois = emploisOf(corpus, place);
  const signals = [
    usageSignal(corpus, place.bop),
    ...contexts(corpus, place, emplois).map((context) => contextSignal(corpus, emplois, context)),
    gestionnairesSignal(corpus, place.bop),
  ];
  return rank(signals, (service) => !taken.includes(service), most);
}

/** "163 → DDCSPP : 17 fois sur 17 dans cette annexe ; référentiel 2015". */
function usageSignal(corpus: Corpus, bop: string): Signal {
  const { referential, millesime } = corpus;
  const counts = corpus.usages(bop);
  const total = sumOf(counts);
  const uses = (service: string): number => counts.get(service) ?? 0;
  const verdict = (service: string): string => {
    if (gestionnairesUsuels(referential, bop, millesime).length === 0) return '';
    const usual = estUsuel(referential, bop, service, millesime);
    return `${NBSP}; ${usual ? '' : 'hors '}référentiel ${millesime}`;
  };
  return {
    poids: 1,
    enTete: true,
    votes: shares(counts),
    lignes: uses,
    preuve: (service) => {
      const share = fois(uses(service), total);
      return `${bop} → ${ecritureOf(referential, service)}${NBSP}: ${share} dans cette annexe${verdict(service)}`;
    },
  };
}

/** A way to narrow the uses. Among those it keeps, near rows weigh more; the sentence gives whole counts, which a reader can check. */
interface Context {
  readonly what: () => string;
  readonly keeps: (one: Emploi) => boolean;
  /** Those that the sentence counts, when it does not count all those that weigh. */
  readonly counts?: (one: Emploi) => boolean;
  readonly rows?: (one: Emploi) => number;
}

function contexts(corpus: Corpus, { bop, occurrence, precedent, section }: Place, { list }: Emplois): Context[] {
  const nearest = list.reduce((best, { likeness }) => Math.max(best, likeness), 0);
  const repeated = occurrence > 0 || list.some((one) => one.occurrence > 0);
  const axe = (): string => `même axe (${section === null ? '' : corpus.codeOf(section)})${NBSP}: ${bop} → `;
  const sameRang = (one: Emploi): boolean => one.occurrence === occurrence;
  return [
    {
      what: () => `lignes aux BOP ${nearest === 1 ? 'identiques' : 'les plus proches'}${NBSP}: `,
      keeps: () => true,
      counts: ({ likeness }) => likeness === nearest,
    },
    {
      what: () => `${occurrence === 0 ? '1er' : `${occurrence + 1}e`} ${bop} de la ligne${NBSP}: `,
      keeps: sameRang,
      counts: (one) => repeated && sameRang(one),
    },
    {
      what: () => `${bop} ${precedent === '' ? 'en tête de liste' : `juste après ${precedent}`}${NBSP}: `,
      keeps: (one) => one.precedent === precedent,
    },
    { what: axe, keeps: ({ dansAxe }) => dansAxe > 0, rows: ({ dansAxe }) => dansAxe },
  ];
}

function contextSignal(corpus: Corpus, { list, complet }: Emplois, context: Context): Signal {
  const { what, keeps, counts = keeps, rows = ({ lignes }: Emploi) => lignes } = context;
  const votes = parService(list, (one) => (keeps(one) ? one.likeness * rows(one) : 0));
  const limit = complet ? '' : INCOMPLET;
  return {
    poids: 1,
    votes: shares(votes),
    lignes: () => 0,
    preuve: (service) => {
      const counted = parService(list, (one) => (counts(one) ? rows(one) : 0));
      const uses = counted.get(service) ?? 0;
      const name = ecritureOf(corpus.referential, service);
      return uses === 0 ? '' : `${what()}${name} ${fois(uses, sumOf(counted))}${limit}`;
    },
  };
}

const fois = (part: number, whole: number): string => `${plural(part, 'fois', 'fois')} sur ${formatNumber(whole)}`;

export function sumOf(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
