import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAnnexe, readAnnexe, type Annexe } from '../../shared/annexe';
import { vocabularyOf } from '../../shared/lint/vocabulary';
import { gridOf, type Grid, type Scalar } from '../../shared/sheet';
import { referential } from '../referential/referential-seed';

export const vocabulary = vocabularyOf(referential, 2015);

/** The lines of a tabulated seed as a grid. */
export function seedGrid(ending: 'txt' | 'tsv'): Grid {
  const path = join(__dirname, '../../seeds', `annexe-7-lezignan-corbieres.${ending}`);
  const lines = readFileSync(path, 'utf8').replace(/\n$/, '').split(/\r?\n/);
  return gridOf(lines.map((line) => line.split('\t')));
}

export function read(grid: Grid): Annexe {
  const annexe = readAnnexe(grid, vocabulary);
  if (!isAnnexe(annexe)) throw new Error(`not an annexe: ${annexe.raison}`);
  return annexe;
}

export const HEADER = [
  'Réf',
  'Objectif opérationnel',
  'BOP',
  'Service',
  'Collectivité',
  'Signataire',
  'Indicateur',
  'Valeur cible',
];

/** An annexe of these rows below the header. A row is: ref, objective, BOP, service, indicator, target. */
export function annexeOf(rows: readonly (readonly Scalar[])[]): Annexe {
  const full = rows.map((row) => {
    const [ref = '', objectif = '', bop = '', service = '', indicateur = '', cible = ''] = row;
    return [ref, objectif, bop, service, '', '', indicateur, cible];
  });
  return read(gridOf([HEADER, ...full]));
}
