import { cellText, type Annexe, type ColumnId } from '../annexe';
import { printRow, textOf } from '../sheet';
import { squeeze } from '../text';
import type { Diagnostic } from './diagnostic';

/** The name under which a workbook keeps what was accepted. */
export const ACCEPTATIONS = 'annexe.acceptations';

/**
 * A finding that an agent keeps as it is, with the reason. It stands for as long as the cell holds the same value: when the cell
 * changes, the finding comes back. Plain data, kept in the workbook.
 */
export interface Acceptance {
  readonly rule: string;
  readonly column: ColumnId | null;
  /** The line: its reference, or what it says when the reference is missing or is itself in question. */
  readonly ligne: string;
  /** What the cell held, as text. */
  readonly valeur: string;
  readonly motif: string;
  readonly who: string;
  readonly when: string;
}

/** What the agent and the host add to an acceptance. */
export type Accord = Pick<Acceptance, 'motif' | 'who' | 'when'>;

/** Accepts a finding of `annexe`. */
export function acceptanceOf(annexe: Annexe, diagnostic: Diagnostic, { motif, who, when }: Accord): Acceptance {
  return { ...placeOf(annexe, diagnostic), motif: squeeze(motif), who, when };
}

/** The acceptance that speaks of this finding, while the cell holds what was accepted; else undefined. */
export function acceptedBy(
  list: readonly Acceptance[],
  annexe: Annexe,
  diagnostic: Diagnostic,
): Acceptance | undefined {
  if (list.length === 0) return undefined;
  const place = placeOf(annexe, diagnostic);
  return list.find((acceptance) => sameFinding(acceptance, place));
}

/** The list with one more; it takes the place of one that speaks of the same finding. */
export function withAcceptance(list: readonly Acceptance[], added: Acceptance): readonly Acceptance[] {
  return [...withoutAcceptance(list, added), added];
}

export function withoutAcceptance(list: readonly Acceptance[], removed: Acceptance): readonly Acceptance[] {
  return list.filter((other) => !sameFinding(other, removed));
}

/** As it is kept in the workbook. */
export function printAcceptances(list: readonly Acceptance[]): string {
  return JSON.stringify({ version: 1, acceptances: list });
}

/** Reads what `printAcceptances` wrote; entries that are none are left out, so that a damaged text never stops a check. */
export function parseAcceptances(text: string | null): readonly Acceptance[] {
  if (text === null || text === '') return [];
  try {
    const read: unknown = JSON.parse(text);
    const entries: unknown = isRecord(read) ? read['acceptances'] : [];
    return Array.isArray(entries) ? entries.filter(isAcceptance) : [];
  } catch {
    return [];
  }
}

type Place = Pick<Acceptance, 'rule' | 'column' | 'ligne' | 'valeur'>;

function placeOf(annexe: Annexe, { rule, at, ref, value }: Diagnostic): Place {
  const ligne = ref !== '' && at.column !== 'ref' ? ref : contentOf(annexe, at.cell.row - annexe.grid.origin.row);
  return { rule, column: at.column, ligne: squeeze(ligne), valeur: textOf(value) };
}

/** What a line says: its objective, else all its cells but the reference. */
function contentOf(annexe: Annexe, row: number): string {
  const objectif = cellText(annexe, row, 'objectif');
  const rest = printRow(annexe.grid, row).filter((_, place) => place !== annexe.columns.ref);
  return squeeze(objectif) === '' ? rest.join(' ') : objectif;
}

const sameFinding = (a: Place, b: Place): boolean =>
  a.rule === b.rule && a.column === b.column && a.ligne === b.ligne && a.valeur === b.valeur;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isAcceptance(value: unknown): value is Acceptance {
  if (!isRecord(value)) return false;
  const texts = ['rule', 'ligne', 'valeur', 'motif', 'who', 'when'].every((name) => typeof value[name] === 'string');
  return texts && (value['column'] === null || typeof value['column'] === 'string');
}
