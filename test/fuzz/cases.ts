import type { Millesime } from '../../shared/referential';
import type { Grid } from '../../shared/sheet';
import { SEED_TSV, SEED_TXT } from '../lint/seed';
import { createChance, type Chance } from './chance';
import { anyGrid } from './grids';
import { complaintsOf, editComplaints, planComplaints } from './invariants';
import { mutatedAnnexe } from './mutations';

/** One case of the fuzz, made from its number alone: what went wrong once goes wrong again. */
export type Case = (seed: number) => string[];

const millesimeOf = (chance: Chance): Millesime => (chance.once(3) ? 2024 : 2015);

const annexeFrom = (chance: Chance): Grid => mutatedAnnexe(chance.once(3) ? SEED_TSV : SEED_TXT, chance);

/** A grid of anything. */
export function grille(seed: number): string[] {
  const chance = createChance(seed);
  const grid = anyGrid(chance);
  const millesime = millesimeOf(chance);
  return chance.once(6)
    ? [
        ...complaintsOf(grid, millesime),
        ...planComplaints(grid, millesime),
        ...editComplaints(grid, millesime, 1 + chance.int(6), chance),
      ]
    : complaintsOf(grid, millesime);
}

/** A true annexe, mutated. */
export function annexe(seed: number): string[] {
  const chance = createChance(seed);
  const grid = annexeFrom(chance);
  const millesime = millesimeOf(chance);
  return [...complaintsOf(grid, millesime), ...planComplaints(grid, millesime)];
}

/** Ten edits of a mutated annexe, one after the other. */
export const EDITS_A_CASE = 10;
export function saisie(seed: number): string[] {
  const chance = createChance(seed);
  return editComplaints(annexeFrom(chance), millesimeOf(chance), EDITS_A_CASE, chance);
}

/** Runs a case; what it throws is a complaint like another. */
export function attempt(one: Case, seed: number): string[] {
  try {
    return one(seed);
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
