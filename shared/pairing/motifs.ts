/** Numbers given to words (BOP codes, services, sections) so that rows can be kept as whole numbers. */
export class Codes {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];

  idOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.words.length);
    this.words.push(word);
    return this.words.length - 1;
  }

  /** −1 when the word was never met. */
  find(word: string): number {
    return this.numbers.get(word) ?? -1;
  }

  nameOf(id: number): string {
    return this.words[id] ?? '';
  }
}

/** What rows say in their BOP and service cells. Rows that say the same share one: an annexe of 26,000 rows has few. */
export interface Motif {
  /** BOP and service of each pair, in order; service −1 when the row gives none. */
  readonly bops: readonly number[];
  readonly services: readonly number[];
  readonly distincts: readonly number[];
  /** Rows that say it now. */
  lignes: number;
}

/** Rows of one axis, of one pillar or of the sheet, counted. */
export class Groupe {
  lignes = 0;
  /** Rows that carry a BOP, by BOP. */
  readonly bops = new Map<number, number>();
  /** Rows, by motif. */
  readonly motifs = new Map<number, number>();

  count(id: number, motif: Motif, step: number): void {
    this.lignes += step;
    bump(this.motifs, id, step);
    for (const bop of motif.distincts) bump(this.bops, bop, step);
  }
}

/** Motifs looked at for a BOP: four times those of a contract; a bound for sheets of a whole region. */
export const MOST_MOTIFS = 64;

export class Motifs {
  readonly all: Motif[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly ofBop = new Map<number, number[]>();

  idOf(bops: readonly number[], services: readonly number[]): number {
    const key = `${bops.join()}>${services.join()}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const id = this.all.length;
    const distincts = [...new Set(bops)];
    this.numbers.set(key, id);
    this.all.push({ bops, services, distincts, lignes: 0 });
    for (const bop of distincts) {
      const list = this.ofBop.get(bop);
      if (list === undefined) this.ofBop.set(bop, [id]);
      else list.push(id);
    }
    return id;
  }

  /**
   * Calls `visit` for the first motifs in use that hold the BOP: frequent motifs are met early, those left out are rare. False when some
   * were left out.
   */
  eachOf(bop: number, visit: (motif: Motif, id: number) => void): boolean {
    let left = MOST_MOTIFS;
    for (const id of this.ofBop.get(bop) ?? []) {
      const motif = this.all[id];
      if (motif === undefined || motif.lignes === 0) continue;
      if (left-- === 0) return false;
      visit(motif, id);
    }
    return true;
  }
}

export function bump<Key>(counts: Map<Key, number>, key: Key, step: number): void {
  const count = (counts.get(key) ?? 0) + step;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
