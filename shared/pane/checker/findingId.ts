import type { Diagnostic } from '../../lint';

/** The name of a finding, as the pane keeps it: stable for as long as its row stays where it is. */
export function idOf({ rule, at }: Pick<Diagnostic, 'rule' | 'at'>): string {
  return `${rule}|${at.cell.row}|${at.column ?? ''}`;
}
