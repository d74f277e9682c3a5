/**
 * Whether Excel would take a text that is written into a cell for something else: a number, a date, a boolean, an error, a formula.
 * Not exhaustive, and need not be: what was written is read again.
 */
export function wouldChange(text: string): boolean {
  const bare = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  return FORMULA.test(text) || NUMBER.test(bare) || DATE.test(bare) || MONTH.test(bare) || WORD.test(bare);
}

const FORMULA = /^[=+\-@']/;
const NUMBER = /^\(?[-+]?[$€£]? ?\d[\d .,]*(e[-+]?\d+)? ?[%€$£]?\)?$|^\(?[-+]?[.,]\d+ ?%?\)?$/i;
const DATE = /^\d[\d/:.\- ]*\d( ?[ap]\.?m?)?$/i;
const MONTH =
  /^(\d{1,4}[ .\-/]*)?(jan|janv|f[eé]v|f[eé]vr|feb|mar|mars|apr|avr|avril|mai|may|juin|jun|juil|juillet|jul|ao[uû]t|aug|sept?|oct|nov|d[eé]c)[a-zéû]*\.?([ .\-/]*\d{1,4})?$/i;
const WORD = /^(vrai|faux|true|false|#(n\/a|ref!|valeur!|value!|nom\?|name\?|div\/0!|nombre!|num!|nul!|null!))$/i;
