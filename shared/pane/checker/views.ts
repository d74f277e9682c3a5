/** What the pane shows of a check: plain data, so that it may come from a worker. Rows are sheet rows, 0-based, unless said. */
import type { ColumnId, PasUneAnnexe } from '../../annexe';
import type { Champ, GroupeMesure, Groupement, Mesure } from '../../coverage';
import type { Acceptance, Fix, Gravite, NonExecutee, PlanStep, Resume } from '../../lint';
import type { Millesime } from '../../referential';
import type { CellRef, Edit } from '../../sheet';

/** What was checked and what came of it. Accepted findings are not in `resume`. */
export interface Bilan {
  readonly feuille: string;
  readonly millesime: Millesime;
  readonly lignes: number;
  readonly objectifs: number;
  readonly resume: Resume;
  readonly acceptes: number;
  readonly executees: readonly string[];
  readonly nonExecutees: readonly NonExecutee[];
  /** Steps of the repair plan; null when the sheet is too long to know without asking. */
  readonly corrigeables: number | null;
  /** Only the first rows are checked so far: the findings are true, their number is not final. */
  readonly partiel: boolean;
}

export type Ouverture = Bilan | PasUneAnnexe;
export const isBilan = (opened: Ouverture): opened is Bilan => !('kind' in opened);

/** A rule that was run, told. */
export interface RegleView {
  readonly id: string;
  readonly gravite: Gravite;
  readonly resume: string;
  readonly pourquoi: string;
  readonly source: string | null;
}

/** A place that a finding names besides its own. */
export interface Place {
  readonly cell: CellRef;
  readonly adresse: string;
}

/** A finding, told. */
export interface Finding extends Place {
  readonly id: string;
  readonly rule: string;
  readonly gravite: Gravite;
  readonly ref: string;
  readonly colonne: string;
  readonly column: ColumnId | null;
  readonly valeur: string;
  readonly message: string;
  readonly liees: readonly Place[];
  readonly nombreLiees: number;
  readonly corrections: readonly Fix[];
  readonly resume: string;
  readonly pourquoi: string;
  readonly source: string | null;
  readonly acceptance: Acceptance | null;
}

export interface FindingGroup {
  readonly key: string;
  readonly titre: string;
  readonly total: number;
  readonly findings: readonly Finding[];
}

export interface FindingQuery {
  readonly par: 'section' | 'regle';
  readonly gravites: readonly Gravite[];
  readonly texte: string;
  /** Findings told at most. */
  readonly limite: number;
}

export interface FindingPage {
  readonly groups: readonly FindingGroup[];
  readonly shown: number;
  readonly total: number;
}

/** The repair plan, each step with its places; `suit` are the earlier steps on the same cells, without which it cannot be made. */
export interface PlanView {
  readonly steps: readonly (PlanStep & { readonly ref: string; readonly suit: readonly number[] })[];
  readonly reste: number;
}

export interface PaireView {
  readonly bop: string | null;
  readonly intitule: string;
  readonly service: string | null;
}

/** One thing that may be added to the row; several options are for the agent to choose from. */
export interface Suggestion {
  readonly titre: string;
  readonly preuves: readonly string[];
  readonly mince: boolean;
  readonly options: readonly { readonly label: string; readonly action: string; readonly edits: readonly Edit[] }[];
}

export interface RowCard extends Place {
  readonly numero: number;
  readonly ref: string;
  readonly objectif: string;
  readonly section: string;
  readonly paires: readonly PaireView[];
  readonly indicateur: string;
  readonly indicateurReel: boolean;
  readonly cible: string;
  readonly collectivite: string;
  readonly signataire: string;
  readonly findings: readonly Finding[];
  readonly suggestions: readonly Suggestion[];
  /** Why nothing is suggested, when so. */
  readonly silence: string | null;
  readonly precedente: CellRef | null;
  readonly suivante: CellRef | null;
  readonly rang: number;
  readonly sur: number;
}

export interface CoverageQuery {
  readonly champ: Champ;
  readonly par: Groupement;
  readonly limite: number;
}

export interface CoverageView {
  readonly champ: Champ;
  readonly par: Groupement;
  readonly total: Mesure;
  readonly groupes: readonly GroupeMesure[];
  readonly manquants: readonly (Place & { readonly ref: string; readonly numero: number })[];
  readonly nombreManquants: number;
  /** Why nothing can be measured, when so. */
  readonly impossible: string | null;
}

/** A cell that somebody changed: sheet row and column. */
export interface CellChange {
  readonly at: CellRef;
  readonly value: Edit['set'];
}

/** A finding of a row in short: to be recognised after the row changed, and named. */
export interface Trace {
  readonly rule: string;
  readonly column: ColumnId | null;
  readonly nom: string;
}
