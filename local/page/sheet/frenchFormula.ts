import { codeOf, mapCode } from './formulaPieces';

/** Names of the functions that agents type most, as Excel in French has them. The engine knows the English ones alone. */
const FRENCH: Readonly<Record<string, string>> = {
  SOMME: 'SUM',
  'SOMME.SI': 'SUMIF',
  'SOMME.SI.ENS': 'SUMIFS',
  MOYENNE: 'AVERAGE',
  NB: 'COUNT',
  NBVAL: 'COUNTA',
  'NB.VIDE': 'COUNTBLANK',
  'NB.SI': 'COUNTIF',
  'NB.SI.ENS': 'COUNTIFS',
  SI: 'IF',
  SIERREUR: 'IFERROR',
  ET: 'AND',
  OU: 'OR',
  NON: 'NOT',
  VRAI: 'TRUE',
  FAUX: 'FALSE',
  ARRONDI: 'ROUND',
  RECHERCHEV: 'VLOOKUP',
  EQUIV: 'MATCH',
  CONCATENER: 'CONCATENATE',
  GAUCHE: 'LEFT',
  DROITE: 'RIGHT',
  STXT: 'MID',
  NBCAR: 'LEN',
  SUPPRESPACE: 'TRIM',
  MAJUSCULE: 'UPPER',
  MINUSCULE: 'LOWER',
  TEXTE: 'TEXT',
  AUJOURDHUI: 'TODAY',
  FILTRE: 'FILTER',
  UNIQUE: 'UNIQUE',
  TRIER: 'SORT',
};

/**
 * A formula typed as in Excel in French, as the engine reads it: `=SOMME(A1;0,5)` → `=SUM(A1,0.5)`. A comma is a decimal one only
 * where semicolons part the arguments. One typed the English way comes back as it is.
 */
export function fromFrench(formula: string): string {
  const parted = codeOf(formula).includes(';');
  return mapCode(formula, (code) => inEnglish(code, parted));
}

function inEnglish(code: string, parted: boolean): string {
  const separated = parted ? code.replace(/(\d),(\d)/g, '$1.$2').replace(/;/g, ',') : code;
  return separated.replace(/(?<![\w.!])[A-Z][A-Z.]*(?=\()/gi, (name) => FRENCH[name.toUpperCase()] ?? name);
}
