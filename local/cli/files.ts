import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { quote } from '../../shared/text';
import { refuse } from './refuse';
import { printable } from './wrap';

/** Node's largest file for `readFileSync`; an annexe has about 100 kB. */
const MOST_BYTES = 2 ** 31 - 1;

/** The bytes of a file; anything that is no readable file ends the command with a sentence. */
export function readBytes(path: string): Uint8Array {
  try {
    const facts = statSync(path);
    if (facts.isDirectory()) refuse(`${named(path)} est un dossier ; donnez le fichier de l’annexe.`);
    if (!facts.isFile())
      refuse(`${named(path)} n’est pas un fichier ordinaire ; enregistrez l’annexe dans un fichier.`);
    if (facts.size > MOST_BYTES) refuse(`${named(path)} dépasse 2 Go ; ce n’est pas une annexe. Vérifiez le fichier.`);
    return readFileSync(path);
  } catch (error) {
    return refuseRead(path, error);
  }
}

export interface WriteTarget {
  readonly path: string;
  /** Whether an existing file may be replaced. */
  readonly replace: boolean;
  /** Files that must stay as they are. */
  readonly inputs: readonly string[];
}

/** Refuses, before any work, a target that is an input (whatever its name: link, other spelling) or that exists already. */
export function checkTarget({ path, replace, inputs }: WriteTarget): void {
  const facts = factsOf(path);
  for (const input of inputs) {
    const same = resolve(path) === resolve(input) || sameFile(facts, factsOf(input));
    if (same)
      refuse(`${named(path)} est le fichier d’entrée, qui n’est jamais modifié ; donnez un autre nom à la sortie.`);
  }
  if (facts?.isDirectory()) refuse(`${named(path)} est un dossier ; donnez un nom de fichier.`);
  if (facts && !replace) {
    refuse(`${named(path)} existe déjà ; donnez un autre nom, ou ajoutez --remplacer pour l’écraser.`);
  }
}

/** Writes the whole file or nothing. Checks the target again: it may have come while the command worked. */
export function writeBytes(target: WriteTarget, bytes: Uint8Array): void {
  checkTarget(target);
  try {
    if (factsOf(target.path)) replaceFile(target.path, bytes);
    else createFile(target.path, bytes);
  } catch (error) {
    refuseWrite(target.path, error);
  }
}

/** "wx": fails when the name exists, be it a link that leads nowhere. */
function createFile(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function replaceFile(path: string, bytes: Uint8Array): void {
  const draft = join(dirname(path), `.${basename(path)}.annexe`);
  try {
    writeFileSync(draft, bytes, { flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function factsOf(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}

function sameFile(a: Stats | null, b: Stats | null): boolean {
  return a !== null && b !== null && a.dev === b.dev && a.ino === b.ino;
}

const named = (path: string): string => `Le fichier ${quote(printable(path), 120)}`;

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

const READ: Readonly<Record<string, string>> = {
  ENOENT: 'n’existe pas ; vérifiez son nom et son dossier.',
  ENOTDIR: 'n’existe pas : une partie de son chemin n’est pas un dossier.',
  EACCES: 'ne peut pas être lu : vous n’en avez pas le droit. Demandez-le, ou copiez le fichier.',
  EPERM: 'ne peut pas être lu : vous n’en avez pas le droit. Demandez-le, ou copiez le fichier.',
  EBUSY: 'est utilisé par un autre logiciel ; fermez-le dans Excel, puis recommencez.',
  ELOOP: 'ne peut pas être lu : ses liens tournent en rond.',
  ENAMETOOLONG: 'a un nom trop long.',
};

const WRITE: Readonly<Record<string, string>> = {
  ENOENT: 'ne peut pas être écrit : son dossier n’existe pas. Créez-le d’abord.',
  ENOTDIR: 'ne peut pas être écrit : une partie de son chemin n’est pas un dossier.',
  EEXIST: 'existe déjà ; donnez un autre nom, ou ajoutez --remplacer pour l’écraser.',
  EACCES: 'ne peut pas être écrit : vous n’en avez pas le droit. Choisissez un autre dossier.',
  EPERM: 'ne peut pas être écrit : vous n’en avez pas le droit. Choisissez un autre dossier.',
  EROFS: 'ne peut pas être écrit : son disque est en lecture seule. Choisissez un autre dossier.',
  ENOSPC: 'ne peut pas être écrit : le disque est plein.',
  EBUSY: 'est utilisé par un autre logiciel ; fermez-le dans Excel, puis recommencez.',
  ENAMETOOLONG: 'a un nom trop long.',
};

/** The sentence for a failure of the file system; what is none is a defect of ours and goes on. */
export function refuseRead(path: string, error: unknown): never {
  return sentence(path, error, READ, 'ne peut pas être lu');
}

export function refuseWrite(path: string, error: unknown): never {
  return sentence(path, error, WRITE, 'ne peut pas être écrit');
}

function sentence(path: string, error: unknown, known: Readonly<Record<string, string>>, otherwise: string): never {
  const code = codeOf(error);
  if (code === '' || code.startsWith('ERR_')) throw error;
  return refuse(`${named(path)} ${known[code] ?? `${otherwise} (${code}).`}`);
}
