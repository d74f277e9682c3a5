/** Texts that are remembered; past that the memory starts afresh. */
const MOST_TEXTS = 2000;
/** A longer text is no cell that comes back, and would weigh. */
const LONGEST = 600;

/** A pure reading of a text, remembered: the same few cells come back all along an annexe, and several rules ask for each. */
export function remembered<T>(read: (texte: string) => T): (texte: string) => T {
  const known = new Map<string, T>();
  return (texte) => {
    const before = known.get(texte);
    if (before !== undefined) return before;
    const now = read(texte);
    if (known.size >= MOST_TEXTS) known.clear();
    if (texte.length <= LONGEST) known.set(texte, now);
    return now;
  };
}
