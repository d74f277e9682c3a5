import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { gridOf, inverseOf, printRow, rebase, valueAt, type Applied, type Edit, type Scalar } from '../../shared/sheet';
import { launchChromium } from '../browser/chromium';
import { hostInPage, type HostInPage } from '../browser/hostInPage';
import { EmulatedExcel } from './emulator/excel';
import { areaOf, printArea, WHOLE } from './emulator/model/area';
import type { Cell } from './emulator/model/sheet';
import { Workbook, type Listener } from './emulator/model/workbook';
import { openBench } from './harness/bench';
import { FLAVOURS, type OpenAddin } from './harness/open';

/**
 * A colleague works in the same sheet, at every moment at which Excel could let somebody work: between any two batches of a correction
 * and of its undoing. Whatever happens, the sheet must be the one that the colleague left, with the corrections that were told as made
 * and no others.
 */
const LINES: readonly (readonly Scalar[])[] = [
  ['Réf', 'Objectif opérationnel', 'BOP', 'Service', 'Indicateur'],
  ['PDEE_AS1_OO1', 'Créer des emplois', 102, 'DIRECCTE', ''],
  ['PDEE_AS1_002', 'Former', 163, 'DDCSPP', 'Nombre de stages'],
  ['PDEE_AS1_OO3', 'Loger', 135, 'DDTM', ''],
  ['PDEE_AS1_004', 'Soigner', 204, 'ARS', 'Nombre de lits'],
  ['PDEE_AS1_OO5', 'Protéger', 216, 'Préfecture', ''],
];

/** What is corrected: one cell of a line, two of another, one of a third. */
const CORRECTIONS: readonly (readonly [row: number, column: number, set: Scalar])[] = [
  [1, 0, 'PDEE_AS1_001'],
  [3, 0, 'PDEE_AS1_003'],
  [3, 4, '1.10'],
  [5, 3, 'SGAR'],
];

/** The sheet as the test follows it: each line keeps its number wherever it goes; -1 for a line that a colleague put in. */
interface Line {
  readonly number: number;
  readonly cells: Scalar[];
  /** Cells that the colleague wrote: nobody may write over them. */
  readonly theirs: Set<number>;
}

/** What a colleague does, to the sheet of Excel and to the one that the test follows. `line` is the line that is aimed at. */
interface Deed {
  readonly name: string;
  /** Excel keeps a held range on its cells: nothing may be written in any other line, not even for the time of a batch. */
  readonly followed?: true;
  does(lines: Line[], line: number): void;
}

const placeOf = (lines: readonly Line[], line: number): number => lines.findIndex(({ number }) => number === line);

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser?.close());
jest.setTimeout(120_000);

describe.each(FLAVOURS)('a colleague works meanwhile, %s', (flavour) => {
  const book = new Workbook('Essai.xlsx', ['Annexe']);
  const sheet = book.active;
  const excel = new EmulatedExcel({ workbook: book });
  let addin: OpenAddin;
  let inPage: HostInPage;

  beforeAll(async () => {
    addin = await openBench(browser, excel, flavour);
    inPage = await hostInPage(addin.page, addin.pane);
  }, 60_000);
  afterAll(() => addin?.close());
  afterEach(() => expect({ refused: excel.refused, defects: excel.defects }).toEqual({ refused: [], defects: [] }));

  const write = (row: number, column: number, value: Scalar): void =>
    book.write(sheet, areaOf(row, column), [[value]], 'colleague');
  const type = (lines: Line[], line: number, column: number, value: Scalar): void => {
    const row = placeOf(lines, line);
    const found = lines[row];
    if (!found) return;
    // Typing what stands there already changes nothing, and is nobody's in particular.
    if (sheet.value(row, column) !== value) found.theirs.add(column);
    write(row, column, value);
    found.cells[column] = value;
  };

  const DEEDS: readonly Deed[] = [
    { name: 'types in the same cell', does: (lines, line) => type(lines, line, line === 5 ? 3 : 0, 'à moi') },
    { name: 'types what the correction would', does: (lines, line) => type(lines, line, 0, `PDEE_AS1_00${line}`) },
    { name: 'types in another cell of the line', does: (lines, line) => type(lines, line, 1, 'Autre objectif') },
    {
      name: 'inserts a line above',
      followed: true,
      does: (lines, line) => {
        const row = Math.max(1, placeOf(lines, line));
        book.insertRows(sheet, row, 1, 'colleague');
        lines.splice(row, 0, { number: -1, cells: ['', '', '', '', ''], theirs: new Set() });
      },
    },
    {
      name: 'deletes another line above',
      followed: true,
      does: (lines) => {
        const row = placeOf(lines, 2) < 0 ? placeOf(lines, 4) : placeOf(lines, 2);
        if (row < 0) return;
        book.deleteRows(sheet, row, 1, 'colleague');
        lines.splice(row, 1);
      },
    },
    {
      name: 'deletes the line itself',
      does: (lines, line) => {
        const row = placeOf(lines, line);
        if (row < 0) return;
        book.deleteRows(sheet, row, 1, 'colleague');
        lines.splice(row, 1);
      },
    },
    ...[2, 4, 1, 5].map((other): Deed => ({
      name: `sorts the line with the line ${other}`,
      does: (lines, line) => {
        const [a, b] = [placeOf(lines, line), placeOf(lines, other)];
        if (a < 0 || b < 0) return;
        book.swapRows(sheet, a, b, 'colleague');
        const [first, second] = [lines[a], lines[b]];
        if (first && second) [lines[a], lines[b]] = [second, first];
      },
    })),
    {
      name: 'inserts a column before the objectives',
      does: (lines) => {
        book.insertColumns(sheet, 1, 1, 'colleague');
        for (const { cells } of lines) cells.splice(1, 0, '');
      },
    },
  ];
  const AIMS = [1, 3, 5];
  // What carries the batches changes nothing to their order: Windows proves a few.
  const deeds = DEEDS.filter((_, place) => flavour === 'web' || place % 3 === 0);

  /** What the corrections were told as, and what they left in the sheet: made once by the add-in itself, then put back. */
  let done: Applied = { applied: [], refused: [] };
  let corrected: readonly { readonly row: number; readonly column: number; readonly cell: Cell }[] = [];

  async function fill(state: 'as it was' | 'corrected'): Promise<Line[]> {
    excel.beforeBatch = null;
    book.clear(sheet, WHOLE, { contents: true, formats: true }, 'agent');
    book.write(sheet, areaOf(0, 0, LINES.length, 5), LINES, 'agent');
    if (state === 'corrected')
      for (const { row, column, cell } of corrected) Object.assign(sheet.touch(row, column), cell);
    await addin.pane.evaluate('bench.renew()');
    const lines = LINES.map((cells, number): Line => ({ number, cells: [...cells], theirs: new Set() }));
    if (state === 'corrected') for (const [row, column, set] of CORRECTIONS) (lines[row]?.cells ?? [])[column] = set;
    return lines;
  }

  const GRID = gridOf(LINES);
  const EDITS = CORRECTIONS.map(([row, column, set]): Edit => ({
    at: { ...GRID.origin, row, column },
    expect: valueAt(GRID, row, column),
    set,
    row: printRow(GRID, row),
  }));

  const correct = (): Promise<Applied> => inPage.host.apply(EDITS);

  /** As the pane takes a step back: the sheet is read, the inverse edits are placed on it, what still holds is written. */
  async function takeBack(edits: readonly Edit[]): Promise<Applied> {
    const now = await inPage.host.read({});
    const { edits: placed } = rebase(now, inverseOf({ edits }, now.origin));
    return placed.length === 0 ? { applied: [], refused: [] } : inPage.host.apply(placed);
  }

  /** Which line and which of its cells an edit is for, whatever place it names: as the line was before, or as the colleague left it. */
  const meant = (before: readonly Line[], after: readonly Line[]) => {
    const prints = new Map([...after, ...before].map(({ number, cells }) => [print(cells), number]));
    return ({ row, at }: Edit): readonly [line: number, column: number] => [
      prints.get(row.join('\u0000')) ?? -1,
      at.column,
    ];
  };
  const print = (cells: readonly Scalar[]): string =>
    cells
      .map((cell) => String(cell ?? ''))
      .join('\u0000')
      .replace(/\u0000+$/, '');

  const shown = (): Scalar[][] => {
    const used = sheet.used(WHOLE, true) ?? areaOf(0, 0);
    const rows: Scalar[][] = [];
    for (let row = 0; row <= used.bottom; row++)
      rows.push(Array.from({ length: used.right + 1 }, (_, column) => sheet.value(row, column)));
    return rows;
  };
  const trimmed = (rows: readonly (readonly Scalar[])[]): string[] => {
    const printed = rows.map(print);
    while (printed.at(-1) === '') printed.pop();
    return printed;
  };

  /** Runs the work with each deed done before its batch; whether one of these batches came. */
  async function interrupted(
    lines: Line[],
    moments: readonly { readonly deed: Deed; readonly aim: number; readonly point: number }[],
    work: () => Promise<Applied>,
  ): Promise<{ applied: Applied; happened: boolean; astray: string[] }> {
    excel.calls = [];
    const astray: string[] = [];
    const watcher: Listener = {
      changed({ author, area }) {
        if (author !== 'addin') return;
        const { number = -1, cells = [] } = lines[area.top] ?? {};
        const column = cells.length > 5 && area.left > 1 ? area.left - 1 : area.left;
        if (!CORRECTIONS.some(([row, place]) => row === number && place === column)) astray.push(printArea(area));
      },
    };
    book.listeners.push(watcher);
    let happened = false;
    excel.beforeBatch = ({ number }) => {
      for (const { deed, aim, point } of moments) {
        if (number !== point) continue;
        happened = true;
        deed.does(lines, aim);
      }
    };
    const applied = await work();
    excel.beforeBatch = null;
    book.listeners.splice(book.listeners.indexOf(watcher), 1);
    return { applied, happened, astray };
  }

  /** The sheet must be the colleague's, with the corrections that were told as made, and theirs wherever they wrote. */
  function check(lines: readonly Line[], before: readonly Line[], { applied }: Applied, what: string): void {
    const find = meant(before, lines);
    const wanted = lines.map(({ cells }) => [...cells]);
    for (const edit of applied) {
      const [number, column] = find(edit);
      const place = placeOf(lines, number);
      const line = lines[place];
      if (number < 0) throw new Error(`${what}: a correction of no known line`);
      // A column that came in meanwhile moves the cell.
      const moved = line && line.cells.length > 5 && column >= 1 ? column + 1 : column;
      if (line && !line.theirs.has(moved)) (wanted[place] ?? [])[moved] = edit.set;
    }
    expect({ what, sheet: trimmed(shown()) }).toEqual({ what, sheet: trimmed(wanted) });
  }

  it('reaches every correction and every undoing when nobody does', async () => {
    const lines = await fill('as it was');
    done = await correct();
    expect(done.refused).toEqual([]);
    check(lines, structured(lines), done, 'corrected');
    corrected = [...sheet.cellsIn(WHOLE)].map(({ row, column, cell }) => ({ row, column, cell: { ...cell } }));
    expect((await takeBack(done.applied)).refused).toEqual([]);
    expect(trimmed(shown())).toEqual(trimmed(LINES));
    const formats = [...sheet.cellsIn(WHOLE)].filter(
      ({ cell }) => (cell.style['numberFormat'] ?? 'General') !== 'General',
    );
    expect(formats).toEqual([]);
  });

  it.each(deeds.map((deed) => [deed.name, deed] as const))(
    '%s, before each batch of a correction',
    async (name, deed) => {
      let runs = 0;
      for (const aim of AIMS) {
        for (let point = 0; ; point++) {
          const lines = await fill('as it was');
          const before = structured(lines);
          const { applied, happened, astray } = await interrupted(lines, [{ deed, aim, point }], correct);
          if (!happened) break;
          runs++;
          const what = `${name}, line ${aim}, before batch ${point}`;
          check(lines, before, applied, what);
          if (deed.followed) expect({ what, astray }).toEqual({ what, astray: [] });
          expect(applied.applied.length + applied.refused.length).toBe(EDITS.length);
        }
      }
      expect(runs).toBeGreaterThan(3 * 3);
    },
  );

  it.each(deeds.map((deed) => [deed.name, deed] as const))(
    '%s, before each batch of an undoing',
    async (name, deed) => {
      let runs = 0;
      for (const aim of AIMS) {
        for (let point = 0; ; point++) {
          const lines = await fill('corrected');
          const before = structured(lines);
          const { applied, happened, astray } = await interrupted(lines, [{ deed, aim, point }], () =>
            takeBack(done.applied),
          );
          if (!happened) break;
          runs++;
          const what = `${name}, line ${aim}, before batch ${point} of the undoing`;
          check(lines, before, applied, what);
          if (deed.followed) expect({ what, astray }).toEqual({ what, astray: [] });
        }
      }
      expect(runs).toBeGreaterThan(3 * 3);
    },
  );

  const moment = fc.record({
    deed: fc.constantFrom(...DEEDS.filter(({ name }) => !name.includes('column'))),
    aim: fc.constantFrom(...AIMS),
    point: fc.nat(14),
  });

  it('loses nothing either when a colleague does two or three things in a row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 2, maxLength: 3 }), async (moments) => {
        const lines = await fill('as it was');
        const before = structured(lines);
        const { applied } = await interrupted(lines, moments, correct);
        const what = moments.map(({ deed, aim, point }) => `${deed.name}, line ${aim}, before batch ${point}`);
        check(lines, before, applied, what.join('; '));
      }),
      { numRuns: flavour === 'web' ? 100 : 20 },
    );
  });
});

const structured = (lines: readonly Line[]): Line[] =>
  lines.map(({ number, cells, theirs }) => ({ number, cells: [...cells], theirs: new Set(theirs) }));
