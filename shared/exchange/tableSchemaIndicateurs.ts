import type { SchemaColumn, SchemaProblem } from './schemaTable';
import { byLine, printTable, readTable } from './schemaTable';
import type { IndicateurRecord, Perimetre, TypeIndicateur, Unite } from './tableSchemaRecords';
import { PERIMETRES, TYPES_INDICATEUR, UNITES } from './tableSchemaRecords';
import type { Unusable } from './unusable';
import { isUnusable } from './unusable';

/** The columns of seeds/table-schema/schema-indicateurs.json, in its order. */
const COLUMNS: readonly SchemaColumn<IndicateurRecord, null>[] = [
  { name: 'reference', required: true, write: ({ reference }) => reference },
  { name: 'indicateur_numero', required: true, write: ({ numero }) => String(numero) },
  { name: 'indicateur', required: true, write: ({ indicateur }) => indicateur },
  { name: 'type', required: true, write: ({ type }) => type },
  { name: 'sexue', required: true, write: ({ sexue }) => (sexue ? 'true' : 'false') },
  { name: 'valeur_cible', write: ({ valeurCible }) => writeNumber(valeurCible) },
  { name: 'unite', write: ({ unite }) => unite ?? '' },
  { name: 'perimetre', write: ({ perimetre }) => perimetre ?? '' },
  { name: 'echeance', write: ({ echeance }) => writeNumber(echeance) },
  { name: 'source', write: ({ source }) => source },
];

/** The indicators as a csv of the schema "annexe-contrat-de-ville-indicateurs" (comma, CRLF; to be encoded in UTF-8). */
export function exportIndicateurs(records: readonly IndicateurRecord[]): string {
  return printTable(COLUMNS, records, null);
}

/** A csv of that schema read back, with what is wrong in it line by line; Unusable when a required column is missing. */
export function importIndicateurs(
  bytes: Uint8Array,
): { readonly records: readonly IndicateurRecord[]; readonly problems: readonly SchemaProblem[] } | Unusable {
  const read = readTable(bytes, COLUMNS);
  if (isUnusable(read)) return read;
  const records = read.rows.map((row): IndicateurRecord => {
    return {
      reference: row.text('reference'),
      numero: row.number('indicateur_numero') ?? 1,
      indicateur: row.text('indicateur'),
      type: row.oneOf<TypeIndicateur>('type', TYPES_INDICATEUR) ?? 'qualitatif',
      sexue: row.oneOf('sexue', BOOLEANS)?.toLowerCase() === 'true',
      valeurCible: row.number('valeur_cible'),
      unite: row.oneOf<Unite>('unite', UNITES),
      perimetre: row.oneOf<Perimetre>('perimetre', PERIMETRES),
      echeance: row.number('echeance'),
      source: row.text('source'),
    };
  });
  return { records, problems: byLine(read.problems) };
}

/** What Table Schema takes for a boolean, in the spellings that files have. */
const BOOLEANS = ['true', 'false', 'True', 'False', 'TRUE', 'FALSE'];

/** Decimal point, never an exponent. */
function writeNumber(value: number | null): string {
  if (value === null) return '';
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(6).replace(/\.?0+$/, '') : plain;
}
