import { defineRowRule, isSession, openSession, planRepair, type Session } from '../../shared/lint';
import { gridOf } from '../../shared/sheet';
import { referential } from '../referential/referential-seed';

/** A rule that offers a choice wherever the services are "A", else one way. */
const rule = defineRowRule({
  id: 'au-choix',
  severity: 'avertissement',
  needs: ['service'],
  columns: ['service'],
  on: 0,
  summary: 'Un choix.',
  why: 'Pour voir.',
  messages: { choix: () => 'Choisissez.' },
  check(row, report) {
    const { texte } = row.service;
    if (texte !== 'A' && texte !== 'B') return;
    const to = (set: string) => ({ label: set, safety: 'sure' as const, edits: [{ column: 'service' as const, set }] });
    report('service', () => ({ message: 'choix', fixes: texte === 'A' ? [to('C'), to('D')] : [to('E')] }));
  },
  examples: { valid: [], invalid: [] },
});

function open(): Session {
  const header = ['Réf', 'Objectif opérationnel', 'BOP', 'Service'];
  const grid = gridOf([header, ['PCOS_AS1_001', 'Agir', 147, 'A'], ['PCOS_AS1_002', 'Agir', 147, 'B']]);
  const session = openSession(grid, { referential, rules: [rule], millesime: 2015 });
  if (!isSession(session)) throw new Error('no annexe');
  return session;
}

it('leaves to the agent what can be done in two ways', () => {
  expect(
    open()
      .diagnostics()
      .map(({ fixes }) => fixes.length),
  ).toEqual([2, 1]);
  const { steps, left } = planRepair(open());
  expect(steps.map(({ label }) => label)).toEqual(['E']);
  expect(left).toBe(1);
});
