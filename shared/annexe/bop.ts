import { squeeze } from '../text/fold';
import { isPlaceholder } from './placeholder';

/** One programme of a BOP cell. `ecriture` is how the cell writes it, `code` how it should be written. */
export interface BopItem {
  readonly code: string;
  readonly ecriture: string;
}

export interface BopCell {
  readonly texte: string;
  readonly items: readonly BopItem[];
  /** The cell written as it should be: codes separated as the cell separates them. */
  readonly propre: string;
}

/**
 * One item: an optional "BOP", "programme", "P", "n°", then the number, then an optional wording of the programme
 * ("147 - Politique de la ville", "147 : Politique de la ville"); or a financier's capitals ("CNDS", "FSE+").
 */
const ITEM =
  /(?:(?:\b(?:[Bb][Oo][Pp]s?|[Pp]rogrammes?|[Pp]rog\.?|P)\s*)?(?:n\s*°\s*|no\s+)?)(\d+)(?:\s*(?:[-–:]\s*)?\(?(?:[A-Za-zÀ-ÿ'’]*[a-zà-ÿ]{3,}[A-Za-zÀ-ÿ'’]*|(?:[dl]['’]|d[eu]s?|l[ae]s?|et|à|en)\b)[^\d\n;,|]*)?|[A-Z][A-Z]{1,7}\+?(?![a-zà-ÿ])/g;

/** The usual cell, read without the pattern above: three figures, one blank between. */
const PLAIN = /^\d{3}(?:[ \n]\d{3})*$/;

/** The words that only announce a number. */
const ANNOUNCE = /^(BOP|PROG|PROGRAMMES?)$/;

/** Reads a BOP cell: numbers as numbers or text, any separator. "BOP 102 BOP 163" → 102, 163; "0147", "P147" → 147. */
export function parseBop(texte: string): BopCell {
  if (PLAIN.test(texte)) return plainCell(texte);
  const items: BopItem[] = [];
  const text = isPlaceholder(texte) ? '' : texte.replace(/[\u00a0\u202f]/g, ' ');
  ITEM.lastIndex = 0;
  for (let match = ITEM.exec(text); match !== null; match = ITEM.exec(text)) {
    const ecriture = squeeze(match[0]);
    if (match[1] !== undefined) items.push({ code: codeOf(match[1]), ecriture });
    else if (!ANNOUNCE.test(ecriture)) items.push({ code: ecriture, ecriture });
  }
  const separator = /\n/.test(texte) ? '\n' : ' ';
  return { texte, items, propre: items.map((item) => item.code).join(separator) };
}

function plainCell(texte: string): BopCell {
  const items: BopItem[] = [];
  for (let at = 0; at < texte.length; at += 4) {
    const code = texte.slice(at, at + 3);
    items.push({ code, ecriture: code });
  }
  const separator = texte.includes('\n') ? '\n' : ' ';
  return { texte, items, propre: items.map((item) => item.code).join(separator) };
}

/** "0147" → "147"; a number of another length than three figures stays as it is written. */
function codeOf(digits: string): string {
  return /^0+\d{3}$/.test(digits) ? digits.slice(-3) : digits;
}

/** The cell's text made to hold `codes`, in this order: what it already holds stays as it is written when nothing else moves. */
export function writeBops({ texte, items, propre }: BopCell, codes: readonly string[]): string {
  const kept = items.length > 0 && items.every(({ code }, index) => code === codes[index]);
  const separator = /\d(\s*[,;/]\s*)\S/.exec(texte)?.[1] ?? (propre.includes('\n') ? '\n' : ' ');
  return kept ? [texte.trimEnd(), ...codes.slice(items.length)].join(separator) : codes.join(separator);
}
