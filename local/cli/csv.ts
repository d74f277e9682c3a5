import { printGrid } from '../../shared/exchange';
import { describe } from '../../shared/lint';
import { gridOf, textOf, type Scalar } from '../../shared/sheet';
import { isOpen } from './accepted';
import { RULES } from './composition';
import type { Opened } from './open';

/** Without it, Excel takes a csv for Windows-1252. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table for Excel: semicolons, French figures, nothing that a spreadsheet takes for a formula. */
export function toCsv(rows: readonly (readonly Scalar[])[]): string {
  return BYTE_ORDER_MARK + printGrid(gridOf(rows), 'csv');
}

/** The findings, one a line. */
export function controleCsv(opened: Opened): string {
  const header = [
    'cellule',
    'ligne',
    'colonne',
    'réf',
    'gravité',
    'règle',
    'valeur',
    'message',
    'correction',
    'sûreté',
  ];
  const findings = opened.session.diagnostics().filter((diagnostic) => isOpen(opened, diagnostic));
  const rows = findings.map((diagnostic): Scalar[] => {
    const { at, ref, severity, rule, value, fixes } = diagnostic;
    const surete = fixes[0] === undefined ? '' : fixes[0].safety === 'sure' ? 'sûre' : 'à confirmer';
    return [
      opened.celluleOf(at.cell),
      opened.ligneOf(at.cell.row - opened.grid.origin.row),
      at.column ?? '',
      ref,
      severity,
      rule,
      textOf(value),
      describe(diagnostic, RULES),
      fixes.map(({ label }) => label).join(' | '),
      surete,
    ];
  });
  return toCsv([header, ...rows]);
}
