/**
 * One source of evidence on candidates (BOPs or services). Its votes are shares between 0 and 1, so that sources weigh the same.
 */
export interface Signal {
  readonly poids: number;
  /** Said first, however strong the others. */
  readonly enTete?: boolean;
  readonly votes: ReadonlyMap<string, number>;
  /** Rows that speak for the candidate: what tells thin evidence from thick. */
  lignes(candidat: string): number;
  /** The evidence in words, with its figures; "" when another signal already says it. */
  preuve(candidat: string): string;
}

export interface Classe {
  readonly candidat: string;
  /** 0–1: share of the weight of the signals that had something to say. */
  readonly score: number;
  readonly preuves: readonly string[];
  readonly lignes: number;
}

/** Ends the evidence of figures that leave rows out, in sheets with more lists of BOPs than are looked at. */
export const INCOMPLET = ' parmi les listes de BOP comparées';

/** Evidence shown for one candidate. */
const MOST_PREUVES = 4;

/** Adds the signals up. Scores that differ by rounding only are equal; equal scores stand in the order of the codes. */
export function rank(signals: readonly Signal[], keep: (candidat: string) => boolean, most: number): Classe[] {
  const speaking = signals.filter((signal) => signal.votes.size > 0);
  const weight = speaking.reduce((sum, signal) => sum + signal.poids, 0);
  const scores = new Map<string, number>();
  for (const { votes, poids } of speaking) {
    for (const [candidat, vote] of votes) scores.set(candidat, (scores.get(candidat) ?? 0) + (poids * vote) / weight);
  }
  const ordered = [...scores]
    .map(([candidat, score]) => ({ candidat, score: Math.round(score * 1e9) / 1e9 }))
    .sort((left, right) => right.score - left.score || (left.candidat < right.candidat ? -1 : 1));
  const kept: Classe[] = [];
  for (const { candidat, score } of ordered) {
    if (kept.length >= most) break;
    if (keep(candidat)) kept.push({ candidat, score, ...evidence(speaking, candidat) });
  }
  return kept;
}

function evidence(signals: readonly Signal[], candidat: string): Pick<Classe, 'preuves' | 'lignes'> {
  const strength = (signal: Signal): number => signal.poids * (signal.votes.get(candidat) ?? 0);
  const place = (signal: Signal): number => (signal.enTete === true ? Infinity : strength(signal));
  const voting = signals.filter((signal) => strength(signal) > 0);
  const preuves = [...voting]
    .sort((left, right) => (place(left) < place(right) ? 1 : place(left) > place(right) ? -1 : 0))
    .map((signal) => signal.preuve(candidat))
    .filter((preuve) => preuve !== '');
  const lignes = Math.max(0, ...voting.map((signal) => signal.lignes(candidat)));
  return { preuves: preuves.slice(0, MOST_PREUVES), lignes };
}

/** Votes divided by their sum. */
export function shares(votes: ReadonlyMap<string, number>): Map<string, number> {
  let sum = 0;
  for (const vote of votes.values()) sum += vote;
  const parts = new Map<string, number>();
  if (sum > 0) for (const [candidat, vote] of votes) parts.set(candidat, vote / sum);
  return parts;
}
