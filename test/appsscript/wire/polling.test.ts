import { ENTRIES } from '../../../appsscript/server/entries';
import { createServer } from '../../../appsscript/sidebar/client';
import { createGoogleHost, type GoogleHost } from '../../../appsscript/sidebar/host';
import { printRow, valueAt, type CellRef } from '../../../shared/sheet';
import { builtProject } from '../built';
import { colleagueOf, type Colleague } from '../fakes/colleague';
import { documentOf, sheetOf, type DocumentState } from '../fakes/document';
import { callOver } from './call';
import { createWire, type WireOptions } from './run';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

interface Open {
  readonly document: DocumentState;
  readonly colleague: Colleague;
  readonly host: GoogleHost;
  readonly verbs: string[];
  readonly state: { seen: boolean; broken: string | null };
  polls(): number;
}

/** A sidebar without its page: the host, asked by a clock that the test moves. */
async function open(more: Partial<WireOptions> = {}): Promise<Open> {
  const document = documentOf(
    sheetOf([
      ['Réf', 'Objectif'],
      ['PDEE_AS1_001', 'Créer'],
    ]),
  );
  const state = { seen: true, broken: null as string | null };
  const at = async (): Promise<void> => undefined;
  const names = ENTRIES.map(({ name }) => name);
  const project = builtProject(document);
  const wire = createWire({ project, names, arrival: at, broken: () => state.broken, ...more });
  const verbs: string[] = [];
  const call = callOver(wire);
  const server = createServer((request) => {
    verbs.push((JSON.parse(request) as { verb: string }).verb);
    return call(request);
  });
  const host = createGoogleHost(server, { isSeen: () => state.seen });
  await host.read({});
  await jest.advanceTimersByTimeAsync(0);
  verbs.length = 0;
  return {
    document,
    colleague: colleagueOf(document),
    host,
    verbs,
    state,
    polls: () => verbs.filter((verb) => verb === 'poll').length,
  };
}

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the sidebar asks what changed', () => {
  it('every 4 s for a minute, every 15 s for five, then every minute', async () => {
    const { host, polls } = await open();
    const stop = host.watch(() => undefined);
    await pass(MINUTE);
    expect(polls()).toBeGreaterThanOrEqual(14);
    expect(polls()).toBeLessThanOrEqual(15);
    const busy = polls();
    await pass(4 * MINUTE);
    expect(polls() - busy).toBeGreaterThanOrEqual(15);
    expect(polls() - busy).toBeLessThanOrEqual(17);
    const calm = polls();
    await pass(60 * MINUTE);
    expect(polls() - calm).toBeGreaterThanOrEqual(58);
    expect(polls() - calm).toBeLessThanOrEqual(61);
    host.poller.wake();
    await pass(MINUTE);
    const awake = polls();
    host.poller.wake();
    await pass(20 * SECOND);
    expect(polls() - awake).toBeGreaterThanOrEqual(4);
    stop();
    const stopped = polls();
    await pass(MINUTE);
    expect(polls()).toBe(stopped);
  });

  it('nothing while nobody sees it, and at once when it is seen again', async () => {
    const { host, polls, state } = await open();
    host.watch(() => undefined);
    await pass(5 * SECOND);
    const before = polls();
    state.seen = false;
    await pass(30 * MINUTE);
    expect(polls()).toBe(before);
    state.seen = true;
    host.poller.now();
    await pass(1);
    expect(polls()).toBe(before + 1);
    await pass(MINUTE);
    expect(polls()).toBeGreaterThan(before + 1);
    host.poller.stop();
  });

  it('and tells a change once, a selection when it moved', async () => {
    const { host, colleague } = await open();
    let told = 0;
    const places: CellRef[] = [];
    host.watch(() => told++);
    host.follow?.((at) => places.push(at));
    await pass(MINUTE);
    expect([told, places.length]).toEqual([0, 1]);
    colleague.set(1, 1, 'Autre');
    colleague.select(1, 1);
    await pass(16 * SECOND);
    expect([told, places.slice(1)]).toEqual([1, [{ sheet: 'Annexe', row: 1, column: 1 }]]);
    await pass(MINUTE);
    expect([told, places.length]).toEqual([1, 2]);
    host.poller.stop();
  });

  it('less and less when Google fails, telling the pane once, and as before when it answers again', async () => {
    const { host, polls, state, colleague } = await open();
    let told = 0;
    host.watch(() => told++);
    await pass(5 * SECOND);
    state.broken = 'PERMISSION_DENIED';
    const before = polls();
    await pass(10 * MINUTE);
    expect(polls() - before).toBeGreaterThan(2);
    expect(polls() - before).toBeLessThan(14);
    expect(told).toBe(1);
    state.broken = null;
    colleague.set(1, 1, 'Autre');
    await pass(6 * MINUTE);
    expect(told).toBe(2);
    host.poller.wake();
    host.poller.now();
    const back = polls();
    await pass(MINUTE);
    expect(polls() - back).toBeGreaterThanOrEqual(14);
    host.poller.stop();
  });

  it('one question at a time, however slow Google is', async () => {
    let flying = 0;
    let most = 0;
    const departure = async (): Promise<void> => {
      most = Math.max(most, ++flying);
      await new Promise((go) => setTimeout(go, 9 * SECOND));
      flying--;
    };
    const opening = open({ departure });
    await pass(20 * SECOND);
    const { host } = await opening;
    host.watch(() => undefined);
    for (let turn = 0; turn < 10; turn++) {
      host.poller.now();
      await pass(3 * SECOND);
    }
    await pass(MINUTE);
    expect(most).toBe(1);
    host.poller.stop();
  });

  it('at once after its own writing, which is no news to the watcher of somebody else’s', async () => {
    const { host, document, polls } = await open();
    host.watch(() => undefined);
    const grid = await host.read({});
    const edit = {
      at: { sheet: 'Annexe', row: 1, column: 1 },
      expect: valueAt(grid, 1, 1),
      set: 'Former',
      row: printRow(grid, 1),
    };
    const before = polls();
    const writing = host.apply([edit]);
    await pass(1);
    expect((await writing).applied).toHaveLength(1);
    await pass(1);
    expect(polls()).toBe(before + 1);
    expect(document.sheets[0]?.rows[1]?.[1]?.value).toBe('Former');
    host.poller.stop();
  });
});

describe('answers that cross', () => {
  it('an answer asked for before a writing says nothing after it', async () => {
    const gates: { name: string; go: () => void }[] = [];
    const held = { on: false };
    const { host, colleague } = await open({
      arrival: (name) => (held.on ? new Promise((go) => gates.push({ name, go })) : Promise.resolve()),
    });
    let told = 0;
    host.watch(() => told++);
    held.on = true;
    await pass(4 * SECOND);
    expect(gates).toHaveLength(1);
    colleague.set(1, 1, 'Autre');
    held.on = false;
    const grid = await host.read({});
    expect(valueAt(grid, 1, 1)).toBe('Autre');
    // The old answer, of before the reading, arrives last.
    gates[0]?.go();
    await pass(1);
    expect(told).toBe(0);
    await pass(5 * SECOND);
    expect(told).toBe(0);
    host.poller.stop();
  });

  it('writings go one after the other, in the order they were asked', async () => {
    let flying = 0;
    let most = 0;
    const slow = { on: false };
    const { host, document } = await open({
      departure: async () => {
        if (!slow.on) return;
        most = Math.max(most, ++flying);
        await new Promise((go) => setTimeout(go, SECOND));
        flying--;
      },
    });
    slow.on = true;
    const saves = ['un', 'deux', 'trois'].map((text) => host.store?.save('texte', text));
    await pass(10 * SECOND);
    await Promise.all(saves);
    slow.on = false;
    expect(most).toBe(1);
    expect(await host.store?.load('texte')).toBe('trois');
    expect(document.lock).toBeNull();
  });
});
