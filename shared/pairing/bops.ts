import { intituleAt, statutProgramme } from '../referential';
import { enumerate, formatNumber, NBSP, plural, quote } from '../text/french';
import type { Corpus } from './corpus';
import { jaccard } from './likeness';
import type { Groupe, Motif } from './motifs';
import { situate, type SectionVisee, type Situation } from './section';
import { INCOMPLET, rank, type Classe, type Signal } from './signal';
import type { Titres } from './titres';
import { textSignals, VOISINS, voisinageSignal } from './voisins';

/** The row that wants BOPs. */
export interface BopQuery {
  readonly objectif: string;
  readonly section?: SectionVisee | null;
  /** What the row already carries; never suggested again. */
  readonly bopsConnus?: readonly string[];
  /** Grid row where it stands or would stand: gives its neighbours. Default: `excludeRow`. */
  readonly row?: number;
  /** A row to answer without, as if the sheet did not have it: the row itself, most often. */
  readonly excludeRow?: number;
  /** Suggestions at most; default 5. */
  readonly max?: number;
}

/**
 * Seven readings of the row weigh 1 each: its axis, its pillar, the sheet, its words, its letters, its neighbours, the official titles.
 * What the row already carries is no reading but a fact, and weighs as the half of all: 4, the nearest power of two. Likeness is
 * squared wherever rows vote, so that two near rows count for more than ten vague ones. The weights were never searched: 40 rows could
 * not tell two weightings apart. The square (of 1, 2, 3) and the five voices (of 5, 10, 20, all) were chosen by looking at those rows.
 */
const POIDS_LIGNE = 4;

/** Ranks the BOPs of `query`; `corpus` no longer has the row to leave out. */
export function rankBops(corpus: Corpus, titres: Titres, query: BopQuery, section: Situation | null): Classe[] {
  const texte = `${query.objectif} ${section?.titre ?? ''}`;
  const connus = query.bopsConnus ?? [];
  const signals = [
    ...sectionSignals(corpus, section),
    groupeSignal(corpus, corpus.groupe('feuille'), () => 'dans cette annexe', false),
    ...textSignals(corpus, query.objectif, texte),
    voisinageSignal(corpus, query.row ?? query.excludeRow),
    titresSignal(titres, texte),
    ligneSignal(corpus, connus),
  ];
  const proposable = (bop: string): boolean => !connus.includes(bop) && isCurrent(corpus, bop);
  return rank(signals, proposable, query.max ?? 5);
}

function sectionSignals(corpus: Corpus, section: Situation | null): Signal[] {
  if (section === null) return [];
  const axe = (): string => (section.niveau === 'pilier' ? '' : `même axe (${corpus.codeOf(section)})`);
  const parent = situate({ ...section, niveau: 'pilier', titre: section.pilier });
  const pilier = (): string => (section.niveau === 'transversal' ? '' : `même pilier (${corpus.codeOf(parent)})`);
  return [
    groupeSignal(corpus, corpus.groupe(section.cleAxe), axe, true),
    groupeSignal(corpus, corpus.groupe(section.clePilier), pilier, true),
  ];
}

/** Share of the rows of a group that carry the BOP. Rows of the whole sheet are not comparable for being in it. */
function groupeSignal(corpus: Corpus, groupe: Groupe, what: () => string, comparable: boolean): Signal {
  const votes = new Map<string, number>();
  for (const [bop, lignes] of groupe.bops) votes.set(corpus.bops.nameOf(bop), lignes / groupe.lignes);
  const lignes = (bop: string): number => groupe.bops.get(corpus.bops.find(bop)) ?? 0;
  return {
    poids: 1,
    votes,
    lignes: (bop) => (comparable ? lignes(bop) : 0),
    preuve: (bop) => (what() === '' ? '' : `${what()}${NBSP}: ${bop} sur ${outOf(lignes(bop), groupe.lignes)}`),
  };
}

function titresSignal(titres: Titres, texte: string): Signal {
  const near = titres.nearest(texte, VOISINS);
  const all = near.reduce((sum, { likeness }) => sum + likeness ** 2, 0);
  return {
    poids: 1,
    votes: new Map(near.map(({ code, likeness }) => [code, likeness ** 2 / all])),
    lignes: () => 0,
    preuve: (bop) => {
      const mots = near.find(({ code }) => code === bop)?.mots ?? [];
      return `intitulé du programme proche de l’objectif${NBSP}: ${mots.map((mot) => quote(mot)).join(', ')}`;
    },
  };
}

/** What rows that share BOPs with this one carry besides. */
function ligneSignal(corpus: Corpus, connus: readonly string[]): Signal {
  const known = new Set(connus.map((bop) => corpus.bops.find(bop)));
  const votes = new Map<number, number>();
  const lignes = new Map<number, number>();
  let weight = 0;
  let rows = 0;
  const { motifs, complet } = alike(corpus, known);
  for (const motif of motifs) {
    const poids = motif.lignes * jaccard(motif.distincts, known) ** 2;
    weight += poids;
    rows += motif.lignes;
    for (const bop of motif.distincts) {
      votes.set(bop, (votes.get(bop) ?? 0) + poids);
      lignes.set(bop, (lignes.get(bop) ?? 0) + motif.lignes);
    }
  }
  const share = ([bop, vote]: [number, number]): [string, number] => [corpus.bops.nameOf(bop), vote / weight];
  const count = (bop: string): number => lignes.get(corpus.bops.find(bop)) ?? 0;
  const what = `avec ${enumerate(connus, 'ou')}`;
  const preuve = (bop: string): string =>
    `${what}${NBSP}: ${bop} sur ${outOf(count(bop), rows)}${complet ? '' : INCOMPLET}`;
  return { poids: POIDS_LIGNE, votes: new Map([...votes].map(share)), lignes: count, preuve };
}

function alike(corpus: Corpus, known: ReadonlySet<number>): { motifs: Set<Motif>; complet: boolean } {
  const motifs = new Set<Motif>();
  let complet = true;
  for (const bop of known) complet = corpus.motifs.eachOf(bop, (motif) => motifs.add(motif)) && complet;
  return { motifs, complet };
}

/** A programme that the year of the annexe knows under this number. */
function isCurrent({ referential, millesime }: Corpus, bop: string): boolean {
  const statut = statutProgramme(referential, bop, millesime);
  if (statut.kind === 'hors-lolf') return statut.successeur === undefined;
  return statut.kind === 'connu' || statut.kind === 'inconnu';
}

export function intituleOf({ referential, millesime }: Corpus, bop: string): string | undefined {
  const programme = referential.programme(bop);
  return programme === undefined ? undefined : intituleAt(programme, millesime);
}

/** "4 lignes sur 4". */
const outOf = (part: number, rows: number): string => `${plural(part, 'ligne')} sur ${formatNumber(rows)}`;
