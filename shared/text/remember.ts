/**
 * A pure reading of a text, remembered: the same few cells come back all along an annexe, and several rules ask for each.
 * Past `most` texts the memory starts afresh; a text longer than `longest` is no cell that comes back, and would weigh.
 * `undefined` is no answer: use null.
 */
export function remembered<T extends object | string | number | boolean | null>(
  read: (text: string) => T,
  most = 2000,
  longest = 600,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = read(text);
    if (known.size >= most) known.clear();
    if (text.length <= longest) known.set(text, now);
    return now;
  };
}
