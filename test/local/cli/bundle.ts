import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale, ROOT } from '../../built';

export { ROOT };
const BUNDLE = join(ROOT, 'dist/cli/annexe.js');
const SOURCES = ['local/cli', 'shared', 'seeds', 'webpack.config.js'];

/** Builds the bundle when a source is younger. */
export const buildBundle = (): void => buildWhenStale('cli', isStale);

function isStale(): boolean {
  const built = statSync(BUNDLE, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.some((path) => youngest(join(ROOT, path)) > built);
}

function youngest(path: string): number {
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => youngest(join(path, name))));
}

export interface Outcome {
  readonly code: number | null;
  /** No-break spaces made plain, so that expectations can be typed. */
  readonly out: string;
  readonly err: string;
  readonly bytes: Buffer;
}

/** Runs the built command as an agent does. */
export function annexe(words: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = ROOT): Outcome {
  return run(BUNDLE, words, { cwd, env });
}

/** The same for somebody without rights: who administers the machine may read every file, so takes another name for it. */
export function annexeAsNobody(words: readonly string[], folder: string): Outcome {
  if (process.getuid?.() !== 0) return annexe(words);
  const copy = join(folder, 'annexe.js');
  copyFileSync(BUNDLE, copy);
  for (const place of [folder, copy]) chmodSync(place, 0o755);
  return run(copy, words, { cwd: folder, env: {}, uid: NOBODY, gid: NOBODY });
}

/** The user and group "nobody" of Unix. */
const NOBODY = 65534;

interface Circumstances {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
}

function run(script: string, words: readonly string[], { env, ...where }: Circumstances): Outcome {
  const { PATH } = process.env;
  const ran = spawnSync(process.execPath, [script, ...words], {
    ...where,
    env: { PATH, COLUMNS: '100', ...env },
    maxBuffer: 2 ** 27,
  });
  if (ran.error) throw ran.error;
  const plain = (bytes: Buffer): string => bytes.toString('utf8').replace(/[\u00a0\u202f]/g, ' ');
  return { code: ran.status, out: plain(ran.stdout), err: plain(ran.stderr), bytes: ran.stdout };
}

/** A directory of its own, gone after the tests of the file. */
export function workplace(): { readonly path: (name: string) => string } {
  const folder = mkdtempSync(join(tmpdir(), 'annexe-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { path: (name) => join(folder, name) };
}

export const seed = (ending: string): string => join(ROOT, `seeds/annexe-7-lezignan-corbieres.${ending}`);
