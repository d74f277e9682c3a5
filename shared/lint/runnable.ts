import { COLUMN_LABELS, type Annexe, type ColumnId } from '../annexe';
import type { Millesime, Referential } from '../referential';
import { NBSP } from '../text';
import type { Rule, TableRule } from './rule';

/** What a sheet is checked with. */
export interface SessionOptions {
  readonly referential: Referential;
  readonly rules: readonly Rule[];
  readonly millesime: Millesime;
}

export interface NonExecutee {
  readonly id: string;
  readonly raison: string;
}

/** The rules that can run on this sheet. */
export const runnableRules = ({ rules, millesime }: SessionOptions, annexe: Annexe): Rule[] =>
  rules.filter((rule) => rule.saufMillesime?.millesime !== millesime && missingFor(rule, annexe).length === 0);

/** The others, each with why it cannot. */
export function refusedRules(options: SessionOptions, annexe: Annexe): NonExecutee[] {
  const runnable = new Set(runnableRules(options, annexe));
  return options.rules
    .filter((rule) => !runnable.has(rule))
    .map((rule) => ({ id: rule.id, raison: refusal(rule, annexe, options.millesime) }));
}

export const tableRules = (rules: readonly Rule[]): TableRule[] =>
  rules.filter((rule): rule is TableRule => rule.kind === 'table');

/** The columns that a rule needs and the sheet has not. */
function missingFor(rule: Rule, { columns }: Annexe): readonly ColumnId[] {
  if (rule.kind === 'ligne') return rule.needs.filter((column) => columns[column] < 0);
  return rule.needsOneOf.some((column) => columns[column] >= 0) ? [] : rule.needsOneOf;
}

function refusal(rule: Rule, annexe: Annexe, millesime: Millesime): string {
  if (rule.saufMillesime?.millesime === millesime) return rule.saufMillesime.raison;
  const missing = missingFor(rule, annexe);
  const names = missing.map((column) => `«${NBSP}${COLUMN_LABELS[column]}${NBSP}»`).join(', ');
  return missing.length === 1 ? `la colonne ${names} manque` : `les colonnes ${names} manquent`;
}
