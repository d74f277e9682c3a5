import { NBSP, quote } from '../../shared/text';
import { printable } from './wrap';

const LOOKED_FOR =
  'une ligne d’en-tête, dans les 60 premières lignes, avec au moins trois titres parmi « Réf », « Objectif opérationnel », ' +
  '« BOP », « Service », « Collectivité », « Signataire », « Indicateur », « Valeur cible »';

/** Why a sheet is no annexe: what was looked for and where, and what was understood. `where` is a file or a sheet. */
export function notAnAnnexe(where: string, compris: readonly string[], vide: boolean): string {
  if (vide) return `${quote(where, 120)} ne contient aucune cellule remplie ; vérifiez que c’est le bon fichier.`;
  const words = compris.slice(0, 8).map((word) => quote(printable(word), 40));
  const seen = words.length === 0 ? 'Aucun titre n’a été reconnu' : `Titres reconnus${NBSP}: ${words.join(', ')}`;
  return `${quote(where, 120)} n’est pas lu comme une annexe ; il faut ${LOOKED_FOR}. ${seen}.`;
}
