import type { Grid, Merge, Scalar } from '../../shared/sheet';
import { anyCell, wordOfTheField } from './cells';
import type { Chance } from './chance';

const HEADER = ['Réf', 'Objectif opérationnel', 'BOP', 'Service', 'Collectivité', 'Signataire', 'Indicateur', 'Cible'];
const FLAT_HEADER = ['Pilier', 'axe_no', 'Axe', ...HEADER];

/** Any grid: ragged rows of any cells, anywhere in a sheet; most have a header somewhere, so that the rules get to work. */
export function anyGrid(chance: Chance): Grid {
  const width = chance.int(13);
  const length = chance.int(chance.once(16) ? 40 : 9);
  const values: Scalar[][] = Array.from({ length }, () => anyRow(chance, width));
  if (!chance.once(4)) values.splice(chance.int(4), 0, anyHeader(chance));
  return {
    origin: { sheet: 'Feuille', row: chance.once(3) ? chance.int(9) : 0, column: chance.once(3) ? chance.int(4) : 0 },
    values,
    ...(chance.once(3) ? { formulas: someFormulas(chance, values) } : {}),
    ...(chance.once(5) ? { merges: someMerges(chance, values.length) } : {}),
  };
}

function anyRow(chance: Chance, width: number): Scalar[] {
  if (chance.once(6)) return [wordOfTheField(chance)];
  return Array.from({ length: chance.once(5) ? chance.int(width + 3) : width }, () => anyCell(chance));
}

/** A header in its order or in another, some of its columns left out. */
function anyHeader(chance: Chance): Scalar[] {
  const header = (chance.once(4) ? FLAT_HEADER : HEADER).filter(() => !chance.once(12));
  if (chance.once(2)) return header;
  return header
    .map((title) => ({ title, at: chance.int(1000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ title }) => title);
}

export function someFormulas(chance: Chance, values: readonly (readonly Scalar[])[]): Map<number, string[]> {
  const formulas = new Map<number, string[]>();
  for (const [row, cells] of values.entries()) {
    if (chance.once(3))
      formulas.set(
        row,
        cells.map(() => (chance.once(4) ? '=A1' : '')),
      );
  }
  return formulas;
}

function someMerges(chance: Chance, length: number): Merge[] {
  return Array.from({ length: 1 + chance.int(3) }, () => {
    const top = chance.int(length + 1);
    const left = chance.int(6);
    return { top, left, bottom: top + chance.int(2), right: left + chance.int(6) };
  });
}
