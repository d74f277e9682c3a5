import type { Vocabulary } from '../annexe';
import { findPilier, findService, type Millesime, type Referential } from '../referential';
import { remembered } from '../text';

const LONGEST_SERVICE = 200;
const LONGEST_SECTION = 80;
const MOST_KNOWN = 4000;

/** What the referential tells reading: which words are a service, which are a pillar. */
export function vocabularyOf(referential: Referential, millesime: Millesime): Vocabulary {
  return {
    isService: upTo(LONGEST_SERVICE, (text) => findService(referential, text) !== undefined),
    isSection: upTo(LONGEST_SECTION, (text) => findPilier(referential, text, millesime) !== undefined),
  };
}

/** A longer text names nothing. */
function upTo(longest: number, ask: (text: string) => boolean): (text: string) => boolean {
  const answer = remembered(ask, MOST_KNOWN, longest);
  return (text) => text.length <= longest && answer(text);
}
