import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { importIndicateurs, importObjectifs, type IndicateurRecord, type SchemaProblem } from '../../shared/exchange';
import { gridOfRecords } from '../../shared/exchange/lirePublication';
import { parseMillesime } from '../../shared/referential';
import type { Arguments } from './args';
import { readBytes } from './files';
import { openGridOf, type Opened } from './open';
import { usable } from './refuse';
import type { Terminal } from './terminal';
import { hang, printable } from './wrap';

/** "a.schema.csv" → "a.indicateurs.schema.csv", the second table of the publication. */
export function companionOf(path: string): string {
  return path.replace(/\.schema\.csv$/i, '.indicateurs.schema.csv');
}

/** A publication read back as a flat annexe: the objectives and, when they stand beside them, the indicators. */
export function openSchema(args: Arguments, terminal: Terminal): Opened {
  const path = args.operand(0);
  const { table, problems } = usable(importObjectifs(readBytes(path)));
  writeProblems(basename(path), problems, terminal);
  const grid = gridOfRecords(table.records, companionRecords(path, terminal));
  const millesime = parseMillesime(args.value('millesime') ?? table.millesime) ?? 2015;
  return openGridOf(path, grid, millesime);
}

function companionRecords(path: string, terminal: Terminal): readonly IndicateurRecord[] {
  const companion = companionOf(path);
  if (!existsSync(companion)) return [];
  const { records, problems } = usable(importIndicateurs(readBytes(companion)));
  writeProblems(basename(companion), problems, terminal);
  return records;
}

function writeProblems(fichier: string, problems: readonly SchemaProblem[], { columns, note }: Terminal): void {
  for (const { message } of problems) note(hang('▲ ', `${printable(fichier)}, ${printable(message)}`, columns));
}
