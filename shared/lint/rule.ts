import type { BopCell, CibleCell, ColumnId, IndicateurCell, RefCell, SectionLue, ServiceCell } from '../annexe';
import type { Millesime, Referential } from '../referential';
import type { Scalar } from '../sheet';
import type { Gravite, MessageFacts, Surete } from './diagnostic';

/** The cells of a row as a rule sees them; a rule sees only the columns that it declares in `needs`. */
export interface Cells {
  readonly ref: RefCell;
  readonly objectif: string;
  readonly bop: BopCell;
  readonly service: ServiceCell;
  readonly collectivite: string;
  readonly signataire: string;
  readonly indicateur: IndicateurCell;
  readonly cible: CibleCell;
}

/** What a rule may ask besides its cells. Rows are grid offsets. */
export interface RowContext {
  readonly row: number;
  /** `Fact` bits of the row; `factsObjectif`: those of its objective, continuation rows included. */
  readonly facts: number;
  readonly factsObjectif: number;
  readonly referential: Referential;
  readonly millesime: Millesime;
  /** The year that the referential is asked for. */
  readonly annee: number;
  readonly section: SectionLue | null;
  /** Code of the pillar that the row stands in ("PDEE"), "" when the pillar is unknown or at 2024. */
  readonly pilier: string;
  /** What a title row says; null for a title that says nothing known. */
  readonly titre: SectionLue | null;
  /** The value of a cell of the row. */
  value(column: ColumnId): Scalar;
  has(column: ColumnId): boolean;
  /** The other rows with the same reference; with the same indicator. */
  memeRef(): readonly number[];
  memeIndicateur(): readonly number[];
  /** Is there any row with the same indicator, in another objective? Cheaper than to list them. */
  indicateurAilleurs(): boolean;
  /** The reference that the row should bear, once letters, axis, pillar and uniqueness are mended; its own when nothing is wrong. */
  refReparee(): string;
  /** A reference that no row bears, for this row: the one after its neighbour's, else the next of its axis; "" when its place is unknown. */
  refLibre(): string;
  /** No objective stands under this title. */
  titreVide(): boolean;
  /** The reference written on another row. */
  refOf(row: number): string;
  /** The number of a row in the sheet, from 1, as agents read it in the margin. */
  numeroOf(row: number): number;
}

export type RowView<N extends ColumnId = ColumnId> = Pick<Cells, N> & RowContext;

/** A correction as a rule proposes it; the engine adds what each cell must still hold. */
export interface FixDraft {
  readonly label: string;
  readonly safety: Surete;
  readonly edits: readonly { readonly column: ColumnId; readonly set: Scalar }[];
  readonly horsPlan?: boolean;
}

export interface Detail<M extends string> {
  readonly message: M;
  readonly facts?: MessageFacts;
  readonly related?: readonly { readonly row: number; readonly column: ColumnId }[];
  readonly fixes?: readonly FixDraft[];
}

/**
 * Reports a finding at a column. The details are asked for only when somebody looks at the finding: a full check of a million
 * rows counts findings without writing one sentence. At most one finding a rule and a cell.
 */
export type Report<C extends ColumnId, M extends string> = (
  column: C,
  detail: () => Detail<M>,
  severity?: Gravite,
) => void;

/** A sheet in small, for examples and tests: a string is a section title, an object is a row. */
export type ExampleRow = string | Readonly<Partial<Record<ColumnId, Scalar>>>;

export interface Example {
  readonly lignes: readonly ExampleRow[];
  readonly millesime?: Millesime;
  /** Columns that the sheet lacks. */
  readonly sans?: readonly ColumnId[];
}

/** `constats`: the finding expected at each place, in French; `corrige`: the cell's text once its first fix is applied. */
export interface InvalidExample extends Example {
  readonly constats: readonly {
    readonly ligne: number;
    readonly colonne: ColumnId;
    readonly message: string;
    readonly corrige?: Scalar;
  }[];
}

interface RuleBase<M extends string> {
  /** Names the defect; equals the file's name; never used again for something else. */
  readonly id: string;
  readonly severity: Gravite;
  /** One line: what is wrong. */
  readonly summary: string;
  /** Why it matters to the agent. */
  readonly why: string;
  /** Law, circular, documentation. */
  readonly source?: string;
  /** French sentences, fact first with the value seen, then the cure. */
  readonly messages: Readonly<Record<M, (facts: MessageFacts) => string>>;
  /** Why the rule has no sense at a millésime, when so. */
  readonly saufMillesime?: { readonly millesime: Millesime; readonly raison: string };
  readonly examples: { readonly valid: readonly Example[]; readonly invalid: readonly InvalidExample[] };
}

export interface RowRuleSpec<N extends ColumnId, C extends ColumnId, M extends string> extends RuleBase<M> {
  /** Columns without which the rule cannot run; the only cells that `check` may see. */
  readonly needs: readonly N[];
  /** Columns where it reports. */
  readonly columns: readonly C[];
  /** Severities it may report with, when not only its own. */
  readonly severities?: readonly Gravite[];
  /**
   * Facts that make the rule worth calling (any of them). 0: the outcome depends on the texts of the BOP and service cells alone,
   * so it is remembered for each pair of texts. Such a rule says nothing of as many services as BOPs, no BOP twice, when it says
   * nothing of each pair alone: most rows are let pass for that (`cleanPairs`).
   */
  readonly on: number;
  check(row: RowView<N>, report: Report<C, M>): void;
}

/** A rule as the engine runs it: any columns, any message. */
export interface RowRule extends RuleBase<string> {
  readonly kind: 'ligne';
  readonly needs: readonly ColumnId[];
  readonly columns: readonly ColumnId[];
  readonly severities: readonly Gravite[];
  readonly on: number;
  check(row: RowView, report: Report<ColumnId, string>): void;
}

/** What a rule on the whole sheet may ask. */
export interface TableView {
  has(column: ColumnId): boolean;
  /** How many rows have a fact, and which. */
  count(fact: number): number;
  rowsWith(fact: number): readonly number[];
  value(row: number, column: ColumnId): Scalar;
}

export interface TableFinding<M extends string> {
  readonly column: ColumnId | null;
  /** Row where the finding is shown; null: the header. */
  readonly row: number | null;
  detail(): Detail<M>;
}

export interface TableRuleSpec<M extends string> extends RuleBase<M> {
  /** The rule runs when the sheet has at least one of these columns; empty: always. */
  readonly needsOneOf: readonly ColumnId[];
  /** Facts that it counts: the engine keeps these counts up to date. */
  readonly counts: number;
  check(table: TableView): readonly TableFinding<M>[];
}

export interface TableRule extends RuleBase<string> {
  readonly kind: 'table';
  readonly needsOneOf: readonly ColumnId[];
  readonly counts: number;
  check(table: TableView): readonly TableFinding<string>[];
}

export type Rule = RowRule | TableRule;

/** Declares a rule on rows. Its types make sure that `check` sees only what it needs and says only sentences that exist. */
export function defineRowRule<const N extends ColumnId, const C extends ColumnId, const M extends string>(
  spec: RowRuleSpec<N, C, M>,
): RowRule {
  // Method parameters are bivariant: the engine gives a full view, of which the rule sees a part.
  return { severities: [spec.severity], ...spec, kind: 'ligne' };
}

/** Declares a rule on the whole sheet: its findings are few and grouped. */
export function defineTableRule<const M extends string>(spec: TableRuleSpec<M>): TableRule {
  return { ...spec, kind: 'table' };
}
