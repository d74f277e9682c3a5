import type { Vocabulary } from '../annexe';
import { findPilier, findService, type Millesime, type Referential } from '../referential';

/** What the referential tells reading: which words are a service, which are a pillar. */
export function vocabularyOf(referential: Referential, millesime: Millesime): Vocabulary {
  return {
    isService: (text) => findService(referential, text) !== undefined,
    isSection: (text) => text.length < 80 && findPilier(referential, text, millesime) !== undefined,
  };
}

/** The millésime that a sheet seems to be of, when nobody said: 2024 only when its titles speak of Quartiers 2030. */
export function guessMillesime(texts: readonly string[]): Millesime {
  return texts.some((text) => /quartiers\s+2030|\b20(2[4-9]|30)\s*[-–]\s*20(2[4-9]|3\d)\b/i.test(text)) ? 2024 : 2015;
}
