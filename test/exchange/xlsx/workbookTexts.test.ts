import { strFromU8, unzipSync } from 'fflate';
import type { WorkbookTexts } from '../../../shared/exchange/xlsx';
import { patchWorkbook, readWorkbookTexts, writeWorkbook } from '../../../shared/exchange/xlsx';
import { opened, parts, plain, relationships, usable, values, worksheet, zip, type Parts } from './handmade';
import { furnishedWorkbook, readByHucre } from './hucre';
import { wide } from './wide';

const TYPES = (defaults: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults}</Types>`;
const USUAL = TYPES('<Default Extension="XML" ContentType="application/xml"/>');
const bare = (types = USUAL): Parts => ({
  ...parts(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')),
  '[Content_Types].xml': types,
});

const TEXTS: WorkbookTexts = new Map([
  ['annexe.acceptations', '{"motif":"<été> & \\"147\\"\\n ]]> _x0041_"}'],
  ['annexe.autre', ''],
]);

const withTexts = (bytes: Uint8Array, texts: WorkbookTexts): Uint8Array => usable(patchWorkbook(bytes, [], texts));
const textsOf = (bytes: Uint8Array): WorkbookTexts => readWorkbookTexts(opened(bytes));

/** The names of the parts that differ between two workbooks. */
function differing(before: Uint8Array, after: Uint8Array): string[] {
  const [from, to] = [unzipSync(before), unzipSync(after)];
  return Object.keys(to).filter(
    (name) => strFromU8(from[name] ?? new Uint8Array(0)) !== strFromU8(to[name] ?? new Uint8Array(0)),
  );
}

it('a workbook gives back the texts that were put in it, and is otherwise the same', () => {
  const before = furnishedWorkbook();
  const after = withTexts(before, TEXTS);
  expect(textsOf(before).size).toBe(0);
  expect([...textsOf(after)]).toEqual([...TEXTS]);
  expect(differing(before, after)).toEqual(['xl/_rels/workbook.xml.rels', 'customXml/item1.xml']);
  expect(readByHucre(after)).toEqual(readByHucre(before));
});

it('the same texts again change no byte; others replace them; none leaves an empty part', () => {
  const once = withTexts(furnishedWorkbook(), TEXTS);
  expect(Buffer.from(withTexts(once, TEXTS)).equals(once)).toBe(true);
  const other = withTexts(once, new Map([['annexe.acceptations', 'b']]));
  expect([...textsOf(other)]).toEqual([['annexe.acceptations', 'b']]);
  expect(differing(once, other)).toEqual(['customXml/item1.xml']);
  expect(textsOf(withTexts(once, new Map())).size).toBe(0);
});

it('no text and no part: no byte changes', () => {
  const bytes = furnishedWorkbook();
  expect(Buffer.from(withTexts(bytes, new Map())).equals(bytes)).toBe(true);
});

it('a zip64 archive counts the new part', () => {
  const before = wide(zip(bare()));
  const after = withTexts(before, TEXTS);
  expect([...textsOf(after)]).toEqual([...TEXTS]);
  expect(values(usable(patchWorkbook(after, [{ sheet: 'Annexe', row: 0, column: 0, set: 2 }])))).toEqual([[2]]);
});

it.each([
  ['says nothing of .xml', TYPES('')],
  ['takes .xml for something else', TYPES('<Default Extension="xml" ContentType="application/vnd.x+xml"/>')],
])('content types: one that %s is told of the part', (_what, types) => {
  const after = unzipSync(withTexts(zip(bare(types)), TEXTS));
  expect(strFromU8(after['[Content_Types].xml'] ?? new Uint8Array(0))).toBe(
    types.replace('</Types>', '<Override PartName="/customXml/item1.xml" ContentType="application/xml"/></Types>'),
  );
});

it('content types that speak of all .xml are left alone', () => {
  const before = zip(bare());
  expect(differing(before, withTexts(before, TEXTS))).toEqual(['xl/_rels/workbook.xml.rels', 'customXml/item1.xml']);
});

it('parts of others are left alone, whatever they hold', () => {
  const links = [
    ['worksheet', 'worksheets/sheet1.xml'],
    ['customXml', '../customXml/item1.xml'],
    ['customXml', '../customXml/item2.xml'],
  ] as const;
  const others = {
    ...bare(),
    'xl/_rels/workbook.xml.rels': relationships(links).replaceAll('r1"', 'annexe1"').replace('"annexe1"', '"r1"'),
    'customXml/item1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
    'customXml/item2.xml': '<annexe xmlns="urn:autre"><texte nom="annexe.acceptations">non</texte></annexe>',
  };
  const before = zip(others);
  expect(textsOf(before).size).toBe(0);
  const after = withTexts(before, TEXTS);
  expect(differing(before, after)).toEqual(['xl/_rels/workbook.xml.rels', 'customXml/item3.xml']);
  expect([...textsOf(after)]).toEqual([...TEXTS]);
});

it('relationships with a prefix keep it; in UTF-16 they are refused', () => {
  const prefixed = relationships([['worksheet', 'worksheets/sheet1.xml']])
    .replace('<Relationships xmlns=', '<r:Relationships xmlns:r=')
    .replaceAll('<Relationship ', '<r:Relationship ')
    .replace('</Relationships>', '</r:Relationships>');
  const before = zip({ ...bare(), 'xl/_rels/workbook.xml.rels': prefixed });
  expect([...textsOf(withTexts(before, TEXTS))]).toEqual([...TEXTS]);
  const utf16 = zip({
    ...bare(),
    'xl/_rels/workbook.xml.rels': Buffer.from(relationships([['worksheet', 'worksheets/sheet1.xml']]), 'utf16le'),
  });
  const refused = patchWorkbook(utf16, [], TEXTS);
  expect(refused instanceof Uint8Array ? 'écrit' : plain(refused)).toMatch(/UTF-16/);
});

it('a new workbook holds them too', () => {
  const bytes = usable(writeWorkbook([{ name: 'Annexe', rows: [['a']] }], '', TEXTS));
  expect([...textsOf(bytes)]).toEqual([...TEXTS]);
  expect(readByHucre(bytes)[0]?.rows).toEqual([['a']]);
});
