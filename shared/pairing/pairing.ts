import { ligneAt, type Annexe, type Ligne, type SectionLue } from '../annexe';
import type { Millesime, Referential } from '../referential';
import { intituleOf, rankBops, type BopQuery } from './bops';
import { Corpus } from './corpus';
import { findSection, situate, type SectionVisee, type Situation } from './section';
import { suggestServicesOf, thinNote, type ServiceContext, type ServiceSuggestion } from './suggestion';
import { Titres } from './titres';

/** A BOP for a row, with its evidence and the services that would manage it. */
export interface BopSuggestion {
  readonly bop: string;
  /** Official title in the year of the annexe. */
  readonly intitule?: string;
  /** 0–1, to rank within one answer; not a probability. */
  readonly score: number;
  /** French sentences, strongest first, with figures and denominators. */
  readonly preuves: readonly string[];
  /** Thin evidence: at most one comparable row. Said in `preuves` too. */
  readonly mince: boolean;
  readonly services: readonly ServiceSuggestion[];
}

/** Suggestions for the rows of one annexe. Built once; its answers are plain data. */
export interface Pairing {
  /** BOPs for a row, best first. */
  suggestBops(query: BopQuery): BopSuggestion[];
  /** Services for one BOP of a row, best first. */
  suggestServices(bop: string, context: ServiceContext): ServiceSuggestion[];
  /** BOPs for a row of the sheet, from its objective, its axis and what it already carries; the row itself is no evidence. */
  suggestLigne(row: number, max?: number): BopSuggestion[];
  /** Section named by a code ("PCOS_AS7") or by its wording, for a query on an objective that the sheet does not hold. */
  findSection(texte: string): SectionLue | undefined;
  /** To call when the cells of a row have changed. Rows inserted, deleted or moved need a new pairing. */
  update(row: number): void;
}

/** Services listed when they are asked for, and under each suggested BOP. */
const MOST_SERVICES = 5;
const SERVICES_PAR_BOP = 3;

/**
 * Reads the filled rows of `annexe` as evidence. `millesime` dates the referential: titles, managers, programmes that ended.
 */
export function createPairing(annexe: Annexe, referential: Referential, millesime: Millesime): Pairing {
  const corpus = new Corpus(annexe, referential, millesime);
  const titres = new Titres(referential, millesime);

  function suggestBops(query: BopQuery): BopSuggestion[] {
    const section = situated(query.section);
    return corpus.without(query.excludeRow, () =>
      rankBops(corpus, titres, query, section).map(({ candidat, score, preuves, lignes }) => {
        const intitule = intituleOf(corpus, candidat);
        const mince = lignes < 2;
        return {
          bop: candidat,
          ...(intitule === undefined ? {} : { intitule }),
          score,
          preuves: mince ? [...preuves, thinNote(lignes)] : preuves,
          mince,
          services: suggestServicesOf(corpus, candidat, contextFor(query, candidat), section, SERVICES_PAR_BOP),
        };
      }),
    );
  }

  function suggestLigne(row: number, max?: number): BopSuggestion[] {
    const ligne = ligneAt(annexe, row);
    return suggestBops({
      objectif: objectifOf(annexe, ligne),
      section: ligne.section,
      bopsConnus: ligne.paires.flatMap(({ bop }) => bop ?? []),
      excludeRow: row,
      ...(max === undefined ? {} : { max }),
    });
  }

  return {
    suggestBops,
    suggestServices: (bop, context) =>
      corpus.without(context.excludeRow, () =>
        suggestServicesOf(corpus, bop, context, situated(context.section), MOST_SERVICES),
      ),
    suggestLigne,
    findSection: (texte) => findSection(annexe, referential, millesime, texte),
    update: (row) => corpus.update(row),
  };
}

/** A suggested BOP would be written after those of the row. */
function contextFor(query: BopQuery, bop: string): ServiceContext {
  const bops = [...(query.bopsConnus ?? []), bop];
  return { bops, services: bops.map(() => null), position: bops.length - 1 };
}

function situated(section: SectionVisee | null | undefined): Situation | null {
  return section === null || section === undefined ? null : situate(section);
}

/** A continuation row belongs to the objective above. */
function objectifOf(annexe: Annexe, ligne: Ligne): string {
  return ligne.objectif === '' && ligne.tete >= 0 ? ligneAt(annexe, ligne.tete).objectif : ligne.objectif;
}
