import { isAnnexe, readAnnexe, type Annexe, type PasUneAnnexe } from '../annexe';
import type { Millesime, Referential } from '../referential';
import type { Grid, Scalar } from '../sheet';
import type { Diagnostic, Resume } from './diagnostic';
import { createIncrement } from './increment';
import { rowDiagnostics, tableDiagnostics } from './explain';
import { createLedger, type Ledger } from './ledger';
import { tellAll } from './once';
import { vocabularyWithPairs } from './pairAlone';
import type { TableRule } from './rule';
import { refusedRules, runnableRules, tableRules, type NonExecutee, type SessionOptions } from './runnable';

/**
 * A sheet under check. Opening it is the full check; `edit` judges again only what an edit touches; both end in the same state.
 * Rows and columns are grid offsets.
 */
export interface Session {
  readonly millesime: Millesime;
  readonly referential: Referential;
  /** The annexe as it stands; an edit of the header or of the sections of a flat table makes a new one. */
  annexe(): Annexe;
  /** The sheet is no annexe any more (its header was edited away): the findings are those of before. */
  lost(): PasUneAnnexe | null;
  executed(): readonly string[];
  notExecuted(): readonly NonExecutee[];
  resume(): Resume;
  /** How many findings each rule has. */
  countOf(rule: string): number;
  /** Rows that have findings (of one rule when it is named), in the order of the sheet. */
  rowsWithFindings(rule?: string): number[];
  /** The findings of a row (of one rule when it is named), or all of them (table findings first). */
  diagnosticsOf(row: number, rule?: string): Diagnostic[];
  tableDiagnostics(): Diagnostic[];
  diagnostics(): Diagnostic[];
  /** Changes a cell; returns how many rows were judged again. */
  edit(row: number, column: number, value: Scalar): number;
}

/** Reads and checks a grid. The grid is not changed: edits go to a copy of the rows they touch. */
export function openSession(grid: Grid, options: SessionOptions): Session | PasUneAnnexe {
  const values = grid.values.slice();
  const own: Grid = { ...grid, values };
  const vocabulary = vocabularyWithPairs(options);
  const read = readAnnexe(own, vocabulary);
  if (!isAnnexe(read)) return read;
  let annexe = read;
  let lost: PasUneAnnexe | null = null;
  let runnable = runnableRules(options, annexe);
  let ledger = createLedger(annexe, runnable, options);
  let increment = createIncrement(ledger);

  function rebuild(): number {
    const again = readAnnexe(own, vocabulary);
    if (!isAnnexe(again)) {
      lost = again;
      return 0;
    }
    lost = null;
    annexe = again;
    runnable = runnableRules(options, annexe);
    ledger = createLedger(annexe, runnable, options);
    increment = createIncrement(ledger);
    return annexe.kinds.length;
  }

  function edit(row: number, column: number, value: Scalar): number {
    const beyond = row >= values.length;
    while (values.length <= row) values.push([]);
    const cells = (values[row] ?? []).slice();
    while (cells.length <= column) cells.push(null);
    cells[column] = value;
    if (beyond || lost !== null || !increment.takes(row, column)) {
      values[row] = cells;
      return rebuild();
    }
    const judged = increment.edit(row, () => void (values[row] = cells));
    return increment.movedColumns(column) ? rebuild() : judged;
  }

  return {
    millesime: options.millesime,
    referential: options.referential,
    annexe: () => annexe,
    lost: () => lost,
    executed: () => runnable.map((rule) => rule.id),
    notExecuted: () => refusedRules(options, annexe),
    resume: () => resumeOf(ledger, tableRules(runnable)),
    countOf: (id) => ledger.countOf(id) + countByTable(tableRules(runnable), id, ledger),
    rowsWithFindings: (rule) => ledger.rowsWithFindings(rule),
    diagnosticsOf: (row, rule) => rowDiagnostics(annexe, ledger.judge, row, rule),
    tableDiagnostics: () => tableDiagnostics(annexe, tableRules(runnable), ledger.table),
    diagnostics: () => tellAll(ledger, tableRules(runnable)),
    edit,
  };
}

export function isSession(opened: Session | PasUneAnnexe): opened is Session {
  return !('kind' in opened);
}

/** Counts findings on the whole sheet without telling them: their details name every cell they cover. */
function resumeOf(ledger: Ledger, rules: readonly TableRule[]): Resume {
  const resume = ledger.resume();
  for (const rule of rules) resume[rule.severity] += rule.check(ledger.table).length;
  return resume;
}

function countByTable(rules: readonly TableRule[], id: string, ledger: Ledger): number {
  return rules.find((rule) => rule.id === id)?.check(ledger.table).length ?? 0;
}
