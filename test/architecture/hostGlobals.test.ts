import { HOST_GLOBALS, namedIn } from './hostGlobals';
import { parse, shippedSources } from './sources';

const sources = shippedSources().map((file) => parse(file));

describe.each(HOST_GLOBALS)('what $room is lent', (host) => {
  it('is named in no other room', () => {
    const strangers = sources
      .filter(({ fileName }) => !fileName.startsWith(host.room))
      .flatMap((source) => namedIn(source, host).map((name) => `${source.fileName}: ${name}`));
    expect(strangers).toEqual([]);
  });

  it('is named there', () => {
    const named = sources.filter(({ fileName }) => fileName.startsWith(host.room)).flatMap((one) => namedIn(one, host));
    expect(named.length).toBeGreaterThan(0);
  });
});

describe('the guard bites', () => {
  const judge = (room: string, code: string): string[] =>
    HOST_GLOBALS.filter((host) => host.room === room).flatMap((host) =>
      namedIn(parse('shared/example.ts', code), host),
    );

  it.each([
    ['a call', 'addin/excel/', 'void Excel.run(work);'],
    ['a type', 'addin/excel/', 'let sheet: Excel.Worksheet;'],
    ['a typeof', 'addin/excel/', "if (typeof Office === 'undefined') stop();"],
    ['a member of the window', 'addin/excel/', 'window.Office.onReady();'],
    ['an import', 'addin/excel/', "import { Utilities } from '@microsoft/office-js-helpers';"],
    ['an import()', 'addin/excel/', "const helpers = import('@microsoft/office-js');"],
    ['a global of functions', 'addin/excel/', 'CustomFunctions.associate(name, work);'],
    ['a call of Google', 'appsscript/server/', 'SpreadsheetApp.flush();'],
    ['a type of Google', 'appsscript/server/', 'let sheet: GoogleAppsScript.Spreadsheet.Sheet;'],
    ['a service of Google that is handed on', 'appsscript/server/', 'work(PropertiesService);'],
    ['a member of the global object', 'appsscript/server/', 'globalThis.SpreadsheetApp.flush();'],
    ['the page that Google serves', 'appsscript/sidebar/', 'google.script.run.annexeRpc(text);'],
  ])('on %s', (_name, room, code) => {
    expect(judge(room, code)).toHaveLength(1);
  });

  it.each([
    ['a text', 'addin/excel/', "const title = 'Annexe 7 dans Excel';"],
    ['a comment', 'addin/excel/', '// Excel does that\nconst a = 1;'],
    ['a name that holds it', 'addin/excel/', 'const dansExcel = openExcel();'],
    ['a member of something else', 'addin/excel/', 'const host = hosts.Excel;'],
    ['a type with the same name', 'appsscript/server/', "import type { Session } from '../lint'; let one: Session;"],
    ['a name of the file', 'appsscript/server/', 'const { Utilities } = await helpers(); Utilities.log(error);'],
  ])('and not on %s', (_name, room, code) => {
    expect(judge(room, code)).toEqual([]);
  });
});
