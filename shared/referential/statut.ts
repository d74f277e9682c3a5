/** What a programme code is worth in a given year. */
import { editDistance, sameLetters } from './nearest';
import { versionAt, type Programme } from './programme';
import type { Referential } from './referential';
import { rememberedByYear } from './remember';

export type StatutProgramme =
  | { readonly kind: 'connu' }
  /** `proches`: at most three codes of that year, best first. */
  | { readonly kind: 'inconnu'; readonly proches: readonly string[] }
  /** Not a programme, accepted. `successeur`: who took over, once it has ended ("CNDS" in 2024 → "ANS"). */
  | { readonly kind: 'hors-lolf'; readonly successeur?: string }
  /** `depuis`: first year. */
  | { readonly kind: 'pas-encore'; readonly depuis: number }
  /** `depuis`: first year without the programme. */
  | { readonly kind: 'termine'; readonly depuis: number; readonly successeurs: readonly string[] }
  /** The number lives on with another content; `depuis`: first year of the new content. */
  | {
      readonly kind: 'contenu-change';
      readonly depuis: number;
      readonly successeurs: readonly string[];
      readonly intituleAlors: string;
      readonly intituleMaintenant: string;
    };

/** The worth of `code` for an annexe judged at `annee` (a millésime's year). */
export const statutProgramme = rememberedByYear((referential, code, annee): StatutProgramme => {
  const programme = referential.programme(code);
  if (programme === undefined) return { kind: 'inconnu', proches: nearestCodes(referential, code, annee) };
  const first = programme.versions[0]?.de ?? -Infinity;
  if (annee < first) return { kind: 'pas-encore', depuis: first };
  return programme.lolf ? lolfStatus(programme, annee) : outsideStatus(programme, annee);
});

function outsideStatus(programme: Programme, annee: number): StatutProgramme {
  const successeur = programme.versions[programme.versions.length - 1]?.successeurs[0];
  const ended = versionAt(programme, annee) === undefined;
  return ended && successeur !== undefined ? { kind: 'hors-lolf', successeur } : { kind: 'hors-lolf' };
}

function lolfStatus(programme: Programme, annee: number): StatutProgramme {
  const past = programme.versions.filter((version) => (version.a ?? Infinity) < annee);
  const current = versionAt(programme, annee);
  const last = past[past.length - 1];
  if (current === undefined) {
    return { kind: 'termine', depuis: (last?.a ?? annee - 1) + 1, successeurs: last?.successeurs ?? [] };
  }
  const handedOver = past.find((version) => version.successeurs.length > 0);
  if (handedOver === undefined) return { kind: 'connu' };
  return {
    kind: 'contenu-change',
    depuis: (handedOver.a ?? annee - 1) + 1,
    successeurs: handedOver.successeurs,
    intituleAlors: handedOver.intitule,
    intituleMaintenant: current.intitule,
  };
}

/** Beyond it no code is one slip away. */
const LONGEST_CODE = 8;

/**
 * One slip away (one letter or digit, or two swapped). Programmes whose managers are documented, hence met in contrats
 * de ville, come first; then a swap of digits, the commonest slip with a changed one; then the nearest number.
 */
function nearestCodes(referential: Referential, code: string, annee: number): string[] {
  const typed = code.toUpperCase();
  if (typed.length > LONGEST_CODE) return [];
  return referential.programmes
    .filter((programme) => versionAt(programme, annee) && editDistance(typed, programme.code, 1) === 1)
    .map(({ code: candidate, gestions }) => ({
      candidate,
      rank: [gestions.length > 0 ? 0 : 1, sameLetters(typed, candidate) ? 0 : 1, gap(typed, candidate)],
    }))
    .sort((left, right) => compareRanks(left.rank, right.rank) || (left.candidate < right.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Numbers of the same length: how far apart. Otherwise 0 when one begins the other ("14" and "147"), else 1. */
function gap(typed: string, candidate: string): number {
  if (typed.length === candidate.length) return Math.abs(Number(candidate) - Number(typed)) || 0;
  return candidate.startsWith(typed) || typed.startsWith(candidate) ? 0 : 1;
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
