import {
  Kind,
  cellText,
  factsOfObjectif,
  parseBop,
  parseCible,
  parseIndicateur,
  parseRef,
  parseServices,
  parseTitre,
  sectionLue,
  teteOf,
  type ColumnId,
} from '../annexe';
import { textOf, valueAt, type Scalar } from '../sheet';
import { fold } from '../text';
import type { RowView } from './rule';
import type { RefRepair } from './repair';
import type { State } from './state';

/** A row view that can be moved from row to row: the engine makes one, and no object for each row. */
export interface MovableView extends RowView {
  moveTo(row: number): void;
}

export function createView(state: State, repair: RefRepair): MovableView {
  const { annexe, referential, millesime, annee } = state;
  const { grid, columns, facts, keys, indicateurs, sectionOf, vocabulary } = annexe;
  let row = 0;
  const text = (column: ColumnId): string => cellText(annexe, row, column);
  const value = (column: ColumnId): Scalar => (columns[column] < 0 ? null : valueAt(grid, row, columns[column]));
  // Ten rules in a row ask for the same lists: they are read once.
  const bopOf = remember(parseBop);
  const serviceOf = remember((cell) => parseServices(cell, vocabulary));
  const sameWords = (other: number): boolean => {
    if (other === row || teteOf(annexe, other) === teteOf(annexe, row)) return false;
    const theirs = cellText(annexe, other, 'indicateur');
    return theirs === text('indicateur') || fold(theirs) === fold(text('indicateur'));
  };

  return {
    moveTo: (to) => void (row = to),
    get row() {
      return row;
    },
    get facts() {
      return facts[row] ?? 0;
    },
    get factsObjectif() {
      const tete = teteOf(annexe, row);
      return tete < 0 ? (facts[row] ?? 0) : factsOfObjectif(annexe, tete);
    },
    referential,
    millesime,
    annee,
    get section() {
      return sectionLue(annexe, sectionOf[row] ?? -1);
    },
    get pilier() {
      return state.pilierCode(sectionOf[row] ?? -1);
    },
    get titre() {
      return titreDeLigne(state, row);
    },
    get ref() {
      return parseRef(text('ref'));
    },
    get objectif() {
      return text('objectif');
    },
    get bop() {
      return bopOf(text('bop'));
    },
    get service() {
      return serviceOf(text('service'));
    },
    get collectivite() {
      return text('collectivite');
    },
    get signataire() {
      return text('signataire');
    },
    get indicateur() {
      return parseIndicateur(text('indicateur'));
    },
    get cible() {
      return parseCible(value('cible'));
    },
    value,
    has: (column) => columns[column] >= 0,
    memeRef: () => (keys[row] === -1 ? [] : state.refs.rows(keys[row] ?? -1).filter((other) => other !== row)),
    memeIndicateur: () =>
      indicateurs[row] === 0 ? [] : state.indicateurs.rows(indicateurs[row] ?? 0).filter(sameWords),
    indicateurAilleurs: () => indicateurs[row] !== 0 && state.indicateurs.some(indicateurs[row] ?? 0, sameWords),
    refReparee: () => repair.repaired(row),
    refLibre: () => repair.libre(row),
    titreVide: () => titreVide(state, row),
    refOf: (other) => cellText(annexe, other, 'ref'),
    numeroOf: (other) => grid.origin.row + other + 1,
  };
}

/** What a title row says, null when it says nothing known. A repeated title says what the first one said. */
function titreDeLigne({ annexe }: State, row: number): RowView['titre'] {
  const index = annexe.sectionOf[row] ?? -1;
  const section = sectionLue(annexe, index);
  if (section === null || annexe.sections[index]?.row === row) return section;
  const cells = annexe.grid.values[row] ?? [];
  return cells.some((cell) => parseTitre(textOf(cell), annexe.vocabulary, true) !== null) ? section : null;
}

/** No objective stands under the title of row `row`: neither directly nor, for a pillar, under one of its axes. */
function titreVide({ annexe }: State, row: number): boolean {
  const { kinds, sectionOf, sections } = annexe;
  const own = sectionOf[row] ?? -1;
  if (sections[own]?.row !== row) return false;
  const pilier = sections[own]?.niveau === 'pilier';
  for (let below = row + 1; below < kinds.length; below++) {
    if (kinds[below] === Kind.objectif) return false;
    if (kinds[below] !== Kind.titre || sectionOf[below] === own) continue;
    if (!pilier || sections[sectionOf[below] ?? -1]?.parent !== own) return true;
  }
  return true;
}

/** The last answer of a function of a text, kept. */
function remember<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | null = null;
  return (text) => {
    if (last === null || last.text !== text) last = { text, value: read(text) };
    return last.value;
  };
}
