/** What the emulated Excel answers instead of a result: a code of Excel.ErrorCodes. */
export class HostError extends Error {
  override readonly name = 'HostError';

  constructor(
    readonly code: string,
    message: string = code,
  ) {
    super(message);
  }
}
