import { COLUMN_LABELS, type Annexe } from '../../annexe';
import { acceptedBy, describe, type Acceptance, type Diagnostic, type Rule, type Session } from '../../lint';
import { formatAddress, textOf, type CellRef } from '../../sheet';
import { fold, typography } from '../../text';
import { groupEntries, type Entry } from './entries';
import { idOf } from './findingId';
import type { Finding, FindingGroup, FindingPage, FindingQuery, Place } from './views';

/** Related cells that are named; the rest are counted. */
const MOST_RELATED = 5;

export interface Telling {
  readonly session: Session;
  readonly rules: readonly Rule[];
  readonly acceptances: readonly Acceptance[];
}

/** The findings asked for, grouped, the first `limite` of them told. */
export function findingPage(telling: Telling, entries: readonly Entry[], query: FindingQuery): FindingPage {
  const annexe = telling.session.annexe();
  const words = fold(query.texte).split(' ').filter(Boolean);
  const wanted = entries.filter(
    (entry) => entry.acceptance === null && query.gravites.includes(entry.gravite) && matches(annexe, entry, words),
  );
  const groups: FindingGroup[] = [];
  const tell = createTeller(telling);
  let shown = 0;
  for (const group of groupEntries(annexe, wanted, query.par)) {
    if (shown >= query.limite) break;
    const findings = group.entries.slice(0, query.limite - shown).flatMap(tell);
    shown += findings.length;
    groups.push({ key: group.key, titre: group.titre, total: group.entries.length, findings });
  }
  return { groups, shown, total: wanted.length };
}

/** Every word must stand in the row or in what the rule says it looks for. */
function matches(annexe: Annexe, { row, rule }: Entry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const cells = row < 0 ? [] : (annexe.grid.values[row] ?? []);
  const text = fold(
    `${cells.map(textOf).join(' ')} ${rule.id} ${rule.summary} ligne ${annexe.grid.origin.row + row + 1}`,
  );
  return words.every((word) => text.includes(word));
}

/** Tells entries; the findings of a row are explained once. */
function createTeller({ session, rules, acceptances }: Telling): (entry: Entry) => Finding[] {
  const annexe = session.annexe();
  const rows = new Map<number, readonly Diagnostic[]>();
  return ({ row, rule, column }) => {
    const all = rows.get(row) ?? (row < 0 ? session.tableDiagnostics() : session.diagnosticsOf(row));
    rows.set(row, all);
    const found = all.find((one) => one.rule === rule.id && one.at.column === column);
    return found === undefined ? [] : [tellFinding(annexe, found, rules, acceptances)];
  };
}

export function tellFinding(
  annexe: Annexe,
  found: Diagnostic,
  rules: readonly Rule[],
  acceptances: readonly Acceptance[],
): Finding {
  const rule = rules.find(({ id }) => id === found.rule);
  const { cell, column } = found.at;
  return {
    ...placeOf(cell),
    id: idOf(found),
    rule: found.rule,
    gravite: found.severity,
    ref: found.related.length > MOST_RELATED ? '' : found.ref,
    colonne: column === null ? '' : COLUMN_LABELS[column],
    column,
    valeur: textOf(found.value),
    message: describe(found, rules),
    liees: found.related.slice(0, MOST_RELATED).map(placeOf),
    nombreLiees: found.related.length,
    corrections: found.fixes,
    resume: typography(rule?.summary ?? found.rule),
    pourquoi: typography(rule?.why ?? ''),
    source: rule?.source === undefined ? null : typography(rule.source),
    acceptance: acceptedBy(acceptances, annexe, found) ?? null,
  };
}

export const placeOf = (cell: CellRef): Place => ({ cell, adresse: formatAddress(cell.row, cell.column) });
