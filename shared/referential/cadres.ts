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
  const byCode = volets.find((volet) => foldTight(volet.code) === foldTight(titre));
  if (byCode !== undefined) return byCode;
  const words = wordsOf(titre);
  let best: Volet | undefined;
  let bestScore = ALIKE;
  for (const volet of volets) {
    const score = namesOf(volet).reduce((most, nom) => Math.max(most, likeness(words, nom)), 0);
    if (score < bestScore || (score === bestScore && best !== undefined)) continue;
    best = volet;
    bestScore = score;
  }
  return best;
}

const names = new WeakMap<Volet, readonly (readonly string[])[]>();

/** The words of each name, cut once: a large sheet asks of hundreds of titles. */
function namesOf(volet: Volet): readonly (readonly string[])[] {
  const known = names.get(volet) ?? volet.noms.map(wordsOf);
  names.set(volet, known);
  return known;
}

function wordsOf(text: string): string[] {
  const words = fold(text.replace(LEAD, ''))
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));
  return [...new Set(words.map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word)))];
}

function likeness(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const shared = left.filter((word) => right.some((other) => sameWord(word, other))).length;
  return (2 * shared) / (left.length + right.length);
}

/** A long word survives one slip ("renouvelement"). */
function sameWord(left: string, right: string): boolean {
  return left === right || (Math.min(left.length, right.length) >= 6 && editDistance(left, right, 1) === 1);
}
