import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Scalar } from '../../../shared/sheet/grid';
import type { CellEdit } from '../../../shared/exchange/xlsx';
import { patchWorkbook } from '../../../shared/exchange/xlsx';
import { readArchive } from '../../../shared/exchange/xlsx/zip';
import { opened, parts, plain, read, relationships, values, worksheet, zip } from './handmade';
import { furnishedWorkbook, readByHucre } from './hucre';
import { wide } from './wide';

const SHEET = 'xl/worksheets/sheet1.xml';

function edit(address: string, set: Scalar, sheet = 'Annexe'): CellEdit {
  const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  return { sheet, row: Number(row) - 1, column: letter.charCodeAt(0) - 65, set };
}

function patched(bytes: Uint8Array, ...edits: CellEdit[]): Uint8Array {
  const result = patchWorkbook(bytes, edits);
  if (result instanceof Uint8Array) return result;
  throw new Error(result.message);
}

function refusal(bytes: Uint8Array, ...edits: CellEdit[]): string {
  const result = patchWorkbook(bytes, edits);
  return result instanceof Uint8Array ? 'écrit' : plain(result);
}

function xmlOf(bytes: Uint8Array, part = SHEET): string {
  return strFromU8(unzipSync(bytes)[part] ?? new Uint8Array(0));
}

/** The sheet's XML after the edits, from the XML before. */
function sheetAfter(xml: string, ...edits: CellEdit[]): string {
  return xmlOf(patched(zip(parts(xml)), ...edits));
}

/** Each entry's record (header, name, compressed bytes, descriptor) and directory record, offset set aside. */
function records(bytes: Uint8Array): ReadonlyMap<string, string> {
  const { entries, end } = readArchive(bytes);
  const starts = [...entries.map(({ recordStart }) => recordStart), end.directoryStart].sort((a, b) => a - b);
  const hex = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('hex');
  return new Map(
    entries.map((entry) => {
      const next = starts.find((start) => start > entry.recordStart) ?? 0;
      const { directoryStart: from, directoryEnd } = entry;
      return [entry.name, [hex(entry.recordStart, next), hex(from, from + 42), hex(from + 46, directoryEnd)].join('|')];
    }),
  );
}

describe('a workbook with validation, notes, formats, names and tables', () => {
  const before = furnishedWorkbook();
  const edits = [
    edit('A2', 'PCOS_AS1_001', 'Annexe 7'),
    edit('C3', '=163 & <147>\n"104"', 'Annexe 7'),
    edit('B3', null, 'Annexe 7'),
    edit('D3', 12.5, 'Annexe 7'),
    edit('A5', '+ total', 'Annexe 7'),
  ];
  const after = patched(before, ...edits);

  test('every other entry keeps its bytes, header, place', () => {
    const [from, to] = [records(before), records(after)];
    expect([...to.keys()]).toEqual([...from.keys()]);
    const differing = [...to].filter(([name, record]) => from.get(name) !== record).map(([name]) => name);
    expect(differing).toEqual([SHEET]);
  });

  test('in the sheet, only the cells named differ', () => {
    const expected = xmlOf(before)
      .replace('<c r="A2" t="s" s="1"><v>5</v></c>', '<c r="A2" s="1" t="inlineStr"><is><t>PCOS_AS1_001</t></is></c>')
      .replace(
        '<c r="C3" t="s" s="2"><v>11</v></c>',
        '<c r="C3" s="2" t="inlineStr"><is><t xml:space="preserve">=163 &amp; &lt;147&gt;\n&quot;104&quot;</t></is></c><c r="D3"><v>12.5</v></c>',
      )
      .replace('<c r="B3" t="s"><v>10</v></c>', '<c r="B3"/>')
      .replace('</sheetData>', '<row r="5"><c r="A5" t="inlineStr"><is><t>+ total</t></is></c></row></sheetData>');
    expect(xmlOf(after)).toBe(expected);
  });

  test('another program reads it: the values, and the furniture as before', () => {
    const [from, to] = [readByHucre(before), readByHucre(after)];
    expect(to[0]?.rows).toEqual([
      ['Réf', 'Objectif', 'BOP', 'Service', 'Total'],
      ['PCOS_AS1_001', 'Soutenir les actions', '163', 'DDCSPP', 2],
      ['PCOS_AS1_002', null, '=163 & <147>\n"104"', 12.5, null],
      [null, null, null, null, null],
      ['+ total', null, null, null, null],
    ]);
    const furniture = ({ merges, dataValidations, conditionalRules }: (typeof from)[number]) => [
      merges,
      dataValidations,
      conditionalRules,
    ];
    expect(to.map(furniture)).toEqual(from.map(furniture));
    expect(to.slice(1)).toEqual(from.slice(1));
  });

  test('two sheets at once', () => {
    const both = patched(before, edit('A1', '101', 'listes'), edit('A2', 'x', 'Annexe 7'));
    expect(read(both, 'Listes').grid.values[0]).toEqual(['101']);
    expect(read(both, 'Annexe 7').grid.values[1]?.[0]).toBe('x');
  });

  test('a formula, a hidden part of a merge, a table header: refused, named, nothing written', () => {
    const all = [
      edit('E2', 1, 'Annexe 7'),
      edit('B5', 'x', 'Annexe 7'),
      edit('A2', 'x', 'Annexe 7'),
      edit('A1', 'y', 'Suivi'),
    ];
    expect(refusal(before, ...all)).toBe(
      "Rien n'a été écrit : E2 contient une formule, B5 est cachée dans une fusion de cellules, A1 est l'en-tête d'un tableau Excel. Corrigez ces cellules dans Excel ou ôtez la protection, puis recommencez.",
    );
    expect(refusal(before, edit('A1', 'x', 'Nulle part'))).toMatch(/n'existe pas/);
  });
});

test('no edit: the same bytes; edits leave the file given as it was', () => {
  const bytes = furnishedWorkbook();
  const copy = Uint8Array.from(bytes);
  patched(bytes, edit('A2', 'x', 'Annexe 7'));
  expect(bytes.equals(copy)).toBe(true);
  expect(Buffer.from(patched(bytes)).equals(bytes)).toBe(true);
});

test('array formulas, spilled cells and shared formulas are formulas', () => {
  const data =
    '<row r="1"><c r="A1"><f t="array" ref="A1:B2">X1:Y2</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><f t="shared" si="0"/><v>1</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>';
  const bytes = zip(parts(worksheet(data)));
  for (const address of ['A1', 'B1', 'A2', 'B2', 'C1'])
    expect(refusal(bytes, edit(address, 'x'))).toMatch(`${address} contient une formule`);
  expect(refusal(bytes, edit('D1', 'x'))).toBe('écrit');
});

test('a protected sheet, a cell out of reach, a long list of refusals', () => {
  const locked = zip(parts(worksheet('', '<sheetProtection sheet="1"/>')));
  expect(refusal(locked, edit('A1', 'x'))).toMatch(/la feuille « Annexe » est protégée/);
  const bytes = zip(parts(worksheet('')));
  expect(refusal(bytes, { sheet: 'Annexe', row: 1_048_576, column: 0, set: 'x' })).toMatch(/hors de la partie lue/);
  expect(refusal(bytes, { sheet: 'Annexe', row: 0, column: 1024, set: 'x' })).toMatch(/hors de la partie lue/);
  const merged = zip(parts(worksheet('', '<mergeCells><mergeCell ref="A1:A20"/></mergeCells>')));
  expect(refusal(merged, ...Array.from({ length: 13 }, (_unused, index) => edit(`A${index + 2}`, 'x')))).toMatch(
    /A11 [^,]* et 3 autres\./,
  );
  expect(refusal(merged, edit('A1', 'x'))).toBe('écrit');
});

test('what Excel could not open is refused', () => {
  const bytes = zip(parts(worksheet('')));
  expect(refusal(bytes, edit('B2', 'x'.repeat(32_768)))).toMatch(
    /B2 tiendrait 32 768 caractères, Excel en accepte 32 767/,
  );
  expect(refusal(bytes, edit('B2', NaN))).toMatch(/pas un/);
  expect(refusal(zip(parts(Buffer.from(worksheet(''), 'utf16le'))), edit('A1', 'x'))).toMatch(/UTF-16/);
  expect(refusal(zip(parts(worksheet('<row r="3"/><row r="2"/>'))), edit('A1', 'x'))).toMatch(/lignes en désordre/);
  expect(refusal(zip(parts(worksheet('<row r="3"><c r="B3"/><c r="A3"/></row>'))), edit('A1', 'x'))).toMatch(
    /cellules en désordre/,
  );
  expect(refusal(zip(parts('<worksheet/>')), edit('A1', 'x'))).toMatch(/n'a pas de cellules/);
});

test('cells and rows that are not there are put in order', () => {
  const xml = worksheet('<row r="2" s="3"/><row r="4"><c r="B4"><v>1</v></c></row>');
  const after = sheetAfter(
    xml,
    edit('A4', 'a'),
    edit('C4', 'c'),
    edit('B2', 'b'),
    edit('A3', 'x'),
    edit('A1', null),
    edit('A9', true),
  );
  expect(after).toBe(
    worksheet(
      '<row r="2" s="3"><c r="B2" t="inlineStr"><is><t>b</t></is></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>x</t></is></c></row>' +
        '<row r="4"><c r="A4" t="inlineStr"><is><t>a</t></is></c><c r="B4"><v>1</v></c><c r="C4" t="inlineStr"><is><t>c</t></is></c></row><row r="9"><c r="A9" t="b"><v>1</v></c></row>',
    ),
  );
});

test('an empty sheet, a prefix, implied positions, comments, other attributes, a last line end', () => {
  expect(sheetAfter('<worksheet><sheetData/></worksheet>', edit('B1', 'x'))).toBe(
    '<worksheet><sheetData><row r="1"><c r="B1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>',
  );
  const xml =
    "<?xml version='1.0'?>\n<x:worksheet xmlns:x='y'><x:sheetData >\n <x:row><!-- a --><x:c t='str' x14:s='9' cm='1' vm='2' s='4'><x:v>0</x:v><!-- b --></x:c><x:c/>\n</x:row></x:sheetData><!-- c --></x:worksheet>\n";
  expect(sheetAfter(xml, edit('A1', 'é'), edit('C1', 2))).toBe(
    "<?xml version='1.0'?>\n<x:worksheet xmlns:x='y'><x:sheetData >\n <x:row><!-- a --><x:c x14:s='9' s='4' t=\"inlineStr\"><x:is><x:t>é</x:t></x:is></x:c><x:c/>\n<x:c r=\"C1\"><x:v>2</x:v></x:c></x:row></x:sheetData><!-- c --></x:worksheet>\n",
  );
});

test('bytes that are not UTF-8, elsewhere in the sheet, stay as they are', () => {
  const [head = '', tail = ''] = worksheet('<row r="1"><c r="A1" t="str"><v>@</v></c></row>').split('@');
  const xml = Buffer.concat([Buffer.from(head), Buffer.from([0xe9, 0xff]), Buffer.from(tail)]);
  const after = unzipSync(patched(zip(parts(xml)), edit('B1', 'x')))[SHEET] ?? new Uint8Array(0);
  expect(Buffer.from(after).includes(Buffer.from([0xe9, 0xff]))).toBe(true);
});

test('an archive with zip64 fields is rewritten as one that still reads', () => {
  const bytes = wide(zip(parts(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'))));
  const after = patched(bytes, edit('A1', 'x'.repeat(500)));
  expect(values(after)).toEqual([['x'.repeat(500)]]);
  expect(opened(patched(after, edit('A1', 'y'))).sheets).toHaveLength(1);
  expect(patched(patched(bytes)).length).toBe(bytes.length);
});

test('a table without header row has no header to protect', () => {
  const made = (attribute: string) =>
    zip({
      ...parts(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')),
      'xl/worksheets/_rels/sheet1.xml.rels': relationships([['table', '../tables/table1.xml']]),
      'xl/tables/table1.xml': `<table ref="A1:B9"${attribute}/>`,
    });
  expect(refusal(made(''), edit('B1', 'x'))).toMatch(/en-tête d'un tableau/);
  expect(refusal(made(''), edit('B2', 'x'))).toBe('écrit');
  expect(refusal(made(' headerRowCount="0"'), edit('B1', 'x'))).toBe('écrit');
});

test('any text survives, whatever it holds', () => {
  const bytes = zip(parts(worksheet('')));
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('', '=', '_x000D_', ' ', '\r\n', ']]>', '\ud800'),
      (text, before) => {
        const after = values(patched(bytes, edit('A1', before + text)));
        expect(after[0]?.[0] ?? '').toBe(before + text);
      },
    ),
    { numRuns: 300 },
  );
});

test('on any sheet, edits change their cells and no other', () => {
  const scalar = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const place = { row: fc.nat({ max: 6 }), column: fc.nat({ max: 5 }) };
  const cells = fc.uniqueArray(fc.record({ ...place, s: fc.nat({ max: 3 }) }), {
    selector: ({ row, column }) => row * 10 + column,
  });
  const edits = fc.uniqueArray(fc.record({ ...place, set: scalar }), {
    selector: ({ row, column }) => row * 10 + column,
  });
  fc.assert(
    fc.property(cells, edits, (present, wanted) => {
      const rows = [0, 1, 2, 3, 4, 5, 6].map((row) =>
        present.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column),
      );
      const xml = rows.map((row, index) =>
        row.length === 0
          ? ''
          : `<row r="${index + 1}">${row.map((cell) => `<c r="${'ABCDEF'[cell.column]}${index + 1}" s="${cell.s}"><v>${cell.s}</v></c>`).join('')}</row>`,
      );
      const bytes = zip(parts(worksheet(xml.join(''))));
      const after = patched(bytes, ...wanted.map((one) => ({ ...one, sheet: 'Annexe' })));
      const grid = values(after);
      for (let row = 0; row < 7; row++) {
        for (let column = 0; column < 6; column++) {
          const asked = wanted.find((one) => one.row === row && one.column === column);
          const was = present.find((cell) => cell.row === row && cell.column === column)?.s ?? null;
          // "-0" is written 0 by a spreadsheet too.
          expect(grid[row]?.[column] ?? null).toBe(
            asked ? (asked.set === '' ? null : Object.is(asked.set, -0) ? 0 : asked.set) : was,
          );
          const kept = `<c r="${'ABCDEF'[column]}${row + 1}" s="${was}"><v>${was}</v></c>`;
          if (!asked && was !== null) expect(xmlOf(after)).toContain(kept);
        }
      }
    }),
    { numRuns: 150 },
  );
});
