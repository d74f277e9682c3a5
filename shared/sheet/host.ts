import type { CellRef, Grid, Scalar } from './grid';
import type { Edit } from './edit';

/** Where to read: a sheet by name, or the active one. */
export interface Where {
  readonly sheet?: string;
}

/** Why a host did not make an edit; `found` is what the cell holds now. */
export interface Refusal {
  readonly edit: Edit;
  readonly reason: 'changed' | 'formula' | 'protected' | 'gone' | 'busy';
  readonly found: Scalar;
}

export interface Applied {
  readonly applied: readonly Edit[];
  readonly refused: readonly Refusal[];
}

export type Unwatch = () => void;

/** The port: all that the pane knows of Excel, Google Sheets or the local page. Four verbs. */
export interface SheetHost {
  read(where: Where): Promise<Grid>;
  /** Makes the edits that still hold; relocates a line that moved; reports the others. Never overwrites a formula or a changed cell. */
  apply(edits: readonly Edit[]): Promise<Applied>;
  reveal(at: CellRef): Promise<void>;
  /** Calls back when the sheet may have changed: a hint, to be followed by a read. */
  watch(onChange: () => void): Unwatch;
}
