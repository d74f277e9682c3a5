import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { complaint, edgesOf, findCycle, roomOf, type Edge } from './imports';
import { CORE, ROOMS, SHELLS, type Room } from './rooms';
import { parse, projectFiles, readText, ROOT, shippedSources } from './sources';

const files = new Set(projectFiles());
const sources = shippedSources().map((file) => parse(file));
const edges = sources.flatMap((source) => edgesOf(source, (file) => files.has(file)));

/** A rule is a file of shared/rules that defines one. */
const isRule = (file: string): boolean =>
  file.startsWith('shared/rules/') && files.has(file) && /\bdefine\w*Rule\(/.test(readText(file));

const complaints = (list: readonly Edge[], rule = isRule): string[] =>
  list.map((edge) => complaint(edge, ROOMS, rule)).filter((text) => text !== null);

describe('the project', () => {
  it('has sources and imports to check', () => {
    expect(sources.length).toBeGreaterThan(5);
    expect(edges.length).toBeGreaterThan(5);
  });

  it('imports only what the table of rooms allows', () => {
    expect(complaints(edges)).toEqual([]);
  });

  it('imports only files that exist', () => {
    const lost = edges.filter((edge) => edge.kind === 'file' && !existsSync(join(ROOT, edge.to)));
    expect(lost).toEqual([]);
  });

  it('has no files that import each other in a ring', () => {
    expect(findCycle(edges)).toBeNull();
  });

  it('has every source in a room of the table', () => {
    expect(sources.map((source) => source.fileName).filter((file) => !roomOf(file, ROOMS))).toEqual([]);
  });
});

describe('the table', () => {
  it.each(ROOMS)('$folder exists, or is planned by an issue', ({ folder, planned }) => {
    const there = [...files].some((file) => file.startsWith(`${folder}/`));
    expect({ folder, there }).toEqual({ folder, there: planned === undefined });
    expect(planned ?? '#0').toMatch(/^#\d+$/);
  });

  it.each(CORE)('$folder: the references of its tsconfig are its row', ({ folder, imports }) => {
    const { config } = ts.readConfigFile(join(ROOT, folder, 'tsconfig.json'), ts.sys.readFile);
    const references: { path: string }[] = config.references ?? [];
    const rooms = references.map(({ path }) => posix.join(folder, path));
    expect(rooms.sort()).toEqual([...imports].sort());
  });
});

const named = (specifier: string): string => `import { probe } from '${specifier}';`;

/** The complaints about one file of `folder` that holds the code alone. */
const judge = (folder: string, code: string): string[] =>
  complaints(edgesOf(parse(`${folder}/example.ts`, code), () => false));

/** The complaints when `folder` imports a file of `target`. */
const enter = (folder: string, target: string, write = named): string[] =>
  judge(folder, write(posix.relative(folder, `${target}/probe`)));

describe('the guard bites', () => {
  const folders = [...ROOMS.map((room) => room.folder), 'seeds', 'test'];
  const isAllowed = (room: Room, target: string): boolean =>
    [room.folder, ...room.imports].some((folder) => target === folder || target.startsWith(`${folder}/`));

  it.each(ROOMS)('on every room that $folder may not enter', (room) => {
    const forbidden = folders.filter((target) => !isAllowed(room, target));
    expect(forbidden.length).toBeGreaterThan(0);
    for (const target of forbidden) {
      expect(enter(room.folder, target)).toEqual([
        `${room.folder}/example.ts imports ${target}/probe, which ${room.folder} may not`,
      ]);
    }
  });

  it.each(ROOMS)('and lets $folder enter the others', (room) => {
    for (const target of folders.filter((folder) => isAllowed(room, folder) && folder !== room.folder)) {
      expect(enter(room.folder, target)).toEqual([]);
    }
  });

  it.each([
    ['import()', (path: string) => `const probe = import('${path}');`],
    ['require()', (path: string) => `const probe = require('${path}');`],
    ['import =', (path: string) => `import probe = require('${path}');`],
    ['export from', (path: string) => `export * from '${path}';`],
    ['import type', (path: string) => `import type { Probe } from '${path}';`],
    ['a type', (path: string) => `type Probe = import('${path}').Probe;`],
  ])('however the import is written: %s', (_name, write) => {
    expect(enter('shared/annexe', 'shared/lint', write)).toHaveLength(1);
  });

  it('on what the house forbids by name', () => {
    expect(enter('shared/text', 'shared/sheet')).toHaveLength(1);
    expect(enter('shared/rules', 'seeds')).toHaveLength(1);
    expect(enter('shared/coverage', 'shared/pairing')).toHaveLength(1);
    expect(enter('addin/taskpane', 'local/cli')).toHaveLength(1);
    for (const host of ['addin/excel', 'appsscript', 'local/page']) {
      expect(enter('shared/pane', host)).toHaveLength(1);
    }
  });

  it('on a package, or a module of Node, that the room has not', () => {
    expect(judge('shared/text', named('fflate'))).toHaveLength(1);
    expect(judge('shared/exchange', named('node:fs'))).toHaveLength(1);
    expect(judge('shared/lint', named('fs'))).toHaveLength(1);
    expect(judge('shared/exchange', named('fflate'))).toEqual([]);
    expect(judge('local/cli', named('fs'))).toEqual([]);
  });

  it('on a rule that imports another rule', () => {
    const source = parse('shared/rules/ref-format.ts', named('./ref-lettre'));
    const list = edgesOf(source, (file) => file === 'shared/rules/ref-lettre.ts');
    expect(complaints(list, () => true)).toEqual([
      'shared/rules/ref-format.ts imports another rule, shared/rules/ref-lettre.ts',
    ]);
    expect(complaints(list, (file) => file.endsWith('format.ts'))).toEqual([]);
  });

  it('on a ring of imports, and says which', () => {
    const ring = (pairs: [string, string][]): string[] | null =>
      findCycle(pairs.map(([from, to]) => ({ from, to, kind: 'file' })));
    const chain: [string, string][] = [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ];
    expect(ring(chain)).toBeNull();
    expect(ring([...chain, ['c', 'b']])).toEqual(['b', 'c', 'b']);
  });

  it('on a source outside every room', () => {
    expect(roomOf('shared/stray/x.ts', SHELLS)).toBeUndefined();
    expect(enter('shared/stray', 'shared/text')).toEqual(['shared/stray/example.ts stands in no room of the table']);
  });
});
