import { enumerate, quote } from '../../shared/text';
import { editDistance } from '../../shared/referential';
import { refuse } from './refuse';
import { printable } from './wrap';

export interface OptionSpec {
  /** Without its dashes. */
  readonly name: string;
  readonly short?: string;
  /** How its value is called in the help; an option without value is a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly required?: true;
  readonly summary: string;
}

export interface Operand {
  readonly name: string;
  readonly required: boolean;
}

/** What a command takes: enough to read its arguments, and to write its help. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** What the agent should know before using it, one paragraph each. */
  readonly details: readonly string[];
  readonly operands: readonly Operand[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
}

export interface Arguments {
  /** The operand in that place; "" when it was left out. */
  operand(index: number): string;
  has(option: string): boolean;
  value(option: string): string | undefined;
}

/** Reads the words after the command's name. What is wrong ends the command with the way to the help. */
export function parseArguments(spec: CommandSpec, words: readonly string[]): Arguments {
  const operands: string[] = [];
  const values = new Map<string, string>();
  let onlyOperands = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (!onlyOperands && word === '--') onlyOperands = true;
    else if (onlyOperands || !word.startsWith('-') || word === '-') operands.push(word);
    else {
      const [name = '', inline] = cut(word);
      const option = optionOf(spec, name);
      if (values.has(option.name)) wrong(spec, `L’option ${shown(option)} est donnée deux fois`);
      if (option.value === undefined) {
        if (inline !== undefined) wrong(spec, `L’option ${shown(option)} ne prend pas de valeur`);
        values.set(option.name, '');
      } else values.set(option.name, valueOf(spec, option, inline ?? words[++index]));
    }
  }
  checkOperands(spec, operands);
  const missing = spec.options.find(({ name, required }) => required && !values.has(name));
  if (missing) wrong(spec, `Il manque ${usageOf(missing)}`);
  return {
    operand: (index) => operands[index] ?? '',
    has: (option) => values.has(option),
    value: (option) => values.get(option),
  };
}

/** "--format=json" → "--format", "json". */
function cut(word: string): [string, string?] {
  const equal = word.indexOf('=');
  return word.startsWith('--') && equal > 0 ? [word.slice(0, equal), word.slice(equal + 1)] : [word];
}

function optionOf(spec: CommandSpec, name: string): OptionSpec {
  const found = spec.options.find(
    (option) => `--${option.name}` === name || (option.short && `-${option.short}` === name),
  );
  if (found) return found;
  const near = nearest(
    name,
    spec.options.map((option) => `--${option.name}`),
  );
  const cure = near === null ? '' : ` ; vouliez-vous dire ${near}`;
  return wrong(spec, `L’option ${quote(printable(name), 40)} n’existe pas${cure}`, near !== null);
}

function valueOf(spec: CommandSpec, option: OptionSpec, value: string | undefined): string {
  if (value === undefined || (value.startsWith('-') && value.length > 1 && option.choices !== undefined)) {
    return wrong(spec, `L’option ${shown(option)} attend une valeur (${expected(option)})`);
  }
  if (value.trim() === '')
    return wrong(spec, `L’option ${shown(option)} a une valeur vide (attendu : ${expected(option)})`);
  if (option.choices && !option.choices.includes(value)) {
    const choices = enumerate(
      option.choices.map((choice) => quote(choice)),
      'ou',
    );
    return wrong(
      spec,
      `L’option ${shown(option)} ne connaît pas ${quote(printable(value), 40)} ; choisissez ${choices}`,
    );
  }
  return value;
}

function checkOperands(spec: CommandSpec, operands: readonly string[]): void {
  const missing = spec.operands.find(({ required }, index) => required && !operands[index]);
  if (missing) wrong(spec, `Il manque ${missing.name}`);
  const extra = operands[spec.operands.length];
  if (extra !== undefined) wrong(spec, `${quote(printable(extra), 60)} est de trop`);
}

/** The closest of the names, null when none is close. */
export function nearest(name: string, names: readonly string[]): string | null {
  const ranked = names
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.candidate.length / 3))
    ? best.candidate
    : null;
}

/** Ends the command, with the way to its help. */
export function wrong(spec: CommandSpec, sentence: string, question = false): never {
  return refuse(`${sentence}${question ? ' ?' : '.'} Aide : annexe ${spec.name} --help`);
}

/** "-o SORTIE" */
export const usageOf = ({ name, short, value }: OptionSpec): string =>
  `${short === undefined ? `--${name}` : `-${short}`}${value === undefined ? '' : ` ${value}`}`;

const shown = (option: OptionSpec): string => `--${option.name}`;

const expected = (option: OptionSpec): string => option.choices?.join(', ') ?? option.value ?? '';
