/** The part of Table Schema that our schemas use, checked on the text of a csv: what Validata would complain of. */

export interface SchemaField {
  readonly name: string;
  readonly type: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly pattern?: string;
    readonly enum?: readonly string[];
    readonly minimum?: number;
    readonly maximum?: number;
    readonly minLength?: number;
  };
}

const WRITTEN: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  year: /^\d{4}$/,
};

/** "line.field: constraint" for everything wrong; the first of `records` is the header. */
export function checkTable(records: readonly (readonly string[])[], fields: readonly SchemaField[]): string[] {
  const [header = [], ...rows] = records;
  const faults = fields.flatMap(({ name }, index) => (header[index] === name ? [] : [`header.${name}`]));
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    if (row.length !== fields.length) faults.push(`${index + 2}: ${row.length} fields`);
    fields.forEach((field, column) => {
      const text = row[column] ?? '';
      for (const fault of faultsOf(text, field)) faults.push(`${index + 2}.${field.name}: ${fault}`);
      if (!field.constraints?.unique) return;
      if (seen.has(text)) faults.push(`${index + 2}.${field.name}: unique`);
      seen.add(text);
    });
  });
  return faults;
}

function faultsOf(text: string, { type, constraints = {} }: SchemaField): string[] {
  if (text === '') return constraints.required ? ['required'] : [];
  const faults: string[] = [];
  if (!WRITTEN[type]?.test(text)) faults.push(type);
  if (constraints.pattern !== undefined && !new RegExp(constraints.pattern).test(text)) faults.push('pattern');
  if (constraints.enum && !constraints.enum.includes(text)) faults.push('enum');
  if (constraints.minimum !== undefined && Number(text) < constraints.minimum) faults.push('minimum');
  if (constraints.maximum !== undefined && Number(text) > constraints.maximum) faults.push('maximum');
  if (constraints.minLength !== undefined && text.length < constraints.minLength) faults.push('minLength');
  return faults;
}
