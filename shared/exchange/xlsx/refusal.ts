import type { Unusable } from '../unusable';
import { unusable } from '../unusable';

/** Carries a French sentence from deep inside a file to the front door; never leaves this folder. */
export class UnusableError extends Error {}

/** Stops the reading with what the user must know. */
export function refuse(message: string): never {
  throw new UnusableError(message);
}

/** Runs `work`; a refusal becomes a value, any other error is a defect of ours and goes on. */
export function attempt<T>(work: () => T): T | Unusable {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnusableError) return unusable(error.message);
    throw error;
  }
}
