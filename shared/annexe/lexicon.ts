/**
 * The few words that the scan of a text looks for, and the folding table it works with.
 * A word's hash is h = h × 31 + letter over its folded letters, so no string is made while scanning.
 */

/** What a word of a text tells, as bits. */
export const Word = {
  /** Names people that an indicator may count. */
  personne: 1,
  /** Says that the data are by sex. */
  sexe: 2,
  /** Opens an indicator: "Nombre de…", "Part des…". */
  debut: 4,
  /** "QP" written for "QPV". */
  qp: 8,
} as const;

const PERSONNES =
  'adulte agent allocataire apprenti beneficiaire chomeur collegien demandeur eleve enfant etudiant habitant jeune ' +
  'licencie locataire lyceen mineur parent participant patient personne resident salarie senior stagiaire usager victime';
const SEXES = 'femme fille garcon homme sexe sexue sexuee genre';
/** Openings of an indicator, in the words of the field. */
export const DEBUTS =
  'nombre part taux effectif montant proportion pourcentage delai diagnostic signature volume duree ratio indice existence';

const SIZE = 256;
const HASHES = new Int32Array(SIZE);
const BITS = new Uint8Array(SIZE);

/** Folded letter of each character below 0x250: 1–26 letters, 27–36 digits, 0 everything else. */
export const FOLDED = new Uint8Array(0x250);

/** The bits of a word's hash; 0 for a word that is not looked for. */
export function wordBits(hash: number): number {
  for (let slot = hash & (SIZE - 1); ; slot = (slot + 1) & (SIZE - 1)) {
    const bits = BITS[slot] ?? 0;
    if (bits === 0 || HASHES[slot] === hash) return bits;
  }
}

function learn(words: string, bits: number): void {
  for (const word of words.split(' ')) {
    for (const form of [word, `${word}s`]) {
      let hash = 0;
      for (let index = 0; index < form.length; index++) hash = (hash * 31 + (FOLDED[form.charCodeAt(index)] ?? 0)) | 0;
      let slot = hash & (SIZE - 1);
      while (BITS[slot] !== 0 && HASHES[slot] !== hash) slot = (slot + 1) & (SIZE - 1);
      HASHES[slot] = hash;
      BITS[slot] = (BITS[slot] ?? 0) | bits;
    }
  }
}

for (let code = 0; code < FOLDED.length; code++) {
  const base = String.fromCharCode(code).normalize('NFD').charCodeAt(0) | 32;
  if (base >= 97 && base <= 122) FOLDED[code] = base - 96;
  else if (code >= 48 && code <= 57) FOLDED[code] = code - 21;
}
FOLDED[0x153] = FOLDED[0x152] = 15;
learn(PERSONNES, Word.personne);
learn(SEXES, Word.sexe);
learn(DEBUTS, Word.debut);
learn('qp', Word.qp);
