import type { Vocabulary } from '../annexe';
import { findPilier, findService, type Millesime, type Referential } from '../referential';
import { isBlank, textOf, type Grid } from '../sheet';
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

/** Titles stand alone on their row, or nearly, and among the first rows. */
const MOST_CELLS = 2;
const TITLE_ROWS = 400;

/**
 * The millésime that a sheet seems to be of, when nobody said: 2024 only when its titles speak of Quartiers 2030. Cells of the table
 * itself are not asked: any text may name a period.
 */
export function millesimeOf({ values }: Pick<Grid, 'values'>): Millesime {
  const titles = values.slice(0, TITLE_ROWS).flatMap((row) => {
    const filled = row.filter((cell) => !isBlank(cell));
    return filled.length <= MOST_CELLS ? filled.map(textOf) : [];
  });
  const speaks = /quartiers\s+2030|\b20(2[4-9]|30)\s*[-–]\s*20(2[4-9]|3\d)\b/i;
  return titles.some((title) => speaks.test(title)) ? 2024 : 2015;
}
