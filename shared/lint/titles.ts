import { Kind, parseTitre, sectionLue, type SectionLue } from '../annexe';
import { textOf } from '../sheet';
import type { State } from './state';

/** What a title row says, null when it says nothing known. A repeated title says what the first one said. */
export function titreDeLigne({ annexe }: State, row: number): SectionLue | null {
  const index = annexe.sectionOf[row] ?? -1;
  const section = sectionLue(annexe, index);
  if (section === null || annexe.sections[index]?.row === row) return section;
  const cells = annexe.grid.values[row] ?? [];
  return cells.some((cell) => parseTitre(textOf(cell), annexe.vocabulary, true) !== null) ? section : null;
}

/** No objective stands under the title of row `row`: neither directly nor, for a pillar, under one of its axes. */
export function titreVide({ annexe }: State, row: number): boolean {
  const { kinds, sectionOf, sections } = annexe;
  const own = sectionOf[row] ?? -1;
  if (sections[own]?.row !== row) return false;
  const pilier = sections[own]?.niveau === 'pilier';
  for (let below = row + 1; below < kinds.length; below++) {
    if (kinds[below] === Kind.objectif) return false;
    if (kinds[below] !== Kind.titre || sectionOf[below] === own) continue;
    if (!pilier || sections[sectionOf[below] ?? -1]?.parent !== own) return true;
  }
  return true;
}
