import { cellText } from '../../annexe';
import { isSession, openSession, planRepair, type PlanStep, type Rule, type Session } from '../../lint';
import { sameValue, valueAt, type Scalar } from '../../sheet';
import { squeeze } from '../../text';
import type { Entry } from './entries';
import type { PlanView } from './views';

/** The repair plan of the sheet as it stands, made on a copy; what was accepted is left as it is. */
export function planView(session: Session, rules: readonly Rule[], entries: readonly Entry[]): PlanView {
  const annexe = session.annexe();
  const { grid } = annexe;
  const { referential, millesime } = session;
  const scratch = openSession(grid, { referential, rules, millesime });
  if (!isSession(scratch)) return { steps: [], reste: 0 };
  const { steps, left } = planRepair(scratch);
  const offset = ({ edits }: PlanStep): number => (edits[0]?.at.row ?? 0) - grid.origin.row;
  const accepted = new Set(entries.filter((one) => one.acceptance !== null).map((one) => `${one.rule.id}:${one.row}`));
  const open = feasible(
    steps.filter((step) => !step.rules.every((rule) => accepted.has(`${rule}:${offset(step)}`))),
    ({ at }) => valueAt(grid, at.row - grid.origin.row, at.column - grid.origin.column),
  );
  const before = new Map<string, number[]>();
  const view = open.map((step, index) => {
    const keys = step.edits.map(keyOf);
    const suit = [...new Set(keys.flatMap((key) => before.get(key) ?? []))];
    for (const key of keys) before.set(key, [...(before.get(key) ?? []), index]);
    return { ...step, ref: squeeze(cellText(annexe, offset(step), 'ref')), suit };
  });
  return { steps: view, reste: left };
}

/** The steps that can follow each other from what the cells hold: one that built on a step left out goes with it. */
function feasible(steps: readonly PlanStep[], held: (edit: PlanStep['edits'][number]) => Scalar): PlanStep[] {
  const written = new Map<string, Scalar>();
  const now = (edit: PlanStep['edits'][number]): Scalar => written.get(keyOf(edit)) ?? held(edit);
  return steps.filter(({ edits }) => {
    if (!edits.every((edit) => sameValue(now(edit), edit.expect))) return false;
    for (const edit of edits) written.set(keyOf(edit), edit.set);
    return true;
  });
}

const keyOf = ({ at }: PlanStep['edits'][number]): string => `${at.row}:${at.column}`;
