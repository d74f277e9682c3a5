import { NBSP, quote } from '../shared/text';
import type { FailureCode } from './rpc';

/** What an agent is told of a failure: the fact, then what to do. */
export interface Sentence {
  readonly fact: string;
  readonly cure: string;
}

/** `detail` is what the failure names: a sheet, a cell, the words of Google. */
type Teller = (detail: string) => Sentence;

const TRY_AGAIN = 'Recommencez dans un instant.';

/** What a command of the menu may meet as well as the sidebar. */
export const ANYWHERE: Readonly<Record<'occupe' | 'droits' | 'quota' | 'bureautique' | 'defaut', Teller>> = {
  occupe: () => ({ fact: 'Un autre volet écrit dans ce classeur en ce moment.', cure: TRY_AGAIN }),
  droits: () => ({
    fact: 'Google refuse cette action à votre compte.',
    cure: 'Demandez au propriétaire du classeur le droit de le modifier, ou de lever la protection de la feuille.',
  }),
  quota: () => ({
    fact: `Google a interrompu le script${NBSP}: il est en panne, ou le script est trop long ou trop souvent demandé.`,
    cure: TRY_AGAIN,
  }),
  bureautique: () => ({
    fact: 'Ce fichier .xlsx est ouvert sans conversion, et Google n’y laisse travailler aucun module.',
    cure: 'Choisissez Fichier, Enregistrer au format Google Sheets, puis ouvrez le volet dans la copie.',
  }),
  defaut: (detail) => ({
    fact: `Erreur interne${NBSP}: ${detail}`,
    cure: 'Transmettez ce texte à la personne qui installe le module.',
  }),
};

/** What only the sidebar asks for. */
export const IN_SIDEBAR: Readonly<Record<Exclude<FailureCode, keyof typeof ANYWHERE>, Teller>> = {
  version: () => ({
    fact: 'Ce volet est plus ancien que le script du classeur.',
    cure: `Fermez le volet, puis rouvrez-le par le menu Extensions, Annexe 7.`,
  }),
  feuille: (name) => ({ fact: `La feuille ${quote(name)} n’existe plus.`, cure: 'Choisissez-en une autre.' }),
  plein: (name) => ({
    fact: `La mémoire du classeur est pleine${NBSP}: ${quote(name)} n’y a pas été gardé.`,
    cure: 'La feuille elle-même est comme vous la voyez. Retirez des acceptations devenues inutiles, puis recommencez.',
  }),
  'non-vide': (address) => ({
    fact: `La cellule ${address} n’est pas vide${NBSP}: rien n’y a été écrit.`,
    cure: 'Choisissez une cellule vide, puis recommencez.',
  }),
  'dans-la-plage': (address) => ({
    fact: `La cellule ${address} est dans les colonnes de l’annexe${NBSP}: la formule se mesurerait elle-même.`,
    cure: 'Choisissez une cellule à droite de l’annexe, ou sur une autre feuille, puis recommencez.',
  }),
};
