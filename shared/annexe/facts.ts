import type { Scalar } from '../sheet/grid';
import type { ColumnMap } from './columns';
import { etatIndicateur } from './indicateur';
import { isPlaceholder } from './placeholder';
import { parseCible } from './cible';
import { lastScan, scanText, Seen } from './scan';

/**
 * What reading records of a row, one bit a fact. Rules speak of facts: a row without the facts that a rule waits for is never
 * shown to that rule. The bits from `horsSection` on depend on other rows: lint sets them.
 */
export const Fact = {
  refAbsente: 1 << 0,
  /** The reference is not written in the canonical form: letter, wildcard, own code, unreadable. */
  refParticuliere: 1 << 1,
  objectifAbsent: 1 << 2,
  bop: 1 << 3,
  service: 1 << 4,
  collectivite: 1 << 5,
  signataire: 1 << 6,
  indicateur: 1 << 7,
  cible: 1 << 8,
  bopADefinir: 1 << 9,
  serviceADefinir: 1 << 10,
  collectiviteADefinir: 1 << 11,
  signataireADefinir: 1 << 12,
  indicateurRenvoi: 1 << 13,
  indicateurPlusieurs: 1 << 14,
  indicateurPersonnes: 1 << 15,
  /** The target is filled, and not with one plain number or percentage. */
  cibleTexte: 1 << 16,
  espaces: 1 << 17,
  parentheses: 1 << 18,
  qp: 1 << 19,
  suite: 1 << 20,
  titre: 1 << 21,
  horsSection: 1 << 22,
  doublon: 1 << 23,
  trou: 1 << 24,
  indicateurDoublon: 1 << 25,
  orpheline: 1 << 26,
  objectifSansIndicateur: 1 << 27,
  objectifSansCible: 1 << 28,
  /** Neither BOP nor service on any row of the objective. */
  objectifSansBop: 1 << 29,
} as const;

/** Hash of the indicator's words that the last call of `readFacts` met; 0 when the row has no real indicator. */
export const lastFacts = { indicateur: 0 };

const placeholders = new Map<string, boolean>();
const MOST_REMEMBERED = 2000;

/** isPlaceholder, remembered: the same few words come back on every row. */
function isDefined(text: string): boolean {
  let known = placeholders.get(text);
  if (known === undefined) {
    if (placeholders.size > MOST_REMEMBERED) placeholders.clear();
    known = isPlaceholder(text);
    placeholders.set(text, known);
  }
  return !known;
}

const isEmpty = (value: Scalar | undefined): boolean =>
  value === null || value === undefined || value === '' || (typeof value === 'string' && value.trim() === '');

/** The facts of one row's cells, the reference apart. `cells` is the row of the grid. */
export function readFacts(cells: readonly Scalar[], columns: ColumnMap): number {
  let facts = 0;
  lastFacts.indicateur = 0;
  const objectif = columns.objectif < 0 ? undefined : cells[columns.objectif];
  if (isEmpty(objectif)) facts |= Fact.objectifAbsent;
  else if (typeof objectif === 'string') facts |= textFacts(scanText(objectif));
  facts |= listFacts(cells[columns.bop], Fact.bop, Fact.bopADefinir);
  facts |= listFacts(cells[columns.service], Fact.service, Fact.serviceADefinir);
  facts |= partnerFacts(cells[columns.collectivite], Fact.collectivite, Fact.collectiviteADefinir);
  facts |= partnerFacts(cells[columns.signataire], Fact.signataire, Fact.signataireADefinir);
  const indicateur = cells[columns.indicateur];
  if (!isEmpty(indicateur)) facts |= indicateurFacts(indicateur);
  return facts | cibleFacts(cells[columns.cible]);
}

function textFacts(seen: number): number {
  return (
    (seen & Seen.espaces ? Fact.espaces : 0) |
    (seen & Seen.parentheses ? Fact.parentheses : 0) |
    (seen & Seen.qp ? Fact.qp : 0)
  );
}

function listFacts(value: Scalar | undefined, filled: number, toDefine: number): number {
  if (isEmpty(value)) return 0;
  if (typeof value !== 'string') return filled;
  const first = value.charCodeAt(0);
  // A list that begins with a figure or a capital beyond the placeholders' initials is no placeholder.
  if (first >= 48 && first <= 57) return filled;
  return isDefined(value) ? filled : toDefine;
}

function partnerFacts(value: Scalar | undefined, filled: number, toDefine: number): number {
  if (isEmpty(value)) return 0;
  if (typeof value !== 'string') return filled;
  if (!isDefined(value)) return toDefine;
  return filled | (scanText(value) & Seen.espaces ? Fact.espaces : 0);
}

/** Folded initials of the texts that send elsewhere: voir, cf, se reporter, idem, même, renvoi, ditto, (, ". */
const REFERRAL_INITIALS = /^[\s(]*[vcsimrd"(]/i;

function indicateurFacts(value: Scalar | undefined): number {
  if (typeof value !== 'string') return Fact.indicateur;
  const seen = scanText(value);
  const { hash } = lastScan;
  const facts = textFacts(seen);
  if ((seen & Seen.debut) === 0 || REFERRAL_INITIALS.test(value)) {
    const etat = etatIndicateur(value);
    if (etat !== 'reel') return etat === 'renvoi' ? facts | Fact.indicateurRenvoi : 0;
  }
  lastFacts.indicateur = hash === 0 ? 1 : hash;
  return (
    facts |
    Fact.indicateur |
    (seen & Seen.plusieurs || value.includes('\n') ? Fact.indicateurPlusieurs : 0) |
    ((seen & (Seen.personne | Seen.sexe)) === Seen.personne ? Fact.indicateurPersonnes : 0)
  );
}

/** One plain number or percentage: "30 %", "13,2 %", "12". */
const PLAIN = /^\d{1,9}(,\d*[1-9])?[ \u00a0\u202f]?%?$/;

function cibleFacts(value: Scalar | undefined): number {
  if (isEmpty(value)) return 0;
  if (typeof value === 'number') return value >= 0 && value <= 1 ? Fact.cible : Fact.cible | Fact.cibleTexte;
  const text = typeof value === 'string' ? value : String(value);
  if (text.length < 10 && PLAIN.test(text))
    return /^[1-9]?\d\D|^\d{1,2}$/.test(text) ? Fact.cible : Fact.cible | Fact.cibleTexte;
  const { etat } = parseCible(text);
  return etat === 'vide' || etat === 'a-definir' ? 0 : Fact.cible | Fact.cibleTexte;
}
