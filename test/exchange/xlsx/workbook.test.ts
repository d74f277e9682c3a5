import { strToU8, unzipSync } from 'fflate';
import { readSheet } from '../../../shared/exchange/xlsx';
import { complaint, opened, parts, relationships, usable, values, worksheet, zip } from './handmade';

const SHEET = worksheet('<row><c t="inlineStr"><is><t>Réf</t></is></c></row>');

test.each([
  ['nothing at all', '', /vide \(0 octet\)/],
  ['a PDF', '%PDF-1.7\n', /est un PDF/],
  ['a web page that calls itself .xls', '<html><table></table></html>', /page web/],
  ['XML 2003', '<?xml version="1.0"?><Workbook/>', /page web ou du XML/],
  ['a CSV', 'Réf;Objectif\n', /n'est pas un classeur/],
  ['bytes', '\u0001\u0002', /n'est pas un classeur/],
  ['the beginning of a zip', 'PK', /incomplet/],
])('%s', (_what, text, sentence) => {
  expect(complaint(strToU8(text))).toMatch(sentence);
});

test('an old .xls and a workbook with a password are told apart', () => {
  const ole = Buffer.alloc(2048);
  ole.writeUInt32BE(0xd0cf11e0);
  expect(complaint(ole)).toMatch(/ancien format d'Excel \(.xls\)/);
  ole.write('EncryptedPackage', 1100, 'utf16le');
  expect(complaint(ole)).toMatch(/mot de passe/);
});

test.each([
  [
    'a Word document',
    { '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]), 'word/document.xml': '<document/>' },
    /Word/,
  ],
  ['a Word document without its links', { 'word/document.xml': '<document/>' }, /Word/],
  ['a presentation', { 'ppt/presentation.xml': '<presentation/>' }, /PowerPoint/],
  ['an .ods', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }, /OpenDocument/],
  [
    'an .xlsb',
    { '_rels/.rels': relationships([['officeDocument', 'xl/workbook.bin']]), 'xl/workbook.bin': 'x' },
    /\.xlsb/,
  ],
  ['photographs', { 'photo.jpg': 'x' }, /ne contient pas de classeur/],
  ['a workbook without sheets', { 'xl/workbook.xml': '<workbook><sheets/></workbook>' }, /aucune feuille/],
])('%s renamed .xlsx', (_what, content, sentence) => {
  expect(complaint(zip(content as Record<string, string>))).toMatch(sentence);
});

test('sheets are listed in order with what hides them, chart sheets and missing parts included', () => {
  const bytes = zip({
    ...parts(SHEET),
    'xl/workbook.xml':
      '<workbook xmlns:r="x"><workbookPr date1904="true"/><sheets><sheet name="Annexe 7 &amp; c&#233;" r:id="r1"/>' +
      '<sheet name="cachée" state="hidden" r:id="r1"/><sheet name="très" state="veryHidden" r:id="r9"/><sheet name="G" r:id="r4"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', '/xl/worksheets/../worksheets/sheet1.xml'],
      ['x', 'y'],
      ['x', 'z'],
      ['chartsheet', 'chartsheets/sheet1.xml'],
    ]),
  });
  const workbook = opened(bytes);
  expect(workbook.date1904).toBe(true);
  expect(workbook.sheets.map(({ name, visibility, kind }) => [name, visibility, kind])).toEqual([
    ['Annexe 7 & cé', 'visible', 'worksheet'],
    ['cachée', 'hidden', 'worksheet'],
    ['très', 'veryHidden', 'missing'],
    ['G', 'visible', 'chartsheet'],
  ]);
  expect(usable(readSheet(workbook, 'CACHÉE')).grid.values).toEqual([['Réf']]);
  expect(readSheet(workbook, 'G')).toMatchObject({ message: expect.stringMatching(/graphique/) });
  expect(readSheet(workbook, 'très')).toMatchObject({ message: expect.stringMatching(/manque dans ce fichier/) });
  expect(readSheet(workbook, 'Annexe')).toMatchObject({
    message: expect.stringMatching(/«.Annexe 7 & cé.», «.cachée.»/),
  });
});

test('strict OOXML (other namespaces) and prefixed tags', () => {
  const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const made = {
    ...parts(
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="2"><x:c r="B2" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    ),
    '_rels/.rels': relationships([['officeDocument', '/xl/workbook.xml']], strict),
    'xl/_rels/workbook.xml.rels': relationships(
      [
        ['worksheet', 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ],
      strict,
    ),
    'xl/sharedStrings.xml': '<x:sst xmlns:x="y"><x:si><x:t>Réf</x:t></x:si></x:sst>',
  };
  expect(values(zip(made))).toEqual([[], [null, 'Réf']]);
});

test('texts and styles may be missing; a text that a cell names may not', () => {
  const named = Object.entries(parts(SHEET)).filter(([name]) => !/sharedStrings|styles/.test(name));
  const rest = Object.fromEntries(named);
  expect(values(zip(rest))).toEqual([['Réf']]);
  const orphan = worksheet('<row><c t="s"><v>3</v></c></row>');
  expect(complaint(zip({ ...rest, 'xl/worksheets/sheet1.xml': orphan }))).toMatch(/texte absent du classeur/);
});

test('the list of sheets is cheap: no sheet is inflated for it', () => {
  const bytes = zip({ ...parts('<worksheet') });
  expect(opened(bytes).sheets).toHaveLength(1);
  expect(complaint(bytes)).toMatch(/« xl\/worksheets\/sheet1.xml » du classeur est mal formée/);
  expect(Object.keys(unzipSync(bytes))).toHaveLength(6);
});
