import type { Unusable, WorkbookTexts } from '../../../shared/exchange';
import { Interrompu } from '../../../shared/sheet';
import type { FileTask } from './fileWorker';
import type { OpenedFile } from './opened';
import type { SavePlan } from './save';
import type { SheetNow } from './sheetNow';

export interface FileThread {
  /** Gives up what was being read before: the file that was chosen last counts. */
  open(name: string, bytes: Uint8Array, onProgress: (done: number) => void): Promise<OpenedFile | Unusable>;
  write(
    opened: OpenedFile,
    now: readonly SheetNow[],
    plan: SavePlan,
    textes: WorkbookTexts,
  ): Promise<Uint8Array | Unusable>;
  /** Gives up what is being read, which then rejects with `Interrompu`: the agent asked for it. */
  interrupt(): void;
}

/** A thread for each task: it ends with it, and its memory is given back. */
export function createFileThread(): FileThread {
  let giveUp: () => void = () => undefined;

  function run<T>(task: FileTask, onProgress: (done: number) => void, onStart: (stop: () => void) => void): Promise<T> {
    const worker = new Worker(new URL('./fileWorker.ts', import.meta.url));
    const done = new Promise<T>((resolve, reject) => {
      onStart(() => reject(new Interrompu()));
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.addEventListener('message', ({ data }) => {
        if ('avancement' in data) onProgress(data.avancement);
        else if ('panne' in data) reject(new Error(data.panne));
        else resolve(data.result);
      });
      worker.postMessage(task);
    });
    return done.finally(() => worker.terminate());
  }

  return {
    open(name, bytes, onProgress) {
      giveUp();
      return run({ kind: 'ouvrir', name, bytes }, onProgress, (stop) => (giveUp = stop));
    },
    // What is written is never given up: the agent would take it for saved.
    write: (opened, now, plan, textes) => run({ kind: 'ecrire', opened, now, plan, textes }, ignore, ignore),
    interrupt: () => giveUp(),
  };
}

const ignore = (): void => undefined;
