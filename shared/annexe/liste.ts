/**
 * The text of a list cell with some items changed and all else kept as it stands, separators included. `ecritures` are the items as
 * the cell writes them, in order; `wanted[i]` is what the i-th becomes, null to take it out with the separator before it (after it
 * for the first). Null when an item is not found as it is written: the caller then proposes nothing.
 */
export function rewriteList(
  texte: string,
  ecritures: readonly string[],
  wanted: readonly (string | null)[],
): string | null {
  const spaced = texte.replace(/[\u00a0\u202f]/g, ' ');
  let made = '';
  let from = 0;
  let kept = 0;
  for (let index = 0; index < ecritures.length; index++) {
    const ecriture = ecritures[index] ?? '';
    const start = spaced.indexOf(ecriture, from);
    if (start < 0) return null;
    const item = wanted[index];
    if (item !== null && item !== undefined) {
      if (kept > 0 || index === 0) made += texte.slice(from, start);
      made += item;
      kept++;
    }
    from = start + ecriture.length;
  }
  return made + texte.slice(from);
}
