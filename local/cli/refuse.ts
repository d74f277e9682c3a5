import { isUnusable, type Unusable } from '../../shared/exchange';
import { typography } from '../../shared/text';

/** A command that cannot go on: one French sentence, exit code 2. */
export class CommandError extends Error {}

/** Ends the command. The sentence may be typed with plain spaces. */
export function refuse(sentence: string): never {
  throw new CommandError(typography(sentence));
}

/** What was read, or the end of the command when it cannot be used. */
export function usable<T>(result: T | Unusable): T {
  if (isUnusable(result)) throw new CommandError(result.message);
  return result;
}
