import { Interrompu } from '../../sheet';
import { createChecker, type AsyncDesk, type Checker } from './checker';
import type { Desk } from './desk';

interface Waiting {
  readonly answer: (event: MessageEvent) => void;
  readonly fail: (reason: Error) => void;
}

/**
 * The check in a worker that runs `serveChecks`. `start` makes the worker: at once, so that it loads while the pane is drawn, and
 * again for the first question after an interruption.
 */
export function createWorkerChecker(start: () => Worker): Checker {
  let worker: Worker | null = null;
  let next = 0;
  const waiting = new Map<number, Waiting>();

  function failAll(reason: Error): void {
    worker?.terminate();
    worker = null;
    for (const { fail } of waiting.values()) fail(reason);
    waiting.clear();
  }

  function running(): Worker {
    if (worker !== null) return worker;
    const made = start();
    worker = made;
    made.addEventListener('message', (event) => {
      waiting.get(event.data.id)?.answer(event);
      waiting.delete(event.data.id);
    });
    made.addEventListener('error', (event) => failAll(new Error(event.message)));
    return made;
  }

  /** What comes back has crossed a wall: its type is that of the desk's own answer. */
  function ask<V extends keyof Desk>(verb: V, ...args: Parameters<Desk[V]>): Promise<ReturnType<Desk[V]>> {
    return new Promise((resolve, reject) => {
      const id = next++;
      const answer = ({ data }: MessageEvent): void =>
        data.failure === null ? resolve(data.value) : reject(new Error(data.failure));
      waiting.set(id, { answer, fail: reject });
      running().postMessage({ id, verb, args });
    });
  }

  const desk: AsyncDesk = {
    begin: (start) => ask('begin', start),
    add: (slice) => ask('add', slice),
    check: (partiel) => ask('check', partiel),
    edit: (changes) => ask('edit', changes),
    traces: (rows) => ask('traces', rows),
    setAcceptances: (list) => ask('setAcceptances', list),
    accept: (id, accord) => ask('accept', id, accord),
    findings: (query) => ask('findings', query),
    plan: () => ask('plan'),
    card: (row) => ask('card', row),
    coverage: (query) => ask('coverage', query),
    regles: () => ask('regles'),
    marks: () => ask('marks'),
  };
  running();
  return createChecker({ desk, stop: () => failAll(new Interrompu()) });
}
