import type { Rule } from '../../lint';
import type { Referential } from '../../referential';
import { createDesk } from './desk';

/** What a worker lends: the part of its global scope that is needed. */
export interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  postMessage(message: unknown): void;
}

/** Answers checks from a worker: its entry, in each host, is one call of this with the data and the rules. */
export function serveChecks(scope: WorkerScope, referential: Referential, rules: readonly Rule[]): void {
  const desk = createDesk(referential, rules);
  const verbs = new Map(Object.entries(desk));
  scope.addEventListener('message', ({ data }) => {
    const { id, verb, args } = data;
    try {
      scope.postMessage({ id, value: verbs.get(verb)?.(...args), failure: null });
    } catch (error) {
      scope.postMessage({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}
