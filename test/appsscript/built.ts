import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentState } from './fakes/document';
import type { Project } from './realm/project';

export const ROOT = join(__dirname, '..', '..');
export const FOLDER = join(ROOT, 'dist', 'google');
const TARGETS = ['google-server', 'google-sidebar'];
const LOCK = join(ROOT, 'dist', 'google-server', 'construction');
/** A build takes seconds: a lock that is older was left by a run that was stopped. */
const STALE_MS = 120_000;
/** Of 200 ms, while another process builds. */
const MOST_TURNS = 300;

/** What would be pushed, by file name; built first when the sources are newer. Tests of several processes build once. */
export function builtFiles(): ReadonlyMap<string, string> {
  return (read ??= freshFiles());
}

let read: ReadonlyMap<string, string> | null = null;

function freshFiles(): ReadonlyMap<string, string> {
  const { isFresh }: { isFresh(target: string): boolean } = jest.requireActual('../../local/page/stamp.js');
  const fresh = (): boolean => TARGETS.every(isFresh);
  for (let turn = 0; !fresh(); turn++) {
    if (turn >= MOST_TURNS) throw new Error('the build stays stale: are the sources being changed?');
    if (!takeLock()) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      continue;
    }
    try {
      build();
      if (!fresh()) turn = MOST_TURNS;
    } finally {
      rmdirSync(LOCK);
    }
  }
  return new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
}

function build(): void {
  const webpack = join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const names = TARGETS.flatMap((name) => ['--config-name', name]);
  const { status, stderr } = spawnSync(process.execPath, [webpack, ...names], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the Google project was not built: ${stderr}`);
}

function takeLock(): boolean {
  mkdirSync(join(LOCK, '..'), { recursive: true });
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const since = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (since > STALE_MS) rmdirSync(LOCK);
    return false;
  }
}

/** The built project on a document. */
export function builtProject(document: DocumentState): Project {
  const files = builtFiles();
  const pages = [...files].filter(([name]) => name.endsWith('.html'));
  return {
    code: files.get('Code.js') ?? '',
    files: new Map(pages.map(([name, text]) => [name.replace(/\.html$/, ''), text])),
    document,
  };
}
