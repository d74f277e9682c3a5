import type { Diagnostic } from '../../shared/lint';
import { formulaAt } from '../../shared/sheet';
import { NBSP, plural } from '../../shared/text';
import type { Opened } from './open';
import type { Terminal } from './terminal';
import { hang } from './wrap';

/** Why a finding is still there after a correction, from what an agent can do at once to what only a person can decide. */
const REASONS = {
  sure: [
    'a une correction sûre que le plan n’a pas pu placer',
    'ont une correction sûre que le plan n’a pas pu placer',
  ],
  confirmer: ['a une correction à confirmer (--tout la fait)', 'ont une correction à confirmer (--tout les fait)'],
  choix: ['propose un choix, à faire à la main', 'proposent un choix, à faire à la main'],
  formule: ['est dans une cellule à formule, jamais écrasée', 'sont dans des cellules à formule, jamais écrasées'],
  sans: ['n’a pas de correction automatique', 'n’ont pas de correction automatique'],
} as const;
type Reason = keyof typeof REASONS;

/** What was not corrected, and why. */
export function writeLeft(opened: Opened, { columns, out }: Terminal): void {
  const counts = new Map<Reason, number>();
  const diagnostics = opened.session.diagnostics();
  for (const diagnostic of diagnostics) {
    const reason = reasonOf(opened, diagnostic);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  if (diagnostics.length === 0) return;
  out(`Reste ${plural(diagnostics.length, 'constat')}${NBSP}:\n`);
  for (const [reason, [one, many]] of Object.entries(REASONS)) {
    const count = [...counts].find(([name]) => name === reason)?.[1] ?? 0;
    if (count > 0) out(hang('  ', plural(count, one, many), columns));
  }
}

function reasonOf({ grid }: Opened, { fixes, at }: Diagnostic): Reason {
  const open = fixes.filter(({ horsPlan }) => !horsPlan);
  if (open.length === 1) return open[0]?.safety === 'sure' ? 'sure' : 'confirmer';
  if (fixes.length > 0) return 'choix';
  const formula = formulaAt(grid, at.cell.row - grid.origin.row, at.cell.column - grid.origin.column);
  return formula === '' ? 'sans' : 'formule';
}
