/** French wording and typography of the sentences that agents read. */

/** No-break space: before : ; ? ! % and inside guillemets. */
export const NBSP = '\u00a0';

/** « text » with no-break spaces; blanks inside are squeezed and a long text is cut at `max` characters with an ellipsis. */
export function quote(text: string, max = 80): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  return `«${NBSP}${clean.length > max ? `${clean.slice(0, max - 1).trimEnd()}…` : clean}${NBSP}»`;
}

/** `count` followed by the right form: plural(1, 'ligne') → "1 ligne", plural(3, 'ligne') → "3 lignes". French: 0 and 1 are singular. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)}${NBSP}${count < 2 ? one : many}`;
}

/** "a", "a et b", "a, b et c" (or with another last link: "ou"). */
export function enumerate(items: readonly string[], link: 'et' | 'ou' = 'et'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${link} ${items[items.length - 1]}`;
}

/** French figures: 12345.5 → "12 345,5" with a narrow no-break space between thousands. `digits` is the most decimals shown. */
export function formatNumber(value: number, digits = 2): string {
  const [whole = '0', decimals = ''] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const fraction = decimals.replace(/0+$/, '');
  const shown = fraction === '' ? grouped : `${grouped},${fraction}`;
  return value < 0 && /[1-9]/.test(shown) ? `-${shown}` : shown;
}

/** A share 0–1 as a percentage: 0.413 → "41,3 %" (no-break space). `digits` is the most decimals shown. */
export function formatPercent(share: number, digits = 1): string {
  return `${formatNumber(share * 100, digits)}${NBSP}%`;
}

/** Puts the no-break spaces of French typography in a sentence that was typed with plain ones. */
export function typography(sentence: string): string {
  return sentence.replace(/ (?=[:;?!%»€])/g, NBSP).replace(/« /g, `«${NBSP}`);
}
