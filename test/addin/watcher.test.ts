import { feedStore, type Feeder } from '../../addin/excel/watcher';
import { createBookStore } from '../../addin/functions/bookStore';
import type { Scalar } from '../../shared/sheet';

/** A workbook that answers its batches one by one, when the test lets it; the whole of Excel is emulated elsewhere. */
interface SlowBook {
  readonly rows: Scalar[][];
  /** Batches that wait for their answer, the oldest first. */
  readonly waiting: (() => void)[];
}

const HEADER = ['Réf', 'Objectif opérationnel', 'BOP', 'Indicateur'];

function slowBook(): SlowBook {
  const book: SlowBook = { rows: [HEADER, ['PDEE_AS1_001', 'Former', 147, '']], waiting: [] };
  const range = { load: () => undefined, untrack: () => undefined };
  const whole = { ...range, rowIndex: 0, columnIndex: 0, rowCount: 2, columnCount: 4, isNullObject: false };
  const run = (work: (context: unknown) => Promise<unknown>): Promise<unknown> => {
    const loaded: { values: unknown; formulas: unknown }[] = [];
    const sheet = {
      id: '{1}',
      name: 'Annexe',
      load: () => undefined,
      getUsedRangeOrNullObject: () => whole,
      getRangeByIndexes() {
        const block = { ...range, values: null, formulas: null };
        loaded.push(block);
        return block;
      },
    };
    // What a batch reads is what the sheet holds when it is carried out, not when its answer arrives.
    const sync = (): Promise<void> => {
      for (const block of loaded.splice(0)) block.values = block.formulas = book.rows.map((row) => row.slice());
      return new Promise((resolve) => void book.waiting.push(resolve));
    };
    return work({ workbook: { worksheets: { load: () => undefined, items: [sheet] } }, sync });
  };
  Object.assign(globalThis, { Excel: { run } });
  return book;
}

const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

/** Answers batches in their order, so many of them, or until none comes any more. */
async function answer({ waiting }: SlowBook, most = Infinity): Promise<void> {
  await turn();
  for (let count = 0; count < most && waiting.length > 0; count++) {
    waiting.shift()?.();
    await turn();
  }
}

it('never puts an older reading over a newer one, when the dashboard reads while the watcher does', async () => {
  const book = slowBook();
  const store = createBookStore();
  let hint: (sheetId: string | null) => void = () => undefined;
  const feeder: Feeder = feedStore(store, {
    onChange: (tell) => ((hint = tell), () => undefined),
    onSelect: () => () => undefined,
    state: () => 'en place',
  });
  store.subscribe(() => undefined);
  await answer(book);
  const indicateur = (): unknown => store.grids()[0]?.values[1]?.[3];
  expect(indicateur()).toBe('');

  book.rows[1] = ['PDEE_AS1_001', 'Former', 147, 'Nombre de stagiaires'];
  hint('{1}');
  // The watcher waits for the end of a burst, then asks for the sheets, their bounds and their cells.
  while (book.waiting.length === 0) await turn();
  await answer(book, 2);
  const now = feeder.readNow();
  await answer(book);
  await now;
  expect(indicateur()).toBe('Nombre de stagiaires');
});
