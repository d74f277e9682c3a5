import { sectionLue, type Annexe, type ColumnId } from '../../annexe';
import {
  GRAVITES,
  acceptedBy,
  type Acceptance,
  type Diagnostic,
  type Gravite,
  type Rule,
  type Session,
} from '../../lint';
import { NBSP } from '../../text';

/** One finding, not told yet: a hundred thousand of them must be counted, filtered and ordered without a sentence. */
export interface Entry {
  readonly rule: Rule;
  readonly gravite: Gravite;
  /** Grid row; −1 for a finding on the whole sheet. */
  readonly row: number;
  readonly column: ColumnId | null;
  readonly acceptance: Acceptance | null;
}

/** The findings of a session, worst first within a rule's own order: the order of the sheet. */
export function entriesOf(
  session: Session,
  rules: readonly Rule[],
  acceptances: readonly Acceptance[],
): readonly Entry[] {
  const entries: Entry[] = [];
  const annexe = session.annexe();
  const add = (rule: Rule, row: number, found: Diagnostic): void => {
    const acceptance = acceptedBy(acceptances, annexe, found) ?? null;
    entries.push({ rule, gravite: found.severity, row, column: found.at.column, acceptance });
  };
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  for (const found of session.tableDiagnostics()) {
    const rule = byId.get(found.rule);
    if (rule !== undefined) add(rule, -1, found);
  }
  for (const id of session.executed()) {
    const rule = byId.get(id);
    if (rule === undefined || rule.kind === 'table') continue;
    const [column = null] = rule.columns;
    // A rule that reports at one place, with one severity, needs no look at its rows to be counted.
    const plain =
      rule.columns.length === 1 && rule.severities.length === 1 && !acceptances.some((one) => one.rule === id);
    for (const row of session.rowsWithFindings(id)) {
      if (plain) entries.push({ rule, gravite: rule.severities[0] ?? rule.severity, row, column, acceptance: null });
      else for (const found of session.diagnosticsOf(row)) if (found.rule === id) add(rule, row, found);
    }
  }
  return entries;
}

export interface EntryGroup {
  readonly key: string;
  readonly titre: string;
  readonly entries: Entry[];
}

/** Groups worst first: by their gravest findings, then by how many of them, then in the order they came. */
export function groupEntries(annexe: Annexe, entries: readonly Entry[], par: 'section' | 'regle'): EntryGroup[] {
  const groups = new Map<string, EntryGroup>();
  for (const entry of entries) {
    const key = par === 'regle' ? entry.rule.id : entry.row < 0 ? 'toutes' : `s${annexe.sectionOf[entry.row] ?? -1}`;
    const group = groups.get(key) ?? { key, titre: titreOf(annexe, entry, par), entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  const sorted = [...groups.values()];
  const scores = new Map(sorted.map((group) => [group, scoreOf(group.entries)]));
  for (const group of sorted) group.entries.sort((a, b) => rank(a) - rank(b) || a.row - b.row);
  return sorted.sort((a, b) => compare(scores.get(b) ?? [], scores.get(a) ?? []));
}

const rank = ({ gravite }: Entry): number => GRAVITES.indexOf(gravite);

function scoreOf(entries: readonly Entry[]): number[] {
  return GRAVITES.map((gravite) => entries.reduce((sum, entry) => sum + (entry.gravite === gravite ? 1 : 0), 0));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((count, index) => count !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

function titreOf(annexe: Annexe, { rule, row }: Entry, par: 'section' | 'regle'): string {
  if (par === 'regle') return rule.summary;
  return row < 0 ? 'Toutes les lignes' : sectionTitre(annexe, annexe.sectionOf[row] ?? -1);
}

/** "Cohésion sociale · Axe 2"; what an agent calls the place of a row. */
export function sectionTitre(annexe: Annexe, index: number): string {
  const section = sectionLue(annexe, index);
  if (section === null) return 'Hors section';
  if (section.niveau !== 'axe') return section.titre || 'Section sans titre';
  const axe = section.numero > 0 ? `Axe${NBSP}${section.numero}` : section.titre;
  return section.pilier === ''
    ? `${axe}${section.numero > 0 ? `${NBSP}: ${section.titre}` : ''}`
    : `${section.pilier} · ${axe}`;
}
