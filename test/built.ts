import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..');

/** Builds a target of webpack.config.js when it is stale. Test files run side by side: one builds, the others wait. */
export function buildWhenStale(target: string, isStale: () => boolean = () => isOld(target)): void {
  const lock = join(ROOT, `dist/.${target}-lock`);
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  for (let tries = 0; isStale(); tries++) {
    if (takeLock(lock)) {
      try {
        if (isStale()) build(target);
        return;
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
    }
    if (tries > 600) throw new Error(`${lock} is never released`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

/** Whether the sources are others than those that the target was built of. */
function isOld(target: string): boolean {
  const { isFresh }: { isFresh(target: string): boolean } = jest.requireActual('../local/page/stamp.js');
  return !isFresh(target);
}

function build(target: string): void {
  const webpack = join(ROOT, 'node_modules/webpack/bin/webpack.js');
  const ran = spawnSync(process.execPath, [webpack, '--config-name', target], { cwd: ROOT, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stdout + ran.stderr);
}

/** A run that was killed leaves its lock: after two minutes it counts no more. */
function takeLock(lock: string): boolean {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > 120_000) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
