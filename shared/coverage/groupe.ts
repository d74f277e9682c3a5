import { cellText, parseRef, titreOf, type Annexe, type Section } from '../annexe';
import { findPilier, findTransversal, type Millesime, type Referential } from '../referential';

/** A group of objectives: its code when there is one ("PDEE", "PCOS_AS3", "147"), else its title; and its wording. */
export interface Groupe {
  readonly groupe: string;
  readonly libelle: string;
}

export const TRANSVERSAL: Groupe = { groupe: 'Transversal', libelle: 'Axes transversaux' };
const NOWHERE: Groupe = { groupe: 'Hors section', libelle: 'Objectifs hors de tout pilier et de tout axe' };

/** Names the groups where objectives stand. A row outside every section is named by its reference: nothing else tells. */
export interface Namer {
  pilier(section: number, row: number): Groupe;
  axe(section: number, row: number): Groupe;
}

export function createNamer(annexe: Annexe, referential: Referential, millesime: Millesime): Namer {
  const titres = new Map<string, string>();
  const piliers = new Map<string, Groupe>();
  const transversaux = new Map<string, Groupe>();

  /** titreOf, remembered by the text of the cell: a large annexe repeats few titles. */
  function titre(section: Section): string {
    const text = annexe.grid.values[section.row]?.[section.column];
    if (typeof text !== 'string') return titreOf(annexe, section);
    const known = titres.get(text) ?? titreOf(annexe, section);
    titres.set(text, known);
    return known;
  }

  function pilierNamed(name: string): Groupe {
    const known = piliers.get(name) ?? { groupe: codeOf(name) ?? name, libelle: name };
    piliers.set(name, known);
    return known;
  }

  const codeOf = (name: string): string | undefined => findPilier(referential, name, millesime)?.code;

  function pilier(index: number, row: number): Groupe {
    const section = annexe.sections[index];
    if (section === undefined) return byRef(row, false);
    if (section.niveau === 'transversal') return TRANSVERSAL;
    const parent = annexe.sections[section.parent];
    if (section.niveau === 'axe' && parent === undefined) return axe(index, row);
    const top = parent ?? section;
    return pilierNamed(titre(top) || `Pilier ${top.numero}`);
  }

  function axe(index: number, row: number): Groupe {
    const section = annexe.sections[index];
    if (section === undefined) return byRef(row, true);
    const libelle = titre(section);
    if (section.niveau === 'transversal') return transversal(libelle);
    if (section.niveau === 'pilier') return pilier(index, row);
    const parent = annexe.sections[section.parent];
    const code = parent === undefined || section.numero === 0 ? undefined : codeFrom(parent);
    if (code !== undefined) return { groupe: `${code}_AS${section.numero}`, libelle };
    const name = libelle || `Axe ${section.numero}`;
    return { groupe: name, libelle: name };
  }

  function transversal(libelle: string): Groupe {
    const code = (): string | undefined => findTransversal(referential, libelle, millesime)?.code;
    const known = transversaux.get(libelle) ?? { groupe: code() ?? (libelle || TRANSVERSAL.groupe), libelle };
    transversaux.set(libelle, known);
    return known;
  }

  /** The pillar's code, when it is a code and not its mere wording. */
  function codeFrom(section: Section): string | undefined {
    const { groupe, libelle } = pilierNamed(titre(section) || `Pilier ${section.numero}`);
    return groupe === libelle ? undefined : groupe;
  }

  function byRef(row: number, deep: boolean): Groupe {
    const ref = parseRef(cellText(annexe, row, 'ref'));
    if (ref.forme === 'code' && ref.pilier === '' && ref.axe === 0) {
      const volet = findTransversal(referential, ref.texte, millesime);
      return deep ? { groupe: ref.normalisee, libelle: volet?.noms[0] ?? ref.normalisee } : TRANSVERSAL;
    }
    if (ref.pilier === '') return NOWHERE;
    const libelle = findPilier(referential, ref.pilier, millesime)?.noms[0] ?? ref.pilier;
    return deep
      ? { groupe: `${ref.pilier}_AS${ref.axe}`, libelle: `${libelle}, axe ${ref.axe}` }
      : { groupe: ref.pilier, libelle };
  }

  return { pilier, axe };
}
