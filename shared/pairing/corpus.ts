import { cellText, Kind, sectionLue, type Annexe } from '../annexe';
import type { Millesime, Referential } from '../referential';
import { fold } from '../text/fold';
import { Cellules } from './cellules';
import { Entiers } from './entiers';
import { bump, Codes, Groupe, type Motifs } from './motifs';
import { codeSection, situate, type Situation } from './section';
import { TextIndex } from './textIndex';
import { TrigramFrequencies, trigramsOf, type Trigrams } from './trigrams';

/** Rows kept as evidence; beyond it they would no longer change a suggestion, only take room. */
const MOST_FICHES = 131_072;

const NO_USAGE: ReadonlyMap<string, number> = new Map();

/** Objectives whose trigrams are kept, 200 bytes each. */
const MOST_COMPARED = 4096;

/**
 * What the filled rows of an annexe teach. A fiche is one row with at least one BOP; all that is counted over fiches is whole numbers,
 * so that a row can be taken out, asked about, and put back, without a trace: leaving a row out is the same as never having read it.
 */
export class Corpus {
  readonly groupes = new Codes();
  readonly textes = new TextIndex();
  readonly trigrammes = new TrigramFrequencies();
  /** Uses of a service, by service. */
  readonly emplois: number[] = [];
  private readonly counts: Groupe[] = [];
  private readonly rows = new Entiers();
  private readonly motifOf = new Entiers();
  private readonly axes = new Entiers();
  private readonly piliers = new Entiers();
  /** Folded objectives as they were read: what is taken out must be what was put in. */
  private readonly objectifs: string[] = [];
  private readonly ficheOf: Int32Array;
  private readonly cellules: Cellules;
  private readonly parBop: Map<string, number>[] = [];
  private readonly compared = new Map<number, Trigrams>();
  private readonly sectionCodes = new Map<string, string>();
  private readonly sections = new Map<number, Situation | null>();

  constructor(
    readonly annexe: Annexe,
    readonly referential: Referential,
    readonly millesime: Millesime,
  ) {
    this.cellules = new Cellules(annexe, referential);
    this.ficheOf = new Int32Array(annexe.kinds.length).fill(-1);
    for (let row = 0; row < annexe.kinds.length && this.rows.length < MOST_FICHES; row++) this.read(row);
  }

  get bops(): Codes {
    return this.cellules.bops;
  }

  get services(): Codes {
    return this.cellules.services;
  }

  get motifs(): Motifs {
    return this.cellules.motifs;
  }

  /** The code or the wording of a section, for the evidence. */
  codeOf(section: Situation): string {
    const cle = `${section.niveau}|${section.cleAxe}`;
    const known = this.sectionCodes.get(cle) ?? codeSection(this.referential, this.millesime, section);
    this.sectionCodes.set(cle, known);
    return known;
  }

  /** Rows that carry a BOP. */
  get lignes(): number {
    return this.groupe('feuille').lignes;
  }

  /** All fiches but those left out or read again since. */
  shown(): number[] {
    const fiches: number[] = [];
    for (let fiche = 0; fiche < this.rows.length; fiche++) {
      if (this.ficheAt(this.rowOf(fiche)) === fiche) fiches.push(fiche);
    }
    return fiches;
  }

  rowOf(fiche: number): number {
    return this.rows.get(fiche);
  }

  /** Trigrams of the objective of a fiche; kept for the fiches that were last compared. */
  trigramsOf(fiche: number): Trigrams {
    const known = this.compared.get(fiche);
    if (known !== undefined) return known;
    const trigrams = trigramsOf(this.objectifs[fiche] ?? '');
    if (this.compared.size >= MOST_COMPARED) this.compared.clear();
    this.compared.set(fiche, trigrams);
    return trigrams;
  }

  bopsOf(fiche: number): readonly number[] {
    return this.motifs.all[this.motifOf.get(fiche)]?.distincts ?? [];
  }

  /** The fiche of a row, −1 when the row carries no BOP or is left out. */
  ficheAt(row: number): number {
    return this.ficheOf[row] ?? -1;
  }

  /** How many times the annexe gives each service to a BOP. */
  usages(bop: string): ReadonlyMap<string, number> {
    return this.parBop[this.bops.find(bop)] ?? NO_USAGE;
  }

  groupe(cle: string): Groupe {
    const id = this.groupes.find(cle);
    return this.counts[id] ?? new Groupe();
  }

  /** The answer to a question put to an annexe that has never had this row. */
  without<Answer>(row: number | undefined, ask: () => Answer): Answer {
    const fiche = row === undefined ? -1 : this.ficheAt(row);
    if (row === undefined || fiche < 0) return ask();
    this.count(fiche, -1);
    this.ficheOf[row] = -1;
    try {
      return ask();
    } finally {
      this.ficheOf[row] = fiche;
      this.count(fiche, 1);
    }
  }

  /** Reads again a row whose cells have changed. Rows inserted, deleted or moved need a new corpus. */
  update(row: number): void {
    const fiche = this.ficheAt(row);
    if (fiche >= 0) this.count(fiche, -1);
    this.ficheOf[row] = -1;
    this.sections.clear();
    this.read(row);
  }

  private read(row: number): void {
    const { annexe } = this;
    const kind = annexe.kinds[row];
    if (kind !== Kind.objectif && kind !== Kind.suite) return;
    const motif = this.cellules.motifOf(cellText(annexe, row, 'bop'), cellText(annexe, row, 'service'));
    if (motif >= 0) this.keep(row, motif);
  }

  private keep(row: number, motif: number): void {
    const objectif = fold(cellText(this.annexe, row, 'objectif'));
    const section = this.sectionAt(row);
    this.ficheOf[row] = this.rows.length;
    this.rows.push(row);
    this.motifOf.push(motif);
    this.objectifs.push(objectif);
    this.axes.push(section === null ? -1 : this.groupeId(section.cleAxe));
    this.piliers.push(section === null ? -1 : this.groupeId(section.clePilier));
    this.textes.add(section === null ? objectif : `${objectif} ${fold(section.titre)}`);
    this.count(this.rows.length - 1, 1, true);
  }

  private count(fiche: number, step: 1 | -1, isNew = false): void {
    const id = this.motifOf.get(fiche);
    const motif = this.motifs.all[id];
    if (motif === undefined) return;
    motif.lignes += step;
    for (const groupe of [this.groupeId('feuille'), this.axes.get(fiche), this.piliers.get(fiche)]) {
      this.counts[groupe]?.count(id, motif, step);
    }
    motif.services.forEach((service, index) => {
      if (service < 0) return;
      this.emplois[service] = (this.emplois[service] ?? 0) + step;
      bump(this.usagesOf(motif.bops[index] ?? -1), this.services.nameOf(service), step);
    });
    this.trigrammes.count(trigramsOf(this.objectifs[fiche] ?? ''), step);
    if (!isNew) this.textes.show(fiche, step > 0);
  }

  private usagesOf(bop: number): Map<string, number> {
    return (this.parBop[bop] ??= new Map<string, number>());
  }

  private groupeId(cle: string): number {
    const id = this.groupes.idOf(cle);
    this.counts[id] ??= new Groupe();
    return id;
  }

  private sectionAt(row: number): Situation | null {
    const index = this.annexe.sectionOf[row] ?? -1;
    const known = this.sections.get(index);
    if (known !== undefined) return known;
    const read = sectionLue(this.annexe, index);
    const section = read === null ? null : situate(read);
    this.sections.set(index, section);
    return section;
  }
}
