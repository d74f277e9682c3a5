/* @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Pane, createDirectChecker } from '../../shared/pane';
import { RULES } from '../../shared/rules';
import {
  HostFailure,
  createMemoryHost,
  gridOf,
  insertLine,
  textOf,
  valueAt,
  type Grid,
  type MemoryHost,
  type Scalar,
} from '../../shared/sheet';
import { referential } from './harness/data';

jest.setTimeout(30_000);

const seed = readFileSync(join(__dirname, '../../seeds/annexe-7-lezignan-corbieres.txt'), 'utf8');
const SEED: Grid = gridOf(seed.split(/\r?\n/).map((line) => line.split('\t')));
const STAMP = { when: '22/11/2026 14:05', who: 'Agent' };

/** A colleague, or the agent by hand, types in a cell. */
const typed =
  (row: number, column: number, value: Scalar) =>
  (grid: Grid): Grid => ({
    ...grid,
    values: grid.values.map((cells, place) =>
      place === row ? Object.assign(cells.slice(), { [column]: value }) : cells,
    ),
  });

const show = (host: MemoryHost): void =>
  void render(<Pane host={host} checker={createDirectChecker(referential, RULES)} hote="mémoire" version="0.1.0" />);

async function checked(grid = SEED): Promise<{ host: MemoryHost; user: ReturnType<typeof userEvent.setup> }> {
  const host = createMemoryHost([grid], () => STAMP);
  const user = userEvent.setup();
  show(host);
  await user.click(button('Contrôler'));
  await screen.findByText(/à jour/);
  return { host, user };
}

/** No-break spaces count as spaces, here as for who reads. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const named = (name: string | RegExp) => ({
  name: (text: string) => (typeof name === 'string' ? plain(text) === name : name.test(plain(text))),
});
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', named(name));
const textIn = (one: HTMLElement | undefined): string => plain(one?.textContent ?? '');
const findings = (): HTMLElement[] =>
  screen.queryAllByRole('button', { expanded: false }).filter((one) => 'finding' in one.dataset);
const opened = (): HTMLElement => {
  const [head] = screen.getAllByRole('button', { expanded: true });
  if (head === undefined) throw new Error('no finding is open');
  return head;
};
const counts = (): string[] =>
  within(screen.getByRole('group', { name: 'Gravités affichées' }))
    .getAllByRole('button')
    .map((one) => plain(one.getAttribute('aria-label') ?? ''));

afterEach(cleanup);

it('says what it does, checks, and shows the worst finding first', async () => {
  const { host, user } = await checked();
  expect(screen.getByText('42 règles exécutées sur 47 lignes')).toBeTruthy();
  expect(screen.getByText(/Feuille « Annexe » · 46 objectifs · à jour/)).toBeTruthy();
  expect(counts()[0]).toBe('13 erreurs');
  expect(textIn(findings()[0])).toMatch(/^PCOS_AS3_OO1 A40 · erreur/);
  // The pane moved nothing.
  expect(host.revealed()).toEqual([]);
  // 94 placeholders are one line a column.
  await user.type(screen.getByRole('searchbox'), 'partenaire-a-definir');
  await waitFor(() => expect(findings()).toHaveLength(2));
  expect(textIn(findings()[0])).toMatch(/« En cours de définition » sur 47 lignes/);
});

it('opens a finding, shows its cell and its preview, corrects it, and takes it back', async () => {
  const { host, user } = await checked();
  await user.click(findings()[0] as HTMLElement);
  expect(host.revealed()).toEqual([{ sheet: 'Annexe', row: 39, column: 0 }]);
  const preview = screen.getByRole('group', { name: 'Avant, après' });
  expect(textIn(preview)).toBe('avant : PCOS_AS3_OO1 → , après : PCOS_AS2_001');
  await user.click(button('Corriger'));
  await waitFor(() => expect(valueAt(host.grid(), 39, 0)).toBe('PCOS_AS2_001'));
  await screen.findByText('Journal (1)');
  await user.click(button('Journal (1)'));
  await user.click(button(/^Annuler : PCOS_AS3_OO1/));
  await waitFor(() => expect(host.grid().values).toEqual(SEED.values));
});

it('corrects all: the safe part is ticked, the whole plan leaves no double, and undoing gives the very table back', async () => {
  const { host, user } = await checked();
  await user.click(button(/Tout corriger… \(\d+ corrections\)/));
  const boxes = (await screen.findAllByRole<HTMLInputElement>('checkbox')).map(({ checked: ticked }) => ticked);
  expect(boxes).toContain(true);
  expect(boxes).toContain(false);
  expect(host.grid().values).toEqual(SEED.values);
  await user.click(button('Tout cocher'));
  await user.click(button(/^Corriger \((\d+) corrections sur \1\)/));
  await screen.findByText('Journal (1)');
  const refs = host
    .grid()
    .values.map((row) => textOf(row[0] ?? null))
    .filter((ref) => /^P[A-Z]{3}_AS\d+_\d{3}$/.test(ref));
  expect(new Set(refs).size).toBe(refs.length);
  expect(counts()[0]).not.toBe('13 erreurs');
  const done = screen.getByRole('region', { name: 'Dernière correction' });
  expect(textIn(done)).toMatch(/^Tout corriger \(\d+ corrections\) · \d+ cellules modifiées/);
  await user.click(within(done).getByRole('button', named(/^Annuler : Tout corriger/)));
  await waitFor(() => expect(host.grid().values).toEqual(SEED.values));
  expect(screen.queryByRole('region', { name: 'Dernière correction' })).toBeNull();
});

it('works by the keyboard alone: arrows, Entrée twice, Z', async () => {
  const { host, user } = await checked();
  const [first, second] = findings();
  act(() => first?.focus());
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(second);
  await user.keyboard('{ArrowUp}{Enter}');
  expect(textIn(opened())).toMatch(/^PCOS_AS3_OO1/);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(valueAt(host.grid(), 39, 0)).toBe('PCOS_AS2_001'));
  await waitFor(() => expect(textIn(opened())).toMatch(/^PCOS_AS3_OO2/));
  expect(document.activeElement).toBe(opened());
  await user.keyboard('z');
  await waitFor(() => expect(host.grid().values).toEqual(SEED.values));
});

it('accepts with a reason, which is kept in the workbook and falls when the cell changes', async () => {
  const { host, user } = await checked();
  act(() => findings()[0]?.focus());
  await user.keyboard('a');
  await user.click(button('Accepter'));
  expect(screen.getByText(/Le motif manque/)).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: /Motif/ }), 'Numérotation imposée');
  await user.click(button('Accepter'));
  await waitFor(() => expect(counts()[0]).toBe('12 erreurs'));
  expect([...host.texts().values()].join()).toContain('Numérotation imposée');
  act(() => host.change(typed(39, 0, 'PCOS_AS3_009')));
  await waitFor(() => expect(findings().some((one) => /^PCOS_AS3_009.*désigne l’axe 3/.test(textIn(one)))).toBe(true));
  await user.click(screen.getByRole('tab', { name: 'Outils' }));
  await user.click(button(/Constats acceptés/));
  expect(screen.getByText(/1 motif ne s’applique plus/)).toBeTruthy();
  await user.click(button('Remettre dans la liste'));
  await screen.findByText(/Aucun constat accepté/);
});

it('shows both values when a colleague was quicker, and writes only what is asked', async () => {
  const { host, user } = await checked();
  await user.click(findings()[0] as HTMLElement);
  const correct = button('Corriger');
  act(() => {
    host.change(typed(39, 0, 'PCOS_AS2_777'));
    fireEvent.click(correct);
  });
  const conflict = await screen.findByRole('region', { name: 'Conflit' });
  expect(within(conflict).getByText('« PCOS_AS2_777 »')).toBeTruthy();
  expect(within(conflict).getByText('« PCOS_AS3_OO1 »')).toBeTruthy();
  expect(valueAt(host.grid(), 39, 0)).toBe('PCOS_AS2_777');
  await user.click(within(conflict).getByRole('button', { name: 'Prendre la nouvelle valeur' }));
  await waitFor(() => expect(valueAt(host.grid(), 39, 0)).toBe('PCOS_AS2_001'));
  expect(screen.queryByRole('region', { name: 'Conflit' })).toBeNull();
});

it('corrects the right line when a colleague inserted one meanwhile', async () => {
  const { host, user } = await checked();
  await user.click(findings()[0] as HTMLElement);
  const correct = button('Corriger');
  act(() => {
    host.change((grid) => insertLine(grid, 5));
    fireEvent.click(correct);
  });
  await waitFor(() => expect(valueAt(host.grid(), 40, 0)).toBe('PCOS_AS2_001'));
  expect(host.grid().values.filter((row) => row[0] === 'PCOS_AS2_001')).toHaveLength(1);
});

it('says what a colleague corrected', async () => {
  const { host, user } = await checked();
  act(() => host.change(typed(39, 0, 'PCOS_AS2_001')));
  await screen.findByText('Journal (1)');
  await user.click(button('Journal (1)'));
  expect(screen.getByText('Corrigé ailleurs : PCOS_AS3_OO1')).toBeTruthy();
  expect(screen.queryByRole('button', named(/^Annuler/))).toBeNull();
});

it('says what a colleague corrected while they inserted, sorted and deleted lines', async () => {
  const { host, user } = await checked();
  act(() =>
    host.change((grid) => {
      const { values } = insertLine(typed(39, 0, 'PCOS_AS2_001')(grid), 5);
      // Two lines change places, and an empty one goes.
      const [first = [], second = []] = [values[40], values[41]];
      const moved = [...values.slice(0, 40), second, first, ...values.slice(42)];
      return { ...grid, values: moved.filter((_, row) => row !== 2) };
    }),
  );
  await screen.findByText('Journal (1)');
  await user.click(button('Journal (1)'));
  expect(screen.getByText('Corrigé ailleurs : PCOS_AS3_OO1')).toBeTruthy();
  expect(screen.getByText(/· 1 cellule$/)).toBeTruthy();
  await user.click(button('Détail'));
  expect(textIn(screen.getByRole('main'))).toContain('PCOS_AS3_OO1');
});

it('says nothing of the kind when lines only moved', async () => {
  const { host } = await checked();
  act(() => host.change((grid) => insertLine(grid, 5)));
  await screen.findAllByText(/A41 · erreur/);
  expect(screen.getByText('Journal (0)')).toBeTruthy();
});

it('shows the row of the cell, with what may be added and why', async () => {
  const { host, user } = await checked();
  await user.click(screen.getByRole('tab', { name: 'Ligne' }));
  expect(screen.getByText(/Choisissez une cellule/)).toBeTruthy();
  act(() => host.select({ sheet: 'Annexe', row: 67, column: 2 }));
  await screen.findByRole('heading', named('Ligne 68 · PCOS_AS7_003'));
  const region = screen.getByRole('region', { name: 'Suggestions' });
  expect(textIn(region)).toMatch(/fois sur \d+ dans cette annexe/);
  const before = textOf(valueAt(host.grid(), 67, 2));
  await user.click(within(region).getAllByRole('button', named(/^Ajouter/))[0] as HTMLElement);
  await waitFor(() => expect(textOf(valueAt(host.grid(), 67, 2))).toMatch(new RegExp(`^${before}\\s+\\d{3}`)));
  await user.click(button('Ligne suivante, 69'));
  await screen.findByRole('heading', named(/Ligne 69/));
});

it('measures coverage with its denominator, and follows what is typed', async () => {
  const { host, user } = await checked();
  await user.click(screen.getByRole('tab', { name: 'Couverture' }));
  await screen.findByText('41,3 %');
  expect(screen.getByText(/19 objectifs sur 46/)).toBeTruthy();
  expect(screen.getByText('10/23 · 43,5 %')).toBeTruthy();
  expect(screen.getByText('Sans indicateur — 27')).toBeTruthy();
  act(() => host.change(typed(8, 6, 'Nombre de bénéficiaires')));
  await screen.findByText(/20 objectifs sur 46/);
  await user.selectOptions(screen.getByLabelText('Champ mesuré'), 'cible');
  await screen.findByText(/3 objectifs sur 46/);
  expect(screen.queryByRole('button', { name: 'Insérer la formule' })).toBeNull();
});

it('filters by severity and by words, and says what is hidden', async () => {
  const { user } = await checked();
  await user.type(screen.getByRole('searchbox'), 'DRPJJ');
  await waitFor(() => expect(findings().length).toBeLessThan(10));
  await user.clear(screen.getByRole('searchbox'));
  await user.type(screen.getByRole('searchbox'), 'zzz');
  await screen.findByText(/Aucun constat pour « zzz »/);
  await user.click(button('Tout afficher'));
  await waitFor(() => expect(findings().length).toBeGreaterThan(10));
  await user.click(button('13 erreurs'));
  await waitFor(() => expect(findings().some((one) => /· erreur/.test(textIn(one)))).toBe(false));
});

it('says that a sheet is no annexe, what was looked for, and the ways on', async () => {
  const host = createMemoryHost([
    gridOf([['Budget', 'Service', 'BOP']]),
    { ...SEED, origin: { ...SEED.origin, sheet: 'La bonne' } },
  ]);
  const user = userEvent.setup();
  show(host);
  await user.click(button('Contrôler'));
  await screen.findByText('Cette feuille n’est pas une annexe');
  expect(screen.getByText(/Mots compris : « Service » et « BOP »/)).toBeTruthy();
  expect(button('Importer un texte')).toBeTruthy();
  expect(button('Nouvelle annexe')).toBeTruthy();
  await user.click(button('La bonne'));
  await screen.findByText(/Feuille « La bonne » · 46 objectifs/);
});

it('says that nothing is wrong, with what was checked', async () => {
  const header = [
    'Réf',
    'Objectif opérationnel',
    'BOP',
    'Service',
    'Collectivité',
    'Signataire',
    'Indicateur',
    'Valeur cible',
  ];
  const row = ['PCOS_AS1_001', 'Agir', '147', 'DDCSPP', 'Ville', 'CAF', 'Taux de réponse', '50 %'];
  await checked(gridOf([header, ['Pilier Cohésion sociale'], ['Axe stratégique 1 : Santé'], row]));
  expect(
    within(screen.getByRole('main')).getByText(/^Aucune anomalie : \d+ règles ont contrôlé 1 ligne\.$/),
  ).toBeTruthy();
});

it.each([
  [
    'the host’s own sentence',
    new HostFailure('Hors ligne : la feuille ne répond pas.', 'Rétablissez la connexion.'),
    'Hors ligne : la feuille ne répond pas.',
  ],
  ['a defect of ours', new TypeError('x is undefined'), 'Erreur interne : le contrôle n’a pas été fait.'],
])('shows %s, and a way to try again', async (_what, error, sentence) => {
  const host = createMemoryHost([SEED]);
  let failing = true;
  const read: MemoryHost['read'] = (where) => (failing ? Promise.reject(error) : host.read(where));
  const user = userEvent.setup();
  show({ ...host, read });
  await user.click(button('Contrôler'));
  expect(await screen.findByRole('heading', named(sentence))).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Copier le diagnostic' }) !== null).toBe(error instanceof TypeError);
  failing = false;
  await user.click(button('Recommencer'));
  await screen.findByText(/à jour/);
});
