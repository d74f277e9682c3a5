import type { ColumnId } from '../annexe';
import type { CellRef, Edit, Scalar } from '../sheet';

export type Gravite = 'erreur' | 'avertissement' | 'info';
export const GRAVITES: readonly Gravite[] = ['erreur', 'avertissement', 'info'];

/** `sure`: the result stands by itself, the fix may be applied in bulk. `a-confirmer`: an agent looks first. */
export type Surete = 'sure' | 'a-confirmer';

/** What a sentence is made of: the id of one of its rule's messages, and the facts that fill it. French comes last, in `describe`. */
export interface Message {
  readonly id: string;
  readonly facts: MessageFacts;
}
export type MessageFacts = Readonly<Record<string, string | number | readonly string[]>>;

/** A correction as data. Several edits go together or not at all. */
export interface Fix {
  readonly label: string;
  readonly safety: Surete;
  readonly edits: readonly Edit[];
  /** Offered to the agent one by one, never part of the repair plan (splitting indicators, choosing between two services). */
  readonly horsPlan: boolean;
}

/** Where a finding stands. `column` is null for a finding on the whole sheet. */
export interface Locus {
  readonly cell: CellRef;
  readonly column: ColumnId | null;
}

/** One finding: plain data, safe in JSON. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Gravite;
  readonly at: Locus;
  /** The reference of the row, as it is written; "" when it has none. */
  readonly ref: string;
  /** What the cell holds. */
  readonly value: Scalar;
  readonly message: Message;
  readonly related: readonly CellRef[];
  readonly fixes: readonly Fix[];
}

/** How many findings of each severity. */
export type Resume = Readonly<Record<Gravite, number>>;
