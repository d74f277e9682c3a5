import type { ColumnId } from '../annexe';
import type { Gravite } from './diagnostic';
import type { RowRule } from './rule';

/**
 * A slot is one way a row can be at fault: a rule, a column, a severity. A row's findings are a set of slots, kept as 64 bits, so
 * that a million rows of findings weigh eight megabytes and are counted without a sentence being written.
 */
export interface Slot {
  readonly index: number;
  readonly rule: RowRule;
  readonly column: ColumnId;
  readonly severity: Gravite;
}

export const MOST_SLOTS = 64;

export interface Slots {
  readonly all: readonly Slot[];
  /** The slot of a finding; throws when the rule reports where it said it would not. */
  of(rule: RowRule, column: ColumnId, severity: Gravite): Slot;
}

export function createSlots(rules: readonly RowRule[]): Slots {
  const all: Slot[] = [];
  const places = new Map<RowRule, Map<string, Slot>>();
  for (const rule of rules) {
    const own = new Map<string, Slot>();
    for (const column of rule.columns) {
      for (const severity of rule.severities) {
        const slot = { index: all.length, rule, column, severity };
        own.set(`${column} ${severity}`, slot);
        all.push(slot);
      }
    }
    places.set(rule, own);
  }
  if (all.length > MOST_SLOTS)
    throw new Error(`${all.length} slots for ${MOST_SLOTS}: widen the masks before adding a rule`);
  return {
    all,
    of(rule, column, severity) {
      const slot = places.get(rule)?.get(`${column} ${severity}`);
      if (slot === undefined)
        throw new Error(`${rule.id} reports at ${column} (${severity}), which it does not declare`);
      return slot;
    },
  };
}
