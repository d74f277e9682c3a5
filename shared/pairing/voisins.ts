import { cellText } from '../annexe';
import { fold } from '../text/fold';
import { enumerate, NBSP, plural } from '../text/french';
import type { Corpus } from './corpus';
import type { Signal } from './signal';
import { insert, type Proche } from './textIndex';
import { trigramsOf } from './trigrams';

/** Rows that a text calls upon. Few: they can be named, and read, by whoever doubts the suggestion. */
export const VOISINS = 5;

/** Rows that words bring to be compared letter by letter; a sheet with fewer filled rows compares them all. */
const LETTERED = 64;

/** Filled rows on each side that speak for their neighbourhood; the weight of the next one would be under 1/1000. */
const REACH = 32;

/** Rows scanned at most to find them. */
const FARTHEST = 1024;

interface Voix {
  readonly fiche: number;
  readonly poids: number;
}

/** Rows whose words are near those of the objective and of its axis (BM25), and among them rows whose objective is written alike. */
export function textSignals(corpus: Corpus, objectif: string, texte: string): Signal[] {
  const near = corpus.textes.nearest(fold(texte), LETTERED, (fiche) => corpus.rowOf(fiche));
  const voix = near.slice(0, VOISINS).map(({ fiche, score }) => ({ fiche, poids: score ** 2 }));
  const mots = voixSignal(corpus, voix, 'mots communs avec l’objectif ou l’axe');
  const fiches = corpus.lignes > LETTERED ? near.map(({ fiche }) => fiche) : corpus.shown();
  return [mots, lettresSignal(corpus, objectif, fiches)];
}

/** Trigrams: they catch "préventif" for "prévention", and slips of the keyboard. */
function lettresSignal(corpus: Corpus, objectif: string, fiches: readonly number[]): Signal {
  const order = (fiche: number): number => corpus.rowOf(fiche);
  const best: Proche[] = [];
  const others = fiches.map((fiche) => corpus.trigramsOf(fiche));
  corpus.trigrammes.likenesses(trigramsOf(fold(objectif)), others).forEach((score, index) => {
    if (score > 0) insert(best, { fiche: fiches[index] ?? -1, score }, VOISINS, order);
  });
  const voix = best.map(({ fiche, score }) => ({ fiche, poids: score ** 2 }));
  return voixSignal(corpus, voix, 'objectif d’écriture proche');
}

/** Rows above and below, weighing 1/d²: tables are written axis by axis, and lines that follow each other resemble each other. */
export function voisinageSignal(corpus: Corpus, row: number | undefined): Signal {
  const voix: Voix[] = [];
  if (row !== undefined) {
    collect(corpus, row - 1, -1, voix);
    collect(corpus, row, 1, voix);
  }
  const close = voix.filter(({ poids }) => poids >= 1 / 4);
  return { ...voixSignal(corpus, voix, ''), ...closeEvidence(corpus, close) };
}

function collect(corpus: Corpus, from: number, step: number, voix: Voix[]): void {
  let distance = 0;
  for (let scanned = 0; scanned < FARTHEST && distance < REACH; scanned++) {
    const fiche = corpus.ficheAt(from + scanned * step);
    if (fiche >= 0) voix.push({ fiche, poids: 1 / (++distance) ** 2 });
  }
}

function closeEvidence(corpus: Corpus, close: readonly Voix[]): Pick<Signal, 'lignes' | 'preuve'> {
  const lignes = (bop: string): number => carriers(corpus, close, bop).length;
  const preuve = (bop: string): string =>
    lignes(bop) === 0 ? '' : `lignes voisines${NBSP}: ${bop} sur ${plural(lignes(bop), 'ligne')} sur ${close.length}`;
  return { lignes, preuve };
}

function voixSignal(corpus: Corpus, voix: readonly Voix[], what: string): Signal {
  const votes = new Map<string, number>();
  const all = voix.reduce((sum, { poids }) => sum + poids, 0);
  for (const { fiche, poids } of voix) {
    for (const id of corpus.bopsOf(fiche)) {
      const bop = corpus.bops.nameOf(id);
      votes.set(bop, (votes.get(bop) ?? 0) + poids / all);
    }
  }
  return {
    poids: 1,
    votes,
    lignes: (bop) => carriers(corpus, voix, bop).length,
    preuve: (bop) => {
      const rows = carriers(corpus, voix, bop);
      const names = enumerate(rows.slice(0, 3).map(({ fiche }) => nameOf(corpus, fiche)));
      const share = `${plural(rows.length, 'ligne')} sur ${voix.length}`;
      return `${what}${NBSP}: ${bop} sur ${share} (${names}${rows.length > 3 ? '…' : ''})`;
    },
  };
}

function carriers(corpus: Corpus, voix: readonly Voix[], bop: string): Voix[] {
  const id = corpus.bops.find(bop);
  return voix.filter(({ fiche }) => corpus.bopsOf(fiche).includes(id));
}

/** How an agent finds the row: its reference, else its number in the sheet. */
function nameOf(corpus: Corpus, fiche: number): string {
  const { annexe } = corpus;
  const row = corpus.rowOf(fiche);
  const ref = cellText(annexe, row, 'ref').trim();
  return ref === '' ? `ligne ${annexe.grid.origin.row + row + 1}` : ref;
}
