import { reduce, type Action } from '../../shared/pane/state/reducer';
import { INITIAL, PAGE, type PaneState } from '../../shared/pane/state/state';
import { safeTicks, toggleTick } from '../../shared/pane/controle/planTicks';
import type { Bilan, Finding, FindingPage, PlanView } from '../../shared/pane/checker/views';

const BILAN: Bilan = {
  feuille: 'Annexe',
  millesime: 2015,
  lignes: 47,
  objectifs: 46,
  resume: { erreur: 1, avertissement: 0, info: 0 },
  acceptes: 0,
  executees: ['ref-lettre'],
  nonExecutees: [],
  corrigeables: 1,
  partiel: false,
};
const finding = (id: string): Finding => ({
  id,
  rule: 'ref-lettre',
  gravite: 'erreur',
  cell: { sheet: 'Annexe', row: 1, column: 0 },
  adresse: 'A2',
  ref: 'PDEE_AS1_OO1',
  colonne: 'Réf',
  column: 'ref',
  valeur: '',
  message: '',
  liees: [],
  nombreLiees: 0,
  corrections: [],
  resume: '',
  pourquoi: '',
  source: null,
  acceptance: null,
});
const page = (...ids: string[]): FindingPage => ({
  groups: [{ key: 's', titre: 'Axe', total: ids.length, findings: ids.map(finding) }],
  shown: ids.length,
  total: ids.length,
});
const after = (...actions: Action[]): PaneState => actions.reduce(reduce, INITIAL);

it('goes from reading to the result, and is fresh again', () => {
  const state = after(
    { type: 'perimee' },
    { type: 'verification', done: 1, total: 2 },
    { type: 'ouverture', ouverture: BILAN },
  );
  expect([state.phase.kind, state.stale, state.bilan]).toEqual(['pret', false, BILAN]);
});

it('forgets the findings of a sheet that is no annexe, and of a check that was stopped', () => {
  const lost: Action = { type: 'ouverture', ouverture: { kind: 'pas-une-annexe', raison: 'vide', compris: [] } };
  for (const last of [lost, { type: 'interrompu' } as const]) {
    const state = after(
      { type: 'ouverture', ouverture: BILAN },
      { type: 'page', page: page('a') },
      { type: 'plan', plan: { steps: [], reste: 0 } },
      last,
    );
    expect([state.bilan, state.page, state.plan]).toEqual([null, null, null]);
  }
});

it('keeps a finding open for as long as it is in the list', () => {
  const state = after({ type: 'page', page: page('a', 'b') }, { type: 'constat', id: 'b' });
  expect(reduce(state, { type: 'page', page: page('b', 'c') }).opened).toBe('b');
  expect(reduce(state, { type: 'page', page: page('c') }).opened).toBeNull();
});

it('moves the focus only for what the agent does', () => {
  expect(after({ type: 'constat', id: 'a' }).focus).toBeNull();
  expect(after({ type: 'constat', id: 'a', focus: true }).focus).toBe('a');
});

it('puts severities out and in again, never the last one', () => {
  const only = after({ type: 'gravite', gravite: 'info' }, { type: 'gravite', gravite: 'avertissement' });
  expect(only.query.gravites).toEqual(['erreur']);
  expect(reduce(only, { type: 'gravite', gravite: 'erreur' }).query.gravites).toEqual(['erreur']);
  expect(reduce(only, { type: 'gravite', gravite: 'info' }).query.gravites).toEqual(['erreur', 'info']);
});

it('begins a new search at its first page', () => {
  const state = after({ type: 'demande', query: { limite: 500 } }, { type: 'demande', query: { texte: 'x' } });
  expect(state.query).toMatchObject({ texte: 'x', limite: PAGE });
});

describe('the ticks of the plan', () => {
  const step = (safety: 'sure' | 'a-confirmer', ...suit: number[]): PlanView['steps'][number] => ({
    rules: ['r'],
    label: '',
    edits: [],
    ref: '',
    safety,
    suit,
  });
  const steps = [step('sure'), step('a-confirmer'), step('a-confirmer', 1), step('sure', 1)];

  it('are at first those that are safe and rest on safe ones', () => {
    expect([...safeTicks(steps)]).toEqual([0]);
  });

  it('take what a step rests on, and drop what rests on it', () => {
    const ticked = toggleTick(steps, safeTicks(steps), 2);
    expect([...ticked].sort()).toEqual([0, 1, 2]);
    expect([...toggleTick(steps, ticked, 1)]).toEqual([0]);
  });
});
