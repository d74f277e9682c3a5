import { Kind, type Annexe } from '../annexe';
import type { Millesime, Referential } from '../referential';
import { valueAt } from '../sheet';
import type { Gravite } from './diagnostic';
import { createJudge, type Judge } from './judge';
import { createRefRepair, type RefRepair } from './repair';
import type { RowRule, Rule, TableView } from './rule';
import { MOST_SLOTS } from './slots';
import { createState, type State } from './state';
import { createView } from './view';

/** The findings of every row, as slots, and their counts. */
export interface Ledger {
  readonly state: State;
  readonly judge: Judge;
  readonly repair: RefRepair;
  readonly table: TableView;
  /** Judges a row and records its findings in place of those it had. */
  record(row: number): void;
  /** To be called around a change of a row's facts: keeps the counts of facts. */
  forgetFacts(row: number): void;
  countFacts(row: number): void;
  resume(): Record<Gravite, number>;
  countOf(rule: string): number;
  rowsWithFindings(rule?: string): number[];
}

export function createLedger(
  annexe: Annexe,
  rules: readonly Rule[],
  options: { readonly referential: Referential; readonly millesime: Millesime },
): Ledger {
  const rowRules = rules.filter((rule): rule is RowRule => rule.kind === 'ligne');
  const counted = rules.reduce((bits, rule) => bits | (rule.kind === 'table' ? rule.counts : 0), 0);
  const state = createState(annexe, options.referential, options.millesime);
  const repair = createRefRepair(state);
  const judge = createJudge(rowRules, state, createView(state, repair));
  const length = annexe.kinds.length;
  const low = new Int32Array(length);
  const high = new Int32Array(length);
  const counts = new Int32Array(MOST_SLOTS);
  const factCounts = new Int32Array(32);

  function record(row: number): void {
    const verdict = judge.judge(row);
    tally(low[row] ?? 0, verdict.low, 0);
    tally(high[row] ?? 0, verdict.high, 32);
    low[row] = verdict.low;
    high[row] = verdict.high;
  }

  function tally(before: number, after: number, base: number): void {
    for (let bits = before ^ after; bits !== 0;) {
      const bit = 31 - Math.clz32(bits);
      bits &= ~(1 << bit);
      counts[base + bit] = (counts[base + bit] ?? 0) + (after & (1 << bit) ? 1 : -1);
    }
  }

  function addFacts(row: number, step: number): void {
    for (let bits = (annexe.facts[row] ?? 0) & counted; bits !== 0;) {
      const bit = 31 - Math.clz32(bits);
      bits &= ~(1 << bit);
      factCounts[bit] = (factCounts[bit] ?? 0) + step;
    }
  }

  function rowsWithFindings(rule?: string): number[] {
    const [lowMask, highMask] = maskOf(rule);
    const rows: number[] = [];
    for (let row = 0; row < length; row++) {
      if (((low[row] ?? 0) & lowMask) !== 0 || ((high[row] ?? 0) & highMask) !== 0) rows.push(row);
    }
    return rows;
  }

  /** The slots of a rule, or all of them, as two times 32 bits. */
  function maskOf(rule: string | undefined): [number, number] {
    if (rule === undefined) return [-1, -1];
    const masks: [number, number] = [0, 0];
    for (const slot of judge.slots) {
      if (slot.rule.id !== rule) continue;
      if (slot.index < 32) masks[0] |= 1 << slot.index;
      else masks[1] |= 1 << (slot.index - 32);
    }
    return masks;
  }

  function resume(): Record<Gravite, number> {
    const total: Record<Gravite, number> = { erreur: 0, avertissement: 0, info: 0 };
    for (const { index, severity } of judge.slots) total[severity] += counts[index] ?? 0;
    return total;
  }

  const countOf = (rule: string): number =>
    judge.slots.reduce((sum, slot) => sum + (slot.rule.id === rule ? (counts[slot.index] ?? 0) : 0), 0);

  for (let row = 0; row < length; row++) {
    if (annexe.kinds[row] === Kind.vide) continue;
    addFacts(row, 1);
    record(row);
  }
  return {
    state,
    judge,
    repair,
    table: tableView(annexe, factCounts),
    record,
    forgetFacts: (row) => addFacts(row, -1),
    countFacts: (row) => addFacts(row, 1),
    resume,
    countOf,
    rowsWithFindings,
  };
}

function tableView(annexe: Annexe, factCounts: Int32Array): TableView {
  const { columns, facts, grid } = annexe;
  return {
    has: (column) => columns[column] >= 0,
    count: (fact) => factCounts[31 - Math.clz32(fact)] ?? 0,
    rowsWith(fact) {
      const rows: number[] = [];
      for (let row = 0; row < facts.length; row++) if ((facts[row] ?? 0) & fact) rows.push(row);
      return rows;
    },
    value: (row, column) => (columns[column] < 0 ? null : valueAt(grid, row, columns[column])),
  };
}
