import { enumerate, formatNumber, NBSP, quote } from '../text/french';
import type { CellChange, Difference } from './compare';
import type { ComparableRow } from './matchRows';
import { LIKENESS_COLUMN } from './matchRows';
import type { Conflict } from './merge';

/** How a column is called by agents, from its id ("bop" → "BOP(s) État pré-identifiés"). */
export type ColumnTitle = (column: string) => string;

/** One French sentence for one difference. Lines are those of the sheet, 1-based. */
export function describeDifference(difference: Difference, title: ColumnTitle = (column) => column): string {
  switch (difference.kind) {
    case 'added':
      return `${nameOf(difference.after)} est ajouté${place(difference.after)}.`;
    case 'removed':
      return `${nameOf(difference.before)} est supprimé (ancienne ligne ${line(difference.before)}).`;
    case 'moved':
      return describeMove(difference.before, difference.after);
    case 'changed': {
      const cells = difference.cells.map((change) => describeChange(change, title)).join(`${NBSP}; `);
      return `${nameOf(difference.after)}${place(difference.after)}${NBSP}: ${cells}.`;
    }
  }
}

/** One French sentence for one conflict of a merge, with the choice to make. */
export function describeConflict(conflict: Conflict, title: ColumnTitle = (column) => column): string {
  const name = nameOf({ ...conflict.row, row: 0 });
  if (conflict.kind === 'removed-changed') {
    const [removed, changed] = conflict.removedBy === 'ours' ? ['vous avez', "l'autre a"] : ["l'autre a", 'vous avez'];
    const columns = enumerate(conflict.changes.map(({ column }) => quote(title(column))));
    return `${name}${NBSP}: ${removed} supprimé la ligne, ${changed} modifié ${columns}. La ligne est gardée${NBSP}: supprimez-la si besoin.`;
  }
  const { base, ours, theirs } = conflict;
  const origin = base === null ? 'ajouté des deux côtés' : `au départ ${shown(base)}`;
  return (
    `${name}, ${quote(title(conflict.column))}${NBSP}: ${origin}, ` +
    `chez vous ${shown(ours)}, chez l'autre ${shown(theirs)}. Choisissez l'un des deux.`
  );
}

function describeMove(before: ComparableRow, after: ComparableRow): string {
  if (before.key !== after.key && after.key !== '') {
    const from = before.key === '' ? 'reçoit la référence' : 'devient';
    return `${nameOf(before)} ${from} ${quote(after.key)}${place(after)}.`;
  }
  return `${nameOf(after)} passe de la ligne ${line(before)} à la ligne ${line(after)}.`;
}

function describeChange({ column, before, after }: CellChange, title: ColumnTitle): string {
  return `${quote(title(column))} passe de ${shown(before)} à ${shown(after)}`;
}

function nameOf(row: ComparableRow): string {
  if (row.key !== '') return `L'objectif ${quote(row.key)}`;
  const text = row.cells[LIKENESS_COLUMN] ?? '';
  return text.trim() === '' ? "L'objectif sans référence" : `L'objectif ${quote(text, 60)}`;
}

function place(row: ComparableRow): string {
  return ` (ligne ${line(row)})`;
}

function line(row: ComparableRow): string {
  return formatNumber(row.row + 1);
}

function shown(text: string): string {
  return text.trim() === '' ? 'vide' : quote(text);
}
