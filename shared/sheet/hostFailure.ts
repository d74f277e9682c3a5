/**
 * What a host could not do, in its own French words: the fact, then what to do about it ("Hors ligne : …", "Feuille protégée : …").
 * The pane shows both as they are; any other error is a defect of ours.
 */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';

  constructor(
    fact: string,
    readonly cure: string,
  ) {
    super(fact);
  }
}
