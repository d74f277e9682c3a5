import { Kind, eachObjectif, finOf, isPlaceholder, ligneAt, type Annexe, type Ligne, type Paire } from '../annexe';
import { publishableRefs } from './publierRef';
import type { ObjectifRecord } from './tableSchemaRecords';

/**
 * The objectives of an annexe as records of the Table Schema, one an objective: what its continuation rows say is its own.
 * `refOf` gives the reference that a row should bear (repaired); what the schema still refuses in it is mended here.
 */
export function publierObjectifs(annexe: Annexe, refOf: (row: number) => string): readonly ObjectifRecord[] {
  const refs = publishableRefs(annexe, refOf);
  const records: ObjectifRecord[] = [];
  eachObjectif(annexe, (tete) => records.push(recordOf(annexe, tete, refs.get(tete) ?? '')));
  return records;
}

/** The rows of an objective: its own and its continuation rows. */
export function lignesOf(annexe: Annexe, tete: number): readonly Ligne[] {
  const lignes = [ligneAt(annexe, tete)];
  const end = finOf(annexe, tete);
  for (let row = tete + 1; row < end; row++) if (annexe.kinds[row] === Kind.suite) lignes.push(ligneAt(annexe, row));
  return lignes;
}

function recordOf(annexe: Annexe, tete: number, reference: string): ObjectifRecord {
  const lignes = lignesOf(annexe, tete);
  const { section, objectif } = ligneAt(annexe, tete);
  const transversal = section?.niveau === 'transversal';
  const paires = lignes.flatMap((ligne) => ligne.paires);
  const programmes = paires.filter(({ bop }) => bop !== null && LOLF.test(bop));
  const collectivites = partners(lignes.map(({ collectivite }) => collectivite));
  const signataires = partners(lignes.map(({ signataire }) => signataire));
  return {
    pilier: transversal ? TRANSVERSAL : (section?.pilier ?? ''),
    axeNumero: transversal || !section || section.numero === 0 ? null : section.numero,
    axe: section?.titre ?? '',
    reference,
    objectif: flat(objectif),
    programmes: programmes.map(({ bop }) => bop ?? ''),
    services: programmes.map(({ service }) => service ?? ''),
    autresFinanceurs: [...new Set(paires.flatMap(financeurOf))],
    collectivites,
    signataires,
    statut: collectivites.length === 0 || signataires.length === 0 ? 'a_definir' : 'propose',
  };
}

const LOLF = /^\d{3}$/;

/** A financing without programme number, or a service that stands beside no programme. */
function financeurOf({ bop, service }: Paire): string[] {
  if (bop === null) return service === null ? [] : [service];
  return LOLF.test(bop) ? [] : [bop];
}

const TRANSVERSAL = 'Axe transversal';

export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Partners named one a line or between commas; a placeholder names nobody. */
function partners(cells: readonly string[]): readonly string[] {
  const names = cells.filter((cell) => !isPlaceholder(cell)).flatMap((cell) => cell.split(/[\n\r;,|]/));
  return [...new Set(names.map(flat).filter((name) => name !== ''))];
}
