import type { CellRef, Grid, Scalar } from './grid';
import type { Edit } from './edit';
import type { Unseen } from './unseen';

/** Where to read: a sheet by name, or the active one. */
export interface Where {
  readonly sheet?: string;
}

/**
 * Why a host did not make an edit; `found` is what the cell holds now. `unreachable`: the host stopped answering, so that whether
 * this edit was made is not known.
 */
export interface Refusal {
  readonly edit: Edit;
  readonly reason: 'changed' | 'formula' | 'protected' | 'gone' | 'busy' | 'unreachable';
  readonly found: Scalar;
}

/** `applied` names the cells where they were found: a line that moved has its new place. */
export interface Applied {
  readonly applied: readonly Edit[];
  readonly refused: readonly Refusal[];
}

export type Unwatch = () => void;

/** Who acts and when, as the host knows it; shown as it is ("22/11/2026 14:05"). */
export interface Stamp {
  readonly when: string;
  readonly who: string;
}

/** Small texts kept in the workbook itself: what was accepted, and why. */
export interface WorkbookStore {
  load(name: string): Promise<string | null>;
  save(name: string, text: string): Promise<void>;
}

/** How a long reading tells where it is, and asks whether to go on. A reading that was stopped rejects with `Interrompu`. */
export interface Reading {
  /** Rows read, rows in all. */
  rows(done: number, total: number): void;
  stopped(): boolean;
}

/** A cell with a finding, for a host that can mark it. */
export interface MarkedCell {
  readonly at: CellRef;
  readonly gravite: 'erreur' | 'avertissement' | 'info';
}

/** What a host's own command may ask of the pane: the findings of the sheet that the pane reads, as they stand. */
export interface ToolAsk {
  /** The sheet that the pane reads; null before the first check. */
  readonly feuille: string | null;
  /** The cells that have findings, each once, with its gravest. Empty before the first check. */
  cells(): Promise<readonly MarkedCell[]>;
}

/** A command that one host alone has ("Surligner les constats"). The pane lists it under Outils, and says what it resolves with. */
export interface HostTool {
  readonly id: string;
  /** What the button says: a verb first. */
  readonly label: string;
  /** One sentence: what it does, and what it leaves alone. */
  readonly help: string;
  /** Resolves with what was done, in one sentence. */
  run(ask: ToolAsk): Promise<string>;
}

/**
 * The port: all that the pane knows of Excel, Google Sheets or the local page. Four verbs; what follows them is offered by the
 * hosts that can, and the pane shows no entry for what its host cannot do. A verb that fails rejects with a `HostFailure`.
 */
export interface SheetHost {
  /** All values and formulas of a sheet. A host that reads in parts tells `reading` how far it is and stops when asked. */
  read(where: Where, reading?: Reading): Promise<Grid>;
  /** Makes the edits that still hold; relocates a line that moved; reports the others. Never overwrites a formula or a changed cell. */
  apply(edits: readonly Edit[]): Promise<Applied>;
  /**
   * Shows a cell to the agent, who asked for it. Leaves the keyboard's focus where it is when the host can. Resolves with what
   * keeps the cell out of sight all the same: the host unhides nothing, for the agent hid it.
   */
  reveal(at: CellRef): Promise<Unseen | null>;
  /** Calls back when the sheet may have changed: a hint, to be followed by a read. */
  watch(onChange: () => void): Unwatch;
  /** Calls back when the agent moves to another cell. */
  readonly follow?: (onSelect: (at: CellRef) => void) => Unwatch;
  /** The sheets that an agent may choose, in the order of the workbook. */
  readonly sheets?: () => Promise<readonly string[]>;
  /** Adds a sheet with these values and shows it; resolves with its name. */
  readonly addSheet?: (name: string, values: readonly (readonly Scalar[])[]) => Promise<string>;
  /** Puts a formula, spelt the Excel way in English, where the agent is; resolves with the cell's address. Never over a filled cell. */
  readonly insertFormula?: (formula: string) => Promise<string>;
  /** Adds a sheet of figures and native charts on the annexe, fed by our formulas; resolves with its name. */
  readonly createDashboard?: (feuille: string) => Promise<string>;
  /** The commands of this host that apply at this moment; asked again after each of them. */
  readonly tools?: () => Promise<readonly HostTool[]>;
  /** What the host knows of itself, for the diagnostic card: "Plateforme : OfficeOnline". */
  readonly diagnostic?: () => Promise<readonly string[]>;
  readonly store?: WorkbookStore;
  readonly stamp?: () => Stamp;
}
