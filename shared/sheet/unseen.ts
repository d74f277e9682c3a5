import { NBSP } from '../text';
import { formatAddress } from './address';
import type { CellRef } from './grid';

/** A cell that was shown and still does not show: the fact, and how to see it. */
export interface Unseen {
  readonly fact: string;
  readonly cure: string;
}

/** What hides a cell. `ligne`: by hand, or by a filter where the host cannot tell them apart. */
export type HiddenBy = 'filtre' | 'ligne' | 'colonne';

/** `cure`: where the host lets it be seen again ("Affichez la ligne (…)."). */
export function unseen({ row, column }: CellRef, by: HiddenBy, cure: string): Unseen {
  const address = formatAddress(row, column);
  return { fact: `${hidden(by, row, address)}${NBSP}: ${address} est sélectionnée, mais ne se voit pas.`, cure };
}

function hidden(by: HiddenBy, row: number, address: string): string {
  if (by === 'colonne') return `La colonne de ${address} est masquée`;
  return `La ligne ${row + 1} est masquée${by === 'filtre' ? ' par un filtre' : ''}`;
}
