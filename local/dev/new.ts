import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { newFormula } from './newFormula';
import { constantOf, newRule } from './newRule';
import { register } from './register';

const ROOT = join(__dirname, '..', '..');
const USAGE =
  'Écrivez par exemple «\u00a0npm run new rule bop-trop-long\u00a0» ou «\u00a0npm run new formula DOUBLONS\u00a0».';

/** What can be started: where it goes, what its file holds, which list it joins. */
interface Kind {
  readonly pattern: RegExp;
  readonly folder: string;
  readonly list: string;
  file(name: string): string;
  constant(name: string): string;
  text(name: string): string;
}

const KINDS: Readonly<Record<string, Kind>> = {
  rule: {
    pattern: /^[a-z]+(-[a-z]+)+$/,
    folder: 'shared/rules',
    list: 'index.ts',
    file: (id) => id,
    constant: constantOf,
    text: newRule,
  },
  formula: {
    pattern: /^[A-Z]{2,}$/,
    folder: 'shared/formulas',
    list: 'formulas.ts',
    file: (name) => name.toLowerCase(),
    constant: (name) => name,
    text: newFormula,
  },
};

async function write(path: string, text: string): Promise<void> {
  const options = await resolveConfig(join(ROOT, path));
  writeFileSync(join(ROOT, path), await format(text, { ...options, filepath: path }));
  console.log(`Écrit\u00a0: ${path}`);
}

/** Writes the file and its line in the list; gives the sentence that refuses, or null. */
async function add(kind: Kind, name: string): Promise<string | null> {
  if (!kind.pattern.test(name)) return `«\u00a0${name}\u00a0» n’est pas un nom possible. ${USAGE}`;
  const path = `${kind.folder}/${kind.file(name)}.ts`;
  if (existsSync(join(ROOT, path))) return `${path} existe déjà\u00a0; choisissez un autre nom.`;
  const list = `${kind.folder}/${kind.list}`;
  const registered = register(readFileSync(join(ROOT, list), 'utf8'), kind.constant(name), `./${kind.file(name)}`);
  if (registered === null) return `La liste à compléter est introuvable dans ${list}\u00a0; rien n’a été écrit.`;
  await write(path, kind.text(name));
  await write(list, registered);
  console.log(`Son exemple échoue tant que ce n’est pas fini\u00a0: npx jest test/rules -t ${name}`);
  return null;
}

async function main([kindName = '', name = '']: readonly string[]): Promise<void> {
  const kind = KINDS[kindName];
  const refusal = kind ? await add(kind, name) : USAGE;
  if (refusal === null) return;
  console.error(refusal);
  process.exitCode = 2;
}

void main(process.argv.slice(2));
