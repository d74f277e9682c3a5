/** What the benchmark measures: the core as it ships, in one bundle. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReferential, type Referential } from '../../shared/referential';

export { Fact, isAnnexe, readAnnexe } from '../../shared/annexe';
export { couverture } from '../../shared/coverage';
export { isSession, openSession, vocabularyOf } from '../../shared/lint';
export { createPairing } from '../../shared/pairing';
export { TextIndex } from '../../shared/pairing/textIndex';
export { RULES } from '../../shared/rules';
export { gridOf } from '../../shared/sheet';
export { fold } from '../../shared/text';
export { qualiteDesSuggestions, qualiteProgressive } from '../pairing/qualite';

/** The referential of the seeds; `root` is the repository. */
export function loadReferential(root: string): Referential {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(root, 'seeds', name), 'utf8'));
  return parseReferential(read('programmes.json'), read('services.json'), read('cadres.json'));
}

/** The raw text of the seed, as rows of cells. */
export function loadSeed(root: string): string[][] {
  const text = readFileSync(join(root, 'seeds/annexe-7-lezignan-corbieres.txt'), 'utf8');
  return text.split(/\r?\n/).map((line) => line.split('\t'));
}
