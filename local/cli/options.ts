import { parseMillesime } from '../../shared/referential';
import type { Arguments, OptionSpec } from './args';
import { openAnnexe, type Opened } from './open';
import type { Terminal } from './terminal';
import { hang, printable } from './wrap';

export const FORMAT: OptionSpec = {
  name: 'format',
  value: 'FORMAT',
  choices: ['texte', 'json', 'csv'],
  summary: 'texte (par défaut), json (pour un programme) ou csv (pour Excel)',
};

export const MILLESIME: OptionSpec = {
  name: 'millesime',
  value: 'ANNEE',
  choices: ['2015', '2024'],
  summary: '2015 ou 2024 (Quartiers 2030) ; sans elle, il est déduit des titres',
};

export const FEUILLE: OptionSpec = {
  name: 'feuille',
  value: 'NOM',
  summary: 'la feuille du classeur à lire, quand il contient plusieurs annexes',
};

export const SORTIE: OptionSpec = { name: 'sortie', short: 'o', value: 'SORTIE', summary: 'le fichier à écrire' };

export const REMPLACER: OptionSpec = { name: 'remplacer', summary: 'écrase la sortie si elle existe déjà' };

/** Opens the file named by the operand with what the options ask, and says on the side what the reading left out. */
export function openOperand(args: Arguments, index: number, terminal: Terminal): Opened {
  const opened = openAnnexe(args.operand(index), {
    feuille: args.value('feuille'),
    millesime: parseMillesime(args.value('millesime') ?? ''),
  });
  for (const remarque of opened.remarques) terminal.note(hang('ℹ ', printable(remarque), terminal.columns));
  return opened;
}
