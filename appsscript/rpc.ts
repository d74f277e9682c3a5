/**
 * What the sidebar asks of the server. Both ends are compiled against this one interface; between them travel JSON texts, because
 * google.script.run turns an answer with a Date in it into null, and an error into its message alone.
 */
import type { Dashboard } from '../shared/formulas';
import type { Applied, CellRef, Edit, HiddenBy, Merge, Scalar } from '../shared/sheet';

/** Goes up when a sidebar that is already open could misunderstand the server. */
export const PROTOCOL = 1;

/** Plain data, and nothing that JSON would lose: a Date, a function or `undefined` anywhere makes the type `never`. */
export type Wire<T> = T extends string | number | boolean | null
  ? T
  : T extends Date | undefined | ((...args: never[]) => unknown)
    ? never
    : T extends object
      ? { readonly [K in keyof T]: Wire<T[K]> }
      : never;

/** A sheet as it travels: `formulas` as pairs, row offset and cells. */
export interface WireGrid {
  readonly sheet: string;
  readonly values: readonly (readonly Scalar[])[];
  readonly formulas: readonly (readonly [number, readonly string[]])[];
  readonly merges: readonly Merge[];
}

/** Rows in one part of a sheet. Nearly every annexe is one part. */
export const PART_ROWS = 5000;

/** One part of a sheet, from row `part * PART_ROWS` on. `rows` is how many the sheet has; `merges` come with the first part. */
export interface SheetPart extends WireGrid {
  readonly rows: number;
  /** What the cells of this part hold, as one short text. */
  readonly hash: string;
}

/** Where the agent is. */
export interface Poll {
  /** The hashes of the parts of the watched sheet, in order; empty when the sheet is gone. */
  readonly hashes: readonly string[];
  readonly selection: CellRef | null;
}

/** A cell with a formula, told to the agent: "Synthèse!B3". */
export interface FormulaCell {
  readonly adresse: string;
  readonly formule: string;
}

/** What became of a conversion or a recalculation. */
export interface FormulaWork {
  readonly faites: readonly FormulaCell[];
  /** Left as they were, each with its reason. */
  readonly laissees: readonly (FormulaCell & { readonly raison: string })[];
}

/** Every verb takes one plain object and gives one. */
export interface Rpc {
  /** `sheet` null: the active one. */
  read(ask: { sheet: string | null; part: number }): SheetPart;
  poll(ask: { sheet: string }): Poll;
  apply(ask: { edits: readonly Edit[] }): Applied;
  /** Answers what hides the cell all the same. */
  reveal(ask: { at: CellRef }): HiddenBy | null;
  sheets(ask: null): readonly string[];
  /** Notes which sheet the pane reads, for the formulas of a workbook that has several annexes. */
  choose(ask: { sheet: string }): null;
  addSheet(ask: { name: string; values: readonly (readonly Scalar[])[] }): string;
  insertFormula(ask: { formula: string }): string;
  createDashboard(ask: { plan: Dashboard }): string;
  load(ask: { name: string }): string | null;
  save(ask: { name: string; text: string }): null;
  /** Cells whose formula of ours has no range, and so cannot follow edits. */
  fixedFormulas(ask: null): readonly FormulaCell[];
  recalculate(ask: null): FormulaWork;
  convertFormulas(ask: null): FormulaWork;
  diagnostic(ask: null): readonly string[];
}

export type Verb = keyof Rpc;

/** Made of plain data only, or the build fails. */
export type Ask<V extends Verb> = Wire<Parameters<Rpc[V]>[0]>;
export type Answer<V extends Verb> = Wire<ReturnType<Rpc[V]>>;

/** What is sent, as JSON. */
export interface Request<V extends Verb = Verb> {
  readonly v: typeof PROTOCOL;
  readonly verb: V;
  readonly ask: Ask<V>;
}

/** Why the server could not do it. The sidebar knows the sentence of each; `defaut` is an error of ours. */
export type FailureCode =
  | 'version'
  | 'occupe'
  | 'feuille'
  | 'plein'
  | 'non-vide'
  | 'dans-la-plage'
  | 'droits'
  | 'quota'
  | 'bureautique'
  | 'defaut';

/** What comes back, as JSON. `detail`: what the sentence names (a sheet, a cell), or the message of the error. */
export type Reply<V extends Verb = Verb> =
  | { readonly ok: true; readonly value: Answer<V> }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: string };
