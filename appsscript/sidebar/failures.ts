import type { FailureCode } from '../rpc';
import { HostFailure } from '../../shared/sheet';
import { NBSP, quote } from '../../shared/text';

const TRY_AGAIN = 'Recommencez dans un instant.';

/** The sentence of each code: the fact, then what to do. */
export function failureFromServer(code: FailureCode, detail: string): Error {
  switch (code) {
    case 'version':
      return new HostFailure(
        'Ce volet est plus ancien que le script du classeur.',
        `Fermez le volet et rouvrez-le${NBSP}: menu Extensions, Annexe 7, Ouvrir le volet.`,
      );
    case 'occupe':
      return new HostFailure('Un autre volet écrit dans ce classeur en ce moment.', TRY_AGAIN);
    case 'feuille':
      return new HostFailure(`La feuille ${quote(detail)} n’existe plus.`, 'Choisissez-en une autre.');
    case 'plein':
      return new HostFailure(
        `La mémoire du classeur est pleine${NBSP}: ${quote(detail)} n’a pas été gardé.`,
        'La feuille elle-même n’a pas changé.',
      );
    case 'non-vide':
      return new HostFailure(
        `La cellule ${detail} n’est pas vide${NBSP}: rien n’y a été écrit.`,
        'Choisissez une cellule vide, puis recommencez.',
      );
    case 'dans-la-plage':
      return new HostFailure(
        `La cellule ${detail} est dans les colonnes de l’annexe${NBSP}: la formule se mesurerait elle-même.`,
        'Choisissez une cellule à droite de l’annexe ou sur une autre feuille, puis recommencez.',
      );
    case 'droits':
      return new HostFailure(
        'Google refuse cette action à votre compte.',
        'Demandez le droit de modifier ce classeur à son propriétaire, ou choisissez une cellule non protégée.',
      );
    case 'quota':
      return new HostFailure('Google a interrompu le script, trop long ou trop souvent demandé.', TRY_AGAIN);
    case 'bureautique':
      return new HostFailure(
        'Ce fichier .xlsx est ouvert sans conversion.',
        `Choisissez Fichier, Enregistrer au format Google Sheets, puis rouvrez le volet dans la copie.`,
      );
    case 'defaut':
      return new Error(detail);
  }
}

/** How google.script.run fails when a browser holds several Google accounts, or when the session has ended. */
const ACCOUNTS = /PERMISSION_DENIED|reading from storage|authori[sz]ation is required|empty answer|not logged in/i;
const NETWORK = /NetworkError|network|connection|HTTP 0/i;
const QUOTA = /too many times|quota|exceeded maximum execution|timed out/i;

export function failureFromGoogle(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (ACCOUNTS.test(message)) {
    return new HostFailure(
      'Google ne répond pas à ce volet, sans doute parce que plusieurs comptes Google sont ouverts dans ce navigateur.',
      'Ouvrez le classeur dans un profil du navigateur où seul votre compte professionnel est connecté, puis rouvrez le volet.',
    );
  }
  if (QUOTA.test(message)) return failureFromServer('quota', message);
  if (NETWORK.test(message)) return new HostFailure(`Hors ligne${NBSP}: Google n’a pas répondu.`, TRY_AGAIN);
  return error instanceof Error ? error : new Error(message);
}
