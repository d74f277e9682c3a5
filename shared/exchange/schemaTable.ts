import { gridOf, textOf } from '../sheet/grid';
import type { Scalar } from '../sheet/grid';
import { enumerate, formatNumber, NBSP, quote } from '../text/french';
import { lineOfRow, readTextDocument } from './document';
import type { Unusable } from './unusable';
import { isUnusable, unusable } from './unusable';
import { printGrid } from './write';

/** One field of a Table Schema: how a record gives it. `table` is what all the records share. */
export interface SchemaColumn<Entry, Table> {
  readonly name: string;
  readonly required?: true;
  readonly write: (record: Entry, table: Table) => string;
}

/** Something wrong on one line (1-based) of an imported csv; French. */
export interface SchemaProblem {
  readonly line: number;
  readonly message: string;
}

/** The problems from the top of the file down. */
export function byLine(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  return [...problems].sort((a, b) => a.line - b.line);
}

/** Reads the fields of one line by name; notes in the table's problems what it cannot read. */
export interface SchemaRow {
  text(name: string): string;
  number(name: string): number | null;
  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | null;
}

/** The csv of a table: names of the fields, then one line per record. */
export function printTable<Entry, Table>(
  columns: readonly SchemaColumn<Entry, Table>[],
  records: readonly Entry[],
  table: Table,
): string {
  const header: readonly Scalar[] = columns.map(({ name }) => name);
  const rows = records.map((record) => columns.map(({ write }) => write(record, table)));
  return printGrid(gridOf([header, ...rows]), 'csv', ',');
}

/** The lines below the header, whatever the order of the columns; blank lines are passed over. */
export function readTable<Entry, Table>(
  bytes: Uint8Array,
  columns: readonly SchemaColumn<Entry, Table>[],
): { readonly rows: readonly SchemaRow[]; readonly problems: readonly SchemaProblem[] } | Unusable {
  const document = readTextDocument(bytes, 'csv', 'Table Schema');
  if (isUnusable(document)) return document;
  const { values } = document.grid;
  const header = (values[0] ?? []).map((name) => textOf(name).trim().toLowerCase());
  const missing = columns.filter(({ name, required }) => required && !header.includes(name));
  if (missing.length > 0) {
    const names = enumerate(missing.map(({ name }) => quote(name)));
    return unusable(
      `La première ligne du fichier ne contient pas ${names}${NBSP}: ce n'est pas un csv de ce schéma. ` +
        "Partez d'un fichier exporté au format Table Schema.",
    );
  }
  const problems: SchemaProblem[] = [];
  const rows: SchemaRow[] = [];
  for (let row = 1; row < values.length; row++) {
    const cells = (values[row] ?? []).map((value) => textOf(value).trim());
    if (cells.every((cell) => cell === '')) continue;
    const line = lineOfRow(document, row);
    noteMissing(columns, header, cells, line, problems);
    rows.push(schemaRow(line, header, cells, problems));
  }
  return { rows, problems };
}

function noteMissing<Entry, Table>(
  columns: readonly SchemaColumn<Entry, Table>[],
  header: readonly string[],
  cells: readonly string[],
  line: number,
  problems: SchemaProblem[],
): void {
  for (const { name, required } of columns) {
    if (required && (cells[header.indexOf(name)] ?? '') === '') {
      problems.push({ line, message: `${place(line, name)} est vide. Remplissez-le.` });
    }
  }
}

function schemaRow(
  line: number,
  header: readonly string[],
  cells: readonly string[],
  problems: SchemaProblem[],
): SchemaRow {
  const text = (name: string): string => cells[header.indexOf(name)] ?? '';
  const complain = (name: string, cure: string): null => {
    problems.push({ line, message: `${place(line, name)} vaut ${quote(text(name))}. ${cure}` });
    return null;
  };
  return {
    text,
    number: (name) => {
      const written = text(name);
      if (written === '') return null;
      return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : complain(name, 'Écrivez un nombre (point décimal).');
    },
    oneOf: (name, choices) => {
      const written = text(name);
      if (written === '') return null;
      const choice = choices.find((candidate) => candidate === written);
      return (
        choice ??
        complain(
          name,
          `Choisissez ${enumerate(
            choices.map((each) => quote(each)),
            'ou',
          )}.`,
        )
      );
    },
  };
}

function place(line: number, name: string): string {
  return `Ligne ${formatNumber(line)}${NBSP}: ${quote(name)}`;
}

/** Values of one field, separated by | as the schema says; blank ones are left out, a | inside a value becomes a slash. */
export function joinList(items: readonly string[]): string {
  return items
    .map((item) => item.replace(/\|/g, '/').trim())
    .filter((item) => item !== '')
    .join('|');
}

/** `joinList`, undone. */
export function splitList(text: string): readonly string[] {
  return text
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
