import { createDirectChecker, createWorkerChecker, type Checker } from '../../shared/pane';
import { referential, RULES } from './composition';

/** A worker that has not said its first word by then will not. */
const PATIENCE_MS = 5000;

/** The check in a worker of its own; in the pane's thread, slice by slice, where Office or its network allows none. */
export async function startChecker(): Promise<Checker> {
  const first = await awakened().catch(() => null);
  if (first === null) return createDirectChecker(referential, RULES);
  let spare: Worker | null = first;
  return createWorkerChecker(() => {
    const worker = spare ?? makeWorker();
    spare = null;
    return worker;
  });
}

const makeWorker = (): Worker =>
  new Worker(/* webpackChunkName: "controle" */ new URL('./checkWorker.ts', import.meta.url));

/** A worker that has answered; rejects when it cannot be made, does not load, or stays silent. */
function awakened(): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = makeWorker();
    const timer = setTimeout(() => {
      worker.terminate();
      reject(new Error('the worker stayed silent'));
    }, PATIENCE_MS);
    worker.addEventListener('message', () => {
      clearTimeout(timer);
      resolve(worker);
    });
    worker.addEventListener('error', ({ message }) => {
      clearTimeout(timer);
      worker.terminate();
      reject(new Error(message));
    });
  });
}
