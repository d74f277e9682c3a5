import { mergeJournals, parseJournal, printJournal, isUndone, type Journal, type Step } from '../../shared/sheet';

const step = (id: number, label: string, more: Partial<Step> = {}): Step => ({
  id,
  label,
  when: '25/11/2026 09:00',
  who: '',
  edits: [{ at: { sheet: 'Annexe', row: id, column: 0 }, expect: 'a', set: label, row: ['a'] }],
  refused: [],
  undoes: null,
  ailleurs: false,
  ...more,
});
const journal = (...steps: Step[]): Journal => ({ steps });
const labels = ({ steps }: Journal): string[] => steps.map(({ label }) => label);

it('comes back from its text', () => {
  const before = journal(step(1, 'A'), step(2, 'Annuler : A', { undoes: 1 }));
  expect(parseJournal(printJournal(before))).toEqual(before);
});

it.each([null, '', '{', '[]', '{"steps":3}', '{"steps":[{"id":1}]}'])('reads %p as an empty journal', (text) => {
  expect(parseJournal(text)).toEqual({ steps: [] });
});

it('leaves out a step that is none, and keeps the others', () => {
  const damaged = { ...step(2, 'B'), edits: [{ at: { sheet: 'Annexe', row: -1, column: 0 } }] };
  const text = JSON.stringify({ version: 1, steps: [step(1, 'A'), damaged, step(3, 'C')] });
  expect(labels(parseJournal(text))).toEqual(['A', 'C']);
});

it('keeps the newest steps that fit, never one that does not, never what somebody else did', () => {
  const long = step(3, 'long', { who: 'x'.repeat(2000) });
  const all = journal(step(1, 'A'), step(2, 'B'), long, step(4, 'ailleurs', { ailleurs: true }), step(5, 'C'));
  const two = 2 * JSON.stringify(step(1, 'A')).length + 10;
  expect(labels(parseJournal(printJournal(all, two)))).toEqual(['B', 'C']);
  expect(labels(parseJournal(printJournal(all)))).toEqual(['A', 'B', 'long', 'C']);
});

it('merges what a colleague noted with what was done here, each once', () => {
  const shared = step(1, 'A');
  const merged = mergeJournals(journal(shared, step(2, 'ours')), journal(shared, step(2, 'theirs')));
  expect(labels(merged)).toEqual(['theirs', 'A', 'ours']);
  expect(new Set(merged.steps.map(({ id }) => id)).size).toBe(3);
  expect(mergeJournals(merged, merged)).toBe(merged);
});

it('follows what a step takes back when steps are numbered again', () => {
  const ours = journal(step(1, 'A'), step(2, 'Annuler : A', { undoes: 1 }));
  const merged = mergeJournals(ours, journal(step(1, 'B'), step(2, 'Annuler : B', { undoes: 1 })));
  const undone = merged.steps.filter(({ id }) => isUndone(merged, id)).map(({ label }) => label);
  expect(undone).toEqual(['B', 'A']);
});

it('knows that a colleague took a step of ours back', () => {
  const ours = journal(step(1, 'A'));
  const merged = mergeJournals(
    ours,
    journal(step(7, 'A', { edits: ours.steps[0]?.edits ?? [] }), step(8, 'Annuler : A', { undoes: 7 })),
  );
  const mine = merged.steps.find(({ label }) => label === 'A');
  expect(isUndone(merged, mine?.id ?? 0)).toBe(true);
});

it('leaves our numbers as they are when a colleague’s steps come before ours', () => {
  const ours = journal(step(1, 'A'), step(2, 'B'));
  const merged = mergeJournals(ours, journal(step(1, 'C'), step(2, 'Annuler : C', { undoes: 1 })));
  expect(merged.steps.map(({ id, label, undoes }) => [id, label, undoes])).toEqual([
    [3, 'C', null],
    [4, 'Annuler : C', 3],
    [1, 'A', null],
    [2, 'B', null],
  ]);
});

it.each([
  ['itself', [1]],
  ['each other', [2, 1]],
  ['one that takes itself back', [1, 1]],
])('takes nothing back with undoings that take back %s', (_what, undoes) => {
  const steps = undoes.map((undone, index) => step(index + 1, `pas ${index}`, { undoes: undone }));
  const merged = mergeJournals({ steps: [] }, parseJournal(JSON.stringify({ version: 1, steps })));
  expect(merged.steps.map(({ id }) => isUndone(merged, id))).toEqual(undoes.map(() => false));
});

it('tells two equal steps of one minute apart', () => {
  const twice = journal(step(1, 'A'), step(2, 'A', { edits: step(1, 'A').edits }));
  expect(mergeJournals(twice, journal(step(1, 'A'))).steps).toHaveLength(2);
});
