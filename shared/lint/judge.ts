import { Fact, Kind, type ColumnId } from '../annexe';
import type { Scalar } from '../sheet';
import type { Gravite } from './diagnostic';
import type { Detail, Report, RowRule } from './rule';
import { createSlots, type Slot } from './slots';
import type { State } from './state';
import { isData } from './state';
import type { MovableView } from './view';

/** What one judgement of a row gave: its slots, in two times 32 bits. */
export interface Verdict {
  low: number;
  high: number;
}

/** Judges rows. */
export interface Judge {
  readonly slots: readonly Slot[];
  /** Runs every rule that the row's facts call for; the verdict is reused by the next call. */
  judge(row: number): Verdict;
  /** The findings of a row (of one rule when it is named) with their details: what `judge` counted, told. */
  explain(row: number, tell: (slot: Slot, detail: () => Detail<string>) => void, only?: string): void;
}

/** A rule with what notes its findings. */
interface Counted {
  readonly rule: RowRule;
  readonly report: Report<ColumnId, string>;
}

/** Texts of BOP and service cells that are remembered; past that the memory starts afresh (a sheet of distinct cells). */
const MOST_TEXTS = 1 << 15;

export function createJudge(rules: readonly RowRule[], state: State, view: MovableView): Judge {
  const slots = createSlots(rules);
  const { annexe } = state;
  const { kinds, facts, grid, columns } = annexe;
  const verdict: Verdict = { low: 0, high: 0 };
  const counted = rules.map((rule): Counted => ({ rule, report: countingReport(rule) }));
  const remembered = counted.filter(({ rule }) => rule.on === 0);
  const byBit = Array.from({ length: 32 }, (_, bit) => counted.filter(({ rule }) => (rule.on & (1 << bit)) !== 0));
  const calls = rules.reduce((bits, rule) => bits | rule.on, Fact.listes);
  const bopIds = new Map<Scalar, number>();
  const serviceIds = new Map<Scalar, number>();
  const pairs = new Map<number, Verdict>();

  function mark(index: number): void {
    if (index < 32) verdict.low |= 1 << index;
    else verdict.high |= 1 << (index - 32);
  }

  function countingReport(rule: RowRule): Report<ColumnId, string> {
    const indexOf = (column: ColumnId, severity?: Gravite): number =>
      slots.of(rule, column, severity ?? rule.severities[0] ?? rule.severity).index;
    const [only] = rule.columns.length === 1 ? rule.columns : [];
    if (only === undefined) return (column, _detail, severity) => mark(indexOf(column, severity));
    // Nearly every rule reports at one column: its slot is looked up once.
    const usual = indexOf(only);
    return (column, _detail, severity) => mark(severity === undefined ? usual : indexOf(column, severity));
  }

  function judge(row: number): Verdict {
    verdict.low = 0;
    verdict.high = 0;
    const kind = kinds[row] ?? Kind.vide;
    if (kind === Kind.vide) return verdict;
    let bits = (facts[row] ?? 0) & calls;
    if (bits === 0) return verdict;
    view.moveTo(row);
    const lists = bits & Fact.listes;
    bits &= ~Fact.listes;
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits);
      bits &= ~(1 << bit);
      for (const { rule, report } of byBit[bit] ?? []) rule.check(view, report);
    }
    if (lists !== 0) recall(row);
    return verdict;
  }

  /** Adds what the texts of the BOP and service cells are worth, judged once for each pair of texts. */
  function recall(row: number): void {
    if (bopIds.size >= MOST_TEXTS || serviceIds.size >= MOST_TEXTS) {
      for (const memory of [bopIds, serviceIds, pairs]) memory.clear();
    }
    const cells = grid.values[row] ?? [];
    const bop = idOf(bopIds, columns.bop < 0 ? null : (cells[columns.bop] ?? null));
    const service = idOf(serviceIds, columns.service < 0 ? null : (cells[columns.service] ?? null));
    const pair = bop * MOST_TEXTS + service;
    let known = pairs.get(pair);
    if (known === undefined) {
      const { low, high } = verdict;
      verdict.low = verdict.high = 0;
      for (const { rule, report } of remembered) rule.check(view, report);
      known = { low: verdict.low, high: verdict.high };
      pairs.set(pair, known);
      verdict.low = low;
      verdict.high = high;
    }
    verdict.low |= known.low;
    verdict.high |= known.high;
  }

  function explain(row: number, tell: (slot: Slot, detail: () => Detail<string>) => void, only?: string): void {
    const kind = kinds[row] ?? Kind.vide;
    const bits = facts[row] ?? 0;
    view.moveTo(row);
    for (const rule of rules) {
      if (only !== undefined && rule.id !== only) continue;
      if (rule.on === 0 ? !isData(kind) : (bits & rule.on) === 0) continue;
      rule.check(view, (column: ColumnId, detail: () => Detail<string>, severity?: Gravite) => {
        tell(slots.of(rule, column, severity ?? rule.severities[0] ?? rule.severity), detail);
      });
    }
  }

  return { slots: slots.all, judge, explain };
}

/** A small number for a text, the same each time it comes. */
function idOf(ids: Map<Scalar, number>, text: Scalar): number {
  const known = ids.get(text);
  if (known !== undefined) return known;
  ids.set(text, ids.size);
  return ids.size - 1;
}
