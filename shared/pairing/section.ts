import { sectionLue, type Annexe, type SectionLue } from '../annexe';
import { findPilier, findTransversal, type Millesime, type Referential } from '../referential';
import { fold } from '../text/fold';
import { quote } from '../text/french';

/** A section by its wording, so that a query may name one that the sheet does not hold (yet). */
export type SectionVisee = Pick<SectionLue, 'niveau' | 'numero' | 'titre' | 'pilier'>;

/** A section read once for a whole question, with the names of the groups of rows it belongs to. */
export interface Situation extends SectionVisee {
  /** Equal wordings are the same axis, wherever its rows stand. */
  readonly cleAxe: string;
  /** The pillar; a transversal axis, which has none, is its own. */
  readonly clePilier: string;
}

export function situate({ niveau, numero, titre, pilier }: SectionVisee): Situation {
  return {
    niveau,
    numero,
    titre,
    pilier,
    cleAxe: `axe|${fold(pilier)}|${numero}|${fold(titre)}`,
    clePilier: `pilier|${fold(niveau === 'transversal' ? titre : pilier)}`,
  };
}

/** How references write the section ("PCOS_AS7", "PCOS", "Atr_LCD"), or its wording when the frame has no code for it. */
export function codeSection(referential: Referential, millesime: Millesime, section: SectionVisee): string {
  const title = quote(section.titre === '' ? String(section.numero) : section.titre, 40);
  if (section.niveau === 'transversal') return findTransversal(referential, section.titre, millesime)?.code ?? title;
  const pilier = findPilier(referential, section.pilier, millesime)?.code;
  if (section.niveau === 'pilier') return pilier ?? title;
  return pilier === undefined || section.numero === 0 ? title : `${pilier}_AS${section.numero}`;
}

/**
 * The section that a text names: by code ("PCOS_AS7", "atr_lcd"), by its whole title or by words of it. Whole beats part; equal
 * claims go to the first section of the sheet.
 */
export function findSection(
  annexe: Annexe,
  referential: Referential,
  millesime: Millesime,
  texte: string,
): SectionLue | undefined {
  const wanted = fold(texte);
  if (wanted === '') return undefined;
  const sections = annexe.sections.flatMap((_, index) => sectionLue(annexe, index) ?? []);
  return (
    sections.find((section) => fold(codeSection(referential, millesime, section)) === wanted) ??
    sections.find((section) => fold(section.titre) === wanted) ??
    sections.find((section) => fold(section.titre).includes(wanted))
  );
}
