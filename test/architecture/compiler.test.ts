import { join } from 'node:path';
import ts from 'typescript';
import { CORE } from './rooms';
import { ROOT } from './sources';

/** What a host, a browser or Node would lend, each as an expression. */
const FOREIGN = [
  'console',
  'document',
  'window',
  'fetch',
  'setTimeout',
  'process',
  'Buffer',
  'require',
  'TextDecoder',
  'URL',
  'structuredClone',
  'Excel',
  'Office',
  'CustomFunctions',
  'SpreadsheetApp',
  'google',
];

/** Newer than ES2019: Apps Script and old web views do not have them all. */
const TOO_NEW = ["''.replaceAll('', '')", '[].at(0)', "Object.hasOwn({}, '')", 'Promise.any([])', 'globalThis.WeakRef'];

const host = ts.createCompilerHost({});
const parsed = new Map<string, ts.SourceFile | undefined>();

function settingsOf(folder: string): ts.CompilerOptions {
  const path = join(ROOT, folder, 'tsconfig.json');
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, join(ROOT, folder));
  expect(errors.filter((error) => error.code !== 18003)).toEqual([]); // 18003: a room without a file yet
  return { ...options, composite: false, incremental: false };
}

/** The expressions that do not compile in a file of the room. */
function refused(folder: string, expressions: readonly string[]): string[] {
  const probe = join(ROOT, folder, 'probe.ts');
  const text = expressions.map((expression) => `void ${expression};`).join('\n');
  const source = ts.createSourceFile(probe, text, ts.ScriptTarget.ES2019, true);
  const getSourceFile: ts.CompilerHost['getSourceFile'] = (file, ...rest) => {
    if (file === probe) return source;
    if (!parsed.has(file)) parsed.set(file, host.getSourceFile(file, ...rest));
    return parsed.get(file);
  };
  const program = ts.createProgram([probe], settingsOf(folder), { ...host, getSourceFile });
  const diagnostics = program.getSemanticDiagnostics(source);
  const lines = new Set(diagnostics.map(({ start = 0 }) => source.getLineAndCharacterOfPosition(start).line));
  return expressions.filter((_, line) => lines.has(line));
}

describe.each(CORE)('$folder', ({ folder }) => {
  it('has the language of 2019 and nothing else', () => {
    const { lib, types } = settingsOf(folder);
    expect({ lib, types }).toEqual({ lib: ['lib.es2019.d.ts'], types: [] });
  });

  it('does not compile with a host, a browser or Node', () => {
    expect(refused(folder, FOREIGN)).toEqual(FOREIGN);
  });

  it('does not compile with what is newer than its hosts', () => {
    expect(refused(folder, TOO_NEW)).toEqual(TOO_NEW);
  });

  it('compiles with what every host has', () => {
    expect(refused(folder, ['new Map()', 'Object.fromEntries([])', '[[1]].flat()', "'é'.normalize('NFD')"])).toEqual(
      [],
    );
  });
});

it('lets the command line use Node', () => {
  expect(refused('local/cli', ['process', 'Buffer', 'console', '[].at(0)', 'Excel'])).toEqual(['Excel']);
});
