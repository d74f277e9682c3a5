import type { Scalar } from '../sheet/grid';
import { textOf } from '../sheet/grid';
import { fold, squeeze } from '../text/fold';
import { isPlaceholder, isReferral } from './placeholder';
import { remembered } from '../text/remember';

/** One target value. A share is 0–1 ("13,2 %" → 0.132); `unite` is "%" for a share, else what follows the number, or "". */
export interface CibleValeur {
  readonly libelle: string | null;
  readonly valeur: number;
  readonly unite: string;
}

export type EtatCible = 'vide' | 'a-definir' | 'lisible' | 'qualitative' | 'illisible';

export interface CibleCell {
  readonly texte: string;
  readonly etat: EtatCible;
  readonly valeurs: readonly CibleValeur[];
  /** How a single value should be written ("100,00%" → "100 %"); null when there is nothing to rewrite. */
  readonly propre: string | null;
}

/** "1.250,5", then "1 250,5" or "13.2", then any figures: a point groups thousands only where no other point is the decimal one. */
const NUMBER =
  '[-+]?[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?(?!\\d)|' +
  '[-+]?\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})*(?:[.,]\\d+)?(?!\\d)|' +
  '[-+]?\\d+(?:[.,]\\d+)?';
const SINGLE = new RegExp(
  `^([<>≥≤~]?\\s*)(${NUMBER})\\s*(%(?:\\s+(?:de|du|des|par)\\s[^\\d%:]{0,60})?|[^\\d%:]{0,30})?$`,
);
/** What may stand around a single value: "au moins 30 % en 2020". */
const AROUND =
  /^(?:au (?:moins|plus)|environ|minimum|maximum|plus de|moins de|jusqu['’]à)\s+|[\s(]+(?:en|fin|avant|d['’]ici(?: à)?)\s+20\d\d\)?$/gi;
const LABELLED = new RegExp(`([^:=\\n;]*?)\\s*[:=]\\s*(${NUMBER})\\s*(%|€|ans?\\b|jours?\\b|mois\\b)?`, 'g');
/** Longer than any target: not worth a regular expression. */
const LONGEST = 1000;
const COLUMN_TITLE = /^\s*valeurs?\s+cibles?(\s+nationales?|\s+locales?)?\s*:?\s*/i;
const QUALITATIVE =
  /^(oui|non|hausse|baisse|augmentation|diminution|maintien|stabilite|en hausse|en baisse|atteint|tous|toutes)\b/;

/** Reads a target: a number, a share, or labelled values ("EA : 30 % CUI marchand : 12 %"). Never complains. */
export function parseCible(value: Scalar): CibleCell {
  if (typeof value === 'number') {
    const valeurs = [{ libelle: null, valeur: value, unite: value >= 0 && value <= 1 ? '%' : '' }];
    return { texte: textOf(value), etat: 'lisible', valeurs, propre: null };
  }
  return readText(textOf(value));
}

const readText = remembered((texte): CibleCell => {
  const text = squeeze(texte);
  if (text === '') return { texte, etat: 'vide', valeurs: [], propre: null };
  if (isPlaceholder(text) || isReferral(text)) return { texte, etat: 'a-definir', valeurs: [], propre: null };
  if (text.length > LONGEST) return { texte, etat: 'illisible', valeurs: [], propre: null };
  const single = SINGLE.exec(text);
  if (single) return singleCible(texte, single);
  const bare = SINGLE.exec(text.replace(AROUND, ''));
  if (bare) return { ...singleCible(texte, bare), propre: null };
  const lines = readLines(texte);
  if (lines !== null) return { texte, etat: 'lisible', valeurs: lines, propre: null };
  const valeurs = readLabelled(text.replace(COLUMN_TITLE, ''));
  if (valeurs.length > 0) return { texte, etat: 'lisible', valeurs, propre: null };
  const etat = QUALITATIVE.test(fold(text)) ? 'qualitative' : 'illisible';
  return { texte, etat, valeurs: [], propre: null };
});

function singleCible(texte: string, match: RegExpExecArray): CibleCell {
  const [, sign = '', digits = '', rest = ''] = match;
  const valeur = parseNumber(digits);
  const unite = rest.trim();
  const share = unite.startsWith('%');
  // The defect named by cible-format: useless decimals or a decimal point, as a spreadsheet's export writes them.
  const shaky = /[.,]0+$/.test(digits) || /\.\d{1,2}$/.test(digits);
  const clean = `${sign.trim()}${sign.trim() ? ' ' : ''}${writeNumber(valeur)}${unite ? ` ${unite}` : ''}`;
  const valeurs = [{ libelle: null, valeur: share ? round(valeur / 100) : valeur, unite: share ? '%' : unite }];
  return { texte, etat: 'lisible', valeurs, propre: shaky ? clean : null };
}

/** One value a line, as many lines as indicators: "4⏎50 %". Null when a line is anything else. */
function readLines(texte: string): CibleValeur[] | null {
  const lines = texte
    .split(/[\n\r]+/)
    .map(squeeze)
    .filter((line) => line !== '');
  if (lines.length < 2) return null;
  const valeurs: CibleValeur[] = [];
  for (const line of lines) {
    const single = SINGLE.exec(line.replace(AROUND, ''));
    if (single === null) return null;
    valeurs.push(...singleCible(line, single).valeurs);
  }
  return valeurs;
}

function readLabelled(text: string): CibleValeur[] {
  const valeurs: CibleValeur[] = [];
  LABELLED.lastIndex = 0;
  for (let match = LABELLED.exec(text); match !== null; match = LABELLED.exec(text)) {
    const [, label = '', digits = '', unite = ''] = match;
    const valeur = parseNumber(digits);
    const libelle = label.replace(/^[\s,;/-]+/, '').trim();
    valeurs.push({ libelle: libelle || null, valeur: unite === '%' ? round(valeur / 100) : valeur, unite });
  }
  return valeurs;
}

/** "1 250,5" → 1250.5; "13.2" → 13.2; "1.250" (a point before three figures) → 1250. */
export function parseNumber(digits: string): number {
  const bare = digits.replace(/[ \u00a0\u202f]/g, '');
  const grouped = /^[-+]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(bare) ? bare.replace(/\./g, '') : bare;
  return Number(grouped.replace(',', '.'));
}

const round = (value: number): number => Number(value.toFixed(10));
const writeNumber = (value: number): string => String(round(value)).replace('.', ',');
