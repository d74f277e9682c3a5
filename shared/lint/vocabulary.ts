import type { Vocabulary } from '../annexe';
import { findPilier, findService, type Millesime, type Referential } from '../referential';

const LONGEST_SERVICE = 200;
const LONGEST_SECTION = 80;
const MOST_KNOWN = 4000;

/** What the referential tells reading: which words are a service, which are a pillar. */
export function vocabularyOf(referential: Referential, millesime: Millesime): Vocabulary {
  return {
    isService: remembered(LONGEST_SERVICE, (text) => findService(referential, text) !== undefined),
    isSection: remembered(LONGEST_SECTION, (text) => findPilier(referential, text, millesime) !== undefined),
  };
}

/** An answer for each of the few thousand texts that come back on every row; a longer text is none. */
function remembered(longest: number, ask: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    if (text.length > longest) return false;
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = ask(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, answer);
    return answer;
  };
}

/** The millésime that a sheet seems to be of, when nobody said: 2024 only when its titles speak of Quartiers 2030. */
export function guessMillesime(texts: readonly string[]): Millesime {
  return texts.some((text) => /quartiers\s+2030|\b20(2[4-9]|30)\s*[-–]\s*20(2[4-9]|3\d)\b/i.test(text)) ? 2024 : 2015;
}
