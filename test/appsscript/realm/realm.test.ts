import ts from 'typescript';
import { documentOf, sheetOf } from '../fakes/document';
import { loadScript, runFormula, runScript, type Project } from './project';
import { createRealm } from './realm';

const project = (code: string): Project => ({ code, files: new Map(), document: documentOf(sheetOf([])) });

describe('the realm', () => {
  it.each([
    'setTimeout',
    'setInterval',
    'queueMicrotask',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'fetch',
    'structuredClone',
    'crypto',
    'atob',
    'btoa',
    'performance',
    'process',
    'require',
    'Buffer',
    'window',
    'document',
    'navigator',
    'globalThis',
    'BigInt',
    'Intl',
    'WebAssembly',
    'WeakRef',
  ])('has no %s', (name) => {
    expect(createRealm().run(`typeof ${name}`)).toBe('undefined');
  });

  it.each([
    '[].at',
    '[].findLast',
    '[].toSorted',
    "''.replaceAll",
    "''.matchAll",
    'Object.hasOwn',
    'Promise.allSettled',
    'Promise.any',
  ])('has no %s', (member) => {
    expect(createRealm().run(`typeof ${member}`)).toBe('undefined');
  });

  it('has the language of 2019', () => {
    expect(
      createRealm().run(
        `[[1], [2]].flat().concat(Object.entries(Object.fromEntries([['a', 1]])).length, ' x'.trimStart()).join()`,
      ),
    ).toBe('1,2,1,x');
    expect(createRealm().run(`/(?<=a)(?<y>b)/u.exec('ab').groups.y + 'é'.normalize('NFD').length`)).toBe('b2');
  });

  it('compiles no text: eval and Function are refused', () => {
    expect(() => createRealm().run(`eval('1')`)).toThrow(/Code generation/);
    expect(() => createRealm().run(`new Function('return 1')`)).toThrow(/Code generation/);
  });

  it('holds nothing that the compiler does not know in 2019', () => {
    expect(unknownBuiltins()).toEqual([]);
  }, 60_000);

  it('begins anew at each call: nothing survives in a variable', () => {
    const counter = project(`var count = 0; function next() { return ++count; }`);
    expect([runScript(counter, 'next', []).value, runScript(counter, 'next', []).value]).toEqual([1, 1]);
  });

  it('tells what a script declares, and runs its first level', () => {
    expect(loadScript(project(`var A = 1; function b() {} const c = 2;`)).globals).toEqual(['b', 'A']);
    expect(() => loadScript(project(`SpreadsheetApp.getActiveSpreadsheet();`))).toThrow(/permission/);
  });

  it('gives formulas typed values: dates of its own, and nothing where nothing was given', () => {
    const code = `function F(values, more) {
      return [values[0][0] instanceof Date, values[0][0].getTime(), values[0][1], values instanceof Array, more === undefined];
    }`;
    expect(runFormula(project(code), 'F', [[[new Date(5), 0.1]], undefined])).toEqual([true, 5, 0.1, true, true]);
  });

  it('tells an error by its message', () => {
    expect(() => runFormula(project(`function F() { throw new Error('La plage est vide.'); }`), 'F', [])).toThrow(
      /^La plage est vide\.$/,
    );
  });
});

/** Members of the realm's own constructors, objects and prototypes that lib.es2019 does not declare. */
function unknownBuiltins(): string[] {
  const found = createRealm().run(`JSON.stringify(Object.getOwnPropertyNames(this).flatMap((name) => {
    const value = this[name];
    if (name === 'console' || value === null || (typeof value !== 'object' && typeof value !== 'function')) return [[name]];
    const own = (thing, path) => thing ? Object.getOwnPropertyNames(thing).map((member) => [...path, member]) : [];
    return [[name], ...own(value, [name]), ...own(typeof value === 'function' ? value.prototype : null, [name, 'prototype'])];
  }))`) as string;
  const declared = declarationsOf2019();
  return (JSON.parse(found) as string[][])
    .map((path) => path.join('.'))
    .filter((path) => !declared(path) && !LEGACY.test(path));
}

/** What every engine has had since before ES5, what belongs to every function, and a symbol that cannot be taken away. */
const LEGACY =
  /^console$|^Symbol\.matchAll$|^Date\.prototype\.(toGMTString|[gs]etYear)$|\.(length|name|prototype|constructor|caller|arguments|__\w+__)$|^RegExp\.(\$\d|\$.|input|lastMatch|lastParen|leftContext|rightContext)$|^Error\.(captureStackTrace|stackTraceLimit)$/;

/** Whether a name, "Array.prototype.flat", is declared. */
function declarationsOf2019(): (path: string) => boolean {
  const probe = 'probe.ts';
  const host = ts.createCompilerHost({});
  const { getSourceFile } = host;
  host.getSourceFile = (file, options) =>
    file === probe ? ts.createSourceFile(probe, 'export {};', ts.ScriptTarget.ES2019) : getSourceFile(file, options);
  const program = ts.createProgram(
    [probe],
    { lib: ['lib.es2019.d.ts'], types: [], target: ts.ScriptTarget.ES2019 },
    host,
  );
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(probe);
  if (source === undefined) throw new Error('no probe');
  const globals = new Map(
    checker.getSymbolsInScope(source, ts.SymbolFlags.Value).map((symbol) => [symbol.name, symbol] as const),
  );
  return (path) => {
    const [name = '', ...members] = path.split('.');
    const symbol = globals.get(name);
    if (symbol === undefined) return false;
    let type = checker.getTypeOfSymbolAtLocation(symbol, source);
    for (const member of members) {
      const property = type.getProperty(member) ?? checker.getApparentType(type).getProperty(member);
      if (property === undefined) return false;
      type = checker.getTypeOfSymbolAtLocation(property, source);
    }
    return true;
  };
}
