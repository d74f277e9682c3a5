import { COLUMN_LABELS, type Annexe } from '../annexe';
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

/** Which rules can run on this sheet, and why the others cannot. */
export function sortRules(
  rules: readonly Rule[],
  annexe: Annexe,
  millesime: Millesime,
): { runnable: Rule[]; refused: NonExecutee[] } {
  const runnable: Rule[] = [];
  const refused: NonExecutee[] = [];
  for (const rule of rules) {
    const raison = refusal(rule, annexe, millesime);
    if (raison === null) runnable.push(rule);
    else refused.push({ id: rule.id, raison });
  }
  return { runnable, refused };
}

export const tableRules = (rules: readonly Rule[]): TableRule[] =>
  rules.filter((rule): rule is TableRule => rule.kind === 'table');

function refusal(rule: Rule, { columns }: Annexe, millesime: Millesime): string | null {
  if (rule.saufMillesime?.millesime === millesime) return rule.saufMillesime.raison;
  const missing =
    rule.kind === 'ligne'
      ? rule.needs.filter((column) => columns[column] < 0)
      : rule.needsOneOf.some((column) => columns[column] >= 0)
        ? []
        : rule.needsOneOf;
  if (missing.length === 0) return null;
  const names = missing.map((column) => `«${NBSP}${COLUMN_LABELS[column]}${NBSP}»`).join(', ');
  return missing.length === 1 ? `la colonne ${names} manque` : `les colonnes ${names} manquent`;
}
