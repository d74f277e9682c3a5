import {
  cellText,
  factsOfObjectif,
  parseBop,
  parseCible,
  parseIndicateur,
  parseRef,
  parseServices,
  sectionLue,
  teteOf,
  type BopCell,
  type CibleCell,
  type ColumnId,
  type IndicateurCell,
  type RefCell,
  type SectionLue,
  type ServiceCell,
} from '../annexe';
import { valueAt, type Scalar } from '../sheet';
import { fold } from '../text';
import type { RowView } from './rule';
import type { RefRepair } from './repair';
import type { State } from './state';
import { titreDeLigne, titreVide } from './titles';

/** A row view that can be moved from row to row: the engine makes one, and no object for each row. */
export interface MovableView extends RowView {
  moveTo(row: number): void;
}

export function createView(state: State, repair: RefRepair): MovableView {
  return new View(state, repair);
}

/**
 * A class, for speed alone: the accessors of an object literal make it a shape of its own, and every rule would be compiled again
 * for the view of each session.
 */
class View implements MovableView {
  row = 0;
  readonly referential: State['referential'];
  readonly millesime: State['millesime'];
  readonly annee: number;
  // Ten rules in a row ask for the same lists: they are read once.
  private readonly bopOf = remember(parseBop);
  private readonly serviceOf: (text: string) => ServiceCell;

  constructor(
    private readonly state: State,
    private readonly repair: RefRepair,
  ) {
    const { vocabulary } = state.annexe;
    this.referential = state.referential;
    this.millesime = state.millesime;
    this.annee = state.annee;
    this.serviceOf = remember((cell) => parseServices(cell, vocabulary));
  }

  moveTo(row: number): void {
    this.row = row;
  }

  get facts(): number {
    return this.state.annexe.facts[this.row] ?? 0;
  }

  get factsObjectif(): number {
    const tete = teteOf(this.state.annexe, this.row);
    return tete < 0 ? this.facts : factsOfObjectif(this.state.annexe, tete);
  }

  get section(): SectionLue | null {
    return sectionLue(this.state.annexe, this.sectionIndex);
  }

  get pilier(): string {
    return this.state.pilierCode(this.sectionIndex);
  }

  get titre(): SectionLue | null {
    return titreDeLigne(this.state, this.row);
  }

  get ref(): RefCell {
    return parseRef(this.text('ref'));
  }

  get objectif(): string {
    return this.text('objectif');
  }

  get bop(): BopCell {
    return this.bopOf(this.text('bop'));
  }

  get service(): ServiceCell {
    return this.serviceOf(this.text('service'));
  }

  get collectivite(): string {
    return this.text('collectivite');
  }

  get signataire(): string {
    return this.text('signataire');
  }

  get indicateur(): IndicateurCell {
    return parseIndicateur(this.text('indicateur'));
  }

  get cible(): CibleCell {
    return parseCible(this.value('cible'));
  }

  value(column: ColumnId): Scalar {
    const { grid, columns } = this.state.annexe;
    return columns[column] < 0 ? null : valueAt(grid, this.row, columns[column]);
  }

  has(column: ColumnId): boolean {
    return this.state.annexe.columns[column] >= 0;
  }

  memeRef(): readonly number[] {
    const key = this.state.annexe.keys[this.row] ?? -1;
    return key === -1 ? [] : this.state.refs.rows(key).filter((other) => other !== this.row);
  }

  memeIndicateur(): readonly number[] {
    return this.hash === 0 ? [] : this.state.indicateurs.rows(this.hash).filter((other) => this.sameWords(other));
  }

  indicateurAilleurs(): boolean {
    return this.hash !== 0 && this.state.indicateurs.some(this.hash, (other) => this.sameWords(other));
  }

  refReparee(): string {
    return this.repair.repaired(this.row);
  }

  refLibre(): string {
    return this.repair.libre(this.row);
  }

  titreVide(): boolean {
    return titreVide(this.state, this.row);
  }

  refOf(other: number): string {
    return cellText(this.state.annexe, other, 'ref');
  }

  numeroOf(other: number): number {
    return this.state.annexe.grid.origin.row + other + 1;
  }

  private get sectionIndex(): number {
    return this.state.annexe.sectionOf[this.row] ?? -1;
  }

  private get hash(): number {
    return this.state.annexe.indicateurs[this.row] ?? 0;
  }

  private text(column: ColumnId): string {
    return cellText(this.state.annexe, this.row, column);
  }

  /** Has a row of another objective the same indicator? Equal hashes are likely, not certain. */
  private sameWords(other: number): boolean {
    const { annexe } = this.state;
    if (other === this.row || teteOf(annexe, other) === teteOf(annexe, this.row)) return false;
    const theirs = cellText(annexe, other, 'indicateur');
    const own = this.text('indicateur');
    return theirs === own || fold(theirs) === fold(own);
  }
}

/** The last answer of a function of a text, kept. */
function remember<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | null = null;
  return (text) => {
    if (last === null || last.text !== text) last = { text, value: read(text) };
    return last.value;
  };
}
