import { COLUMN_LABELS, cellText, Fact, matchHeading, parseBop, type Annexe, type ColumnId } from '../annexe';
import { NBSP, quote } from '../text/french';

/** What can be covered: the columns that an objective may fill. */
export const CHAMPS = [
  'indicateur',
  'cible',
  'bop',
  'service',
  'collectivite',
  'signataire',
] as const satisfies readonly ColumnId[];
export type Champ = (typeof CHAMPS)[number];

/** What an objective lacks, in a sentence. */
export const CHAMP_NOUNS: Readonly<Record<Champ, string>> = {
  indicateur: 'un indicateur',
  cible: 'une valeur cible',
  bop: 'un BOP',
  service: 'un service',
  collectivite: 'une collectivité partenaire',
  signataire: 'un signataire partenaire',
};

/** The field that a word names, with the tolerance of a header: "Indicateurs", "valeur cible", "Collectivité". */
export function parseChamp(text: string): Champ | null {
  const heading = matchHeading(text);
  return CHAMPS.find((champ) => champ === heading) ?? null;
}

/** What tells that a row fills the field: a fact, and for some fields a closer look at the cell. */
export interface Test {
  readonly fact: number;
  readonly look: ((row: number) => boolean) | null;
}

/** The test of a field. A BOP cell is filled only when a programme can be read in it: "selon projet" names none. */
export function testOf(annexe: Annexe, champ: Champ): Test {
  if (champ !== 'bop') return { fact: Fact[champ], look: null };
  const column = annexe.columns.bop;
  const known = new Map<string, boolean>();
  const look = (row: number): boolean => {
    const value = annexe.grid.values[row]?.[column];
    if (typeof value === 'number') return true;
    if (typeof value === 'string' && startsWithFigure(value)) return true;
    const text = cellText(annexe, row, 'bop');
    const readable = known.get(text) ?? parseBop(text).items.length > 0;
    known.set(text, readable);
    return readable;
  };
  return { fact: Fact.bop, look };
}

/** The sentence that says that the annexe has no such column; null when it has it. */
export function absenceOf(annexe: Annexe, champ: Champ): string | null {
  if (annexe.columns[champ] >= 0) return null;
  const column = quote(COLUMN_LABELS[champ]);
  return `L’annexe n’a pas de colonne ${column}${NBSP}; ajoutez-la, ou vérifiez son titre dans la ligne d’en-tête.`;
}

function startsWithFigure(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57;
}
