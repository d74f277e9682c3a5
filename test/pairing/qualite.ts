/**
 * How good the suggestions are: each row of an annexe is asked about as if the sheet did not have it, and what it really carries is the
 * answer expected. Used by the test that keeps the figures from falling, and by the bench.
 */
import { isAnnexe, Kind, ligneAt, readAnnexe, type Annexe, type Ligne } from '../../shared/annexe';
import { createPairing, type Pairing } from '../../shared/pairing';
import { findService, type Millesime, type Referential } from '../../shared/referential';

/** What one row gives; figures of a sample of rows are sums of these. */
export interface Essai {
  readonly row: number;
  /** BOPs of the row asked for from its objective and section; 0 when the row has none or no objective. */
  readonly bops: number;
  readonly bopsDansCinq: number;
  readonly premier: boolean;
  /** 1 / rank of the first right BOP, 0 beyond the list. */
  readonly inverse: number;
  /** One BOP hidden, the others given: rank of the hidden one in each case, 0 when absent. */
  readonly masques: readonly number[];
  /** Rank of each service given its BOP, 0 when absent; empty when the row's lists differ in length. */
  readonly services: readonly number[];
}

/** Percentages, and the counts they are taken on. */
export interface Qualite {
  readonly lignes: number;
  readonly bops: number;
  readonly ensembleDansCinq: number;
  readonly rappelCinq: number;
  readonly premier: number;
  /** 0–1. */
  readonly rangInverse: number;
  readonly masques: number;
  readonly masqueTrois: number;
  readonly masqueCinq: number;
  readonly paires: number;
  readonly servicePremier: number;
  readonly serviceTrois: number;
  readonly lignesAppariees: number;
  readonly lignesEntieres: number;
}

/** Ranks looked at: enough for the mean reciprocal rank. */
const DEEP = 60;

export function qualiteDesSuggestions(annexe: Annexe, referential: Referential, millesime: Millesime): Qualite {
  return qualiteOf(essais(annexe, referential, millesime));
}

/** The same while the annexe is being written: each row has only the rows above it as evidence. */
export function qualiteProgressive(annexe: Annexe, referential: Referential, millesime: Millesime): Qualite {
  const tries: Essai[] = [];
  annexe.kinds.forEach((kind, row) => {
    if (kind !== Kind.objectif && kind !== Kind.suite) return;
    const values = annexe.grid.values.slice(0, row + 1);
    const above = readAnnexe({ ...annexe.grid, values }, annexe.vocabulary);
    if (!isAnnexe(above)) return;
    tries.push(essai(createPairing(above, referential, millesime), ligneAt(above, row), referential));
  });
  return qualiteOf(tries);
}

/** One trial for each row, left out of the evidence. */
export function essais(annexe: Annexe, referential: Referential, millesime: Millesime): Essai[] {
  const pairing = createPairing(annexe, referential, millesime);
  const tries: Essai[] = [];
  // Continuation rows have pairs but no objective of their own: they count for services only.
  annexe.kinds.forEach((kind, row) => {
    if (kind !== Kind.objectif && kind !== Kind.suite) return;
    tries.push(essai(pairing, ligneAt(annexe, row), referential));
  });
  return tries;
}

function essai(pairing: Pairing, ligne: Ligne, referential: Referential): Essai {
  const { row, objectif, section } = ligne;
  const bops = [...new Set(ligne.bop.items.map(({ code }) => code))];
  const asked = objectif !== '' && bops.length > 0;
  const query = { objectif, section, excludeRow: row, max: DEEP };
  const ranking = asked ? pairing.suggestBops(query).map(({ bop }) => bop) : [];
  const first = ranking.findIndex((bop) => bops.includes(bop));
  const masques = asked && bops.length > 1 ? bops.map((hidden) => maskedRank(pairing, query, bops, hidden)) : [];
  return {
    row,
    bops: asked ? bops.length : 0,
    bopsDansCinq: bops.filter((bop) => ranking.slice(0, 5).includes(bop)).length,
    premier: first === 0,
    inverse: first < 0 ? 0 : 1 / (first + 1),
    masques,
    services: serviceRanks(pairing, ligne, referential),
  };
}

function maskedRank(
  pairing: Pairing,
  query: Parameters<Pairing['suggestBops']>[0],
  bops: readonly string[],
  hidden: string,
): number {
  const bopsConnus = bops.filter((bop) => bop !== hidden);
  return pairing.suggestBops({ ...query, bopsConnus }).findIndex(({ bop }) => bop === hidden) + 1;
}

function serviceRanks(pairing: Pairing, ligne: Ligne, referential: Referential): number[] {
  if (ligne.bop.items.length !== ligne.service.items.length) return [];
  const bops = ligne.paires.map(({ bop }) => bop ?? '');
  const services = bops.map(() => null);
  const name = (service: string): string => findService(referential, service)?.service.sigle ?? service;
  return ligne.paires.map(({ bop, service }, position) => {
    const context = { bops, services, position, excludeRow: ligne.row, section: ligne.section };
    const ranking = pairing.suggestServices(bop ?? '', context).map((suggestion) => name(suggestion.service));
    return ranking.indexOf(name(service ?? '')) + 1;
  });
}

export function qualiteOf(tries: readonly Essai[]): Qualite {
  const asked = tries.filter(({ bops }) => bops > 0);
  const paired = tries.filter(({ services }) => services.length > 0);
  const bops = asked.reduce((sum, one) => sum + one.bops, 0);
  const masques = tries.flatMap((one) => one.masques);
  const services = paired.flatMap((one) => one.services);
  return {
    lignes: asked.length,
    bops,
    ensembleDansCinq: percent(asked.filter((one) => one.bopsDansCinq === one.bops).length, asked.length),
    rappelCinq: percent(
      sumOf(asked, (one) => one.bopsDansCinq),
      bops,
    ),
    premier: percent(asked.filter((one) => one.premier).length, asked.length),
    rangInverse: sumOf(asked, (one) => one.inverse) / Math.max(1, asked.length),
    masques: masques.length,
    masqueTrois: percent(masques.filter((rank) => rank >= 1 && rank <= 3).length, masques.length),
    masqueCinq: percent(masques.filter((rank) => rank >= 1 && rank <= 5).length, masques.length),
    paires: services.length,
    servicePremier: percent(services.filter((rank) => rank === 1).length, services.length),
    serviceTrois: percent(services.filter((rank) => rank >= 1 && rank <= 3).length, services.length),
    lignesAppariees: paired.length,
    lignesEntieres: percent(paired.filter((one) => one.services.every((rank) => rank === 1)).length, paired.length),
  };
}

/** 90 % interval of a figure by resampling rows, with a fixed seed: the same figures each time. */
export function intervalle(tries: readonly Essai[], of: (qualite: Qualite) => number, rounds = 1000): [number, number] {
  const draw = chance(20240331);
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const sample = tries.map(() => tries[Math.floor(draw() * tries.length)]).filter((one) => one !== undefined);
    values.push(of(qualiteOf(sample)));
  }
  values.sort((left, right) => left - right);
  return [values[Math.floor(rounds * 0.05)] ?? 0, values[Math.floor(rounds * 0.95)] ?? 0];
}

/** A small congruential generator (Numerical Recipes), 0 to 1. */
export function chance(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

function sumOf(tries: readonly Essai[], of: (one: Essai) => number): number {
  return tries.reduce((sum, one) => sum + of(one), 0);
}
