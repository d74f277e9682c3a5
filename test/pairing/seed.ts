import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAnnexe, readAnnexe, type Annexe, type Vocabulary } from '../../shared/annexe';
import { findPilier, findService } from '../../shared/referential';
import { gridOf, type Scalar } from '../../shared/sheet/grid';
import { referential } from '../referential/referential-seed';

export { referential };

export const vocabulary: Vocabulary = {
  isService: (text) => findService(referential, text) !== undefined,
  isSection: (text) => findPilier(referential, text, 2015) !== undefined,
};

/** The flat seed, header first, in the order of the document. */
export const seedRows: readonly (readonly string[])[] = readFileSync(
  join(__dirname, '../../seeds/annexe-7-lezignan-corbieres.tsv'),
  'utf8',
)
  .split(/\r?\n/)
  .filter((line) => line !== '')
  .map((line) => line.split('\t'));

export function annexeOf(rows: readonly (readonly Scalar[])[]): Annexe {
  const read = readAnnexe(gridOf(rows), vocabulary);
  if (!isAnnexe(read)) throw new Error(`Pas une annexe : ${read.raison}`);
  return read;
}

export const seed = annexeOf(seedRows);
