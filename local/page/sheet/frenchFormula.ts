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

/** Texts, sheet names and array constants, in which nothing is touched; or what stands between two of them. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|[^"'{]+|["'{]/g;

/**
 * A formula typed as in Excel in French, as the engine reads it: `=SOMME(A1;0,5)` → `=SUM(A1,0.5)`. A comma is a decimal one only
 * where semicolons part the arguments. One typed the English way comes back as it is.
 */
export function fromFrench(formula: string): string {
  const pieces = formula.match(PIECES) ?? [];
  const isCode = (piece: string): boolean => !/^["'{]/.test(piece);
  const parted = pieces.some((piece) => isCode(piece) && piece.includes(';'));
  return pieces.map((piece) => (isCode(piece) ? inEnglish(piece, parted) : piece)).join('');
}

function inEnglish(code: string, parted: boolean): string {
  const separated = parted ? code.replace(/(\d),(\d)/g, '$1.$2').replace(/;/g, ',') : code;
  return separated.replace(/(?<![\w.!])[A-Z][A-Z.]*(?=\()/gi, (name) => FRENCH[name.toUpperCase()] ?? name);
}
