import { quote, typography } from '../../shared/text';
import { HELP, writeAide, writeAideOf } from './aide';
import { nearest, parseArguments } from './args';
import { Exit, type Command } from './command';
import { comparer } from './comparer';
import { controler } from './controler';
import { convertir } from './convertir';
import { corriger } from './corriger';
import { couverture } from './couverture';
import { regles } from './regles';
import { CommandError, refuse } from './refuse';
import { suggerer } from './suggerer';
import type { Terminal } from './terminal';
import { hang, printable } from './wrap';

const COMMANDS: readonly Command[] = [controler, corriger, couverture, suggerer, comparer, convertir, regles];

export interface Setting {
  readonly terminal: Terminal;
  readonly version: () => string;
  /** Shows where an internal error comes from. */
  readonly debug: boolean;
}

/** Runs the command that the words ask for and gives the exit code. Never throws. */
export function run(words: readonly string[], setting: Setting): Exit {
  const { terminal } = setting;
  try {
    return dispatch(words, setting);
  } catch (error) {
    if (error instanceof CommandError) terminal.note(hang('', error.message, terminal.columns));
    else terminal.note(internal(error, setting.debug));
    return Exit.unusable;
  }
}

function dispatch([first, ...rest]: readonly string[], { terminal, version }: Setting): Exit {
  const specs = COMMANDS.map(({ spec }) => spec);
  if (first === undefined || isHelp(first)) {
    const asked = rest.find((word) => !word.startsWith('-'));
    if (asked === undefined) writeAide(specs, terminal);
    else writeAideOf(commandNamed(asked).spec, terminal);
    return Exit.ok;
  }
  if (first === '--version' || first === '-v' || first === 'version') {
    terminal.out(`${version()}\n`);
    return Exit.ok;
  }
  const { spec, run: perform } = commandNamed(first);
  const end = rest.indexOf('--');
  if (rest.slice(0, end < 0 ? rest.length : end).some((word) => word !== 'aide' && isHelp(word))) {
    writeAideOf(spec, terminal);
    return Exit.ok;
  }
  return perform(parseArguments(spec, rest), terminal);
}

const isHelp = (word: string): boolean =>
  word === 'aide' || word === `--${HELP.name}` || word === `-${HELP.short}` || word === '--aide';

function commandNamed(name: string): Command {
  const found = COMMANDS.find(({ spec }) => spec.name === name);
  if (found) return found;
  const near = nearest(
    name,
    COMMANDS.map(({ spec }) => spec.name),
  );
  const cure = near === null ? 'Commandes : annexe --help' : `Vouliez-vous dire ${quote(near)} ? Aide : annexe --help`;
  return refuse(`La commande ${quote(printable(name), 40)} n’existe pas. ${cure}`);
}

function internal(error: unknown, debug: boolean): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (debug) return `${trace}\n`;
  const what = error instanceof RangeError ? ' (le fichier est sans doute trop grand)' : '';
  return typography(
    `Erreur interne${what} : rien n’a été modifié. Relancez avec ANNEXE_DEBUG=1 pour en voir le détail, et signalez-la.\n`,
  );
}
