import { HostFailure } from '../../shared/sheet';
import { NBSP } from '../../shared/text';

/** What Excel says when a batch fails; the codes are those of https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling */
interface Said {
  readonly fact: string;
  readonly cure: string;
}

const LATER = 'Recommencez dans un instant.';
const SHARE = 'Enregistrez, fermez le classeur, rouvrez-le, puis recommencez.';
const PROTECTED: Said = {
  fact: `Excel refuse cette modification${NBSP}: la feuille est protégée, ou le classeur est en lecture seule.`,
  cure: 'Ôtez la protection de la feuille (onglet Révision) ou ouvrez le classeur en modification, puis recommencez.',
};
const SESSION: Said = { fact: `La connexion avec Excel est perdue${NBSP}: rien d’autre n’a été fait.`, cure: SHARE };
const TOO_LARGE: Said = {
  fact: 'Une ligne de la feuille est trop volumineuse pour être échangée avec Excel.',
  cure: 'Raccourcissez le texte de ses cellules, puis recommencez.',
};
const GONE: Said = {
  fact: 'Ce qui était demandé n’est plus dans le classeur.',
  cure: 'Revérifiez la feuille, puis recommencez.',
};
const OLD: Said = {
  fact: 'Cette version d’Excel ne sait pas faire ce qui est demandé.',
  cure: 'Mettez Office à jour, ou faites-le dans Excel pour le web.',
};
const BUSY: Said = { fact: 'Excel est occupé et n’a pas répondu.', cure: LATER };

const SENTENCES: Readonly<Record<string, Said>> = {
  InvalidOperationInCellEditMode: {
    fact: 'Une cellule est en cours de saisie.',
    cure: 'Validez-la avec Entrée (ou Échap pour y renoncer), puis recommencez.',
  },
  InvalidSelection: {
    fact: 'La sélection n’est pas une cellule de ce classeur.',
    cure: 'Cliquez dans une cellule de la feuille, puis recommencez.',
  },
  AccessDenied: PROTECTED,
  InvalidOrTimedOutSession: SESSION,
  InvalidOrTimedOutSessionError: SESSION,
  InvalidRequestContext: SESSION,
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  ItemNotFound: GONE,
  InvalidReference: GONE,
  InvalidBinding: GONE,
  ApiNotFound: OLD,
  ApiNotAvailable: OLD,
  NotImplemented: OLD,
  UnsupportedOperation: OLD,
  UnsupportedFeature: OLD,
  InvalidOperation: {
    fact: 'Excel refuse cette opération dans l’état où est le classeur.',
    cure: 'Vérifiez que sa structure n’est pas protégée (onglet Révision), puis recommencez.',
  },
  ActivityLimitReached: { fact: 'Excel a reçu trop de demandes à la fois.', cure: LATER },
  RequestAborted: BUSY,
  ServiceNotAvailable: BUSY,
  InternalServerError: BUSY,
  GeneralException: {
    fact: `Excel n’a pas pu faire ce qui était demandé, sans dire pourquoi${NBSP}; rien d’autre n’a été fait.`,
    cure: 'Recommencez. Si cela se répète, copiez le diagnostic (onglet Outils).',
  },
};

/** Every code that has a sentence. */
export const KNOWN_CODES: readonly string[] = Object.keys(SENTENCES);

const TOO_LARGE_CODES = ['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded'];
const GONE_CODES = ['ItemNotFound', 'InvalidReference', 'InvalidBinding'];
export const isTooLarge = (error: unknown): boolean => TOO_LARGE_CODES.includes(codeOf(error));
/** The cells that were meant are no more: a colleague deleted their line or their sheet. */
export const isGone = (error: unknown): boolean => GONE_CODES.includes(codeOf(error));
export const isEditing = (error: unknown): boolean => codeOf(error) === 'InvalidOperationInCellEditMode';
export const isDenied = (error: unknown): boolean => codeOf(error) === 'AccessDenied';

/** The code of an error of Office.js; "" for any other error. Its own classes come from a script that the tests of pure parts do not load. */
export function codeOf(error: unknown): string {
  if (error instanceof HostFailure) return codeOf(error.cause);
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** What stopped a verb, as the pane shows it. An error without a sentence is a defect of ours and stays what it is. */
export function failureOf(error: unknown): unknown {
  const said = SENTENCES[codeOf(error)];
  if (said === undefined || error instanceof HostFailure) return error;
  const failure = new HostFailure(said.fact, said.cure);
  failure.cause = error;
  return failure;
}
