import { gestionnairesUsuels, intituleAt, type Referential } from '../referential';
import { fold } from '../text/fold';
import { spellingsOf, wordsOf } from './words';

interface Titre {
  readonly code: string;
  readonly mots: ReadonlySet<string>;
}

/** A programme whose official title is near a text, and the words they share. */
export interface TitreProche {
  readonly code: string;
  readonly likeness: number;
  readonly mots: readonly string[];
}

/** Official titles of a year, for programmes whose managers are documented: those that are met in contrats de ville. */
export class Titres {
  private readonly titres: Titre[] = [];
  private readonly holders = new Map<string, number[]>();

  constructor(referential: Referential, annee: number) {
    for (const programme of referential.programmes) {
      const intitule = intituleAt(programme, annee);
      if (intitule === undefined || gestionnairesUsuels(referential, programme.code, annee).length === 0) continue;
      const mots = new Set(wordsOf(fold(intitule)));
      for (const mot of mots) {
        const list = this.holders.get(mot);
        if (list === undefined) this.holders.set(mot, [this.titres.length]);
        else list.push(this.titres.length);
      }
      this.titres.push({ code: programme.code, mots });
    }
  }

  /** The `most` titles that share the rarest words with the text, best first. */
  nearest(text: string, most: number): TitreProche[] {
    const spellings = spellingsOf(text);
    const found = new Set<number>();
    for (const mot of spellings.keys()) for (const index of this.holders.get(mot) ?? []) found.add(index);
    const near: TitreProche[] = [];
    for (const index of found) {
      const titre = this.titres[index];
      if (titre !== undefined) near.push(this.compare(titre, spellings));
    }
    return near.sort((a, b) => b.likeness - a.likeness || (a.code < b.code ? -1 : 1)).slice(0, most);
  }

  /** Cosine but for the length of the text, which is the same for all titles. */
  private compare({ code, mots }: Titre, spellings: ReadonlyMap<string, string>): TitreProche {
    let shared = 0;
    let all = 0;
    const common: string[] = [];
    for (const mot of mots) {
      const weight = this.rarity(mot) ** 2;
      all += weight;
      const spelling = spellings.get(mot);
      if (spelling === undefined) continue;
      shared += weight;
      common.push(spelling);
    }
    return { code, likeness: shared / Math.sqrt(all), mots: common };
  }

  private rarity(mot: string): number {
    return Math.log(1 + this.titres.length / (this.holders.get(mot)?.length ?? 1));
  }
}
