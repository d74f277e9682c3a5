import { squeeze } from '../text/fold';

/**
 * A reference `P…_AS<axe>_<nnn>` as one whole number, so that a million of them can be compared without text:
 * ((26² a + 26 b + c) × 100 + axe) × 1000 + numéro, where abc are the three letters after P. Below 2³¹.
 */
export type RefKey = number;

export type RefForm = 'absente' | 'canonique' | 'joker' | 'code' | 'autre';

/** What a reference cell says. `lettre`: a letter stands for a digit. `propre`: written exactly as it should be. */
export interface RefCell {
  readonly texte: string;
  readonly forme: RefForm;
  readonly pilier: string;
  readonly axe: number;
  readonly numero: number;
  readonly lettre: boolean;
  readonly propre: boolean;
  /** How it should be written, letters and separators mended; the text itself for a code or an unreadable reference. */
  readonly normalisee: string;
}

const UNDERSCORE = 95;

/** The key of a reference that is written exactly as it should be, else −1. The quick path: most cells of a sheet. */
export function cleanRefKey(text: string): RefKey {
  const length = text.length;
  if ((length !== 12 && length !== 13) || text.charCodeAt(0) !== 80) return -1;
  const a = text.charCodeAt(1) - 65;
  const b = text.charCodeAt(2) - 65;
  const c = text.charCodeAt(3) - 65;
  if (a < 0 || a > 25 || b < 0 || b > 25 || c < 0 || c > 25) return -1;
  if (text.charCodeAt(4) !== UNDERSCORE || text.charCodeAt(5) !== 65 || text.charCodeAt(6) !== 83) return -1;
  let axe = text.charCodeAt(7) - 48;
  if (axe < 1 || axe > 9) return -1;
  if (length === 13) {
    const unit = text.charCodeAt(8) - 48;
    if (unit < 0 || unit > 9) return -1;
    axe = axe * 10 + unit;
  }
  if (text.charCodeAt(length - 4) !== UNDERSCORE) return -1;
  const x = text.charCodeAt(length - 3) - 48;
  const y = text.charCodeAt(length - 2) - 48;
  const z = text.charCodeAt(length - 1) - 48;
  if (x < 0 || x > 9 || y < 0 || y > 9 || z < 0 || z > 9) return -1;
  return (((a * 26 + b) * 26 + c) * 100 + axe) * 1000 + x * 100 + y * 10 + z;
}

/** Tolerant form: any case, any separator, letters O, l, I for digits, one to three figures. */
const TOLERANT = /^(P[A-Z]{3})[\s_.-]*(?:AS|A|AXE)[\s_.-]*([0-9OIL]{1,2})[\s_.-]+([0-9OIL]{1,3}|[*X])$/;
/** Contracts of 2024 make their own codes: "A1_03", "AXE2-001", "EMP_AS1_001". */
const OWN_CODE = /^([A-Z]{2,6}[_-])?(?:AS|AXE|A|O|OS|OO|OP|E)?([0-9]{1,2})[_.-]([0-9]{1,3})$/;
const TRANSVERSAL = /^ATR[\s_.-]/;

const cellOf = (texte: string, rest: Partial<RefCell> = {}): RefCell => ({
  texte,
  forme: rest.forme ?? 'autre',
  pilier: rest.pilier ?? '',
  axe: rest.axe ?? 0,
  numero: rest.numero ?? 0,
  lettre: rest.lettre ?? false,
  propre: rest.propre ?? false,
  normalisee: rest.normalisee ?? texte,
});

let last = cellOf('', { forme: 'absente' });

/** Reads a reference cell. Never complains: an unreadable reference has the form "autre". */
export function parseRef(texte: string): RefCell {
  // Reading asks twice of a row, then each rule on references once more.
  if (last.texte !== texte) last = read(texte);
  return last;
}

function read(texte: string): RefCell {
  const text = squeeze(texte);
  if (text === '') return cellOf('', { forme: 'absente' });
  const upper = text.toUpperCase();
  const match = TOLERANT.exec(upper);
  if (match) return readCanonical(texte, match);
  if (TRANSVERSAL.test(upper)) return cellOf(texte, { forme: 'code', propre: texte === text, normalisee: text });
  const own = OWN_CODE.exec(upper);
  if (own) {
    const [, prefix = '', axe = '', numero = ''] = own;
    const read = { pilier: prefix.replace(/[_-]$/, ''), axe: Number(axe), numero: Number(numero) };
    return cellOf(texte, { forme: 'code', propre: texte === upper, normalisee: upper, ...read });
  }
  return cellOf(texte, { normalisee: text });
}

function readCanonical(texte: string, match: RegExpExecArray): RefCell {
  const [, pilier = '', axeText = '', numeroText = ''] = match;
  const axe = Number(toDigits(axeText));
  if (axe === 0) return cellOf(texte);
  if (/^[*X]$/.test(numeroText)) {
    const normalisee = `${pilier}_AS${axe}_*`;
    return cellOf(texte, { forme: 'joker', pilier, axe, propre: texte === normalisee, normalisee });
  }
  const numero = Number(toDigits(numeroText));
  const normalisee = formatRef(pilier, axe, numero);
  // The letter is the defect only when nothing else is wrong: "PCOS_AS1_OO1", not "pcos-as1-o1".
  const lettre = /[OIL]/.test(axeText + numeroText);
  const propre = texte === normalisee;
  return cellOf(texte, { forme: 'canonique', pilier, axe, numero, lettre, propre, normalisee });
}

const toDigits = (text: string): string => text.replace(/O/g, '0').replace(/[IL]/g, '1');

/** ('PDEE', 1, 2) → "PDEE_AS1_002". */
export function formatRef(pilier: string, axe: number, numero: number): string {
  return `${pilier}_AS${axe}_${String(numero).padStart(3, '0')}`;
}

/** The key of a reference that was read tolerantly, −1 when it has none (wildcard, code, unreadable). */
export function keyOf(ref: RefCell): RefKey {
  return ref.forme === 'canonique' ? cleanRefKey(ref.normalisee) : -1;
}

/** The text of a key. */
export function refOfKey(key: RefKey): string {
  const pilier = Math.floor(key / 100000);
  const letters = [Math.floor(pilier / 676), Math.floor(pilier / 26) % 26, pilier % 26];
  const name = `P${letters.map((letter) => String.fromCharCode(65 + letter)).join('')}`;
  return formatRef(name, Math.floor(key / 1000) % 100, key % 1000);
}

/** The common part of the keys of an axis: key ÷ 1000. −1 when the pillar's code is no "P" and three letters. */
export function axeBase(pilier: string, axe: number): number {
  const key = cleanRefKey(formatRef(pilier, axe, 0));
  return key < 0 ? -1 : key / 1000;
}
