/* @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Pane, createDirectChecker, type Commands } from '../../shared/pane';
import { RULES } from '../../shared/rules';
import {
  HostFailure,
  Interrompu,
  createMemoryHost,
  gridOf,
  insertLine,
  parseJournal,
  printRow,
  textOf,
  valueAt,
  type Grid,
  type HostTool,
  type MarkedCell,
  type MemoryHost,
  type SheetHost,
} from '../../shared/sheet';
import { referential } from './harness/data';

jest.setTimeout(60_000);
// A loaded machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

const seed = readFileSync(join(__dirname, '../../seeds/annexe-7-lezignan-corbieres.txt'), 'utf8');
const SEED = gridOf(seed.split(/\r?\n/).map((line) => line.split('\t')));
const memory = (): MemoryHost => createMemoryHost([SEED], () => ({ when: '25/11/2026 09:00', who: 'Agent' }));
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const named = (name: string | RegExp) => ({
  name: (text: string) => (typeof name === 'string' ? plain(text) === name : name.test(plain(text))),
});
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', named(name));

function show(host: SheetHost): { commands(): Commands } {
  let held: Commands | null = null;
  render(
    <Pane
      host={host}
      checker={createDirectChecker(referential, RULES)}
      hote="Essai"
      version="0.1.0"
      onCommands={(given) => (held = given)}
    />,
  );
  return {
    commands() {
      if (held === null) throw new Error('the pane handed over no commands');
      return held;
    },
  };
}

async function checked(host: SheetHost): Promise<ReturnType<typeof userEvent.setup>> {
  const user = userEvent.setup();
  show(host);
  await user.click(button('Contrôler'));
  await screen.findByText(/à jour/);
  return user;
}

afterEach(cleanup);

it('takes a step back after the pane was closed and opened again', async () => {
  const host = memory();
  const user = await checked(host);
  await user.click(button(/Tout corriger…/));
  await user.click(await screen.findByRole('button', named(/^Corriger \(/)));
  await screen.findByText('Journal (1)');
  expect(host.grid().values).not.toEqual(SEED.values);
  cleanup();

  const again = await checked(host);
  await again.click(await screen.findByRole('button', named('Journal (1)')));
  await again.click(button(/^Annuler : Tout corriger/));
  await waitFor(() => expect(host.grid().values).toEqual(SEED.values));
  await waitFor(() => expect(parseJournal(host.texts().get('annexe.journal') ?? null).steps).toHaveLength(2));
});

it('writes the cells and follows them when the journal cannot be kept, and says so', async () => {
  const host = memory();
  const { store } = host;
  const refusing: SheetHost = {
    ...host,
    store: {
      load: (name) => store?.load(name) ?? Promise.resolve(null),
      save: () => Promise.reject(new HostFailure('Le classeur est en lecture seule.', 'Enregistrez-en une copie.')),
    },
  };
  await checked(refusing);
  act(() =>
    screen
      .queryAllByRole('button', { expanded: false })
      .find((one) => 'finding' in one.dataset)
      ?.focus(),
  );
  const user = userEvent.setup();
  await user.keyboard('{Enter}{Enter}');
  await waitFor(() => expect(valueAt(host.grid(), 39, 0)).toBe('PCOS_AS2_001'));
  await screen.findByRole('heading', named('Le classeur est en lecture seule.'));
  await screen.findByText('Journal (1)');
});

it('says that the cell it shows is hidden, until another is shown, and never of a cell that is not looked at any more', async () => {
  const host = memory();
  host.hide(39);
  let late: (() => void) | null = null;
  const slow: SheetHost = {
    ...host,
    reveal: async (at) => {
      if (at.row === 39 && late !== null) await new Promise<void>((resolve) => (late = resolve));
      return host.reveal(at);
    },
  };
  const user = await checked(slow);
  const bar = (): HTMLElement | null => screen.queryByRole('region', named('Cellule masquée'));
  const items = (): HTMLElement[] =>
    screen.queryAllByRole('button').filter((one) => 'finding' in one.dataset && !one.textContent?.includes('lignes'));
  const hiddenOne = items()[0] as HTMLElement;
  const otherOne = items().find((one) => !one.textContent?.includes('A40')) as HTMLElement;
  await user.click(hiddenOne);
  await waitFor(() =>
    expect(plain(bar()?.textContent ?? '')).toContain('La ligne 40 est masquée : A40 est sélectionnée'),
  );
  await user.click(otherOne);
  await waitFor(() => expect(bar()).toBeNull());
  late = () => undefined;
  await user.click(hiddenOne);
  await user.click(otherOne);
  await waitFor(() => expect(host.revealed().at(-1)?.row).not.toBe(39));
  act(() => late?.());
  await waitFor(() => expect(host.revealed().at(-1)?.row).toBe(39));
  expect(bar()).toBeNull();
});

it('keeps the keyboard in the pane when what it pressed goes away', async () => {
  const host = memory();
  const user = await checked(host);
  host.hide(39);
  const first = screen.getAllByRole('button').find((one) => 'finding' in one.dataset) as HTMLElement;
  first.focus();
  await user.keyboard('{Enter}');
  const close = await screen.findByRole('button', named('Fermer'));
  close.focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('tabpanel')));
  await user.click(screen.getByRole('tab', named('Outils')));
  button(/^Aide/).focus();
  await user.keyboard('{Enter}');
  button('Retour').focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('tabpanel')));
});

it('stays at the finding whose correction could not be made', async () => {
  const host = memory();
  const down: SheetHost = {
    ...host,
    apply: () => Promise.reject(new HostFailure('Excel ne répond plus.', 'Rechargez la page, puis recommencez.')),
  };
  const user = await checked(down);
  const first = screen.queryAllByRole('button', { expanded: false }).find((one) => 'finding' in one.dataset);
  act(() => first?.focus());
  await user.keyboard('{Enter}{Enter}');
  await screen.findByRole('heading', named('Excel ne répond plus.'));
  const open = screen.getAllByRole('button', { expanded: true }).find((one) => 'finding' in one.dataset);
  expect(open?.textContent).toBe(first?.textContent);
  expect(host.grid().values).toEqual(SEED.values);
});

it('keeps the plan that is being read, and its ticks, while a colleague inserts a line and corrects another', async () => {
  const host = memory();
  const user = await checked(host);
  await user.click(button(/Tout corriger…/));
  await user.click(button('Tout cocher'));
  const boxes = (): HTMLInputElement[] => screen.getAllByRole<HTMLInputElement>('checkbox');
  const before = boxes().length;
  await user.click(boxes()[before - 1] as HTMLElement);
  const { activeElement } = document;
  act(() => host.change((grid) => insertLine(grid, 5)));
  await waitFor(() => expect(screen.queryByText(/vérification/)).toBeNull());
  act(() =>
    host.change((grid) => ({
      ...grid,
      values: grid.values.map((row, at) => (at === 40 ? ['PCOS_AS2_001', ...row.slice(1)] : row)),
    })),
  );
  await waitFor(() => expect(boxes()).toHaveLength(before - 1));
  expect(boxes().filter(({ checked: ticked }) => !ticked)).toHaveLength(1);
  expect(boxes()[before - 2]?.checked).toBe(false);
  expect(document.activeElement).toBe(activeElement);
  await user.click(button(/^Corriger \(/));
  await screen.findByText(/^Journal \(\d\)$/);
  await waitFor(() => expect(host.grid().values[39]?.[0]).not.toBe('PCOS_AS3_OO1'));
  expect(screen.queryByText('Plan de correction')).toBeNull();
  expect(host.grid().values[5]).toEqual([]);
});

/** A host that tells of no change, as Google's sidebar where what was read last is what the sheet holds. */
const silent = (host: MemoryHost): SheetHost => ({ ...host, watch: () => () => undefined });
const write = (row: number, column: number, text: string) => (grid: Grid) => ({
  ...grid,
  values: grid.values.map((cells, at) =>
    at === row ? Array.from({ length: 8 }, (_, place) => (place === column ? text : (cells[place] ?? ''))) : cells,
  ),
});

it('follows the sheet that an undoing has read, also when nothing can be taken back', async () => {
  const host = memory();
  const { commands } = show(silent(host));
  await act(() => commands().check());
  const { store } = commands();
  const at = { sheet: 'Annexe', row: 39, column: 0 };
  const edit = { at, expect: 'PCOS_AS3_OO1', set: 'PCOS_AS2_001', row: printRow(host.grid(), 39) };
  await act(() => commands().apply({ label: 'Corriger', edits: [edit] }));
  const before = store.state().bilan?.resume.erreur ?? 0;
  host.change(write(39, 0, 'PCOS_AS2_999'));
  host.change(write(41, 2, '999'));
  await act(() => commands().undoLast());
  expect(store.state().litige?.conflicts).toHaveLength(1);
  expect(store.state().bilan?.resume.erreur).toBe(before + 1);
});

it('reads all again when a colleague writes beside a small annexe, where nothing stood', async () => {
  const rows = [...SEED.values.slice(0, 8), ...SEED.values.slice(38, 46)];
  const origin = { sheet: 'Annexe', row: 0, column: 1 };
  const host = createMemoryHost([{ origin, values: rows }]);
  let readings = 0;
  const { commands } = show({ ...host, read: (where) => (readings++, host.read(where)) });
  await act(() => commands().check());
  const { store } = commands();
  const seen = (): unknown => ({ resume: store.state().bilan?.resume, page: store.state().page });
  const before = readings;
  act(() =>
    host.change((grid) => ({
      origin: { ...grid.origin, column: 0 },
      values: grid.values.map((cells, at) => [at === 5 ? 'à revoir' : '', ...cells]),
    })),
  );
  await waitFor(() => expect(readings).toBeGreaterThan(before));
  await act(() => commands().tab('controle'));
  const live = seen();
  await act(() => commands().check());
  expect(live).toEqual(seen());
});

it('offers the commands of the host that apply, gives them the cells with findings, and says what was done', async () => {
  const host = memory();
  let marked: readonly MarkedCell[] | null = null;
  const mark: HostTool = {
    id: 'surligner',
    label: 'Surligner les constats',
    help: 'Les couleurs de vos cellules ne changent pas.',
    async run(ask) {
      marked = await ask.cells();
      return `${marked.length} cellules surlignées dans ${ask.feuille ?? ''}.`;
    },
  };
  const clear: HostTool = { id: 'retirer', label: 'Retirer le surlignage', help: '', run: async () => 'Retiré.' };
  const user = await checked({ ...host, tools: async () => [marked === null ? mark : clear] });
  await user.click(screen.getByRole('tab', { name: 'Outils' }));
  await user.click(await screen.findByRole('button', named('Surligner les constats')));
  await screen.findAllByText(/cellules surlignées dans Annexe\./);
  await screen.findByRole('button', named('Retirer le surlignage'));
  const cells = (marked ?? []) as readonly MarkedCell[];
  expect(cells.find(({ at }) => at.row === 39 && at.column === 0)?.gravite).toBe('erreur');
  expect(new Set(cells.map(({ at }) => `${at.row}:${at.column}`)).size).toBe(cells.length);
});

it('shows how far a long reading is, and stops it', async () => {
  const host = memory();
  let go: () => void = () => undefined;
  const slow: SheetHost = {
    ...host,
    async read(where, reading) {
      reading?.rows(400, 1000);
      await new Promise<void>((resolve) => (go = resolve));
      if (reading?.stopped() === true) throw new Interrompu();
      return host.read(where);
    },
  };
  const user = userEvent.setup();
  show(slow);
  await user.click(button('Contrôler'));
  await screen.findByText((text) => plain(text) === 'Lecture : 400 lignes sur 1 000');
  await user.click(button('Interrompre'));
  act(() => go());
  await screen.findByText(/Contrôle interrompu/);
});

it('checks before it makes a dashboard, and says why when it cannot', async () => {
  const host = memory();
  const made: string[] = [];
  const { commands } = show({ ...host, createDashboard: async (feuille) => `${made.push(feuille)}` });
  await act(() => commands().createDashboard());
  expect(made).toEqual(['Annexe']);
});

it('says in the diagnostic what the host knows of itself, or that it cannot', async () => {
  const host = memory();
  const user = await checked({ ...host, diagnostic: async () => ['Plateforme : essai'] });
  await user.click(screen.getByRole('tab', { name: 'Outils' }));
  await user.click(button(/^Diagnostic/));
  await screen.findByText(/Plateforme : essai/);
  cleanup();
  const broken = await checked({ ...host, diagnostic: () => Promise.reject(new Error('en panne')) });
  await broken.click(screen.getByRole('tab', { name: 'Outils' }));
  await broken.click(button(/^Diagnostic/));
  await screen.findByText(/Diagnostic de l’hôte indisponible : Error: en panne/);
});

it('tells each rule that was run by its sentence, why it matters, and its name', async () => {
  const user = await checked(memory());
  await user.click(screen.getByRole('tab', named('Outils')));
  await user.click(button(/^Règles du contrôle/));
  const rule = await screen.findByText(/La référence désigne un autre axe/);
  expect(document.querySelectorAll('summary')).toHaveLength(42);
  const told = plain(rule.closest('details')?.textContent ?? '');
  expect(told).toMatch(/La référence sert de clé : .*ref-hors-axe · erreur$/);
});

it('reads the millésime in the titles of the sheet', async () => {
  const of2024 = { ...SEED, values: [['Contrat de ville Quartiers 2030'], ...SEED.values] };
  await checked(createMemoryHost([of2024]));
  const user = userEvent.setup();
  await user.click(screen.getByRole('tab', { name: 'Outils' }));
  await user.click(button(/Règles du contrôle/));
  await screen.findByText(/cadre de 2024/);
});

it('passes to the other frame by a title, judges anew, and takes it back', async () => {
  const host = memory();
  const user = await checked(host);
  const title = (): string => textOf(valueAt(host.grid(), 2, 0));
  const before = title();
  await user.click(screen.getByRole('tab', { name: 'Outils' }));
  await user.click(button(/^Cadre de l’annexe 2015/));
  await user.click(button('Passer au cadre de 2024'));
  await screen.findByText(/cadre de 2024 \(Quartiers/);
  expect(title()).toBe(`${before} – Quartiers 2030`);
  await user.click(button('Journal (1)'));
  await user.click(button(/^Annuler : Passer au cadre de 2024/));
  await waitFor(() => expect(title()).toBe(before));
  await user.click(button('Retour'));
  await screen.findByRole('button', named(/^Cadre de l’annexe 2015/));
  expect(host.grid().values).toEqual(SEED.values);
});

it('judges anew when somebody writes the frame in a title', async () => {
  const host = memory();
  const user = await checked(host);
  await user.click(screen.getByRole('tab', { name: 'Outils' }));
  act(() => host.change((grid) => ({ ...grid, values: [['Contrat de ville 2024-2030'], ...grid.values.slice(1)] })));
  await screen.findByRole('button', named(/^Cadre de l’annexe 2024/));
});

it('knows its step taken back, and done again, by the undo and the redo of the spreadsheet itself', async () => {
  const host = memory();
  const user = await checked(host);
  await user.click(button(/Tout corriger…/));
  await user.click(await screen.findByRole('button', named(/^Corriger \(/)));
  await screen.findByText('Journal (1)');
  const corrected = host.grid().values;
  act(() => host.change((grid) => ({ ...grid, values: SEED.values })));
  await screen.findByText('Journal (2)');
  expect(screen.queryByRole('region', named('Dernière correction'))).toBeNull();
  act(() => host.change((grid) => ({ ...grid, values: corrected })));
  await user.click(await screen.findByRole('button', named('Journal (3)')));
  const steps = screen.getAllByRole('listitem').map((one) => plain(one.textContent ?? ''));
  expect(steps[1]).toMatch(/^Annulé dans le tableur : Tout corriger/);
  expect(steps[0]).toMatch(/^Rétabli dans le tableur : Annulé dans le tableur/);
  await user.click(button(/^Annuler : Tout corriger/));
  await waitFor(() => expect(host.grid().values).toEqual(SEED.values));
});

it('says that the agent is in another sheet than the one that was checked, and checks that one when asked', async () => {
  const host = createMemoryHost([SEED, { ...SEED, origin: { ...SEED.origin, sheet: 'Annexe B' } }]);
  const user = await checked(host);
  act(() => host.select({ sheet: 'Annexe B', row: 39, column: 0 }));
  const notice = await screen.findByRole('region', named('Autre feuille'));
  expect(plain(notice.textContent ?? '')).toContain('Vous êtes dans la feuille « Annexe B »');
  await user.click(button('Contrôler celle-ci'));
  await screen.findByText(/Feuille « Annexe B »/);
  expect(screen.queryByRole('region', named('Autre feuille'))).toBeNull();
});
