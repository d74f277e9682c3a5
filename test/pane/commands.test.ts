import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAcceptances } from '../../shared/lint';
import { createDirectChecker } from '../../shared/pane';
import type { Finding } from '../../shared/pane/checker/views';
import { createCommands, type Commands } from '../../shared/pane/commands/commands';
import { MOST_LIVE_ROWS, differences } from '../../shared/pane/commands/followSheet';
import { RULES } from '../../shared/rules';
import {
  createMemoryHost,
  gridOf,
  insertLine,
  isUndone,
  parseJournal,
  printRow,
  valueAt,
  type Edit,
  type Grid,
  type MemoryHost,
  type Scalar,
  type SheetHost,
} from '../../shared/sheet';
import { referential } from './harness/data';

jest.setTimeout(60_000);

const seed = readFileSync(join(__dirname, '../../seeds/annexe-7-lezignan-corbieres.txt'), 'utf8');
const ROWS = seed.split(/\r?\n/).map((line) => line.split('\t'));
const SEED = gridOf(ROWS);
const STAMP = { when: '25/11/2026 09:00', who: 'Agent' };
const JOURNAL = 'annexe.journal';

const memory = (...sheets: Grid[]): MemoryHost => createMemoryHost([SEED, ...sheets], () => STAMP);

async function checked(host: SheetHost): Promise<Commands> {
  const commands = createCommands(host, createDirectChecker(referential, RULES));
  await commands.check();
  return commands;
}

/** A colleague types in a cell. */
const typed =
  (row: number, column: number, value: Scalar) =>
  (grid: Grid): Grid => ({
    ...grid,
    values: grid.values.map((cells, place) =>
      place === row ? Object.assign(cells.slice(), { [column]: value }) : cells,
    ),
  });

const objectif = (row: number, set: string): Edit => ({
  at: { sheet: 'Annexe', row, column: 1 },
  expect: valueAt(SEED, row, 1),
  set,
  row: printRow(SEED, row),
});
const un = { label: 'Un', edits: [objectif(39, 'Un')] };
const deux = { label: 'Deux', edits: [objectif(40, 'Deux')] };

const findingsOf = ({ store }: Commands): readonly Finding[] =>
  (store.state().page?.groups ?? []).flatMap(({ findings }) => findings);
const labels = ({ store }: Commands): string[] => store.state().journal.steps.map(({ label }) => label);

describe('taking a step back', () => {
  it('says that it was taken back already, and goes on to the step before', async () => {
    const host = memory();
    const commands = await checked(host);
    await commands.apply(un);
    await commands.apply(deux);
    host.change(typed(40, 1, valueAt(SEED, 40, 1)));
    await commands.undoLast();
    expect(commands.store.state().annonce.texte).toBe('Annulé dans le tableur\u00a0: Deux.');
    await commands.undoLast();
    expect(host.grid().values).toEqual(SEED.values);
    expect(labels(commands)).toEqual(['Un', 'Deux', 'Annulé dans le tableur\u00a0: Deux', 'Annuler\u00a0: Un']);
  });

  it('asks for its own cells alone, not for those of another correction', async () => {
    const host = memory();
    const commands = await checked(host);
    await commands.apply(un);
    host.change(typed(39, 1, 'autre'));
    host.change(typed(40, 1, 'autre aussi'));
    await commands.apply(deux);
    expect(commands.store.state().litige?.label).toBe('Deux');
    await commands.undo(1);
    expect(commands.store.state().litige).toMatchObject({ label: 'Annuler\u00a0: Un', conflicts: [{ attendu: 'Un' }] });
    expect(commands.store.state().litige?.conflicts).toHaveLength(1);
  });

  it('writes in the sheet where it was made, and goes on with the one under check', async () => {
    const host = memory(gridOf(ROWS, 'Copie'));
    const read: string[] = [];
    const commands = await checked({
      ...host,
      read: (where) => {
        read.push(where.sheet ?? '');
        return host.read(where);
      },
    });
    await commands.apply(un);
    await commands.checkSheetNamed('Copie');
    await commands.undo(1);
    expect((await host.read({ sheet: 'Annexe' })).values).toEqual(SEED.values);
    expect(commands.store.state().bilan?.feuille).toBe('Copie');
    expect(read[read.length - 1]).toBe('Copie');
  });

  it('names its step by a number that a colleague’s steps do not change', async () => {
    const host = memory();
    const commands = await checked(host);
    await commands.apply(un);
    await commands.apply(deux);
    const { steps } = parseJournal(host.texts().get(JOURNAL) ?? null);
    const theirs = { ...steps[0], id: 3, label: 'Trois', who: 'Collègue' };
    await host.store?.save(JOURNAL, JSON.stringify({ version: 1, steps: [...steps, theirs] }));
    await Promise.all([commands.undo(1), commands.undo(2)]);
    expect(host.grid().values).toEqual(SEED.values);
    expect(labels(commands)).toEqual(['Trois', 'Un', 'Deux', 'Annuler\u00a0: Un', 'Annuler\u00a0: Deux']);
    const { journal } = commands.store.state();
    expect(journal.steps.filter(({ id }) => isUndone(journal, id)).map(({ label }) => label)).toEqual(['Un', 'Deux']);
  });
});

describe('somebody else works on the sheet', () => {
  it('and made the same correction first: the finding goes, the journal tells, nothing is written', async () => {
    const host = memory();
    const commands = await checked(host);
    const finding = findingsOf(commands).find(({ corrections }) => corrections.length > 0);
    if (finding === undefined) throw new Error('the seed has no finding with a correction');
    for (const { at, set } of finding.corrections[0]?.edits ?? []) host.change(typed(at.row, at.column, set));
    await commands.fix(finding);
    expect(commands.store.state().annonce.texte).toMatch(/0\u00a0cellule modifiée, 1\u00a0l’était déjà\.$/);
    expect(findingsOf(commands).map(({ id }) => id)).not.toContain(finding.id);
    expect(labels(commands)).toEqual([`Corrigé ailleurs\u00a0: ${finding.ref}`]);
  });

  it.each([
    ['where it is', 39],
    ['that moved', 40],
  ])('and wrote in another cell of the line %s: the correction is made all the same', async (_where, row) => {
    const host = memory();
    const commands = await checked(host);
    host.change(typed(39, 6, 'Nombre de médiateurs'));
    if (row > 39) host.change((grid) => insertLine(grid, 5));
    await commands.apply(un);
    expect([valueAt(host.grid(), row, 1), valueAt(host.grid(), row, 6)]).toEqual(['Un', 'Nombre de médiateurs']);
    expect(commands.store.state().litige).toBeNull();
  });

  it('cell by cell, or so much that all is checked again', () => {
    const many = (count: number): Grid => ({
      ...SEED,
      values: SEED.values.map((row, at) => (at < count ? ['changé', ...row.slice(1)] : row)),
    });
    const long = gridOf(Array.from({ length: 300 }, () => ['avant']));
    const after = (count: number): Grid => gridOf(long.values.map((row, at) => (at < count ? ['après'] : row)));
    expect(differences(SEED, many(3))).toHaveLength(3);
    expect(differences(long, after(200))).toHaveLength(200);
    expect(differences(long, after(201))).toBeNull();
  });

  it('in a long sheet: it is told as changed, our own writing is not', async () => {
    const long = gridOf([...ROWS, ...Array.from({ length: MOST_LIVE_ROWS }, () => [] as string[])]);
    const host = createMemoryHost([long], () => STAMP);
    const commands = await checked(host);
    const unwatch = commands.watch();
    await commands.apply(un);
    // A host tells its own writing a little later.
    host.change((grid) => grid);
    expect(commands.store.state().stale).toBe(false);
    await new Promise((resolve) => void setTimeout(resolve, 1600));
    host.change(typed(40, 1, 'autre'));
    expect(commands.store.state().stale).toBe(true);
    unwatch();
  });

  it('and puts lines above all that is used: every line has moved', () => {
    expect(differences(SEED, { ...SEED, origin: { ...SEED.origin, row: 1 } })).toBeNull();
    expect(differences(SEED, SEED)).toEqual([]);
  });

  it('and accepts another finding: both are kept; taken back, the other stays', async () => {
    const host = memory();
    const [commands, others] = [await checked(host), await checked(host)];
    const [first, second] = findingsOf(commands);
    await others.accept(first?.id ?? '', 'motif un');
    await commands.accept(second?.id ?? '', 'motif deux');
    const motifs = (): string[] =>
      parseAcceptances(host.texts().get('annexe.acceptations') ?? null).map(({ motif }) => motif);
    expect(motifs()).toEqual(['motif un', 'motif deux']);
    const [mine] = others.store.state().acceptances;
    if (mine === undefined) throw new Error('nothing was accepted');
    await others.reopen(mine);
    expect(motifs()).toEqual(['motif deux']);
  });
});

it('keeps what was accepted from one check to the next when the host keeps no text', async () => {
  const { store, ...host } = memory();
  const commands = await checked(host);
  expect(store).toBeDefined();
  await commands.accept(findingsOf(commands)[0]?.id ?? '', 'motif');
  await commands.check();
  expect(commands.store.state().acceptances.map(({ motif }) => motif)).toEqual(['motif']);
});

it('does not ask again what was decided while another decision waited for its turn', async () => {
  const host = memory();
  const commands = await checked(host);
  host.change(typed(39, 1, 'autre'));
  host.change(typed(40, 1, 'autre aussi'));
  await commands.apply({ label: 'Deux', edits: [...un.edits, ...deux.edits] });
  const [first, second] = commands.store.state().litige?.conflicts ?? [];
  if (first === undefined || second === undefined) throw new Error('two conflicts were expected');
  await Promise.all([commands.check(), commands.settle(first, true), commands.settle(second, false)]);
  expect(commands.store.state().litige).toBeNull();
  expect([39, 40].map((row) => valueAt(host.grid(), row, 1))).toEqual(['Un', 'autre aussi']);
});

it('moves nothing when a line is inserted while a decision is open', async () => {
  const host = memory();
  const commands = await checked(host);
  host.change(typed(39, 1, 'autre'));
  await commands.apply(un);
  host.change((grid) => insertLine(grid, 5));
  const [conflict] = commands.store.state().litige?.conflicts ?? [];
  if (conflict === undefined) throw new Error('a conflict was expected');
  await commands.settle(conflict, true);
  expect(valueAt(host.grid(), 40, 1)).toBe('Un');
  expect(valueAt(host.grid(), 39, 1)).toBe(valueAt(SEED, 38, 1));
});
