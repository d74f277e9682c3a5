import { alignPaires, parseBop, parseServices, type Annexe } from '../annexe';
import { findService, type Referential } from '../referential';
import { Codes, Motifs } from './motifs';

/** Pairs of cells remembered while reading. */
const MOST_CELLS = 4096;

/** Turns BOP and service cells into motifs. Reading names of services is slow, and the same cells come again and again. */
export class Cellules {
  readonly bops = new Codes();
  readonly services = new Codes();
  readonly motifs = new Motifs();
  private readonly known = new Map<string, number>();

  constructor(
    private readonly annexe: Annexe,
    private readonly referential: Referential,
  ) {}

  /** The motif that two cells write, −1 without a BOP. */
  motifOf(bopText: string, serviceText: string): number {
    const key = `${bopText}\u0000${serviceText}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const motif = this.read(bopText, serviceText);
    if (this.known.size >= MOST_CELLS) this.known.clear();
    this.known.set(key, motif);
    return motif;
  }

  private read(bopText: string, serviceText: string): number {
    const bops: number[] = [];
    const services: number[] = [];
    for (const { bop, service } of alignPaires(parseBop(bopText), parseServices(serviceText, this.annexe.vocabulary))) {
      if (bop === null) continue;
      bops.push(this.bops.idOf(bop));
      services.push(service === null ? -1 : this.services.idOf(this.sigleOf(service)));
    }
    return bops.length === 0 ? -1 : this.motifs.idOf(bops, services);
  }

  /** One service under all its spellings; other names of the same service stay apart. */
  private sigleOf(nom: string): string {
    return findService(this.referential, nom)?.service.sigle ?? nom;
  }
}
