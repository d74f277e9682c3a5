import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBookStore } from '../../addin/functions/bookStore';
import { renderFunctionsJson } from '../../addin/functions/functionsJson';
import { createLiveCalls, PATIENCE_MS, type Later, type Shown } from '../../addin/functions/liveCall';
import { createFormulas, SPECIFICATION, type Argument } from '../../shared/formulas';
import { parseAddress, type Grid } from '../../shared/sheet';
import { RULES } from '../../shared/rules';
import { referential } from '../referential/referential-seed';
import { seedGrid } from '../coverage/seed';

interface Declared {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    name: string;
    description: string;
    type: string;
    dimensionality: string;
    optional?: boolean;
  }[];
  readonly result: { readonly type: string; readonly dimensionality: string };
  readonly options?: Readonly<Record<string, boolean>>;
}

const { functions, allowErrorForDataTypeAny } = JSON.parse(renderFunctionsJson()) as {
  functions: Declared[];
  allowErrorForDataTypeAny: boolean;
};

/** Functions of Excel in French and in English, and its old macro words, that a name of ours could meet. */
const BUILT_IN = [
  'SOMME',
  'MOYENNE',
  'NB',
  'CIBLES',
  'REFERENCE',
  'SUM',
  'INDEX',
  'COUNT',
  'RUN',
  'ECHO',
  'ADRESSE',
  'TABLE',
];

describe('functions.json', () => {
  it('declares every formula of the specification, and takes errors as values', () => {
    expect(functions.map(({ id }) => id)).toEqual(SPECIFICATION.map(({ name }) => name));
    expect(allowErrorForDataTypeAny).toBe(true);
  });

  it.each(functions.map((one) => [one.id, one] as const))(
    '%s has a name and words that Excel takes',
    (id, declared) => {
      expect(id).toMatch(/^[A-Z][A-Z0-9._]{2,}$/);
      expect(declared.name).toBe(id);
      expect(parseAddress(id)).toBeNull();
      expect(BUILT_IN).not.toContain(id);
      expect(declared.description.length).toBeGreaterThan(10);
      for (const { name, description, type } of declared.parameters) {
        expect(name).toMatch(/^[a-z]+$/);
        expect(description).toMatch(/[.)]$|\)$/);
        expect(type).toBe('any');
      }
      // What may be left out comes last: Excel counts places.
      const flags = declared.parameters.map(({ optional }) => optional === true);
      expect(flags).toEqual([...flags].sort());
    },
  );

  it('streams what can follow the workbook, and nothing is volatile', () => {
    const streams = functions.filter(({ options }) => options?.['stream']).map(({ id }) => id);
    expect(streams).toEqual(['COUVERTURE', 'SYNTHESE', 'MANQUANTS', 'ANOMALIES', 'CONTROLE']);
    for (const { options, parameters } of functions) {
      expect(Object.keys(options ?? {}).filter((name) => !['stream', 'requiresStreamAddress'].includes(name))).toEqual(
        [],
      );
      expect(options?.['stream'] === true).toBe(parameters[0]?.dimensionality === 'matrix');
    }
  });

  it('spills what is a table', () => {
    const tables = functions.filter(({ result }) => result.dimensionality === 'matrix').map(({ id }) => id);
    expect(tables).toEqual(SPECIFICATION.filter(({ result }) => result.kind === 'table').map(({ name }) => name));
  });

  it('is the one that is built', () => {
    const file = join(__dirname, '..', '..', 'addin', 'functions', 'functions.generated.json');
    expect(readFileSync(file, 'utf8')).toBe(renderFunctionsJson());
  });
});

/** A clock that stands still until it is told. */
function handClock(): { later: Later; ring(): void; waiting(): number } {
  const waits = new Map<() => void, number>();
  return {
    later(work, ms) {
      waits.set(work, ms);
      return () => void waits.delete(work);
    },
    ring() {
      for (const work of [...waits.keys()]) {
        waits.delete(work);
        work();
      }
    },
    waiting: () => [...waits.values()].filter((ms) => ms === PATIENCE_MS).length,
  };
}

const seed = seedGrid('txt');
const named = (sheet: string, values = seed.values): Grid => ({ origin: { ...seed.origin, sheet }, values });
/** The seed with the indicator of one objective written, in its seventh column. */
function withIndicator(sheet: string): Grid {
  const write = (cells: (typeof seed.values)[number]): (typeof seed.values)[number] =>
    cells[0] === 'PDEE_AS1_001' ? cells.map((cell, at) => (at === 6 ? 'Nombre de créations' : cell)) : cells;
  return named(sheet, seed.values.map(write));
}

function bench() {
  const book = createBookStore();
  const clock = handClock();
  const live = createLiveCalls(createFormulas(referential, RULES, book), book, clock.later);
  const start = (name: string, args: readonly Argument[] = [], from = ''): { shown: Shown[]; stop(): void } => {
    const shown: Shown[] = [];
    return { shown, stop: live.start(name, args, from, (one) => shown.push(one)) };
  };
  return { book, clock, start };
}

const value = (shown: readonly Shown[]): unknown[] => shown.map((one) => (one.ok === true ? one.value : one.ok));

describe('a formula without a range', () => {
  it('waits for the workbook, gives its value, and follows it', () => {
    const { book, start } = bench();
    const { shown } = start('COUVERTURE');
    expect(shown).toEqual([]);
    book.put([named('Annexe')]);
    expect(value(shown)).toEqual([19 / 46]);
    book.put([withIndicator('Annexe')]);
    expect(value(shown)).toEqual([19 / 46, 20 / 46]);
  });

  it('gives its value at once when the workbook was read already', () => {
    const { book, start } = bench();
    book.put([named('Annexe')]);
    expect(value(start('ANOMALIES').shown)).toEqual([104]);
  });

  it('says nothing when nothing changed for it', () => {
    const { book, start } = bench();
    const { shown } = start('COUVERTURE', [undefined, 'cible']);
    book.put([named('Annexe')]);
    book.put([withIndicator('Annexe')]);
    expect(value(shown)).toEqual([3 / 46]);
  });

  it('is not even computed again while the sheets are the very same', () => {
    const { book } = bench();
    let told = 0;
    book.subscribe(() => told++);
    const annexe = named('Annexe');
    book.put([annexe]);
    book.put([annexe]);
    expect(told).toBe(1);
    book.put([annexe, named('Autre')]);
    expect(told).toBe(2);
  });

  it('says in French that nothing could be read, then gives its value all the same', () => {
    const { book, clock, start } = bench();
    const { shown } = start('COUVERTURE');
    clock.ring();
    expect(shown).toEqual([
      { ok: 'attente', message: expect.stringMatching(/^Le classeur n’a pas encore pu être lu/) },
    ]);
    book.put([named('Annexe')]);
    expect(value(shown)).toEqual(['attente', 19 / 46]);
  });

  it('measures the annexe of its own sheet, else the one that was chosen', () => {
    const { book, start } = bench();
    book.put([named('A'), withIndicator('B')]);
    expect(value(start('COUVERTURE', [], 'B').shown)).toEqual([20 / 46]);
    const elsewhere = start('COUVERTURE', [], 'Bord');
    expect(elsewhere.shown[0]).toMatchObject({ ok: false });
    book.choose('A');
    expect(value(elsewhere.shown)).toEqual([false, 19 / 46]);
  });

  it('stops when its cell goes, and stops itself alone', () => {
    const { book, clock, start } = bench();
    const first = start('COUVERTURE');
    const second = start('COUVERTURE');
    first.stop();
    expect(clock.waiting()).toBe(1);
    book.put([named('Annexe')]);
    expect([first.shown.length, second.shown.length]).toEqual([0, 1]);
  });

  it('says that there is no annexe', () => {
    const { book, start } = bench();
    book.put([]);
    expect(start('SYNTHESE').shown).toEqual([{ ok: false, message: expect.stringContaining('annexe') }]);
  });

  it('wakes whoever reads the workbook, once', () => {
    const { book, start } = bench();
    let woken = 0;
    book.onWanted(() => woken++);
    expect(woken).toBe(0);
    start('COUVERTURE');
    start('SYNTHESE');
    expect(woken).toBe(1);
  });
});

describe('a formula with a range', () => {
  it('gives one result from the range alone', () => {
    const { book, clock, start } = bench();
    const { shown } = start('COUVERTURE', [seed.values]);
    book.put([withIndicator('Annexe')]);
    clock.ring();
    expect(value(shown)).toEqual([19 / 46]);
  });

  it('takes a text in the place of the range for the argument that follows, as Excel hands it over', () => {
    const { book, start } = bench();
    book.put([named('Annexe')]);
    expect(value(start('COUVERTURE', [[['cible']], null, null]).shown)).toEqual([3 / 46]);
  });
});
