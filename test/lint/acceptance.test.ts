import {
  acceptanceOf,
  acceptedBy,
  parseAcceptances,
  printAcceptances,
  withAcceptance,
  withoutAcceptance,
  type Diagnostic,
  type Session,
} from '../../shared/lint';
import { insertLine } from '../../shared/sheet';
import { SEED_TXT, check } from './seed';

const ACCORD = { motif: '  Numérotation   imposée ', who: 'Agent', when: '1er janvier' };
const annexeOf = (session: Session) => session.annexe();
const session = check(SEED_TXT);
const all = session.diagnostics();
const onBop = all.find(({ at, ref }) => at.column === 'service' && ref !== '') as Diagnostic;
const onRef = all.find(({ at }) => at.column === 'ref') as Diagnostic;

it.each([
  ['another column', onBop],
  ['the reference itself', onRef],
])('accepts the finding on %s, and no other', (_what, found) => {
  const acceptance = acceptanceOf(annexeOf(session), found, ACCORD);
  expect(acceptance.motif).toBe('Numérotation imposée');
  const accepted = all.filter((one) => acceptedBy([acceptance], annexeOf(session), one));
  expect(accepted).toEqual([found]);
});

it('stands when lines move, and when other cells of the line change', () => {
  const acceptance = acceptanceOf(annexeOf(session), onBop, ACCORD);
  const moved = check(insertLine(SEED_TXT, onBop.at.cell.row));
  moved.edit(onBop.at.cell.row + 1, annexeOf(moved).columns.indicateur, 'Nombre de suivis');
  const found = moved.diagnosticsOf(onBop.at.cell.row + 1).filter(({ rule }) => rule === onBop.rule);
  expect(found.map((one) => acceptedBy([acceptance], annexeOf(moved), one))).toEqual([acceptance]);
});

it('comes back when the cell changes', () => {
  const acceptance = acceptanceOf(annexeOf(session), onRef, ACCORD);
  const changed = { ...onRef, value: `${String(onRef.value)}9` };
  expect(acceptedBy([acceptance], annexeOf(session), changed)).toBeUndefined();
});

it('is kept once, taken out, and survives its text', () => {
  const acceptance = acceptanceOf(annexeOf(session), onRef, ACCORD);
  const list = withAcceptance(withAcceptance([], acceptance), { ...acceptance, motif: 'Autre' });
  expect(list.map(({ motif }) => motif)).toEqual(['Autre']);
  expect(parseAcceptances(printAcceptances(list))).toEqual(list);
  expect(withoutAcceptance(list, acceptance)).toEqual([]);
});

it.each([null, '', 'x', '{}', '[1]', '{"acceptances":[{"rule":1}]}'])('reads %s as nothing', (text) => {
  expect(parseAcceptances(text)).toEqual([]);
});
