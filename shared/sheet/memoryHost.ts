import { quote } from '../text';
import { applyTo } from './edit';
import type { CellRef, Grid, Scalar } from './grid';
import type { SheetHost, Stamp } from './host';
import { HostFailure } from './hostFailure';
import { placeEdits } from './placeEdits';
import { unseen } from './unseen';

/** A workbook in memory: the host of the tests, and the plainest example of a host. */
export interface MemoryHost extends SheetHost {
  /** The sheet as it stands. */
  grid(): Grid;
  /** What a colleague does: changes the sheet without the pane. Whoever watches is told. */
  change(make: (grid: Grid) => Grid): void;
  /** What the agent does: moves to a cell. */
  select(at: CellRef): void;
  /** What the agent does: hides a row (0-based). */
  hide(row: number): void;
  /** The cells that were shown, in order. */
  revealed(): readonly CellRef[];
  texts(): ReadonlyMap<string, string>;
}

/** `stamp` says who acts and when; the core has no clock. */
export function createMemoryHost(sheets: readonly Grid[], stamp: () => Stamp = () => NOBODY): MemoryHost {
  const grids = new Map(sheets.map((grid) => [grid.origin.sheet, grid]));
  let active = sheets[0]?.origin.sheet ?? '';
  const watchers = new Set<() => void>();
  const followers = new Set<(at: CellRef) => void>();
  const shown: CellRef[] = [];
  const hidden = new Set<number>();
  const texts = new Map<string, string>();

  function gridOf(sheet = active): Grid {
    const grid = grids.get(sheet);
    if (grid === undefined)
      throw new HostFailure(`La feuille ${quote(sheet)} n’existe plus.`, 'Choisissez-en une autre.');
    return grid;
  }

  function put(grid: Grid): void {
    grids.set(grid.origin.sheet, grid);
    for (const tell of [...watchers]) tell();
  }

  return {
    read: async ({ sheet }) => gridOf(sheet),
    apply: async (edits) => {
      const grid = gridOf(edits[0]?.at.sheet);
      const { ready, refused } = placeEdits(grid, edits);
      if (ready.length > 0) put(applyTo(grid, ready));
      return { applied: ready, refused };
    },
    reveal: async (at) => {
      gridOf(at.sheet);
      active = at.sheet;
      shown.push(at);
      return hidden.has(at.row) ? unseen(at, 'ligne', 'Affichez la ligne dans votre tableur.') : null;
    },
    watch: (onChange) => {
      watchers.add(onChange);
      return () => void watchers.delete(onChange);
    },
    follow: (onSelect) => {
      followers.add(onSelect);
      return () => void followers.delete(onSelect);
    },
    sheets: async () => [...grids.keys()],
    addSheet: async (name, values) => {
      const sheet = freeName(name, grids);
      active = sheet;
      put({ origin: { sheet, row: 0, column: 0 }, values });
      return sheet;
    },
    store: {
      load: async (name) => texts.get(name) ?? null,
      save: async (name, text) => void texts.set(name, text),
    },
    stamp,
    grid: () => gridOf(),
    change: (make) => put(make(gridOf())),
    select: (at) => {
      for (const tell of [...followers]) tell(at);
    },
    hide: (row) => void hidden.add(row),
    revealed: () => shown,
    texts: () => texts,
  };
}

const NOBODY: Stamp = { when: '', who: '' };

function freeName(wanted: string, taken: ReadonlyMap<string, Grid>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted} ${number}`;
  return name;
}

/** The values with `row` put before row `at`; lines move, as when an agent inserts one. */
export function insertLine(grid: Grid, at: number, row: readonly Scalar[] = []): Grid {
  const values = [...grid.values.slice(0, at), row, ...grid.values.slice(at)];
  const formulas =
    grid.formulas && new Map([...grid.formulas].map(([key, cells]) => [key >= at ? key + 1 : key, cells]));
  return formulas ? { ...grid, values, formulas } : { ...grid, values };
}
