import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readText, ROOT } from './sources';

interface Manifest {
  readonly bin: Record<string, string>;
  readonly scripts: Record<string, string>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const manifest = JSON.parse(readText('package.json')) as Manifest;
const lock = JSON.parse(readText('package-lock.json')) as { packages: Record<string, Locked> };
const shipped = Object.entries(lock.packages).filter(([path, { dev, link }]) => path !== '' && !dev && !link);

/** What the benchmark measures us against; hyperformula is GPL, which what we ship may not be. */
const PEERS = ['ajv', 'zod', 'tableschema', 'flexsearch', 'minisearch', 'hyperformula', 'exceljs', 'xlsx'];

const PERMISSIVE = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense)$/;

/** "(MIT OR GPL-3.0)" is permissive, "MIT AND GPL-3.0" is not. */
function isPermissive(license = ''): boolean {
  const all = license.replace(/[()]/g, '').split(/ AND /);
  return all.every((part) => part.split(/ OR /).some((name) => PERMISSIVE.test(name.trim())));
}

it('keeps the peers of the benchmark out of a newcomer’s install', () => {
  const direct = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(direct.filter((name) => PEERS.includes(name))).toEqual([]);
});

it('pins every version', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('ships only what a permissive licence allows', () => {
  expect(shipped.length).toBeGreaterThanOrEqual(Object.keys(manifest.dependencies).length);
  expect(shipped.filter(([, { license }]) => !isPermissive(license)).map(([path]) => path)).toEqual([]);
});

it('knows a licence that is not', () => {
  expect(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-or-later)'].every(isPermissive)).toBe(true);
  expect(['GPL-3.0', 'MIT AND LGPL-3.0', 'SEE LICENSE IN x', ''].some(isPermissive)).toBe(false);
});

it('has a lock file that does not say where it was made', () => {
  expect(readText('package-lock.json')).not.toContain('"resolved": "file:');
});

it('has a command that a shell can start', () => {
  for (const file of Object.values(manifest.bin)) {
    expect(readText(file).startsWith('#!/usr/bin/env node\n')).toBe(true);
    expect(statSync(join(ROOT, file)).mode & 0o111).not.toBe(0);
  }
});
