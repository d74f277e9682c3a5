import { cellText, eachObjectif, finOf, type Annexe } from '../annexe';
import type { Millesime, Referential } from '../referential';
import { squeeze } from '../text/fold';
import { NBSP, quote } from '../text/french';
import { absenceOf, testOf, type Champ, type Test } from './champ';
import { impossible, parseFiltre, type Filtre, type Impossible } from './filtre';
import { isCovered, tally } from './tally';

export interface CouvertureOptions {
  /** "indicateur" unless told. */
  readonly champ?: Champ | undefined;
  /** A pillar, an axis, a BOP or a service; empty for the whole annexe. */
  readonly filtre?: string | undefined;
  /** The frame that names the pillars; 2015 unless told. */
  readonly millesime?: Millesime | undefined;
}

/** How many objectives fill a field. `taux` is a share 0–1, null when there is no objective: `message` then says so. */
export interface Mesure {
  readonly taux: number | null;
  readonly couverts: number;
  readonly objectifs: number;
  readonly message?: string;
}

export interface Couverture extends Mesure {
  readonly champ: Champ;
}

/** The objectives that lack a field. `row` is a grid offset, `ref` the reference as the sheet writes it, "" without one. */
export interface Manquants {
  readonly champ: Champ;
  readonly objectifs: number;
  readonly manquants: readonly { readonly row: number; readonly ref: string }[];
}

/** The share of the objectives that fill a field: by at least one of their rows, with something real. */
export function couverture(
  annexe: Annexe,
  referential: Referential,
  options: CouvertureOptions = {},
): Couverture | Impossible {
  const champ = options.champ ?? 'indicateur';
  const scope = scopeOf(annexe, referential, champ, options);
  if ('kind' in scope) return scope;
  const { test, filtre } = scope;
  return { champ, ...measure(annexe, test, filtre, options.filtre) };
}

function measure(annexe: Annexe, test: Test, filtre: Filtre | null, text = ''): Mesure {
  if (filtre === null || filtre.par === 'section') {
    const counts = tally(annexe, test, (section, row) => (filtre === null || filtre.retient(section, row) ? 0 : -1));
    return mesureOf(counts.couverts[0] ?? 0, counts.objectifs[0] ?? 0, text);
  }
  let couverts = 0;
  let objectifs = 0;
  eachObjectif(annexe, (tete) => {
    if (!filtre.retient(tete)) return;
    objectifs++;
    if (isCovered(annexe, test, tete, finOf(annexe, tete))) couverts++;
  });
  return mesureOf(couverts, objectifs, text);
}

/** The objectives, in the order of the sheet, that lack the field. */
export function manquants(
  annexe: Annexe,
  referential: Referential,
  options: CouvertureOptions = {},
): Manquants | Impossible {
  const champ = options.champ ?? 'indicateur';
  const scope = scopeOf(annexe, referential, champ, options);
  if ('kind' in scope) return scope;
  const { test, filtre } = scope;
  const found: { row: number; ref: string }[] = [];
  let objectifs = 0;
  eachObjectif(annexe, (tete) => {
    if (filtre !== null && !retains(filtre, annexe, tete)) return;
    objectifs++;
    if (isCovered(annexe, test, tete, finOf(annexe, tete))) return;
    found.push({ row: tete, ref: squeeze(cellText(annexe, tete, 'ref')) });
  });
  return { champ, objectifs, manquants: found };
}

/** `text`, the filter, tells why there is nothing to count. */
export function mesureOf(couverts: number, objectifs: number, text = ''): Mesure {
  if (objectifs > 0) return { taux: couverts / objectifs, couverts, objectifs };
  return { taux: null, couverts, objectifs, message: nothingFor(text) };
}

export function nothingFor(filtre: string): string {
  return filtre.trim() === ''
    ? 'Cette annexe n’a aucun objectif à compter.'
    : `Aucun objectif de cette annexe ne relève de ${quote(filtre)}${NBSP}; vérifiez le filtre, ou retirez-le.`;
}

function retains(filtre: Filtre, annexe: Annexe, tete: number): boolean {
  return filtre.par === 'section' ? filtre.retient(annexe.sectionOf[tete] ?? -1, tete) : filtre.retient(tete);
}

function scopeOf(
  annexe: Annexe,
  referential: Referential,
  champ: Champ,
  { filtre, millesime }: CouvertureOptions,
): { test: Test; filtre: Filtre | null } | Impossible {
  const absence = absenceOf(annexe, champ);
  if (absence !== null) return impossible('colonne-absente', absence);
  if (filtre === undefined || filtre.trim() === '') return { test: testOf(annexe, champ), filtre: null };
  const read = parseFiltre(annexe, referential, millesime ?? 2015, filtre);
  return 'kind' in read ? read : { test: testOf(annexe, champ), filtre: read };
}
