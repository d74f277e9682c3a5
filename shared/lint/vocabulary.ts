import type { Vocabulary } from '../annexe';
import { findPilier, findService, type Millesime, type Referential } from '../referential';

const LONGEST_NAME = 80;
const MOST_KNOWN = 1000;

/** What the referential tells reading: which words are a service, which are a pillar. */
export function vocabularyOf(referential: Referential, millesime: Millesime): Vocabulary {
  const known = new Map<string, boolean>();
  return {
    isService: (text) => findService(referential, text) !== undefined,
    isSection(text) {
      if (text.length > LONGEST_NAME) return false;
      const answer = known.get(text) ?? findPilier(referential, text, millesime) !== undefined;
      if (known.size < MOST_KNOWN) known.set(text, answer);
      return answer;
    },
  };
}

/** The millésime that a sheet seems to be of, when nobody said: 2024 only when its titles speak of Quartiers 2030. */
export function guessMillesime(texts: readonly string[]): Millesime {
  return texts.some((text) => /quartiers\s+2030|\b20(2[4-9]|30)\s*[-–]\s*20(2[4-9]|3\d)\b/i.test(text)) ? 2024 : 2015;
}
