/** An input that cannot be read: a value, never an exception, with the one French sentence that says why and what to do. */
export interface Unusable {
  readonly kind: 'unusable';
  readonly message: string;
}

/** An Unusable that says `message` (French, fact first, then the cure). */
export function unusable(message: string): Unusable {
  return { kind: 'unusable', message };
}

/** Whether a reader answered with an Unusable instead of what was asked. */
export function isUnusable(result: unknown): result is Unusable {
  return typeof result === 'object' && result !== null && 'kind' in result && result.kind === 'unusable';
}
