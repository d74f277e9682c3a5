import { axeBase, formatRef, keyOf, parseRef, cellText, Kind } from '../annexe';
import type { State } from './state';

/** The references that rows should bear. Asked only for rows that somebody looks at. */
export interface RefRepair {
  /** The reference of row `row` once letters, axis, pillar and uniqueness are mended; as it is written when nothing can be said. */
  repaired(row: number): string;
  /** A reference that no row bears, fit for the place of row `row`; "" when its pillar or its axis is unknown. */
  libre(row: number): string;
  /** Forgets what it knows of free numbers: an edit was made. */
  reset(): void;
}

/** References end in three digits. */
const MOST_NUMERO = 999;

export function createRefRepair(state: State): RefRepair {
  const { annexe, refs } = state;
  const { kinds, sectionOf, sections, keys } = annexe;
  const highest = new Map<number, number>();
  const claims = new Map<number, ReadonlySet<number>>();

  /** The reference of the place where the row stands, without regard to the other rows. */
  function placed(row: number): string {
    const written = cellText(annexe, row, 'ref');
    const ref = parseRef(written);
    if (ref.forme !== 'canonique' && ref.forme !== 'joker') return written;
    const section = sections[sectionOf[row] ?? -1];
    if (section === undefined || section.niveau === 'transversal') return ref.normalisee;
    const pilier = state.pilierCode(sectionOf[row] ?? -1) || ref.pilier;
    const axe = section.niveau === 'axe' && section.numero > 0 ? section.numero : ref.axe;
    return ref.forme === 'joker' ? `${pilier}_AS${axe}_*` : formatRef(pilier, axe, ref.numero);
  }

  function repaired(row: number): string {
    const place = placed(row);
    const key = keyOf(parseRef(place));
    if (key < 0) return place;
    const own = keys[row] === key;
    // Among rows that belong at the same place, the one that stands there keeps it, else the first.
    const before = refs.some(key, (other) => (own ? other < row : other !== row) && placed(other) === place);
    const taken = before || (!own && claimedAbove(row, key, place));
    return taken ? free(place) || cellText(annexe, row, 'ref') : place;
  }

  /** A row higher up, that bears another reference now, belongs at the same place. */
  function claimedAbove(row: number, key: number, place: string): boolean {
    const index = sectionOf[row] ?? -1;
    const start = sections[index]?.row ?? 0;
    for (let above = row - 1; above >= start; above--) {
      if (kinds[above] === Kind.objectif && keys[above] !== key && keys[above] !== -1 && placed(above) === place)
        return true;
    }
    return false;
  }

  /** The first number above all those used in the axis, "" when there is none left. */
  function free(place: string): string {
    const ref = parseRef(place);
    const numero = highestIn(axeBase(ref.pilier, ref.axe)) + 1;
    return numero > MOST_NUMERO ? '' : formatRef(ref.pilier, ref.axe, numero);
  }

  /** Asked number by number: a long sheet has many rows, an axis 999 numbers. */
  function highestIn(base: number): number {
    const known = highest.get(base);
    if (known !== undefined) return known;
    let numero = MOST_NUMERO;
    while (numero > 0 && !refs.has(base * 1000 + numero)) numero--;
    highest.set(base, numero);
    return numero;
  }

  function libre(row: number): string {
    const index = sectionOf[row] ?? -1;
    let above = row - 1;
    while (above >= 0 && sectionOf[above] === index && kinds[above] !== Kind.objectif) above--;
    const near = parseRef(sectionOf[above] === index ? placed(above) : '');
    const numero = sections[index]?.niveau === 'axe' ? (sections[index]?.numero ?? 0) : 0;
    const pilier = state.pilierCode(index) || near.pilier;
    const axe = numero || parseRef(cellText(annexe, row, 'ref')).axe || near.axe;
    const base = axeBase(pilier, axe);
    if (base < 0) return '';
    const next = near.pilier === pilier && near.axe === axe ? near.numero + 1 : 1;
    const wanted = claimedIn(index);
    const open = next <= MOST_NUMERO && !refs.has(base * 1000 + next) && !wanted.has(base * 1000 + next);
    if (open) return formatRef(pilier, axe, next);
    const found = free(formatRef(pilier, axe, 1));
    return wanted.has(keyOf(parseRef(found))) ? '' : found;
  }

  /** The keys of the places where the rows of a section belong. */
  function claimedIn(index: number): ReadonlySet<number> {
    const known = claims.get(index);
    if (known !== undefined) return known;
    const found = new Set<number>();
    for (let row = 0; row < kinds.length; row++) {
      if (sectionOf[row] === index && kinds[row] === Kind.objectif) found.add(keyOf(parseRef(placed(row))));
    }
    claims.set(index, found);
    return found;
  }

  function reset(): void {
    highest.clear();
    claims.clear();
  }

  return { repaired, libre, reset };
}
