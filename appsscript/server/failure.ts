import type { FailureCode } from '../rpc';

/** What the server could not do, by its code: the sidebar has the sentence. `detail` is what the sentence names. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: FailureCode,
    readonly detail = '',
  ) {
    super(`${code} ${detail}`);
  }
}

/** Google says in English, or in the language of the account, what it refuses; only these are known well enough to be told apart. */
const KNOWN: readonly (readonly [RegExp, FailureCode])[] = [
  [/not supported for this document|opération n.est pas (compatible|prise en charge)/i, 'bureautique'],
  [/permission|authori[sz]ation|autorisation|not allowed|protected|protégé/i, 'droits'],
  [
    /too many|quota|exceeded maximum execution|too much computer time|rateMax|timed out|délai|service \S+ failed|server error/i,
    'quota',
  ],
];

/** The code of whatever was thrown; an error that nobody foresaw is a defect of ours, told with its stack. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const known = KNOWN.find(([pattern]) => pattern.test(message));
  if (known !== undefined) return new Failure(known[1], message);
  return new Failure('defaut', error instanceof Error ? (error.stack ?? message) : message);
}
