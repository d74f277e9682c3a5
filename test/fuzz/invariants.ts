import { isDeepStrictEqual } from 'node:util';
import { Kind, cellText, eachObjectif, finOf, parseIndicateur, type Annexe } from '../../shared/annexe';
import { couverture } from '../../shared/coverage';
import {
  GRAVITES,
  describe as tell,
  isSession,
  openSession,
  planRepair,
  type Diagnostic,
  type Session,
} from '../../shared/lint';
import type { Millesime } from '../../shared/referential';
import { RULES } from '../../shared/rules';
import { formulaAt, printRow, sameValue, valueAt, type Grid } from '../../shared/sheet';
import { referential } from '../referential/referential-seed';
import { anyCell, wordOfTheField } from './cells';
import type { Chance } from './chance';

export const open = (grid: Grid, millesime: Millesime): ReturnType<typeof openSession> =>
  openSession(grid, { referential, rules: RULES, millesime });

/** What must hold of any grid, whatever is in it. Empty when all holds; else what does not, to be read by whoever mends it. */
export function complaintsOf(grid: Grid, millesime: Millesime): string[] {
  const session = open(grid, millesime);
  if (!isSession(session)) return JSON.stringify(session).includes('undefined') ? ['an unclear refusal'] : [];
  const found = session.diagnostics();
  return [
    ...countComplaints(session, found),
    ...found.flatMap((diagnostic) => diagnosticComplaints(grid, diagnostic)),
    ...coverageComplaints(session.annexe(), millesime),
  ];
}

/** The figures that are kept and the findings that are told are the same ones. */
function countComplaints(session: Session, found: readonly Diagnostic[]): string[] {
  const complaints: string[] = [];
  const resume = session.resume();
  for (const gravite of GRAVITES) {
    const told = found.filter(({ severity }) => severity === gravite).length;
    if (told !== resume[gravite]) complaints.push(`${gravite}: ${resume[gravite]} counted, ${told} told`);
  }
  const table = new Set(session.tableDiagnostics().map(({ rule }) => rule));
  const { row: top } = session.annexe().grid.origin;
  for (const { id } of RULES) {
    const told = found.filter(({ rule }) => rule === id);
    if (told.length !== session.countOf(id))
      complaints.push(`${id}: ${session.countOf(id)} counted, ${told.length} told`);
    const rows = table.has(id) ? [] : [...new Set(told.map(({ at }) => at.cell.row - top))];
    if (!isDeepStrictEqual(rows, session.rowsWithFindings(id))) complaints.push(`${id}: not the rows that were told`);
  }
  const places = found.map(({ rule, at }) => `${rule} ${at.cell.row} ${at.column}`);
  if (new Set(places).size < places.length) complaints.push('two findings of a rule on a cell');
  return complaints;
}

/** A finding is plain data, told in French, and its fixes can be made. */
function diagnosticComplaints(grid: Grid, diagnostic: Diagnostic): string[] {
  const complaints: string[] = [];
  const sentence = tell(diagnostic, RULES);
  if (/undefined|NaN|\[object/.test(withoutQuotes(sentence)) || sentence.length < 20)
    complaints.push(`told as: ${sentence}`);
  if (!isPlain(diagnostic)) complaints.push('lost in JSON');
  for (const { label, edits } of diagnostic.fixes) {
    if (edits.length === 0 || /undefined|NaN|\[object/.test(withoutQuotes(label)))
      complaints.push(`an empty fix: ${label}`);
    for (const { at, expect, set, row } of edits) {
      const [line, column] = [at.row - grid.origin.row, at.column - grid.origin.column];
      if (at.sheet !== grid.origin.sheet || line < 0 || line >= grid.values.length || column < 0)
        complaints.push(`a fix outside the sheet: ${label}`);
      if (!sameValue(valueAt(grid, line, column), expect))
        complaints.push(`a fix that expects something else: ${label}`);
      if (formulaAt(grid, line, column) !== '') complaints.push(`a fix over a formula: ${label}`);
      if (sameValue(expect, set)) complaints.push(`a fix that changes nothing: ${label}`);
      if (!isDeepStrictEqual(printRow(grid, line), row)) complaints.push(`a fix for another row: ${label}`);
    }
  }
  return complaints.map(
    (complaint) => `${diagnostic.rule} ${JSON.stringify(diagnostic.value)?.slice(0, 90)}: ${complaint}`,
  );
}

/** Comes back the same from JSON: quicker than to make the journey for each of a hundred million findings. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean';
  if (value === null) return true;
  if (Array.isArray(value)) return Array.from(value, isPlain).every(Boolean);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}

/** What is quoted comes from the sheet: anything may stand there. */
const withoutQuotes = (sentence: string): string => sentence.replace(/«[^«]*?»/g, '');

/** Coverage is what a walk over the cells themselves counts. */
function coverageComplaints(annexe: Annexe, millesime: Millesime): string[] {
  const measured = couverture(annexe, referential, { millesime });
  if ('kind' in measured) return annexe.columns.indicateur < 0 ? [] : [measured.message];
  let objectifs = 0;
  let couverts = 0;
  eachObjectif(annexe, (tete) => {
    objectifs++;
    for (let row = tete; row < finOf(annexe, tete); row++) {
      if (annexe.kinds[row] !== Kind.objectif && annexe.kinds[row] !== Kind.suite) continue;
      if (parseIndicateur(cellText(annexe, row, 'indicateur')).etat !== 'reel') continue;
      couverts++;
      break;
    }
  });
  return measured.couverts === couverts && measured.objectifs === objectifs
    ? []
    : [`coverage: ${measured.couverts}/${measured.objectifs}, ${couverts}/${objectifs} by hand`];
}

/** Random edits end in the same state as opening the edited sheet. */
export function editComplaints(grid: Grid, millesime: Millesime, edits: number, chance: Chance): string[] {
  const session = open(grid, millesime);
  if (!isSession(session)) return [];
  const made: string[] = [];
  for (let left = edits; left > 0; left--) {
    const { values } = session.annexe().grid;
    const row = chance.int(values.length + 1);
    const column = chance.int(Math.max(9, values[row]?.length ?? 0));
    const value = chance.once(3)
      ? anyCell(chance)
      : chance.once(2)
        ? wordOfTheField(chance)
        : valueFrom(values, chance, column);
    made.push(JSON.stringify([row, column, value]).slice(0, 200));
    session.edit(row, column, value);
  }
  return sameAsFresh(session).map((complaint) => `${complaint} after ${made.join(' ')}`);
}

function valueFrom(values: Grid['values'], chance: Chance, column: number): Grid['values'][number][number] {
  return values[chance.int(values.length)]?.[column] ?? null;
}

export function sameAsFresh(session: Session): string[] {
  const { grid } = session.annexe();
  const again = open({ ...grid, values: grid.values.map((row) => row.slice()) }, session.millesime);
  if (session.lost() !== null || !isSession(again))
    return session.lost() !== null && !isSession(again) ? [] : ['lost for one, an annexe for the other'];
  return pictureOf(session) === pictureOf(again) ? [] : ['incremental is not fresh'];
}

const pictureOf = (session: Session): string =>
  JSON.stringify([
    session.resume(),
    session.executed().map((rule) => [rule, session.countOf(rule), session.rowsWithFindings(rule)]),
    session.diagnostics(),
  ]);

/** A plan of safe fixes leaves nothing safe to do, changes no formula, and adds no fault. */
export function planComplaints(grid: Grid, millesime: Millesime): string[] {
  const scratch = open(grid, millesime);
  if (!isSession(scratch)) return [];
  const faults = scratch.resume().erreur;
  const { steps } = planRepair(scratch, true);
  const complaints = scratch.resume().erreur > faults ? [`the safe plan adds faults: ${labels(steps)}`] : [];
  for (const { at } of steps.flatMap(({ edits }) => edits)) {
    if (formulaAt(grid, at.row - grid.origin.row, at.column - grid.origin.column) !== '')
      complaints.push('the plan writes over a formula');
  }
  const again = open(scratch.annexe().grid, millesime);
  const left = isSession(again) ? planRepair(again, true).steps : [];
  return left.length === 0 ? complaints : [...complaints, `safe fixes are left after the safe plan: ${labels(left)}`];
}

const labels = (steps: readonly { readonly rules: readonly string[]; readonly label: string }[]): string =>
  steps.map(({ rules, label }) => `${rules.join()}: ${label}`).join(' | ');
