import ts from 'typescript';
import { comments, isGenerated, parse, projectFiles, readText, shippedSources, walk } from './sources';

const MOST_LINES = 200;
const files = projectFiles();
const code = files.filter((file) => /\.(ts|tsx|js|mjs)$/.test(file));
const written = shippedSources()
  .concat(code.filter((file) => file.startsWith('test/') && /\.tsx?$/.test(file)))
  .filter((file) => !isGenerated(file));

/** A name that says nothing collects everything. */
const EMPTY_NAME = /^(utils?|helpers?|common|types?|constants?|misc)$/i;
const EMPTY_ENDING = /(utils?|helpers?)$/i;

function emptyName(file: string): boolean {
  const names = file.split('/').map((part) => part.replace(/(?<=.)\..*$/, ''));
  return names.some((name) => EMPTY_NAME.test(name) || EMPTY_ENDING.test(name));
}

/** Folders of one machine: home folders, temporary folders, work folders. */
const MACHINE_PATH = /(?<![\w.*])(?:\/(?:home|root|Users|tmp|work|mnt|opt)\/\w|[A-Z]:\\\\?Users\\)/;

/** Ways around the compiler or the linter. */
const ESCAPE = /@ts-(ignore|nocheck|expect-error)|eslint-(disable|enable)/;

function escapes(source: ts.SourceFile): string[] {
  const found = comments(source).filter((comment) => ESCAPE.test(comment));
  for (const node of walk(source, source)) {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(node.parent.getText(source));
  }
  return found;
}

/** Promises without an issue number. */
const looseTodos = (source: ts.SourceFile): string[] =>
  comments(source).filter((comment) => /\b(TODO|FIXME|XXX|HACK)\b(?!\s*\(?#\d+)/.test(comment));

describe('names', () => {
  it('say something', () => {
    expect(files.filter(emptyName)).toEqual([]);
  });

  it('are plain ASCII', () => {
    expect(files.filter((file) => !/^[\w./-]+$/.test(file))).toEqual([]);
    const accented = written.flatMap((file) => {
      const source = parse(file);
      return (
        [...walk(source, source)]
          .filter(ts.isIdentifier)
          // HTML's own names: aria-label, data-…
          .filter(({ parent }) => !ts.isJsxAttribute(parent))
          .flatMap(({ text }) => (/^[\w$]+$/.test(text) ? [] : text))
      );
    });
    expect(accented).toEqual([]);
  });
});

describe('sources', () => {
  it(`have ${MOST_LINES} lines at most`, () => {
    const long = shippedSources()
      .filter((file) => !isGenerated(file))
      .map((file) => `${file}: ${readText(file).split('\n').length - 1}`)
      .filter((line) => Number(line.split(': ')[1]) > MOST_LINES);
    expect(long).toEqual([]);
  });

  it('do not escape from the compiler or the linter', () => {
    expect(written.flatMap((file) => escapes(parse(file)).map((text) => `${file}: ${text}`))).toEqual([]);
  });

  it('promise nothing without an issue', () => {
    expect(written.flatMap((file) => looseTodos(parse(file)).map((text) => `${file}: ${text}`))).toEqual([]);
  });

  it('and documents speak of no machine', () => {
    const text = files.filter((file) => /\.(ts|tsx|js|mjs|json|md|yml|html|xml|css)$|^\.|^LICENSE/.test(file));
    expect(text.filter((file) => MACHINE_PATH.test(readText(file)))).toEqual([]);
  });
});

describe('the guards bite', () => {
  it.each([
    'shared/lint/utils.ts',
    'shared/types/a.ts',
    'local/dateHelpers.ts',
    'shared/text/text-utils.ts',
    'test/common/a.ts',
  ])('on the name %s', (file) => {
    expect(emptyName(file)).toBe(true);
  });

  // In pieces, so that a search for escapes finds none here.
  const [any, ignore, disable] = ['any', '@ts-' + 'ignore', 'eslint-' + 'disable'];

  it.each([
    ['any', `const a: ${any} = 1;`],
    ['any as an assertion', `const a = 1 as ${any};`],
    ['a comment for the compiler', `// ${ignore}\nconst a = 1;`],
    ['a comment for the linter', `function f() {\n  /* ${disable}-next-line */\n}`],
  ])('on %s', (_name, text) => {
    expect(escapes(parse('example.ts', text))).toHaveLength(1);
  });

  it('not on a string that looks like an escape', () => {
    expect(escapes(parse('example.ts', `const a = '${any} // ${ignore}';`))).toEqual([]);
  });

  it.each(['// TODO later', '/* FIXME: x */', 'f(/* TODO */);'])('on the promise %s', (text) => {
    expect(looseTodos(parse('example.ts', text))).toHaveLength(1);
  });

  it('not on a promise with its issue', () => {
    expect(looseTodos(parse('example.ts', '// TODO #12: sort\n// TODO (#3) draw'))).toEqual([]);
  });

  it.each([['', 'home', 'me', 'x'].join('/'), ['', 'tmp', 'x'].join('/'), ['C:', 'Users', 'me'].join('\\')])(
    'on the path %s',
    (path) => {
      expect(MACHINE_PATH.test(`see ${path}`)).toBe(true);
    },
  );
});
