import { isAnnexe, readAnnexe } from '../annexe';
import type { Grid } from '../sheet';
import type { Diagnostic } from './diagnostic';
import { rowDiagnostics, tableDiagnostics } from './explain';
import { createLedger, type Ledger } from './ledger';
import { vocabularyWithPairs } from './pairAlone';
import type { TableRule } from './rule';
import { runnableRules, tableRules, type SessionOptions } from './runnable';

/** All the findings of a sheet, for whoever looks once: those of a session, without what a session keeps to follow edits. */
export function diagnosticsOf(grid: Grid, options: SessionOptions): Diagnostic[] {
  const annexe = readAnnexe(grid, vocabularyWithPairs(options));
  if (!isAnnexe(annexe)) return [];
  const runnable = runnableRules(options, annexe);
  return tellAll(createLedger(annexe, runnable, options), tableRules(runnable));
}

/** Those on the whole sheet first, then row by row. */
export function tellAll(
  { state: { annexe }, judge, table, rowsWithFindings }: Ledger,
  rules: readonly TableRule[],
): Diagnostic[] {
  return [
    ...tableDiagnostics(annexe, rules, table),
    ...rowsWithFindings().flatMap((row) => rowDiagnostics(annexe, judge, row)),
  ];
}
