import { findService, serviceAt, jusqua, type Referential } from '../referential';
import { enumerate, NBSP } from '../text/french';
import type { Corpus } from './corpus';
import { ecritureOf } from './ecriture';
import type { Place } from './emplois';
import type { SectionVisee, Situation } from './section';
import { rankServices, sumOf } from './services';

/** A service for a BOP, with its evidence. */
export interface ServiceSuggestion {
  /** As it should be written in the cell. */
  readonly service: string;
  /** 0–1, to rank within one answer; not a probability. */
  readonly score: number;
  readonly preuves: readonly string[];
  /** Thin evidence: at most one row of the annexe says it. Said in `preuves` too. */
  readonly mince: boolean;
  /** May be filled in without asking: first of the list, by a majority of the annexe's rows, alive, and not for 147. */
  readonly automatique: boolean;
}

/** The row that wants a service. */
export interface ServiceContext {
  /** BOPs of the row, in order. */
  readonly bops: readonly string[];
  /** Services of the row, by position; null or absent where there is none yet. */
  readonly services: readonly (string | null)[];
  /** Place of the BOP in the row. Default: its first place without a service. */
  readonly position?: number;
  /** How many times the BOP stands before in the row; counted when absent. */
  readonly occurrence?: number;
  /** A row to answer without, as if the sheet did not have it. */
  readonly excludeRow?: number;
  readonly section?: SectionVisee | null;
}

/** Politique de la ville: préfecture, DDCSPP and CGET each manage a part of it; who manages what is a decision, not a habit. */
const PARTAGE = '147';

/** Services for one BOP; `corpus` no longer has the row to leave out. */
export function suggestServicesOf(
  corpus: Corpus,
  bop: string,
  context: ServiceContext,
  section: Situation | null,
  most: number,
): ServiceSuggestion[] {
  const { referential, millesime } = corpus;
  const place = placeOf(bop, context, section);
  const total = sumOf(corpus.usages(bop));
  const ranked = rankServices(corpus, place, takenOf(referential, bop, context), most);
  return ranked.map(({ candidat, score, preuves, lignes }, index) => {
    const mince = lignes < 2;
    const end = endNote(referential, candidat, millesime);
    const automatique = index === 0 && bop !== PARTAGE && !mince && lignes * 2 > total && end === '';
    const notes = [end, mince ? thinNote(lignes) : '', bop === PARTAGE ? SHARED_NOTE : ''];
    const said = [...preuves, ...notes.filter((note) => note !== '')];
    return { service: ecritureOf(referential, candidat), score, preuves: said, mince, automatique };
  });
}

const SHARED_NOTE = `le ${PARTAGE} a plusieurs gestionnaires${NBSP}: à choisir selon l’action`;

export function thinNote(lignes: number): string {
  const rows = lignes === 0 ? 'aucune ligne comparable' : '1 seule ligne comparable';
  return `peu d’indices${NBSP}: ${rows}`;
}

function placeOf(
  bop: string,
  { bops, services, position, occurrence }: ServiceContext,
  section: Situation | null,
): Place {
  const free = bops.findIndex((other, index) => other === bop && (services[index] ?? null) === null);
  const found = position ?? (free >= 0 ? free : bops.indexOf(bop));
  const index = found >= 0 ? found : bops.length;
  return {
    bop,
    bops: bops.includes(bop) ? bops : [...bops, bop],
    occurrence: occurrence ?? bops.slice(0, index).filter((other) => other === bop).length,
    precedent: bops[index - 1] ?? '',
    section,
  };
}

/** Services that the row already gives for the same BOP: the same pair twice says nothing. */
function takenOf(referential: Referential, bop: string, { bops, services, position }: ServiceContext): string[] {
  return services.flatMap((service, index) =>
    service === null || bops[index] !== bop || index === position
      ? []
      : (findService(referential, service)?.service.sigle ?? service),
  );
}

/** "CGET/ACSE n’existe plus en 2015 (jusqu’au 31 décembre 2014) ; lui succède : CGET"; "" for a living service. */
function endNote(referential: Referential, sigle: string, annee: number): string {
  const service = referential.service(sigle);
  const state = service === undefined ? undefined : serviceAt(referential, service, annee);
  if (state?.kind !== 'termine') return '';
  const heirs = state.successeurs.length > 0 ? `${NBSP}; successeur${NBSP}: ${enumerate(state.successeurs, 'ou')}` : '';
  return `${ecritureOf(referential, sigle)} n’existe plus en ${annee} (${jusqua(state.depuis)})${heirs}`;
}
