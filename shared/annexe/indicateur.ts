import { fold, squeeze } from '../text/fold';
import { DEBUTS } from './lexicon';
import { isPlaceholder, isReferral } from './placeholder';
import { remembered } from '../text/remember';

export type EtatIndicateur = 'vide' | 'a-definir' | 'renvoi' | 'reel';

/** What an indicator cell says: its state, and the indicators it holds, one statement each. */
export interface IndicateurCell {
  readonly texte: string;
  readonly etat: EtatIndicateur;
  readonly enonces: readonly string[];
}

export const parseIndicateur = remembered((texte): IndicateurCell => {
  const etat = etatIndicateur(texte);
  return { texte, etat, enonces: etat === 'reel' ? splitIndicateurs(texte) : [] };
});

/** Only a real indicator covers its objective: an empty cell, a placeholder or a referral does not. */
export function etatIndicateur(texte: string): EtatIndicateur {
  const first = texte.charCodeAt(0);
  if (!(first > 32 && first < 128) && squeeze(texte) === '') return 'vide';
  if (isPlaceholder(texte)) return 'a-definir';
  return isReferral(texte) ? 'renvoi' : 'reel';
}

const OPENING = new RegExp(`^(${DEBUTS.split(' ').join('|')}|mise en place|realisation|evolution|creation)s?\\b`);
/** Blanks and an opening: no need to fold the rest. */
const LONGEST_OPENING = 32;
/** Run together without a mark, only a capital tells that a new indicator begins: "…stagiaires Nombre de partenaires…". */
const RUN_TOGETHER =
  /\s+(?=(?:Nombre|Part|Taux|Effectif|Montant|Proportion|Pourcentage|Délai|Volume|Durée)\s+(?:d['’]|de\b|des\b|du\b|moyen|annuel|global))/g;
const HARD = /\s*[\n\r;•]+\s*(?:[-–]\s+)?/;

/**
 * Cuts a cell into its indicators. A "/" separates only when an indicator opens after it: "femmes/hommes" and lists of
 * contracts ("apprentissage/en contrat de…") stay whole. Never used to write by itself: the agent confirms.
 */
export function splitIndicateurs(texte: string): string[] {
  const parts: string[] = [];
  // Runs of blanks are made one first: the patterns below would try each of their characters in turn.
  for (const line of texte.replace(/[ \t\u00a0\u202f]+/g, ' ').split(HARD)) {
    for (const chunk of line.split(RUN_TOGETHER)) {
      let current = '';
      for (const piece of chunk.split('/')) {
        if (current !== '' && !OPENING.test(fold(piece.slice(0, LONGEST_OPENING)))) current += `/${piece}`;
        else {
          parts.push(current);
          current = piece;
        }
      }
      parts.push(current);
    }
  }
  return parts.map(withoutTail).filter((part) => part !== '');
}

/** Without the blanks around it and the "/" that separated it from the next. */
function withoutTail(part: string): string {
  let end = part.length;
  while (end > 0 && /[\s/]/.test(part.charAt(end - 1))) end--;
  return part.slice(0, end).trim();
}

const COUNTED =
  /^(?:nombre|effectif|part|taux|proportion|pourcentage|volume)s?\s+(?:total |annuel |moyen )?(?:de |des |du |d'|de la |de l')?(?:nouveaux |nouvelles )?([a-z]+)/;
const PERSONNES =
  /^(adulte|agent|allocataire|apprenti|beneficiaire|chomeur|collegien|demandeur|eleve|enfant|etudiant|habitant|jeune|licencie|locataire|lyceen|mineur|parent|participant|patient|personne|resident|salarie|senior|stagiaire|usager|victime)s?$/;

/** Does this statement count people ("Nombre de parents…"), not things that people use ("Taux de contrats…") ? */
export function counteDesPersonnes(enonce: string): boolean {
  const counted = COUNTED.exec(fold(enonce))?.[1];
  return counted !== undefined && PERSONNES.test(counted);
}

const SEXED = /\b(femmes?|hommes?|filles?|garcons?|sexu?e?e?s?|sexuees?|genres?)\b|\bh\s*\/\s*f\b|\bf\s*\/\s*h\b/;

/** Does this text ask for data by sex? */
export function estSexue(texte: string): boolean {
  return SEXED.test(fold(texte));
}
