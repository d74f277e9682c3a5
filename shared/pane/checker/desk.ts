import { countLignes } from '../../annexe';
import {
  acceptanceOf,
  isSession,
  openSession,
  type Acceptance,
  type Accord,
  type Diagnostic,
  type Gravite,
  type Rule,
  type Session,
} from '../../lint';
import { createPairing, type Pairing } from '../../pairing';
import type { Millesime, Referential } from '../../referential';
import { formatAddress, type Grid, type MarkedCell, type Merge, type Scalar } from '../../sheet';
import { squeeze } from '../../text';
import { coverageView } from './coverageView';
import { entriesOf, type Entry } from './entries';
import { idOf } from './findingId';
import { marksOf } from './marks';
import { findingPage } from './findings';
import { planView } from './plan';
import { regleViews } from './regles';
import { rowCard } from './rowCard';
import type {
  Bilan,
  CellChange,
  CoverageQuery,
  CoverageView,
  FindingPage,
  FindingQuery,
  Ouverture,
  PlanView,
  RegleView,
  RowCard,
  Trace,
} from './views';

/** What a check starts with; the rows follow in slices. */
export interface Start {
  readonly origin: Grid['origin'];
  readonly merges: readonly Merge[];
  readonly millesime: Millesime;
  readonly acceptances: readonly Acceptance[];
}

export interface Slice {
  readonly values: readonly (readonly Scalar[])[];
  readonly formulas: readonly (readonly [number, readonly string[]])[];
}

/** One sheet under check, asked in plain data. Synchronous: what makes it wait or travel is around it. */
export interface Desk {
  begin(start: Start): void;
  add(slice: Slice): void;
  /** Reads and checks the rows added so far; `partiel` when more will come. */
  check(partiel: boolean): Ouverture;
  edit(changes: readonly CellChange[]): Ouverture;
  /** The findings of each of these rows of the sheet, in short. */
  traces(rows: readonly number[]): Trace[][];
  setAcceptances(list: readonly Acceptance[]): Ouverture;
  /** The acceptance of a finding, to be kept by the caller; null when the finding is gone. */
  accept(id: string, accord: Accord): Acceptance | null;
  findings(query: FindingQuery): FindingPage;
  plan(): PlanView;
  card(sheetRow: number): RowCard | null;
  coverage(query: CoverageQuery): CoverageView;
  /** The rules that were run, in the order of the catalogue. */
  regles(): RegleView[];
  /** The cells that have findings, each once, with its gravest. */
  marks(): MarkedCell[];
}

/** Rows above which the plan is made only when somebody asks. */
const MOST_PLANNED = 2000;

export function createDesk(referential: Referential, rules: readonly Rule[]): Desk {
  let start: Start = { origin: { sheet: '', row: 0, column: 0 }, merges: [], millesime: 2015, acceptances: [] };
  let values: (readonly Scalar[])[] = [];
  let formulas = new Map<number, readonly string[]>();
  let acceptances: readonly Acceptance[] = [];
  let current: Session | null = null;
  let partiel = false;
  let entries: readonly Entry[] | null = null;
  let pairing: { readonly of: object; readonly made: Pairing } | null = null;

  function session(): Session {
    if (current === null) throw new Error('nothing was checked yet');
    return current;
  }

  const counted = (): readonly Entry[] => (entries ??= entriesOf(session(), rules, acceptances));

  function pairingNow(): Pairing {
    const annexe = session().annexe();
    if (pairing?.of !== annexe) {
      pairing = { of: annexe, made: createPairing(annexe, referential, session().millesime) };
    }
    return pairing.made;
  }

  function bilan(): Bilan {
    const open = session();
    const annexe = open.annexe();
    const resume: Record<Gravite, number> = { erreur: 0, avertissement: 0, info: 0 };
    let acceptes = 0;
    for (const entry of counted()) {
      if (entry.acceptance === null) resume[entry.gravite]++;
      else acceptes++;
    }
    const planned = !partiel && annexe.kinds.length <= MOST_PLANNED;
    return {
      feuille: annexe.grid.origin.sheet,
      millesime: open.millesime,
      ...countLignes(annexe),
      resume,
      acceptes,
      executees: open.executed(),
      nonExecutees: open.notExecuted(),
      corrigeables: planned ? planView(open, rules, counted()).steps.length : null,
      partiel,
    };
  }

  function edit(changes: readonly CellChange[]): Ouverture {
    const open = session();
    const { row: top, column: left } = open.annexe().grid.origin;
    for (const { at, value } of changes) open.edit(at.row - top, at.column - left, value);
    for (const row of new Set(changes.map(({ at }) => at.row - top)))
      if (pairing?.of === open.annexe()) pairing.made.update(row);
    entries = null;
    return open.lost() ?? bilan();
  }

  /** The finding is named by the reference as it is written, else by its cell. */
  function traceOf({ rule, at, ref }: Diagnostic): Trace {
    return { rule, column: at.column, nom: squeeze(ref) || formatAddress(at.cell.row, at.cell.column) };
  }

  return {
    begin(given) {
      start = given;
      values = [];
      formulas = new Map();
      acceptances = given.acceptances;
    },
    add(slice) {
      for (const [row, cells] of slice.formulas) formulas.set(row, cells);
      for (const row of slice.values) values.push(row);
    },
    check(more) {
      const { origin, merges, millesime } = start;
      const opened = openSession({ origin, values, formulas, merges }, { referential, rules, millesime });
      entries = null;
      pairing = null;
      partiel = more;
      if (!isSession(opened)) return opened;
      current = opened;
      return bilan();
    },
    edit,
    traces: (rows) =>
      rows.map((row) =>
        session()
          .diagnosticsOf(row - session().annexe().grid.origin.row)
          .map(traceOf),
      ),
    setAcceptances(list) {
      acceptances = list;
      entries = null;
      return session().lost() ?? bilan();
    },
    accept(id, accord) {
      const annexe = session().annexe();
      const row = Number(id.split('|')[1]) - annexe.grid.origin.row;
      const all = [...session().diagnosticsOf(row), ...session().tableDiagnostics()];
      const found = all.find((one) => idOf(one) === id);
      return found === undefined ? null : acceptanceOf(annexe, found, accord);
    },
    findings: (query) => findingPage({ session: session(), rules, acceptances }, counted(), query),
    plan: () => planView(session(), rules, counted()),
    card: (row) => rowCard({ session: session(), rules, acceptances }, pairingNow, row),
    coverage: (query) => coverageView(session(), query),
    regles: () => regleViews(rules, session().executed()),
    marks: () => marksOf(session().annexe(), counted()),
  };
}
