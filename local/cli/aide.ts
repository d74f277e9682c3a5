import { typography } from '../../shared/text';
import { usageOf, type CommandSpec, type OptionSpec } from './args';
import type { Terminal } from './terminal';
import { hang, padEnd } from './wrap';

export const HELP: OptionSpec = { name: 'help', short: 'h', summary: 'cette aide' };

/** All the commands, one a line. */
export function writeAide(specs: readonly CommandSpec[], { columns, styles, out }: Terminal): void {
  out(
    hang('', 'Contrôle, corrige et mesure l’annexe d’un contrat de ville (xlsx, csv, tsv, texte d’un PDF).', columns),
  );
  out(`\n${styles.bold('Commandes')}\n`);
  for (const spec of specs) {
    out(`  annexe ${usage(spec)}\n`);
    out(hang('      ', typography(spec.summary), columns, styles.dim));
  }
  out(`\n${styles.bold('Partout')}\n`);
  out(`  annexe COMMANDE --help   ${styles.dim('l’aide de la commande')}\n`);
  out(`  annexe --version         ${styles.dim('la version')}\n`);
}

/** One command: what it takes, what it does. */
export function writeAideOf(spec: CommandSpec, { columns, styles, out }: Terminal): void {
  out(hang('', `annexe ${usage(spec)}`, columns, styles.bold));
  out(hang('  ', typography(`${spec.summary.charAt(0).toUpperCase()}${spec.summary.slice(1)}.`), columns));
  const options = [...spec.options, HELP].map((option) => [optionName(option), option.summary] as const);
  const width = Math.max(...options.map(([name]) => name.length));
  out(`\n${styles.bold('Options')}\n`);
  for (const [name, summary] of options) out(hang(`  ${padEnd(name, width)}   `, typography(summary), columns));
  if (spec.details.length > 0) out('\n');
  for (const detail of spec.details) out(hang('', typography(detail), columns));
  out(`\n${styles.bold('Exemples')}\n`);
  for (const example of spec.examples) out(`  ${example}\n`);
}

function usage({ name, operands, options }: CommandSpec): string {
  const words = operands.map((operand) => (operand.required ? operand.name : `[${operand.name}]`));
  const needed = options.filter(({ required }) => required).map(usageOf);
  return [name, ...words, ...needed, options.length > needed.length ? '[options]' : '']
    .filter((word) => word !== '')
    .join(' ');
}

function optionName({ name, short, value }: OptionSpec): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}
