import { HostFailure } from '../../shared/sheet';
import { NBSP } from '../../shared/text';
import type { FailureCode } from '../rpc';
import { ANYWHERE, IN_SIDEBAR } from '../sentences';

/** A failure that the server foresaw has its sentence; any other is a defect of ours, which the pane tells. */
export function failureFromServer(code: FailureCode, detail: string): Error {
  if (code === 'defaut') return new Error(detail);
  const { fact, cure } = { ...ANYWHERE, ...IN_SIDEBAR }[code](detail);
  return new HostFailure(fact, cure);
}

/** How google.script.run fails when a browser holds several Google accounts, or when the session has ended. */
const ACCOUNTS = /PERMISSION_DENIED|reading from storage|authori[sz]ation is required|empty answer|not logged in/i;
const QUOTA = /too many|quota|exceeded maximum execution|timed out|service \S+ failed|server error/i;
const NETWORK = /network|connection|HTTP 0/i;

/** What google.script.run itself says, which is a message and nothing more. */
export function failureFromGoogle(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (ACCOUNTS.test(message)) {
    return new HostFailure(
      'Google refuse de répondre à ce volet, sans doute parce que plusieurs comptes Google sont ouverts dans ce navigateur.',
      'Ouvrez le classeur dans un profil du navigateur où seul votre compte professionnel est connecté, puis rouvrez le volet.',
    );
  }
  if (QUOTA.test(message)) return failureFromServer('quota', message);
  if (NETWORK.test(message)) {
    return new HostFailure(`Hors ligne${NBSP}: Google n’a pas répondu.`, 'Vérifiez la connexion, puis recommencez.');
  }
  return error instanceof Error ? error : new Error(message);
}
