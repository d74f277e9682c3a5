import { cleanRefKey, eachObjectif, formatRef, parseRef, type Annexe } from '../annexe';
import { fold } from '../text/fold';

/**
 * The references that the Table Schema accepts, by row: a wildcard gets the first free number of its axis, "Atr_EgF/H" becomes
 * "ATR_EGFH", and a reference already taken the next free number. One that cannot be mended stays as it is written.
 */
export function publishableRefs(annexe: Annexe, refOf: (row: number) => string): ReadonlyMap<number, string> {
  const taken = new Set<string>();
  const waiting: number[] = [];
  const refs = new Map<number, string>();
  eachObjectif(annexe, (row) => {
    const ref = published(refOf(row));
    if (ref === null || taken.has(ref)) waiting.push(row);
    else {
      refs.set(row, ref);
      taken.add(ref);
    }
  });
  for (const row of waiting) {
    const ref = free(refOf(row), taken);
    refs.set(row, ref);
    taken.add(ref);
  }
  return refs;
}

const TRANSVERSAL = /^atr[\s_.-]/i;

/** Null for a reference that needs a number. */
function published(text: string): string | null {
  const ref = parseRef(text);
  if (ref.forme === 'joker') return null;
  if (!TRANSVERSAL.test(ref.normalisee)) return ref.normalisee;
  return `ATR_${fold(ref.normalisee)
    .slice(4)
    .replace(/[^a-z]/g, '')
    .toUpperCase()}`;
}

function free(text: string, taken: ReadonlySet<string>): string {
  const { pilier, axe, normalisee } = parseRef(text);
  if (cleanRefKey(formatRef(pilier, axe, 1)) < 0) return normalisee;
  for (let numero = 1; numero < 1000; numero++) {
    const ref = formatRef(pilier, axe, numero);
    if (!taken.has(ref)) return ref;
  }
  return normalisee;
}
