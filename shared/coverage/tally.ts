import { Kind, type Annexe } from '../annexe';
import type { Test } from './champ';

/** Objectives counted by slot (one slot a group): how many there are, and how many are covered. */
export interface Tally {
  readonly couverts: readonly number[];
  readonly objectifs: readonly number[];
}

const UNASKED = -2;
const { objectif: OBJECTIF, suite: SUITE, titre: TITRE } = Kind;

/**
 * Counts every objective in the slot of the section where its row stands; −1 leaves it out. `slotOf` is asked once a section, and
 * once a row for rows outside every section. One pass over the typed arrays; a section is counted in locals and the covering bit
 * is added, never branched upon: about 5 ms for a million rows.
 */
export function tally(annexe: Annexe, test: Test, slotOf: (section: number, row: number) => number): Tally {
  const { kinds, facts, sectionOf, sections } = annexe;
  const shift = 31 - Math.clz32(test.fact);
  const { look } = test;
  const counts = createCounts(sections.length, slotOf);
  let current = -1;
  let objectifs = 0;
  let couverts = 0;
  let covered = 0;
  let open = false;
  for (let row = 0; row < kinds.length; row++) {
    const kind = kinds[row];
    if (kind !== OBJECTIF && (kind !== SUITE || !open)) {
      if (kind === TITRE) open = false;
      continue;
    }
    let hit = ((facts[row] ?? 0) >>> shift) & 1;
    if (look !== null && hit === 1 && !look(row)) hit = 0;
    if (kind === SUITE) {
      covered |= hit;
      continue;
    }
    couverts += covered;
    const section = sectionOf[row] ?? -1;
    if (section !== current || section < 0) {
      counts.add(objectifs, couverts);
      counts.enter(section, row);
      current = section;
      objectifs = couverts = 0;
    }
    objectifs++;
    covered = hit;
    open = true;
  }
  counts.add(objectifs, couverts + covered);
  return counts;
}

/** The counts of every slot, and the slot that is being counted. */
interface Counts extends Tally {
  enter(section: number, row: number): void;
  add(objectifs: number, couverts: number): void;
}

function createCounts(sections: number, slotOf: (section: number, row: number) => number): Counts {
  const slots = new Int32Array(sections).fill(UNASKED);
  const objectifs: number[] = [];
  const couverts: number[] = [];
  let slot = -1;
  const enter = (section: number, row: number): void => {
    slot = section < 0 ? UNASKED : (slots[section] ?? UNASKED);
    if (slot !== UNASKED) return;
    slot = slotOf(section, row);
    if (section >= 0) slots[section] = slot;
  };
  const add = (found: number, covered: number): void => {
    if (slot < 0) return;
    objectifs[slot] = (objectifs[slot] ?? 0) + found;
    couverts[slot] = (couverts[slot] ?? 0) + covered;
  };
  return { objectifs, couverts, enter, add };
}

/** Whether one row at least of the objective at `tete` fills the field. `fin` is the row after its last one. */
export function isCovered(annexe: Annexe, test: Test, tete: number, fin: number): boolean {
  for (let row = tete; row < fin; row++) {
    const kind = annexe.kinds[row];
    if (kind !== OBJECTIF && kind !== SUITE) continue;
    if (((annexe.facts[row] ?? 0) & test.fact) !== 0 && (test.look === null || test.look(row))) return true;
  }
  return false;
}
