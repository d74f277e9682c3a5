import { officeIn, OFFICE_ROOM } from './office';
import { parse, shippedSources } from './sources';

const sources = shippedSources();

it('is named in one room alone', () => {
  const strangers = sources
    .filter((file) => !file.startsWith(OFFICE_ROOM))
    .flatMap((file) => officeIn(parse(file)).map((name) => `${file}: ${name}`));
  expect(strangers).toEqual([]);
});

it('is named there', () => {
  const named = new Set(
    sources.filter((file) => file.startsWith(OFFICE_ROOM)).flatMap((file) => officeIn(parse(file))),
  );
  expect([...named]).toEqual(
    expect.arrayContaining(['Excel', 'Office', 'CustomFunctions', '@microsoft/office-js-helpers']),
  );
});

describe('the guard bites', () => {
  it.each([
    ['a call', 'void Excel.run(work);'],
    ['a type', 'let sheet: Excel.Worksheet;'],
    ['a typeof', "if (typeof Office === 'undefined') stop();"],
    ['a member of the window', 'window.Office.onReady();'],
    ['an import', "import { Utilities } from '@microsoft/office-js-helpers';"],
    ['an import()', "const helpers = import('@microsoft/office-js');"],
    ['a global of functions', 'CustomFunctions.associate(name, work);'],
  ])('on %s', (_name, code) => {
    expect(officeIn(parse('addin/taskpane/example.ts', code))).toHaveLength(1);
  });

  it.each([
    ['a text', "const title = 'Annexe 7 dans Excel';"],
    ['a comment', '// Excel does that\nconst a = 1;'],
    ['a name that holds it', 'const dansExcel = openExcel();'],
    ['a member of something else', 'const host = hosts.Excel;'],
  ])('and not on %s', (_name, code) => {
    expect(officeIn(parse('addin/taskpane/example.ts', code))).toEqual([]);
  });
});
