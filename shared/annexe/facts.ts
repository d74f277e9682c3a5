import type { Scalar } from '../sheet/grid';
import type { Annexe } from './annexe';
import { etatIndicateur } from './indicateur';
import { isPlaceholder } from './placeholder';
import { parseCible } from './cible';
import { isQuiet, lastScan, scanText, Seen } from './scan';

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
  /** The BOP and service cells are not known to be beyond reproach. */
  listes: 1 << 30,
} as const;

/** Hash of the indicator's words that the last call of `readFacts` met; 0 when the row has no real indicator. */
export const lastFacts = { indicateur: 0 };

/** The last placeholder seen: the same words come back row after row, and comparing costs less than reading. */
let lastPlaceholder = '-';

function isDefined(text: string): boolean {
  if (text === lastPlaceholder) return false;
  if (!isPlaceholder(text)) return true;
  lastPlaceholder = text;
  return false;
}

/** Nothing, or only spaces. A first character that is plain ASCII answers for nearly every cell. */
export function isEmpty(value: Scalar | undefined): boolean {
  if (typeof value !== 'string') return value === null || value === undefined;
  const first = value.charCodeAt(0);
  return !(first > 32 && first < 128) && value.trim() === '';
}

/** The facts of one row's cells, the reference apart. `cells` is the row of the grid. */
export function readFacts(cells: readonly Scalar[], { columns, vocabulary }: Annexe): number {
  let facts = 0;
  lastFacts.indicateur = 0;
  const objectif = columns.objectif < 0 ? undefined : cells[columns.objectif];
  if (isEmpty(objectif)) facts |= Fact.objectifAbsent;
  else if (typeof objectif === 'string' && !isQuiet(objectif)) facts |= textFacts(scanText(objectif));
  const bop = cells[columns.bop] ?? null;
  const service = cells[columns.service] ?? null;
  const tacit = vocabulary.isTacit?.(bop, service) === true;
  // Tacit and filled: a list of BOPs and as many services, hence no placeholder.
  if (tacit) facts |= isEmpty(bop) ? 0 : Fact.bop | Fact.service;
  else facts |= Fact.listes | listsFacts(bop, service);
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

function listsFacts(bop: Scalar, service: Scalar): number {
  return listFacts(bop, Fact.bop, Fact.bopADefinir) | listFacts(service, Fact.service, Fact.serviceADefinir);
}

function listFacts(value: Scalar, filled: number, toDefine: number): number {
  if (isEmpty(value)) return 0;
  return typeof value !== 'string' || isDefined(value) ? filled : toDefine;
}

function partnerFacts(value: Scalar | undefined, filled: number, toDefine: number): number {
  if (isEmpty(value)) return 0;
  if (typeof value !== 'string') return filled;
  if (!isDefined(value)) return toDefine;
  return !isQuiet(value) && scanText(value) & Seen.espaces ? filled | Fact.espaces : filled;
}

function indicateurFacts(value: Scalar | undefined): number {
  if (typeof value !== 'string') return Fact.indicateur;
  const seen = scanText(value);
  const { hash } = lastScan;
  const facts = textFacts(seen);
  const etat = etatIndicateur(value);
  if (etat !== 'reel') return etat === 'renvoi' ? facts | Fact.indicateurRenvoi : 0;
  lastFacts.indicateur = hash === 0 ? 1 : hash;
  return (
    facts |
    Fact.indicateur |
    (seen & Seen.plusieurs || value.includes('\n') ? Fact.indicateurPlusieurs : 0) |
    ((seen & (Seen.personne | Seen.sexe)) === Seen.personne ? Fact.indicateurPersonnes : 0)
  );
}

const COMMA = 44;
const PERCENT = 37;
const ZERO = 48;

/** One plain number below 100, or percentage: "30 %", "13,2 %", "12", but neither "013" nor "13,0". */
function isPlain(text: string): boolean {
  const { length } = text;
  let at = digitsEnd(text, 0);
  if (length >= 10 || at === 0 || at > 2 || (at === 2 && length > 2 && text.charCodeAt(0) === ZERO)) return false;
  if (text.charCodeAt(at) === COMMA) {
    const end = digitsEnd(text, at + 1);
    if (end === at + 1 || text.charCodeAt(end - 1) === ZERO) return false;
    at = end;
  }
  const next = text.charCodeAt(at);
  if (next === 32 || next === 160 || next === 0x202f) at++;
  return (text.charCodeAt(at) === PERCENT ? at + 1 : at) === length;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= 57) at++;
  return at;
}

function cibleFacts(value: Scalar | undefined): number {
  if (isEmpty(value)) return 0;
  if (typeof value === 'number') return value >= 0 && value <= 1 ? Fact.cible : Fact.cible | Fact.cibleTexte;
  const text = typeof value === 'string' ? value : String(value);
  if (isPlain(text)) return Fact.cible;
  const { etat } = parseCible(text);
  return etat === 'vide' || etat === 'a-definir' ? 0 : Fact.cible | Fact.cibleTexte;
}
