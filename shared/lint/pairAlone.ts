import { COLUMNS, COLUMN_LABELS, isAnnexe, parseServices, readAnnexe, type Vocabulary } from '../annexe';
import type { Millesime, Referential } from '../referential';
import { gridOf, type Scalar } from '../sheet';
import { createCleanPairs } from './cleanPairs';
import { createRefRepair } from './repair';
import type { Rule, RowRule } from './rule';
import { createState } from './state';
import { createView } from './view';
import { vocabularyOf } from './vocabulary';

interface Options {
  readonly referential: Referential;
  readonly rules: readonly Rule[];
  readonly millesime: Millesime;
}

let last: { readonly options: Options; readonly vocabulary: Vocabulary } | null = null;

/**
 * The words of a referential, with the pairs that the rules on BOPs and services let pass, so that reading can spare them most
 * rows. What one sheet taught serves the next: an agent checks again and again with the same rules.
 */
export function vocabularyWithPairs(options: Options): Vocabulary {
  const { referential, rules, millesime } = options;
  const before = last?.options;
  if (last !== null && before?.referential === referential && before.rules === rules && before.millesime === millesime)
    return last.vocabulary;
  last = {
    options: { referential, rules, millesime },
    vocabulary: withTacitPairs(vocabularyOf(referential, millesime), options),
  };
  return last.vocabulary;
}

function withTacitPairs(vocabulary: Vocabulary, options: Options): Vocabulary {
  const standsAlone = (word: string): boolean => {
    if (!vocabulary.isService(word)) return false;
    const { items } = parseServices(word, vocabulary);
    return items.length === 1 && items[0]?.nom === word;
  };
  let silent: ((code: string, name: string) => boolean) | null = null;
  const pairs = createCleanPairs(standsAlone, (code, name) =>
    (silent ??= createAlone(vocabulary, options))(code, name),
  );
  return { ...vocabulary, isTacit: pairs.clean };
}

/** Have the rules nothing to say of a sheet whose only row holds these two texts? */
function createAlone(vocabulary: Vocabulary, options: Options): (bop: string, service: string) => boolean {
  const rules = options.rules.filter((rule): rule is RowRule => rule.kind === 'ligne' && rule.on === 0);
  const cells: Scalar[] = COLUMNS.map((column) => (column === 'ref' ? 'PDEE_AS1_001' : ''));
  const annexe = readAnnexe(gridOf([COLUMNS.map((column) => COLUMN_LABELS[column]), cells]), vocabulary);
  if (!isAnnexe(annexe)) return () => false;
  const state = createState(annexe, options.referential, options.millesime);
  const view = createView(state, createRefRepair(state));
  view.moveTo(1);
  return (bop, service) => {
    let silent = true;
    cells[annexe.columns.bop] = bop;
    cells[annexe.columns.service] = service;
    for (const rule of rules) rule.check(view, () => void (silent = false));
    return silent;
  };
}
