import { readSheet } from '../../../shared/exchange/xlsx';
import { complaint, opened, parts, read, values, worksheet, zip } from './handmade';

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="[$-40C]d\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot; jours&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="20"/><xf numFmtId="22"/></cellXfs>';

function row(cells: string, options: Parameters<typeof parts>[1] = {}): readonly unknown[] {
  return values(zip(parts(worksheet(`<row r="1">${cells}</row>`), options)))[0] ?? [];
}

test('every kind of cell', () => {
  const cells =
    '<c t="s"><v>0</v></c><c><v>147</v></c><c t="n"><v>-1.5E-3</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>' +
    '<c t="str"><f>"0"&amp;"7"</f><v>007</v></c><c t="inlineStr"><is><t>en ligne</t></is></c><c t="d"><v>2025-03-31T00:00:00</v></c><c s="4"/><c t="s"><v>1</v></c><c><v>pas un nombre</v></c>';
  const strings = '<si><t>Réf</t></si><si><t/></si>';
  expect(row(cells, { strings })).toEqual([
    'Réf',
    147,
    -0.0015,
    true,
    false,
    '#N/A',
    '007',
    'en ligne',
    '2025-03-31',
    null,
    null,
    'pas un nombre',
  ]);
});

test('rich text is its characters; phonetic readings are not; spaces and escapes are kept', () => {
  const strings =
    '<si><r><rPr><b/></rPr><t xml:space="preserve">Nombre </t></r><r><t>d&apos;élèves</t></r><rPh sb="0" eb="1"><t>lu</t></rPh><phoneticPr fontId="1"/></si>' +
    '<si><t xml:space="preserve"> a_x000D_\r\nb_x005F_x000D_&#x1F600;&lt;&gt;</t></si><si><t><![CDATA[<&amp;>]]> &amp; <!-- x -->fin</t></si>';
  expect(row('<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>', { strings })).toEqual([
    "Nombre d'élèves",
    ' a\r\nb_x000D_😀<>',
    '<&amp;> & fin',
  ]);
});

test('dates by their format, in both calendars; percentages stay numbers', () => {
  const cells =
    [1, 2, 3, 4].map((style) => `<c s="${style}"><v>45747</v></c>`).join('') +
    '<c s="4"><v>1</v></c><c s="5"><v>0.5</v></c><c s="6"><v>45747.604166666664</v></c>';
  expect(row(cells, { formats: STYLES })).toEqual([
    '2025-03-31',
    '2025-03-31',
    45747,
    45747,
    1,
    '12:00:00',
    '2025-03-31T14:30:00',
  ]);
  const old = row('<c s="1"><v>44285</v></c><c s="1"><v>0</v></c>', {
    formats: STYLES,
    properties: '<workbookPr date1904="1"/>',
  });
  expect(old).toEqual(['2025-03-31', '1904-01-01']);
});

test('formulas: value and text, shared ones marked, arrays as a whole', () => {
  const cells =
    '<c r="B1"><f>SUM(A1:A2)&amp;"x"</f><v>3</v></c><c r="C1"><f t="shared" ref="C1:D1" si="0">B1+1</f><v>4</v></c><c r="D1"><f t="shared" si="0"/><v>5</v></c>' +
    '<c r="E1"><f t="array" ref="E1:F2">A1:B2</f><v>6</v></c><c r="F1"><v>7</v></c>';
  const { grid, arrays } = read(
    zip(parts(worksheet(`<row r="1">${cells}</row><row r="3"><c r="A3"><f>NA()</f></c></row>`))),
  );
  expect(grid.values).toEqual([[null, 3, 4, 5, 6, 7], [], []]);
  expect(grid.formulas).toEqual(
    new Map([
      [0, ['', '=SUM(A1:A2)&"x"', '=B1+1', '=…', '=A1:B2']],
      [2, ['=NA()']],
    ]),
  );
  expect(arrays).toEqual([{ top: 0, left: 4, bottom: 1, right: 5 }]);
});

test('positions: said, implied, both, out of order, gaps; a lying dimension', () => {
  const data =
    '<row><c><v>1</v></c><c><v>2</v></c><c r="E1"><v>5</v></c><c><v>6</v></c></row><row r="4"><c r="B4"><v>42</v></c><c r="A4"><v>41</v></c></row>' +
    '<row><c r="A5"><v>51</v></c></row><row r="3"><c r="A3"><v>31</v></c></row><row r="2"/>';
  expect(values(zip(parts(worksheet(data, '', '<dimension ref="A1:XFD1048576"/>'))))).toEqual([
    [1, 2, null, null, 5, 6],
    [],
    [31],
    [41, 42],
    [51],
  ]);
  for (const cell of ['<c r="A9"/>', '<c r="7"/>', '<c r="A"/>', '<c r="ZZZZ1"/>', '<c r="XFE1"/>']) {
    expect(complaint(zip(parts(worksheet(`<row r="1">${cell}</row>`))))).toMatch(/hors de la feuille ou de sa ligne/);
  }
  expect(complaint(zip(parts(worksheet('<row r="1048577"/>'))))).toMatch(/hors de la feuille/);
});

test('columns beyond the 1,024th are counted, not kept', () => {
  const { grid, droppedCells } = read(
    zip(
      parts(
        worksheet(
          '<row r="1"><c r="AMJ1"><v>1</v></c><c r="AMK1"><v>2</v></c><c r="XFD1"/><c r="A1"><v>0</v></c></row>',
        ),
      ),
    ),
  );
  expect(grid.values[0]).toHaveLength(1024);
  expect(droppedCells).toBe(1);
});

test('what surrounds the cells: merges, protection, filter, hidden rows', () => {
  const after =
    '<sheetProtection sheet="1" objects="1"/><autoFilter ref="A1:B9"><filterColumn colId="0"/></autoFilter><mergeCells><mergeCell ref="A1:H1"/><mergeCell ref="$B$3:$B$2"/></mergeCells>' +
    '<customSheetViews><customSheetView><autoFilter ref="A1"/></customSheetView></customSheetViews>';
  const columns =
    '<cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/><col min="1023" max="16384" hidden="true"/>' +
    '<col min="3" max="3" hidden="1"/><col min="-9" max="x" hidden="1"/></cols>';
  const sheet = read(
    zip(
      parts(worksheet('<row r="2" hidden="1"/><row r="3" hidden="true"><c r="A3"><v>1</v></c></row>', after, columns)),
    ),
  );
  expect(sheet).toMatchObject({ protected: true, filter: 'active', hiddenRows: [1, 2], visibility: 'visible' });
  expect(sheet.hiddenColumns).toEqual([1, 2, 1022, 1023]);
  expect(sheet.grid.merges).toEqual([
    { top: 0, left: 0, bottom: 0, right: 7 },
    { top: 1, left: 1, bottom: 2, right: 1 },
  ]);
  const open = read(zip(parts(worksheet('', '<sheetProtection objects="1"/><autoFilter ref="A1:B9"/>'))));
  expect(open).toMatchObject({ protected: false, filter: 'present', hiddenRows: [], hiddenColumns: [] });
});

test.each([
  [
    'UTF-8 with its mark',
    Buffer.from(`\ufeff<?xml version="1.0"?>${worksheet('<row><c t="str"><v>é😀</v></c></row>')}`),
  ],
  ['UTF-16 little-endian', Buffer.from(`\ufeff${worksheet('<row><c t="str"><v>é😀</v></c></row>')}`, 'utf16le')],
  ['UTF-16 big-endian', Buffer.from(`\ufeff${worksheet('<row><c t="str"><v>é😀</v></c></row>')}`, 'utf16le').swap16()],
  ['UTF-16 without its mark', Buffer.from(worksheet('<row><c t="str"><v>é😀</v></c></row>'), 'utf16le')],
])('%s', (_what, bytes) => {
  expect(values(zip(parts(bytes)))).toEqual([['é😀']]);
});

test('a DTD, an entity of one, a lone ampersand', () => {
  const bomb = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
  const cell = '<row><c t="str"><v>&b;</v></c></row>';
  expect(complaint(zip(parts(bomb + worksheet(cell))))).toMatch(/contient une DTD/);
  expect(complaint(zip(parts(worksheet(cell))))).toMatch(/entité XML inconnue/);
  expect(complaint(zip(parts(worksheet('<row><c t="str"><v>R & D</v></c></row>'))))).toMatch(/« & » isolé/);
});

test.each([
  '<worksheet><sheetData><row></sheetData></worksheet>',
  '<worksheet><sheetData/>',
  '<worksheet/><worksheet/>',
  '<worksheet/>texte',
  '<worksheet><sheetData><row a="1></row></sheetData></worksheet>',
  '<worksheet><></worksheet>',
  '<worksheet><!ELEMENT x></worksheet>',
  '   ',
  '<a>'.repeat(300),
])('malformed XML names its part: %s', (xml) => {
  expect(complaint(zip(parts(xml)))).toMatch(
    /« xl\/worksheets\/sheet1.xml » du classeur est mal formée|n'en est pas une/,
  );
});

test('a 1 MB cell is read, an endless one is refused', () => {
  const text = (size: number) => worksheet(`<row><c t="str"><v>${'x'.repeat(size)}</v></c></row>`);
  expect(String(values(zip(parts(text(2 ** 20)), 0))[0]?.[0])).toHaveLength(2 ** 20);
  expect(complaint(zip(parts(text(2 ** 24 + 2 ** 16)), 0))).toMatch(/plus de 16 Mo/);
});

test('a sheet of blanks at the far corner costs nothing; more places than memory is refused', () => {
  const corner = read(zip(parts(worksheet('<row r="1048576"><c r="XFD1048576" s="1"/></row>'))));
  expect(corner.grid.values).toEqual([]);
  const wide = Array.from(
    { length: 33_000 },
    (_unused, index) => `<row r="${index + 1}"><c r="AMJ${index + 1}"><v>1</v></c></row>`,
  );
  expect(complaint(zip(parts(worksheet(wide.join('')))))).toMatch(/plus de 33 554 432 cellules/);
});

test('progress goes up to 1, and false stops the reading', () => {
  const rows = Array.from(
    { length: 9000 },
    (_unused, i) => `<row><c><v>${Math.imul(i, 2654435761) >>> 1}</v></c></row>`,
  );
  const bytes = zip(parts(worksheet(rows.join(''))));
  const seen: number[] = [];
  read(bytes, 'Annexe', { onProgress: (done) => void seen.push(done) });
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).toEqual(seen.slice().sort((a, b) => a - b));
  expect(seen[seen.length - 1]).toBe(1);
  expect(readSheet(opened(bytes), 'Annexe', { onProgress: () => false })).toMatchObject({
    message: 'Lecture interrompue.',
  });
});
