/** What the rules of the group "appariement" share: which pairs are usual, and which pairs a row most likely means. */
import { alignPaires, type Paire } from '../annexe';
import type { RowView } from '../lint';
import {
  estUsuel,
  findService,
  nearestServices,
  programmesUsuels,
  rememberedByYear,
  serviceAt,
  type Referential,
  type Service,
} from '../referential';

export type Listes = RowView<'bop' | 'service'>;

/** More pairs than that in a cell are no list that a person wrote. */
export const MOST_PAIRES = 40;

/**
 * Is it usual that the service `nom` manages programme `bop`? A service of another time is judged in its own time, and an unknown
 * one by those that it may mean: other rules speak of them.
 */
export function estPaireUsuelle({ referential, annee }: Listes, bop: string, nom: string): boolean {
  const known = usages(referential, nom, annee);
  const before = known.get(bop);
  if (before !== undefined) return before;
  const now = isUsual(referential, annee, bop, nom);
  if (known.size < MOST_BOPS) known.set(bop, now);
  return now;
}

/** BOPs that are rememberedByYear of a service, more than there are programmes. */
const MOST_BOPS = 500;

/** What is already known of a service: several rules ask of each pair, and a pair comes back all along an annexe. */
const usages = rememberedByYear(() => new Map<string, boolean>());

function isUsual(referential: Referential, annee: number, bop: string, nom: string): boolean {
  const service = findService(referential, nom)?.service;
  if (service === undefined) {
    const proches = nearestServices(referential, nom, annee);
    return proches.length === 0 || proches.some(({ sigle }) => estUsuel(referential, bop, sigle, annee));
  }
  const etat = serviceAt(referential, service, annee);
  if (estUsuel(referential, bop, service.sigle, annee)) return true;
  if (etat.kind === 'actif') return false;
  const year = Number(etat.depuis.slice(0, 4));
  return [year - 1, year, year + 1].some((own) => estUsuel(referential, bop, service.sigle, own));
}

/** Do the two lists face each other, every pair usual? Most rows end here, before anything is tried or listed. */
export function sontUsuelles(row: Listes): boolean {
  const { items } = row.service;
  if (items.length !== row.bop.items.length) return false;
  return row.bop.items.every(({ code }, place) => {
    const item = items[place];
    return item !== undefined && item.bop === null && estPaireUsuelle(row, code, item.nom);
  });
}

/** The service in force that `nom` names, when it manages no known LOLF programme ("CNAF"). */
export function sansProgramme({ referential, annee }: Listes, nom: string): Service | undefined {
  const service = findService(referential, nom)?.service;
  if (service === undefined || serviceAt(referential, service, annee).kind !== 'actif') return undefined;
  return programmesUsuels(referential, service.sigle, annee).length === 0 ? service : undefined;
}

/**
 * The pairs that the row most likely means: by position when that leaves nothing alone; else one service for every BOP (or the
 * reverse) when each pair is usual; else the alignment that keeps both orders and makes the most usual pairs.
 */
export function proposePaires(row: Listes): readonly Paire[] {
  const bops = row.bop.items.map(({ code }) => code);
  const services = row.service.items.map(({ nom }) => nom);
  const positional = alignPaires(row.bop, row.service);
  const plain = row.service.items.every(({ bop }) => bop === null);
  const same = bops.length === services.length;
  if (same || !plain || bops.length === 0 || services.length === 0 || bops.length + services.length > MOST_PAIRES)
    return positional;
  const every = bops.flatMap((bop) => services.map((service) => ({ bop, service })));
  const lone = bops.length === 1 || services.length === 1;
  if (lone && every.every(({ bop, service }) => estPaireUsuelle(row, bop, service))) return every;
  return alignInOrder(row, bops, services);
}

function alignInOrder(row: Listes, bops: readonly string[], services: readonly string[]): Paire[] {
  const gain = (bop: string, service: string): number =>
    estPaireUsuelle(row, bop, service) ? 3 : sansProgramme(row, service) ? -1 : 1;
  const width = services.length + 1;
  const best = new Array<number>((bops.length + 1) * width).fill(0);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  const paired = (i: number, j: number): number => at(i + 1, j + 1) + gain(bops[i] ?? '', services[j] ?? '');
  for (let i = bops.length - 1; i >= 0; i--) {
    for (let j = services.length - 1; j >= 0; j--)
      best[i * width + j] = Math.max(paired(i, j), at(i + 1, j), at(i, j + 1));
  }
  const paires: Paire[] = [];
  let i = 0;
  let j = 0;
  while (i < bops.length || j < services.length) {
    const pair = i < bops.length && j < services.length && paired(i, j) === at(i, j);
    const alone = j === services.length || (i < bops.length && at(i + 1, j) === at(i, j));
    paires.push({
      bop: pair || alone ? (bops[i++] ?? null) : null,
      service: pair || !alone ? (services[j++] ?? null) : null,
    });
  }
  return paires;
}

/**
 * The order of the services that makes every pair usual: the n-th BOP takes service number `ordre[n]`. Null when the pairs are
 * usual as they are, or when no order does it. Pairs that are usual already move only if they must.
 */
export function ordreUsuel(row: Listes): readonly number[] | null {
  const bops = row.bop.items;
  const services = row.service.items;
  if (bops.length !== services.length || bops.length < 2 || bops.length > MOST_PAIRES) return null;
  if (sontUsuelles(row)) return null;
  if (services.some(({ nom, bop }) => bop !== null || findService(row.referential, nom) === undefined)) return null;
  const usual = bops.map(({ code }) => services.map(({ nom }) => estPaireUsuelle(row, code, nom)));
  const fits = (bop: number, service: number): boolean => usual[bop]?.[service] === true;
  /** BOP that holds each service, −1 for none: augmenting paths (Kuhn). */
  const holder = services.map((_, place) => (fits(place, place) ? place : -1));
  const settle = (bop: number, tried: Set<number>): boolean =>
    services.some((_, service) => {
      if (!fits(bop, service) || tried.has(service)) return false;
      tried.add(service);
      const held = holder[service] ?? -1;
      if (held >= 0 && !settle(held, tried)) return false;
      holder[service] = bop;
      return true;
    });
  const loose = bops.map((_, bop) => bop).filter((bop) => !fits(bop, bop));
  if (loose.length === 0 || !loose.every((bop) => settle(bop, new Set()))) return null;
  return bops.map((_, bop) => holder.indexOf(bop));
}
