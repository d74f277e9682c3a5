import type { Gravite, Acceptance } from '../../lint';
import type { CellRef, Conflict } from '../../sheet';
import type {
  Bilan,
  CoverageQuery,
  CoverageView,
  FindingPage,
  FindingQuery,
  Ouverture,
  RowCard,
} from '../checker/views';
import { isBilan } from '../checker/views';
import { PAGE, type Litige, type Outil, type PaneState, type Tab } from './state';

/** What commands and the agent tell the pane. */
export type Action =
  | { readonly type: 'verification'; readonly done: number; readonly total: number }
  | { readonly type: 'partiel'; readonly bilan: Bilan }
  | { readonly type: 'interrompu' }
  | { readonly type: 'ouverture'; readonly ouverture: Ouverture }
  | { readonly type: 'perimee' }
  | { readonly type: 'page'; readonly page: FindingPage }
  | { readonly type: 'constat'; readonly id: string | null; readonly focus?: boolean }
  | { readonly type: 'accepter'; readonly id: string | null }
  | { readonly type: 'acceptes'; readonly acceptances: readonly Acceptance[] }
  | { readonly type: 'tranche'; readonly conflict: Conflict }
  | { readonly type: 'annonce'; readonly texte: string }
  | Replacing;

/** Those that only put one thing in the place of another. */
type Replacing =
  | { readonly type: 'onglet'; readonly tab: Tab }
  | { readonly type: 'outil'; readonly outil: Outil | null }
  | { readonly type: 'demande'; readonly query: Partial<FindingQuery> }
  | { readonly type: 'gravite'; readonly gravite: Gravite }
  | { readonly type: 'selection'; readonly at: CellRef }
  | { readonly type: 'carte'; readonly card: RowCard | null }
  | { readonly type: 'mesure'; readonly query: Partial<CoverageQuery> }
  | { readonly type: 'couverture'; readonly coverage: CoverageView }
  | { readonly type: 'diagnostic'; readonly lignes: readonly string[] }
  | Setting<
      | 'plan'
      | 'preparation'
      | 'journal'
      | 'litige'
      | 'alerte'
      | 'masquee'
      | 'feuilles'
      | 'outils'
      | 'fait'
      | 'regles'
      | 'cadre'
    >;

/** Bears the part of the state that it replaces, under its own name. */
type Setting<Part extends keyof PaneState> = {
  readonly [P in Part]: { readonly type: P } & Pick<PaneState, P>;
}[Part];

/** The next state of the pane. All that is asked of a host or of the check happens in the commands, never here. */
export function reduce(state: PaneState, action: Action): PaneState {
  switch (action.type) {
    case 'verification':
      return { ...state, phase: { kind: 'verification', done: action.done, total: action.total }, alerte: null };
    case 'partiel':
      return { ...state, bilan: action.bilan };
    case 'interrompu':
      return { ...state, phase: { kind: 'interrompu' }, bilan: null, page: null, plan: null };
    case 'ouverture':
      return opened(state, action.ouverture);
    case 'perimee':
      return { ...state, stale: true };
    case 'page':
      return paged(state, action.page);
    case 'constat': {
      const focus = action.focus === true ? action.id : state.focus;
      return { ...state, opened: action.id, accepting: null, focus };
    }
    case 'accepter':
      return { ...state, accepting: action.id, opened: action.id ?? state.opened };
    case 'acceptes':
      return { ...state, acceptances: action.acceptances, accepting: null };
    case 'tranche':
      return { ...state, litige: without(state.litige, action.conflict) };
    case 'annonce':
      return { ...state, annonce: { texte: action.texte, numero: state.annonce.numero + 1 } };
    default:
      return { ...state, ...replaced(state, action) };
  }
}

function replaced({ query, coverageQuery }: PaneState, action: Replacing): Partial<PaneState> {
  switch (action.type) {
    case 'onglet':
      return { tab: action.tab, outil: null, fait: null };
    case 'outil':
      return { tab: 'outils', outil: action.outil };
    case 'demande':
      return { query: { ...query, limite: PAGE, ...action.query } };
    case 'gravite':
      return { query: { ...query, limite: PAGE, gravites: toggled(query.gravites, action.gravite) } };
    case 'selection':
      return { selection: action.at };
    case 'carte':
      return { card: action.card };
    case 'mesure':
      return { coverageQuery: { ...coverageQuery, limite: PAGE, ...action.query } };
    case 'couverture':
      return { coverage: action.coverage };
    case 'diagnostic':
      return { diagnostic: action.lignes };
    default: {
      const part: Partial<PaneState> & { type?: string } = { ...action };
      delete part.type;
      return part;
    }
  }
}

function opened(state: PaneState, ouverture: Ouverture): PaneState {
  if (isBilan(ouverture)) return { ...state, phase: { kind: 'pret' }, bilan: ouverture, stale: false };
  const { raison, compris } = ouverture;
  const phase = { kind: 'pas-une-annexe', raison, compris } as const;
  return { ...state, phase, bilan: null, page: null, plan: null, card: null, coverage: null, stale: false };
}

/** What was opened stays open for as long as it is in the list. */
function paged(state: PaneState, page: FindingPage): PaneState {
  const ids = new Set(page.groups.flatMap(({ findings }) => findings.map(({ id }) => id)));
  const kept = (id: string | null): string | null => (id !== null && ids.has(id) ? id : null);
  return { ...state, page, opened: kept(state.opened), accepting: kept(state.accepting) };
}

/** A severity put out of the list or back in it; the last one stays: an empty list would look like "no finding". */
function toggled(gravites: readonly Gravite[], gravite: Gravite): readonly Gravite[] {
  if (!gravites.includes(gravite)) return [...gravites, gravite];
  return gravites.length === 1 ? gravites : gravites.filter((other) => other !== gravite);
}

function without(litige: Litige | null, conflict: Conflict): Litige | null {
  if (litige === null) return null;
  const conflicts = litige.conflicts.filter((other) => other !== conflict);
  return conflicts.length + litige.bloques.length === 0 ? null : { ...litige, conflicts };
}
