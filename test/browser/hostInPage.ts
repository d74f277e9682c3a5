import type { Frame, Page } from 'playwright-core';
import type { Edit, Grid, SheetHost } from '../../shared/sheet';

/** What a test page of a host offers: its port, under `window.bench`. */
export interface PageWithHost {
  host(): SheetHost;
}

interface Offered {
  readonly bench: PageWithHost;
  readonly tellNode: () => Promise<void>;
}

/** The port of a host that lives in a page, for a test that lives in Node. */
export interface HostInPage {
  readonly host: SheetHost;
  /** Watches the host that the page holds now: to be called again when it holds another one. */
  begin(): Promise<void>;
  /** Nobody watches any more. */
  end(): void;
}

/** `place` is where `window.bench` is: a page, or a frame of one. */
export async function hostInPage(page: Page, place: Page | Frame = page): Promise<HostInPage> {
  const watchers = new Set<() => void>();
  await page.exposeFunction('tellNode', () => watchers.forEach((tell) => tell()));
  const offered = place as Pick<Page, 'evaluate'>;

  /** Formulas cross as pairs: a Map does not. */
  async function read(sheet?: string): Promise<Grid> {
    const { grid, formulas } = await offered.evaluate(async (name) => {
      const { bench } = window as unknown as Offered;
      const found = await bench.host().read(name === undefined ? {} : { sheet: name });
      return { grid: { ...found, formulas: undefined }, formulas: [...(found.formulas ?? [])] };
    }, sheet);
    return { ...grid, formulas: new Map(formulas) };
  }

  return {
    begin: () =>
      offered.evaluate(() => {
        const { bench, tellNode } = window as unknown as Offered;
        bench.host().watch(() => void tellNode());
      }),
    end: () => watchers.clear(),
    host: {
      read: ({ sheet }) => read(sheet),
      apply: (edits) =>
        offered.evaluate((list) => (window as unknown as Offered).bench.host().apply(list), [...edits] as Edit[]),
      reveal: (at) => offered.evaluate((cell) => (window as unknown as Offered).bench.host().reveal(cell), at),
      watch(onChange) {
        watchers.add(onChange);
        return () => void watchers.delete(onChange);
      },
      store: {
        load: (name) =>
          offered.evaluate(
            (key) => (window as unknown as Offered).bench.host().store?.load(key) ?? Promise.resolve(null),
            name,
          ),
        save: (name, text) =>
          offered.evaluate(
            ([key, value]) => (window as unknown as Offered).bench.host().store?.save(key, value) ?? Promise.resolve(),
            [name, text] as const,
          ),
      },
    },
  };
}
