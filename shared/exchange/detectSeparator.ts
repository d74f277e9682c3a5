import type { DelimitedDocument, Separator } from './delimited';
import { parseDelimited } from './delimited';

/** On equal evidence the first wins: a tab is never part of a sentence, a comma often is. */
const CANDIDATES: readonly Separator[] = ['\t', ';', '|', ','];
const SAMPLE_RECORDS = 50;
/** Characters; one line may be a megabyte. */
const SAMPLE_LENGTH = 262144;

/**
 * The separator of a csv text: the one that cuts the first 50 records most evenly, quotes respected.
 * Excel's own first line "sep=;" decides alone. A text that nothing cuts is read with the French one, ";".
 */
export function detectSeparator(text: string): Separator {
  const declared = /^sep=([\t;,|])\r?\n/i.exec(text.slice(0, 8))?.[1];
  const sample = text.slice(0, SAMPLE_LENGTH);
  let best: Separator = ';';
  let bestEvenness = 0;
  for (const separator of CANDIDATES) {
    if (separator === declared) return separator;
    const document = parseDelimited(sample, { separator, quotes: true, maxRecords: SAMPLE_RECORDS });
    const evenness = evennessOf(document, sample.length < text.length);
    if (evenness > bestEvenness) {
      best = separator;
      bestEvenness = evenness;
    }
  }
  return best;
}

/** Share of the records that have the commonest number of fields, 0 when that number is 1. Blank lines say nothing. */
function evennessOf(document: DelimitedDocument, cut: boolean): number {
  const counts = new Map<number, number>();
  // The last record of a sample may lack its end.
  const whole = cut && !document.stopped && document.records.length > 1 ? document.records.length - 1 : Infinity;
  let judged = 0;
  document.records.forEach((cells, index) => {
    if (index >= whole || (cells.length === 1 && cells[0] === '')) return;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    judged++;
  });
  let width = 1;
  for (const [fields, count] of counts) if (count > (counts.get(width) ?? 0)) width = fields;
  return width < 2 ? 0 : (counts.get(width) ?? 0) / judged;
}
