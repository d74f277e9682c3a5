import { textOf, type Scalar } from '../sheet/grid';
import { isEmpty } from './facts';
import { parseLead, type Niveau } from './sections';
import type { Vocabulary } from './service';

/** The cell of a row that is a section title. */
export interface TitleCell {
  readonly column: number;
  readonly niveau: Niveau;
  readonly numero: number;
}

/** Titles farther to the right are not looked for. */
const WIDEST = 64;
/** The PDF prints the reference column's title beside the first axis. */
const STRAY_REF = /^\s*r[ée]f(?:[ée]rences?|s)?\.?\s*$/i;

/**
 * The title that a row shows: in any column of the table (`known`), alone but for a stray "Réf" or an echo of itself in merged
 * cells; else beside the table. What an agent notes beside the table (a total, a formula) never hides a title.
 */
export function readTitleCell(
  cells: readonly Scalar[],
  known: ReadonlySet<number>,
  vocabulary: Vocabulary,
): TitleCell | null {
  const width = Math.min(cells.length, WIDEST);
  let column = -1;
  for (let place = 0; place < width; place++) {
    if (!known.has(place) || saysNothing(cells[place])) continue;
    if (column < 0) column = place;
    else if (textOf(cells[place] ?? null) !== textOf(cells[column] ?? null)) return null;
  }
  if (column >= 0) return titleIn(cells, column, vocabulary);
  for (let place = 0; place < width; place++) {
    const beside = saysNothing(cells[place]) ? null : titleIn(cells, place, vocabulary);
    if (beside !== null) return beside;
  }
  return null;
}

function titleIn(cells: readonly Scalar[], column: number, vocabulary: Vocabulary): TitleCell | null {
  const lead = parseLead(textOf(cells[column] ?? null), vocabulary, true);
  return lead === null ? null : { column, niveau: lead.niveau, numero: lead.numero };
}

/** Blank, or a stray title of the reference column. */
function saysNothing(value: Scalar | undefined): boolean {
  if (isEmpty(value)) return true;
  const text = textOf(value ?? null);
  return text.length < 12 && STRAY_REF.test(text);
}
