/**
 * Whether Excel would take a text that is written into a cell for something else: a number, a date, a boolean, an error, a formula.
 * Not exhaustive, and need not be: what was written is read again.
 */
export function wouldChange(text: string): boolean {
  if (text.length > LONGEST) return FORMULA.test(text);
  const bare = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  return FORMULA.test(text) || NUMBER.test(bare) || DATE.test(bare) || MONTH.test(bare) || WORD.test(bare);
}

/** No number and no date is written with more. */
const LONGEST = 60;
const FORMULA = /^[=+\-@']/;
const NUMBER = /^\(?[-+]?[$€£]? ?\d[\d .,]*(e[-+]?\d+)? ?[%€$£]?\)?$|^\(?[-+]?[.,]\d+ ?%?\)?$/i;
const DATE = /^\d[\d/:.\- ]*\d( ?[ap]\.?m?)?$/i;
/** In French and in English: Excel reads both, by the language of the agent. A month alone is a text; with a figure it is a date. */
const MONTHS =
  'janv(ier)?|f[eé]v(r(ier)?)?|mars|avr(il)?|mai|juin|juil(let)?|ao[uû]t|sept?(embre|ember)?|oct(obre|ober)?|nov(embre|ember)?|d[eé]c(embre|ember)?|jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?';
const MONTH = new RegExp(
  `^(?=.*\\d)(\\d{1,4}[ .\\-/]*)?(${MONTHS})\\.?([ .\\-/,]*\\d{1,4}([ .\\-/,]+\\d{1,4})?)?$`,
  'i',
);
const WORD = /^(vrai|faux|true|false|#(n\/a|ref!|valeur!|value!|nom\?|name\?|div\/0!|nombre!|num!|nul!|null!))$/i;
