import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeWorkbook, type SheetToWrite } from '../../../shared/exchange/xlsx';
import type { Scalar } from '../../../shared/sheet';

export const HEADER = [
  'Réf',
  'Objectif opérationnel',
  'BOP',
  'Service',
  'Collectivité',
  'Signataire',
  'Indicateur',
  'Valeur cible',
];

/** A small annexe: one axis, the rows given. */
export function annexeRows(...rows: readonly (readonly Scalar[])[]): Scalar[][] {
  return [['Pilier Cohésion sociale'], ['Axe stratégique 1 : Vivre ensemble'], HEADER, ...rows.map((row) => [...row])];
}

export const ROW = [
  'PCOS_AS1_001',
  'Soutenir les parents',
  '163',
  'DDCSPP',
  'Ville',
  'CAF',
  'Nombre de parents (H/F)',
  '30',
];

export function workbookOf(...sheets: readonly SheetToWrite[]): Uint8Array {
  const made = writeWorkbook(sheets);
  if (made instanceof Uint8Array) return made;
  throw new Error(made.message);
}

/** The workbook with one of its XML parts rewritten. */
export function rewritePart(workbook: Uint8Array, part: string, rewrite: (xml: string) => string): Uint8Array {
  const entries = unzipSync(workbook);
  const bytes = entries[part];
  if (!bytes) throw new Error(`no part ${part}`);
  const xml = strFromU8(bytes);
  const changed = rewrite(xml);
  if (changed === xml) throw new Error(`nothing to rewrite in ${part}`);
  return zipSync({ ...entries, [part]: strToU8(changed) });
}
