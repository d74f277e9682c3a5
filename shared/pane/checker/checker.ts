import { Interrompu, type Grid } from '../../sheet';
import type { Desk, Slice, Start } from './desk';
import { isBilan, type Bilan, type Ouverture } from './views';

/** A desk that answers later: in the same thread or from a worker. */
export type AsyncDesk = {
  readonly [V in keyof Desk]: (...args: Parameters<Desk[V]>) => Promise<ReturnType<Desk[V]>>;
};

/** Where a desk stands. `stop` gives up what it is doing and all it knows; the next call finds a new one. */
export interface DeskPlace {
  readonly desk: AsyncDesk;
  stop(): void;
}

export interface Progress {
  /** Rows sent, rows in all. */
  rows(done: number, total: number): void;
  /** The findings of the first rows can be read. */
  partial(bilan: Bilan): void;
}

/** The check of one sheet, as the pane asks for it. */
export interface Checker extends Omit<AsyncDesk, 'begin' | 'add' | 'check'> {
  open(grid: Grid, start: Pick<Start, 'millesime' | 'acceptances'>, progress: Progress): Promise<Ouverture>;
  /** Stops the check that runs: `open` then rejects with `Interrompu`. */
  interrupt(): void;
}

/** Rows in one message: copied to a worker in some milliseconds, so that the pane never stops answering. */
const SLICE = 2000;
/** Rows checked first when the sheet is long: what is found in them shows while the rest is checked. */
const FIRST = 4000;

export function createChecker(place: DeskPlace): Checker {
  const { desk } = place;
  let run = 0;

  async function open(
    grid: Grid,
    start: Pick<Start, 'millesime' | 'acceptances'>,
    progress: Progress,
  ): Promise<Ouverture> {
    const own = ++run;
    const wait = async <T>(answer: Promise<T>): Promise<T> => {
      const value = await answer;
      await breathe();
      if (own !== run) throw new Interrompu();
      return value;
    };
    const total = grid.values.length;
    await wait(desk.begin({ origin: grid.origin, merges: grid.merges ?? [], ...start }));
    for (let from = 0; from < total; from += SLICE) {
      await wait(desk.add(sliceOf(grid, from)));
      const done = Math.min(total, from + SLICE);
      progress.rows(done, total);
      if (done === FIRST && total > 2 * FIRST) {
        const first = await wait(desk.check(true));
        if (isBilan(first)) progress.partial(first);
      }
    }
    return wait(desk.check(false));
  }

  return {
    ...desk,
    open,
    interrupt() {
      run++;
      place.stop();
    },
  };
}

function sliceOf({ values, formulas }: Grid, from: number): Slice {
  const to = Math.min(values.length, from + SLICE);
  const written: [number, readonly string[]][] = [];
  for (let row = from; formulas !== undefined && row < to; row++) {
    const cells = formulas.get(row);
    if (cells !== undefined) written.push([row, cells]);
  }
  return { values: values.slice(from, to), formulas: written };
}

/** Lets the browser paint and take keys between two slices. */
export const breathe = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));
