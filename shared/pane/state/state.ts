import type { PasUneAnnexe } from '../../annexe';
import type { Acceptance } from '../../lint';
import {
  EMPTY_JOURNAL,
  type CellRef,
  type Conflict,
  type Edit,
  type HostTool,
  type Journal,
  type Refusal,
  type Unseen,
} from '../../sheet';
import type {
  Bilan,
  CoverageQuery,
  CoverageView,
  FindingPage,
  FindingQuery,
  PlanView,
  RegleView,
  RowCard,
} from '../checker/views';

export type Tab = 'controle' | 'ligne' | 'couverture' | 'outils';
export type Outil = 'cadre' | 'journal' | 'acceptes' | 'regles' | 'import' | 'diagnostic' | 'aide';

/** Where the work stands. `total` is 0 while the host reads; `done === total` while the last rows are judged. */
export type Phase =
  | { readonly kind: 'accueil' }
  | { readonly kind: 'verification'; readonly done: number; readonly total: number }
  | { readonly kind: 'interrompu' }
  | { readonly kind: 'pret' }
  | ({ readonly kind: 'pas-une-annexe' } & Omit<PasUneAnnexe, 'kind'>);

/** What stopped us: the host's own words, or a defect of ours with what was not done. */
export interface Alerte {
  readonly kind: 'hote' | 'defaut';
  readonly fait: string;
  readonly remede: string;
  /** For the diagnostic card; never shown in the sentence. */
  readonly detail: string;
}

/** Conflicts of one application, under the label of what was asked. */
export interface Litige {
  readonly label: string;
  readonly undoes: number | null;
  readonly conflicts: readonly Conflict[];
  /** Refused for another reason than a changed cell: protected, formula, being edited, line gone. */
  readonly bloques: readonly Refusal[];
}

export interface PaneState {
  readonly phase: Phase;
  readonly tab: Tab;
  readonly outil: Outil | null;
  readonly stale: boolean;
  readonly bilan: Bilan | null;
  readonly query: FindingQuery;
  readonly page: FindingPage | null;
  /** The finding that is opened; the one that should get the focus. */
  readonly opened: string | null;
  readonly focus: string | null;
  readonly accepting: string | null;
  readonly plan: PlanView | null;
  /** The plan of a long sheet is being made. */
  readonly preparation: boolean;
  readonly selection: CellRef | null;
  readonly card: RowCard | null;
  readonly coverageQuery: CoverageQuery;
  readonly coverage: CoverageView | null;
  readonly acceptances: readonly Acceptance[];
  readonly journal: Journal;
  readonly litige: Litige | null;
  readonly alerte: Alerte | null;
  /** The cell that was shown last, when it is hidden. */
  readonly masquee: (Unseen & { readonly at: CellRef }) | null;
  readonly feuilles: readonly string[];
  /** The host's own commands, and what the last one did. */
  readonly outils: readonly HostTool[];
  readonly fait: { readonly id: string; readonly texte: string } | null;
  /** What the host says of itself, once asked. */
  readonly diagnostic: readonly string[];
  /** The rules that the last check ran, once asked. */
  readonly regles: readonly RegleView[];
  /** The edit that would make the sheet one of the other millésime; null when there is none, or when nobody asked. */
  readonly cadre: Edit | null;
  /** What a screen reader says; `fini` tells apart two equal sentences. */
  readonly annonce: { readonly texte: string; readonly numero: number };
}

/** Findings told at first, and how many more at each "Afficher la suite". */
export const PAGE = 40;

export const INITIAL: PaneState = {
  phase: { kind: 'accueil' },
  tab: 'controle',
  outil: null,
  stale: false,
  bilan: null,
  query: { par: 'section', gravites: ['erreur', 'avertissement', 'info'], texte: '', limite: PAGE },
  page: null,
  opened: null,
  focus: null,
  accepting: null,
  plan: null,
  preparation: false,
  selection: null,
  card: null,
  coverageQuery: { champ: 'indicateur', par: 'pilier', limite: PAGE },
  coverage: null,
  acceptances: [],
  journal: EMPTY_JOURNAL,
  litige: null,
  alerte: null,
  masquee: null,
  feuilles: [],
  outils: [],
  fait: null,
  diagnostic: [],
  regles: [],
  cadre: null,
  annonce: { texte: '', numero: 0 },
};
