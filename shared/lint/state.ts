import { Fact, Kind, axeBase, factsOfObjectif, parseRef, cellText, titreOf, teteOf, type Annexe } from '../annexe';
import { anneeOf, findPilier, type Millesime, type Referential } from '../referential';
import { createGroups, type Groups } from './groups';

/** An annexe under judgement: what rows say of each other, kept up to date row by row. */
export interface State {
  readonly annexe: Annexe;
  readonly referential: Referential;
  readonly millesime: Millesime;
  readonly annee: number;
  readonly refs: Groups;
  readonly indicateurs: Groups;
  /** Code of the pillar of a section ("PDEE"), "" when unknown. */
  pilierCode(section: number): string;
  /** Forgets the pillars' codes: a title changed. */
  forgetTitles(): void;
  /** Sets the facts of a row that depend on other rows. */
  refreshContext(row: number): void;
}

/** The facts of a row that depend on other rows. */
export const CONTEXT =
  Fact.horsSection |
  Fact.orpheline |
  Fact.objectifSansIndicateur |
  Fact.objectifSansCible |
  Fact.objectifSansBop |
  Fact.doublon |
  Fact.trou |
  Fact.indicateurDoublon;

export function createState(annexe: Annexe, referential: Referential, millesime: Millesime): State {
  const { facts, kinds, keys, indicateurs, sectionOf, sections } = annexe;
  const length = kinds.length;
  const refs = createGroups((row) => keys[row] ?? -1, length, filled(keys, -1));
  const words = createGroups((row) => indicateurs[row] ?? 0, length, filled(indicateurs, 0));
  const titres = new Map<string, string>();
  const codes: string[] = [];
  const bases: number[] = [];

  /** Asked once for each wording: a large sheet repeats its pillars. */
  function codeOfTitre(titre: string): string {
    const code = titres.get(titre) ?? findPilier(referential, titre, millesime)?.code ?? '';
    titres.set(titre, code);
    return code;
  }

  function pilierCode(index: number): string {
    const section = sections[index];
    if (section === undefined) return '';
    if (section.niveau === 'axe') return pilierCode(section.parent);
    if (section.niveau === 'transversal') return '';
    return (codes[index] ??= codeOfTitre(titreOf(annexe, section)));
  }

  /** The key ÷ 100 000 that the references of a section's pillar share; −1 when the pillar is unknown. */
  function pilierBase(index: number): number {
    const pilier = sections[index]?.niveau === 'axe' ? (sections[index]?.parent ?? -1) : index;
    if (pilier < 0) return -1;
    const known = bases[pilier];
    if (known !== undefined) return known;
    const code = pilierCode(pilier);
    const base = code === '' ? -1 : axeBase(code, 1);
    return (bases[pilier] = base < 0 ? -1 : Math.floor(base / 100));
  }

  /** Does the row bear a reference of another pillar or of another axis than those it stands under? */
  function outside(row: number): boolean {
    const index = sectionOf[row] ?? -1;
    const section = sections[index];
    if (section === undefined) return false;
    const numero = section.niveau === 'axe' ? section.numero : 0;
    const key = keys[row] ?? -1;
    if (key >= 0) {
      const base = pilierBase(index);
      return (
        (numero > 0 && Math.floor(key / 1000) % 100 !== numero) || (base >= 0 && Math.floor(key / 100000) !== base)
      );
    }
    const ref = parseRef(cellText(annexe, row, 'ref'));
    const code = pilierCode(index);
    return (
      (numero > 0 && ref.axe > 0 && ref.axe !== numero) ||
      (code !== '' && /^P[A-Z]{3}$/.test(ref.pilier) && ref.pilier !== code)
    );
  }

  function refreshContext(row: number): void {
    const kind = kinds[row];
    let bits = (facts[row] ?? 0) & ~CONTEXT;
    if (kind === Kind.objectif) {
      const key = keys[row] ?? -1;
      if ((bits & Fact.refAbsente) === 0 && outside(row)) bits |= Fact.horsSection;
      if (key !== -1 && refs.shared(key, row)) bits |= Fact.doublon;
      if (key >= 0 && key % 1000 > 1 && keys[row - 1] !== key - 1 && !refs.has(key - 1)) bits |= Fact.trou;
      const all = factsOfObjectif(annexe, row);
      if ((all & (Fact.bop | Fact.service)) === 0) bits |= Fact.objectifSansBop;
      if ((all & (Fact.indicateur | Fact.indicateurRenvoi)) === 0) bits |= Fact.objectifSansIndicateur;
      else if ((all & Fact.indicateur) !== 0 && (all & Fact.cible) === 0) bits |= Fact.objectifSansCible;
    } else if (kind === Kind.suite && teteOf(annexe, row) < 0) bits |= Fact.orpheline;
    const hash = indicateurs[row] ?? 0;
    if (hash !== 0 && words.shared(hash, row)) bits |= Fact.indicateurDoublon;
    facts[row] = bits;
  }

  const state: State = {
    annexe,
    referential,
    millesime,
    annee: anneeOf(millesime),
    refs,
    indicateurs: words,
    pilierCode,
    forgetTitles: () => void (codes.length = bases.length = 0),
    refreshContext,
  };
  for (let row = 0; row < length; row++) addToGroups(state, row);
  for (let row = 0; row < length; row++) if (isData(kinds[row] ?? 0)) refreshContext(row);
  return state;
}

function filled(values: Int32Array, empty: number): number {
  let count = 0;
  for (const value of values) if (value !== empty) count++;
  return count;
}

export const isData = (kind: number): boolean => kind === Kind.objectif || kind === Kind.suite;

export function addToGroups({ annexe, refs, indicateurs }: State, row: number): void {
  const key = annexe.keys[row] ?? -1;
  const hash = annexe.indicateurs[row] ?? 0;
  if (key !== -1) refs.add(key, row);
  if (hash !== 0) indicateurs.add(hash, row);
}

export function removeFromGroups({ annexe, refs, indicateurs }: State, row: number): void {
  const key = annexe.keys[row] ?? -1;
  const hash = annexe.indicateurs[row] ?? 0;
  if (key !== -1) refs.remove(key, row);
  if (hash !== 0) indicateurs.remove(hash, row);
}
