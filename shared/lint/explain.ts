import { COLUMNS, Kind, cellText, type Annexe, type ColumnId } from '../annexe';
import { formulaAt, printRow, sameValue, valueAt, type CellRef, type Edit, type Scalar } from '../sheet';
import { typography } from '../text';
import type { Diagnostic, Fix } from './diagnostic';
import type { Judge } from './judge';
import { isData } from './state';
import type { Detail, FixDraft, TableRule, TableView } from './rule';

/** The findings of one row with their sentences' facts and their fixes, in the order of the columns. */
export function rowDiagnostics(annexe: Annexe, judge: Judge, row: number, only?: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  judge.explain(
    row,
    ({ rule, column, severity }, detail) => {
      found.push(diagnosticOf(annexe, rule.id, severity, row, column, detail()));
    },
    only,
  );
  return found.sort((a, b) => columnOrder(a) - columnOrder(b));
}

/** The findings of the rules on the whole sheet. */
export function tableDiagnostics(annexe: Annexe, rules: readonly TableRule[], table: TableView): Diagnostic[] {
  return rules.flatMap((rule) =>
    rule
      .check(table)
      .map(({ column, row, detail }) =>
        diagnosticOf(annexe, rule.id, rule.severity, row ?? annexe.headerRow, column, detail()),
      ),
  );
}

function diagnosticOf(
  annexe: Annexe,
  rule: string,
  severity: Diagnostic['severity'],
  row: number,
  column: ColumnId | null,
  detail: Detail<string>,
): Diagnostic {
  return {
    rule,
    severity,
    at: { cell: cellAt(annexe, row, column), column },
    ref: isData(annexe.kinds[row] ?? Kind.vide) ? cellText(annexe, row, 'ref').trim() : '',
    value: column === null ? null : valueOf(annexe, row, column),
    message: { id: detail.message, facts: detail.facts ?? {} },
    related: (detail.related ?? []).map((place) => cellAt(annexe, place.row, place.column)),
    fixes: (detail.fixes ?? []).flatMap((draft) => fixOf(annexe, row, draft)),
  };
}

/** The fix with what each cell must still hold. No fix when a cell holds a formula, is missing, or would not change. */
function fixOf(annexe: Annexe, row: number, draft: FixDraft): Fix[] {
  const edits: Edit[] = [];
  const print = printRow(annexe.grid, row);
  for (const { column, set } of draft.edits) {
    const place = annexe.columns[column];
    if (place < 0 || formulaAt(annexe.grid, row, place) !== '') return [];
    const expect = valueOf(annexe, row, column);
    if (sameValue(expect, set)) continue;
    edits.push({ at: cellAt(annexe, row, column), expect, set, row: print });
  }
  if (edits.length === 0) return [];
  return [{ label: typography(draft.label), safety: draft.safety, edits, horsPlan: draft.horsPlan === true }];
}

const valueOf = (annexe: Annexe, row: number, column: ColumnId): Scalar =>
  annexe.columns[column] < 0 ? null : valueAt(annexe.grid, row, annexe.columns[column]);

/** The cell of the sheet; a finding without a column, or on a column that is missing, stands on the row's first cell. */
export function cellAt(annexe: Annexe, row: number, column: ColumnId | null): CellRef {
  const { origin } = annexe.grid;
  const place = column === null ? -1 : annexe.columns[column];
  return { sheet: origin.sheet, row: origin.row + row, column: origin.column + Math.max(0, place) };
}

const columnOrder = ({ at }: Diagnostic): number => (at.column === null ? -1 : COLUMNS.indexOf(at.column));
