import type { Annexe } from '../annexe';
import { sameValue, type Edit } from '../sheet';
import type { Fix, Surete } from './diagnostic';
import type { Session } from './session';

/** One step of a repair plan: edits that go together, the rules that they answer, and how they were named. */
export interface PlanStep {
  readonly rules: readonly string[];
  readonly label: string;
  readonly safety: Surete;
  readonly edits: readonly Edit[];
}

/**
 * The repair plan of a sheet: the safe steps first, then those to confirm. Each step is made for the sheet that the steps before
 * it leave, so they are applied in this order; leaving out a step to confirm spoils no step before it.
 */
export interface RepairPlan {
  readonly steps: readonly PlanStep[];
  /** Findings left when the whole plan is applied. */
  readonly left: number;
}

/** Rounds after which a plan stops, should fixes undo each other. */
const MOST_ROUNDS = 5;

/**
 * Makes the plan by applying fixes to `scratch`, a session that the caller gives up: rule by rule in the order of the catalogue
 * (letters, then axis and pillar, then uniqueness), each fix made for the sheet as the former ones leave it, until nothing more
 * can be fixed. `onlySafe`: leaves out what an agent should confirm.
 */
export function planRepair(scratch: Session, onlySafe = false): RepairPlan {
  const steps: PlanStep[] = [];
  run(scratch, 'sure', steps);
  if (!onlySafe) {
    run(scratch, 'a-confirmer', steps);
    // What was confirmed may have made more fixes safe.
    run(scratch, 'sure', steps);
  }
  const { erreur, avertissement, info } = scratch.resume();
  return { steps, left: erreur + avertissement + info };
}

function run(scratch: Session, safety: Surete, steps: PlanStep[]): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let made = 0;
    for (const rule of scratch.executed()) {
      if (scratch.countOf(rule) === 0) continue;
      for (const row of scratch.rowsWithFindings(rule)) made += repairRow(scratch, rule, row, safety, steps);
    }
    if (made === 0) return;
  }
}

function repairRow(scratch: Session, rule: string, row: number, safety: Surete, steps: PlanStep[]): number {
  const fixes = scratch.diagnosticsOf(row, rule).flatMap((diagnostic) => planned(diagnostic.fixes, safety));
  let made = 0;
  for (const fix of fixes) {
    if (!fix.edits.every((edit) => stands(scratch, edit))) continue;
    for (const { at, set } of fix.edits)
      scratch.edit(at.row - origin(scratch).row, at.column - origin(scratch).column, set);
    steps.push({ rules: [rule], label: fix.label, safety, edits: fix.edits });
    made++;
  }
  return made;
}

/** The fix of a finding that a plan may take: the only one, of the safety asked for. Alternatives are the agent's choice. */
function planned(fixes: readonly Fix[], safety: Surete): Fix[] {
  const open = fixes.filter((fix) => !fix.horsPlan);
  return open.length === 1 ? open.filter((fix) => fix.safety === safety) : [];
}

const origin = (session: Session): Annexe['grid']['origin'] => session.annexe().grid.origin;

function stands(session: Session, { at, expect }: Edit): boolean {
  const { grid } = session.annexe();
  return sameValue(grid.values[at.row - grid.origin.row]?.[at.column - grid.origin.column] ?? null, expect);
}

/** The steps' edits folded to one edit a cell, from what the sheet held at first to what it holds at last. */
export function foldEdits(steps: readonly PlanStep[]): Edit[] {
  const cells = new Map<string, Edit>();
  for (const { edits } of steps) {
    for (const edit of edits) {
      const key = `${edit.at.row}:${edit.at.column}`;
      const first = cells.get(key);
      cells.set(key, first === undefined ? edit : { ...first, set: edit.set });
    }
  }
  return [...cells.values()].filter((edit) => !sameValue(edit.expect, edit.set));
}
