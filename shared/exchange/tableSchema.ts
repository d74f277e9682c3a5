import type { Millesime, ObjectifRecord, ObjectifTable, Statut } from './tableSchemaRecords';
import { MILLESIMES, STATUTS } from './tableSchemaRecords';
import { fold } from '../text/fold';
import type { SchemaColumn, SchemaProblem } from './schemaTable';
import { byLine, joinList, printTable, readTable, splitList } from './schemaTable';
import type { Unusable } from './unusable';
import { isUnusable } from './unusable';

/** The columns of seeds/table-schema/schema.json, in its order. */
const COLUMNS: readonly SchemaColumn<ObjectifRecord, ObjectifTable>[] = [
  { name: 'code_contrat', write: (_, table) => table.codeContrat },
  { name: 'siren_epci', write: (_, table) => table.sirenEpci },
  { name: 'millesime', required: true, write: (_, table) => table.millesime },
  { name: 'pilier', required: true, write: ({ pilier }) => pilier },
  { name: 'axe_numero', write: ({ axeNumero }) => (axeNumero === null ? '' : String(axeNumero)) },
  { name: 'axe', required: true, write: ({ axe }) => axe },
  { name: 'reference', required: true, write: ({ reference }) => reference },
  { name: 'objectif', write: ({ objectif }) => objectif },
  { name: 'programmes', write: ({ programmes }) => joinList(programmes) },
  { name: 'services', write: (record) => writeServices(record) },
  { name: 'autres_financeurs', write: ({ autresFinanceurs }) => joinList(autresFinanceurs) },
  { name: 'collectivites', write: ({ collectivites }) => joinList(collectivites) },
  { name: 'signataires', write: ({ signataires }) => joinList(signataires) },
  { name: 'statut', required: true, write: ({ statut }) => statut },
];

/** Stands for the service of a programme that has none: the schema wants both lists of the same length. */
const NO_SERVICE = '-';

/** The objectives as a csv of the schema "annexe-contrat-de-ville-objectifs" (comma, CRLF; to be encoded in UTF-8). */
export function exportObjectifs(table: ObjectifTable): string {
  return printTable(COLUMNS, table.records, table);
}

/** A csv of that schema read back, with what is wrong in it line by line; Unusable when a required column is missing. */
export function importObjectifs(
  bytes: Uint8Array,
): { readonly table: ObjectifTable; readonly problems: readonly SchemaProblem[] } | Unusable {
  const read = readTable(bytes, COLUMNS);
  if (isUnusable(read)) return read;
  const first = read.rows[0];
  const millesime = first?.oneOf<Millesime>('millesime', MILLESIMES) ?? '2015';
  const records = read.rows.map((row): ObjectifRecord => {
    return {
      pilier: row.text('pilier'),
      axeNumero: row.number('axe_numero'),
      axe: row.text('axe'),
      reference: row.text('reference'),
      objectif: row.text('objectif'),
      programmes: splitList(row.text('programmes')),
      services: splitList(row.text('services')).map((service) => (service === NO_SERVICE ? '' : service)),
      autresFinanceurs: splitList(row.text('autres_financeurs')),
      collectivites: splitList(row.text('collectivites')),
      signataires: splitList(row.text('signataires')),
      statut: row.oneOf<Statut>('statut', STATUTS) ?? 'a_definir',
    };
  });
  const table = {
    codeContrat: first?.text('code_contrat') ?? '',
    sirenEpci: first?.text('siren_epci') ?? '',
    millesime,
  };
  return { table: { ...table, records }, problems: byLine(read.problems) };
}

/** The acronyms as the schema wants them (capitals, no accent, no dot), one for each programme. */
function writeServices({ programmes, services }: ObjectifRecord): string {
  const written = services.map((service) => {
    const sigle = fold(service)
      .toUpperCase()
      .replace(/[^A-Z0-9 /()'-]/g, '');
    return sigle === '' ? NO_SERVICE : sigle;
  });
  while (written.length < programmes.length) written.push(NO_SERVICE);
  return joinList(written);
}
