import { documentOf, sheetOf } from '../fakes/document';
import type { Project } from '../realm/project';
import { createWire, unfit, type Wire, type WireOptions } from './run';

const code = `
function echo(json) { return json; }
function fails() { const error = new TypeError('Rien ne va.'); error.code = 7; throw error; }
function hidden_() { return 1; }
function nothing() {}`;
const project: Project = { code, files: new Map(), document: documentOf(sheetOf([])) };
const wire = (options: Partial<WireOptions> = {}): Wire =>
  createWire({ project, names: ['echo', 'fails', 'nothing'], ...options });

const ask = (through: Wire, name: string, ...args: unknown[]): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const run = through.run.withSuccessHandler(resolve).withFailureHandler(reject)[name] as (
      ...sent: unknown[]
    ) => void;
    run(...args);
  });

describe('google.script.run', () => {
  it('answers later, with plain data', async () => {
    let now = true;
    const answer = ask(wire(), 'echo', '{"a":1}').finally(() => (now = false));
    expect(now).toBe(true);
    expect(await answer).toBe('{"a":1}');
    expect(await ask(wire(), 'nothing')).toBeNull();
  });

  it('knows public functions only', () => {
    expect(() => wire().run['hidden_']).toThrow(/private/);
    expect(() => wire().run['absent']).toThrow(/not a function/);
  });

  it.each<[string, unknown, string]>([
    ['a date', { a: [new Date()] }, 'argument 1.a[0]'],
    ['a function', [() => 1], 'argument 1[0]'],
    ['undefined', { a: { b: undefined } }, 'argument 1.a.b'],
    ['a map', new Map(), 'argument 1'],
    ['not a number', [Number.NaN], 'argument 1[0]'],
    ['a ring', ring(), 'argument 1.me'],
  ])('refuses %s, and says where', (_what, value, path) => {
    expect(() => (wire().run['echo'] as (value: unknown) => void)(value)).toThrow(`property: ${path}`);
    expect(unfit({ a: [1, 'x', null, true, {}] }, 'value')).toBeNull();
  });

  it('tells the message of an error, and nothing else of it', async () => {
    const error = await ask(wire(), 'fails').catch((caught: unknown) => caught as Error & { code?: number });
    expect([(error as Error).message, (error as Error).name, 'code' in (error as object)]).toEqual([
      'Rien ne va.',
      'Error',
      false,
    ]);
    const broken = wire({ broken: () => 'PERMISSION_DENIED' });
    await expect(ask(broken, 'echo', '1')).rejects.toThrow('PERMISSION_DENIED');
  });

  it('keeps no order, and hands the user object back', async () => {
    const gates: (() => void)[] = [];
    const held = wire({ arrival: () => new Promise((go) => gates.push(go)) });
    const told: unknown[] = [];
    const run = held.run.withSuccessHandler((value, user) => told.push([value, user]));
    (run.withUserObject(1)['echo'] as (text: string) => void)('a');
    (run.withUserObject(2)['echo'] as (text: string) => void)('b');
    await turns();
    gates[1]?.();
    await turns();
    gates[0]?.();
    await turns();
    expect(told).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });

  it('lets ten calls run at once; the others wait', async () => {
    const gates: (() => void)[] = [];
    const held = wire({ arrival: () => new Promise((go) => gates.push(go)) });
    const answers = Array.from({ length: 12 }, (_, index) => ask(held, 'echo', String(index)));
    await turns();
    expect([held.inFlight().length, held.asked.length]).toEqual([10, 12]);
    while (gates.length > 0) {
      gates.shift()?.();
      await turns();
    }
    expect(await Promise.all(answers)).toHaveLength(12);
  });
});

function ring(): object {
  const value: { me?: object } = {};
  value.me = value;
  return value;
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
