import { HOST_GLOBALS, namedIn } from './hostGlobals';
import { parse, shippedSources } from './sources';

const sources = shippedSources();

describe.each(HOST_GLOBALS)('what $room is lent', ({ room, names }) => {
  it('is named in no other room', () => {
    const strangers = sources
      .filter((file) => !file.startsWith(room))
      .flatMap((file) => namedIn(parse(file), names).map((name) => `${file}: ${name}`));
    expect(strangers).toEqual([]);
  });

  it('is named there', () => {
    const named = sources.filter((file) => file.startsWith(room)).flatMap((file) => namedIn(parse(file), names));
    expect(named.length).toBeGreaterThan(0);
    expect(names).toEqual(expect.arrayContaining(named));
  });
});

describe('the guard bites', () => {
  const [google] = HOST_GLOBALS;
  const judge = (code: string): string[] => namedIn(parse('shared/sheet/example.ts', code), google?.names ?? []);

  it.each([
    ['a call', 'SpreadsheetApp.flush();'],
    ['a type', 'let sheet: GoogleAppsScript.Spreadsheet.Sheet;'],
    ['a typeof', "if (typeof LockService === 'undefined') stop();"],
    ['a member of the global object', 'globalThis.SpreadsheetApp.flush();'],
    ['a service that is handed on', 'work(PropertiesService);'],
  ])('on %s', (_name, code) => {
    expect(judge(code)).toHaveLength(1);
  });

  it.each([
    ['a text', "const title = 'SpreadsheetApp';"],
    ['a comment', '// SpreadsheetApp does that\nconst a = 1;'],
    ['a member of something else', 'const one = hosts.Session;'],
    ['a type of the project with the same name', "import type { Session } from '../lint'; let one: Session;"],
  ])('and not on %s', (_name, code) => {
    expect(judge(code)).toEqual([]);
  });
});
