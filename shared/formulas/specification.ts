import type { Annexe, PasUneAnnexe, Vocabulary } from '../annexe';
import type { Gravite } from '../lint/diagnostic';
import type { Millesime, Referential } from '../referential';

export type Grid = Annexe['grid'];
export type Scalar = Grid['values'][number][number];
export type Values = readonly (readonly Scalar[])[];

/** A range whose place is known; hosts that cannot tell pass the bare values. */
export interface Plage {
  readonly values: Values;
  readonly origin: Grid['origin'] | null;
}

/** What a host passes: a cell, a range, or nothing (`null` or "" for a blank, `undefined` for what was not written). */
export type Argument = Scalar | undefined | Values | Plage;

/** `range`: a rectangle; `any`: a number or a text. */
export type ParameterType = 'range' | 'text' | 'number' | 'any';

export interface Parameter {
  /** Plain ASCII, shown by the hosts. */
  readonly name: string;
  readonly type: ParameterType;
  readonly optional: boolean;
  readonly description: string;
}

export interface FormulaSpec {
  /** Upper case ASCII; `ANNEXE.` or `ANNEXE_` comes in front. Never changed once published. */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly result: {
    readonly kind: 'scalar' | 'table';
    /** "part" is a share 0–1, to be shown as a percentage. */
    readonly unit: 'part' | 'nombre' | 'texte';
    /** Titles of a table's first row; empty when the table has none. */
    readonly columns: readonly string[];
    readonly description: string;
  };
  /** As Excel in French writes it, and what it gives on the annexe of Lézignan-Corbières. */
  readonly example: { readonly formula: string; readonly gives: string };
}

export type FormulaResult =
  { readonly ok: true; readonly value: Scalar | Scalar[][] } | { readonly ok: false; readonly message: string };

/** One finding, as `CONTROLE` shows it. `cellule` is an address of the grid's sheet. */
export interface ConstatDeFormule {
  readonly cellule: string;
  readonly ref: string;
  readonly gravite: Gravite;
  readonly regle: string;
  readonly message: string;
}

/** Checks a grid with all the rules. */
export type Controleur = (grid: Grid, millesime: Millesime) => readonly ConstatDeFormule[];

/** Why the workbook offers no annexe to a formula without a range. */
export type Introuvable =
  { readonly kind: 'aucune' } | { readonly kind: 'plusieurs'; readonly feuilles: readonly string[] };

export interface FormulaContext {
  /** The annexe that a formula without a range measures. */
  annexe(): Annexe | PasUneAnnexe | Introuvable;
  readonly referential: Referential;
  /** How a range is read. */
  readonly vocabulary: Vocabulary;
  /** 2015 unless told. */
  readonly millesime?: Millesime | undefined;
  readonly controleur: Controleur;
}

/** The arguments of a call, in the places that the specification gives them. */
export interface Inputs {
  readonly plage: Plage | null;
  /** A cell's value by the parameter's name; null when blank or left out. */
  value(name: string): Scalar;
  /** The same as text; "" when blank. Numbers are written the French way. */
  text(name: string): string;
}

export interface Formula {
  readonly spec: FormulaSpec;
  evaluate(inputs: Inputs, context: FormulaContext): FormulaResult;
}

export const gives = (value: Scalar | Scalar[][]): FormulaResult => ({ ok: true, value });
export const refuses = (message: string): FormulaResult => ({ ok: false, message });

/** The range that most formulas begin with. */
export const PLAGE: Parameter = {
  name: 'plage',
  type: 'range',
  optional: true,
  description: 'Plage de l’annexe, ligne d’en-tête comprise\u00a0; sans elle, l’annexe du classeur.',
};
