/** The frame of each millésime: its pillars and its transversal priorities. */
import { fold, foldTight } from '../text/fold';
import type { Cadre, Volet } from './cadre';
import type { Millesime } from './millesime';
import { editDistance } from './nearest';
import type { Referential } from './referential';

/** Dice likeness of two sets of words above which they name the same thing. */
const ALIKE = 0.75;

/** Longer than any title: a paragraph names no pillar. */
const LONGEST = 200;

/** What a title says before the name itself: "Pilier n° 2 :", "Axe transversal :", "III." */
const LEAD =
  /^(?:(?:les?\s+)?(?:piliers?|volets?|axes?|priorit[ée]s?|transversa(?:l|ux|les?)|th[ée]matiques?)\b|n\s*°|[ivx]+\b|\d+\b|[\s:.)\-–—])+/i;

const EMPTY_WORDS = new Set('a au aux d de des du en entre et l la le les pour sur toutes tous'.split(' '));

/** The pillar that a section title names; undefined when unknown, and always at 2024, which has no national pillars. */
export function findPilier(referential: Referential, titre: string, millesime: Millesime): Volet | undefined {
  return findVolet(cadreOf(referential, millesime)?.piliers ?? [], titre);
}

/** The transversal priority that a title ("Axe transversal : Jeunesse") or a code ("Atr_LCD") names. */
export function findTransversal(referential: Referential, titre: string, millesime: Millesime): Volet | undefined {
  return findVolet(cadreOf(referential, millesime)?.transversaux ?? [], titre);
}

export function cadreOf(referential: Referential, millesime: Millesime): Cadre | undefined {
  return referential.cadres.find((cadre) => cadre.millesime === millesime);
}

function findVolet(volets: readonly Volet[], titre: string): Volet | undefined {
  if (volets.length === 0 || titre.length > LONGEST) return undefined;
  const tight = foldTight(titre);
  const byCode = volets.find((volet) => namesOf(volet).code === tight);
  if (byCode !== undefined) return byCode;
  const words = wordsOf(titre);
  let best: Volet | undefined;
  let bestScore = ALIKE;
  for (const volet of volets) {
    let score = 0;
    for (const nom of namesOf(volet).noms) score = Math.max(score, likeness(words, nom));
    if (score < bestScore || (score === bestScore && best !== undefined)) continue;
    best = volet;
    bestScore = score;
  }
  return best;
}

interface Names {
  readonly code: string;
  readonly noms: readonly (readonly string[])[];
}

const names = new WeakMap<Volet, Names>();

/** The code folded and the words of each name, made once: a large sheet asks of hundreds of titles. */
function namesOf(volet: Volet): Names {
  const known = names.get(volet) ?? { code: foldTight(volet.code), noms: volet.noms.map(wordsOf) };
  names.set(volet, known);
  return known;
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  const folded = fold(text.replace(LEAD, ''));
  for (let start = 0, at = 0; at <= folded.length; at++) {
    if (at < folded.length && isLetter(folded.charCodeAt(at))) continue;
    const word = folded.slice(start, at);
    start = at + 1;
    if (word === '' || EMPTY_WORDS.has(word)) continue;
    const singular = word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word;
    if (!words.includes(singular)) words.push(singular);
  }
  return words;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

function likeness(left: readonly string[], right: readonly string[]): number {
  const fewer = Math.min(left.length, right.length);
  // Even with every word shared they would not be alike enough.
  if ((2 * fewer) / (left.length + right.length) < ALIKE || fewer === 0) return 0;
  let shared = 0;
  for (const word of left) if (holds(right, word)) shared++;
  return (2 * shared) / (left.length + right.length);
}

function holds(words: readonly string[], wanted: string): boolean {
  for (const word of words) if (sameWord(wanted, word)) return true;
  return false;
}

/** A long word survives one slip ("renouvelement"). */
function sameWord(left: string, right: string): boolean {
  return left === right || (Math.min(left.length, right.length) >= 6 && editDistance(left, right, 1) === 1);
}
