/** The agent stopped a long work; nothing was done by halves. */
export class Interrompu extends Error {
  override readonly name = 'Interrompu';
}
