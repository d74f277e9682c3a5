import {
  inverseOf,
  invert,
  printRow,
  rebase,
  valueAt,
  type Applied,
  type Edit,
  type Grid,
  type Scalar,
  type SheetHost,
} from '../../shared/sheet';

/** A host with a sheet in it, and what a colleague does to that sheet without the pane. Rows and columns are 0-based. */
export interface Bench {
  readonly host: SheetHost;
  set(row: number, column: number, value: Scalar): Promise<void>;
  setFormula(row: number, column: number, formula: string): Promise<void>;
  insertRow(before: number): Promise<void>;
  deleteRow(row: number): Promise<void>;
  /** What sorting does: two lines change places. */
  swapRows(a: number, b: number): Promise<void>;
  /** The agent hides a line by hand. */
  hideRow(row: number): Promise<void>;
  close?(): Promise<void>;
}

const SHEET: readonly (readonly Scalar[])[] = [
  ['Réf', 'Objectif opérationnel', 'BOP', 'Service'],
  ['PDEE_AS1_OO1', 'Créer des emplois', 102, 'DIRECCTE'],
  ['PDEE_AS1_002', 'Former', '163', 'DDCSPP'],
  ['PDEE_AS1_003', 'Loger', '', ''],
];

/** What every host of the pane does, whatever it is made of. `make` gives a host whose active sheet holds these values. */
export function hostContract(name: string, make: (values: typeof SHEET) => Promise<Bench>): void {
  describe(`the host contract: ${name}`, () => {
    let bench: Bench;
    let before: Grid;
    const read = (): Promise<Grid> => bench.host.read({});
    const editOf = (row: number, column: number, set: Scalar): Edit => ({
      at: { ...before.origin, row: before.origin.row + row, column: before.origin.column + column },
      expect: valueAt(before, row, column),
      set,
      row: printRow(before, row),
    });
    const cellNow = async (row: number, column: number): Promise<Scalar> => {
      const now = await read();
      return valueAt(now, row - now.origin.row, column - now.origin.column) ?? '';
    };

    beforeEach(async () => {
      bench = await make(SHEET);
      before = await read();
    });
    afterEach(() => bench.close?.());

    it('reads values as they are, numbers as numbers', () => {
      const rows = before.values.map((_, row) => [0, 1, 2, 3].map((column) => valueAt(before, row, column) ?? ''));
      expect(rows).toEqual(SHEET);
    });

    it('writes what is expected, and nothing else', async () => {
      const edit = editOf(1, 0, 'PDEE_AS1_001');
      const { applied, refused } = await bench.host.apply([edit]);
      expect(applied.map(({ at, set }) => [at.row, at.column, set])).toEqual([[1, 0, 'PDEE_AS1_001']]);
      expect(refused).toEqual([]);
      const now = await read();
      expect(now.values.map((row) => printRow({ ...now, values: [row] }, 0))).toEqual(
        SHEET.map((row, place) =>
          printRow({ ...now, values: [place === 1 ? ['PDEE_AS1_001', ...row.slice(1)] : row] }, 0),
        ),
      );
    });

    it('writes several cells of one line together', async () => {
      const { applied } = await bench.host.apply([editOf(3, 2, '135'), editOf(3, 3, 'DDTM')]);
      expect(applied).toHaveLength(2);
      expect([await cellNow(3, 2), await cellNow(3, 3)].map(String)).toEqual(['135', 'DDTM']);
    });

    it('writes text that looks like a formula as text', async () => {
      await bench.host.apply([editOf(3, 3, '=1+1')]);
      const now = await read();
      expect(String(valueAt(now, 3, 3)).replace(/^'/, '')).toBe('=1+1');
      expect(now.formulas?.get(3)?.[3] ?? '').toBe('');
    });

    it('refuses a cell that somebody changed, and says what it holds now', async () => {
      const edit = editOf(1, 0, 'PDEE_AS1_001');
      await bench.set(1, 0, 'PDEE_AS1_009');
      const { applied, refused } = await bench.host.apply([edit]);
      expect(applied).toEqual([]);
      expect(refused.map(({ reason, found }) => [reason, found])).toEqual([['changed', 'PDEE_AS1_009']]);
      expect(await cellNow(1, 0)).toBe('PDEE_AS1_009');
    });

    it('refuses a cell that holds a formula', async () => {
      await bench.setFormula(3, 3, '=D2');
      before = await read();
      const { applied, refused } = await bench.host.apply([editOf(3, 3, 'DDTM')]);
      expect(applied).toEqual([]);
      expect(refused.map(({ reason }) => reason)).toEqual(['formula']);
      expect((await read()).formulas?.get(3)?.[3]).toBe('=D2');
    });

    it('does the edits that hold when others do not', async () => {
      const edits = [editOf(1, 0, 'PDEE_AS1_001'), editOf(2, 2, '147')];
      await bench.set(1, 0, 'x');
      const { applied, refused } = await bench.host.apply(edits);
      expect([applied.length, refused.length]).toEqual([1, 1]);
      expect(String(await cellNow(2, 2))).toBe('147');
    });

    it.each([
      ['inserted above', () => bench.insertRow(1), 2],
      ['sorted', () => bench.swapRows(1, 3), 3],
      ['deleted above', () => bench.deleteRow(1), 1],
    ] as const)('finds its line again when lines were %s', async (_what, move, place) => {
      const line = _what === 'deleted above' ? 2 : 1;
      const edit = editOf(line, 1, 'Nouveau');
      await move();
      const { applied } = await bench.host.apply([edit]);
      expect(applied.map(({ at }) => at.row)).toEqual([place]);
      expect(await cellNow(place, 1)).toBe('Nouveau');
      expect((await read()).values.filter((row) => row.includes('Nouveau'))).toHaveLength(1);
    });

    it('refuses a line that is gone, and overwrites nothing', async () => {
      const edit = editOf(2, 1, 'Nouveau');
      await bench.deleteRow(2);
      const { applied, refused } = await bench.host.apply([edit]);
      expect([applied.length, refused.length]).toEqual([0, 1]);
      expect((await read()).values.some((row) => row.includes('Nouveau'))).toBe(false);
    });

    it('refuses a line that moved and stands at two places', async () => {
      const edit = editOf(3, 1, 'Nouveau');
      for (const place of [5, 6])
        for (const column of [0, 1]) await bench.set(place, column, valueAt(before, 3, column));
      await bench.deleteRow(3);
      const { refused } = await bench.host.apply([edit]);
      expect(refused).toHaveLength(1);
    });

    it('takes an edit back by its inverse', async () => {
      const edit = editOf(1, 0, 'PDEE_AS1_001');
      const { applied } = await bench.host.apply([edit]);
      const undone: Applied = await bench.host.apply(applied.map((one) => invert(one, before.origin)));
      expect(undone.refused).toEqual([]);
      expect(await cellNow(1, 0)).toBe('PDEE_AS1_OO1');
    });

    it('takes a step back after a colleague worked on other cells and moved the line', async () => {
      const { applied } = await bench.host.apply([editOf(1, 0, 'PDEE_AS1_001'), editOf(1, 3, 'DDCSPP')]);
      await bench.set(1, 1, 'Créer cent emplois');
      await bench.insertRow(1);
      const now = await read();
      const { edits, conflicts } = rebase(now, inverseOf({ edits: applied }, now.origin));
      expect(conflicts).toEqual([]);
      expect((await bench.host.apply(edits)).refused).toEqual([]);
      expect([await cellNow(2, 0), await cellNow(2, 1), await cellNow(2, 3)]).toEqual([
        'PDEE_AS1_OO1',
        'Créer cent emplois',
        'DIRECCTE',
      ]);
    });

    it('tells that the sheet may have changed, until it is asked no more', async () => {
      let told = 0;
      const unwatch = bench.host.watch(() => told++);
      await bench.set(1, 1, 'Autre');
      await settled(() => told > 0);
      expect(told).toBeGreaterThan(0);
      unwatch();
      const then = told;
      await bench.set(1, 1, 'Encore');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(told).toBe(then);
    });

    it('shows a cell without changing the sheet', async () => {
      expect(await bench.host.reveal({ ...before.origin, row: 2, column: 1 })).toBeNull();
      expect((await read()).values).toEqual(before.values);
    });

    it('shows a hidden cell as well as it can, says that it does not show and how to see it, and reads and writes it as any other', async () => {
      await bench.hideRow(2);
      const unseen = await bench.host.reveal({ ...before.origin, row: 2, column: 1 });
      expect(unseen?.fact).toBe('La ligne 3 est masquée\u00a0: B3 est sélectionnée, mais ne se voit pas.');
      expect(unseen?.cure).toMatch(/^[A-ZÉ].*ffiche.*\.$/);
      expect(await bench.host.reveal({ ...before.origin, row: 1, column: 1 })).toBeNull();
      expect((await read()).values).toEqual(before.values);
      expect((await bench.host.apply([editOf(2, 1, 'Insérer')])).refused).toEqual([]);
      expect(await cellNow(2, 1)).toBe('Insérer');
    });

    it('keeps a text in the workbook, when it can', async () => {
      const { store } = bench.host;
      if (store === undefined) return;
      expect(await store.load('essai')).toBeNull();
      await store.save('essai', 'é « x »');
      expect(await store.load('essai')).toBe('é « x »');
    });
  });
}

/** Hints may come late: waits for one, for a second at most. */
async function settled(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !done(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
}
