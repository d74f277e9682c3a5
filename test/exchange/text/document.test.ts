import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { TextDocument, TextKind } from '../../../shared/exchange';
import {
  applyToDocument,
  isUnusable,
  lineOfRow,
  printGrid,
  readTextDocument,
  spanOf,
  writeText,
} from '../../../shared/exchange';
import type { Edit } from '../../../shared/sheet/edit';
import { printRow } from '../../../shared/sheet/edit';
import type { Grid, Scalar } from '../../../shared/sheet/grid';
import { gridOf } from '../../../shared/sheet/grid';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

function read(bytes: Uint8Array, kind: TextKind): TextDocument {
  const document = readTextDocument(bytes, kind, 'Annexe');
  if (isUnusable(document)) throw new Error(document.message);
  return document;
}

function editOf(document: TextDocument, row: number, column: number, set: Scalar): Edit {
  const expect = document.grid.values[row]?.[column] ?? '';
  return { at: { sheet: 'Annexe', row, column }, expect, set, row: printRow(document.grid, row) };
}

function apply(document: TextDocument, ...edits: Edit[]): Uint8Array {
  const result = applyToDocument(document, edits);
  if (!('bytes' in result)) throw new Error(result.message);
  return result.bytes;
}

describe('readTextDocument', () => {
  const seed = new Uint8Array(readFileSync(join(__dirname, '../../../seeds/annexe-7-lezignan-corbieres.txt')));

  test('the seed: row i is line i + 1, its table lines have 8 fields', () => {
    const document = read(seed, 'txt');
    const lines = seed.length > 0 ? Buffer.from(seed).toString('utf8').split('\n') : [];
    expect(document.grid.values.length).toBe(100);
    expect(document.grid.values.filter((row) => row.length === 8).length).toBe(73);
    expect(new Set(document.grid.values.map((row) => row.length))).toEqual(new Set([1, 8]));
    document.grid.values.forEach((row, index) => {
      expect(lineOfRow(document, index)).toBe(index + 1);
      expect(row.join('\t')).toBe(lines[index]);
    });
    expect(document).toMatchObject({ encoding: 'utf-8', separator: '\t', remarks: [] });
  });

  test('cells are text, never numbers', () => {
    expect(read(utf8('a;0147;1,5\n'), 'csv').grid.values).toEqual([['a', '0147', '1,5']]);
  });

  test('a record of several lines is known by its first line', () => {
    const document = read(utf8('ref;objectif\r\nA;"un\r\ndeux"\r\nB;x\r\n'), 'csv');
    expect([0, 1, 2].map((row) => lineOfRow(document, row))).toEqual([1, 2, 4]);
  });

  test('a tsv has quotes only when all its fields that begin with one are properly quoted', () => {
    expect(read(utf8('ref\tobjectif\nA\t"un\ndeux ""trois"""\n'), 'tsv').grid.values[1]).toEqual([
      'A',
      'un\ndeux "trois"',
    ]);
    const raw = 'A\t"Ville" vie vacances\nB\t"Quartier"\n';
    expect(read(utf8(raw), 'tsv').grid.values).toEqual([
      ['A', '"Ville" vie vacances'],
      ['B', '"Quartier"'],
    ]);
    expect(read(utf8('A\t"Quartier"\n'), 'txt').grid.values).toEqual([['A', '"Quartier"']]);
  });

  test('Windows-1252 from French Excel', () => {
    const document = read(latin1('R\xe9f;Objectif\r\nA;l\x92\x9cuvre\r\n'), 'csv');
    expect(document.grid.values).toEqual([
      ['Réf', 'Objectif'],
      ['A', 'l’œuvre'],
    ]);
  });

  test.each([
    ['nothing', ''],
    ['blank lines only', '\r\n \r\n\t\r\n'],
    ['a byte order mark only', '\ufeff'],
  ])('%s is an empty file', (_, text) => {
    const result = readTextDocument(utf8(text), 'csv', 'Annexe');
    expect(isUnusable(result) && result.message).toContain('vide');
  });

  test('too many lines are refused, with the number', () => {
    const result = readTextDocument(utf8(`x${'\n'.repeat(1048578)}`), 'txt', 'Annexe');
    expect(isUnusable(result) && result.message).toContain('1\u202f048\u202f576');
  });

  test('what was left out is said', () => {
    const text = `${';'.repeat(2000)}\n${'a'.repeat(40000)};b\n"c;d\n`;
    expect(read(utf8(text), 'csv').remarks).toEqual([
      expect.stringContaining('977\u00a0cellules ignorées'),
      expect.stringContaining('32\u202f767'),
      expect.stringContaining('Ligne 3'),
    ]);
  });
});

describe('applyToDocument', () => {
  test('changes one field, keeps mark, separators, mixed line ends and the style of the others', () => {
    const document = read(utf8('\ufeffref;"objectif";bop\r\n"A";x;102\nB;"y";"147"'), 'csv');
    const bytes = apply(document, editOf(document, 2, 2, '147 163'), editOf(document, 1, 1, 'été; hiver'));
    expect(Buffer.from(bytes).toString()).toBe('\ufeffref;"objectif";bop\r\n"A";"été; hiver";102\nB;"y";"147 163"');
  });

  test('keeps Windows-1252, and refuses by name a character that it has not', () => {
    const document = read(latin1('R\xe9f;x\r\nA;\x80\r\n'), 'csv');
    expect(apply(document, editOf(document, 1, 0, 'œ'))).toEqual(latin1('R\xe9f;x\r\n\x9c;\x80\r\n'));
    const refused = applyToDocument(document, [editOf(document, 1, 0, 'a'), editOf(document, 1, 1, 'a → b')]);
    expect(refused).toMatchObject({ kind: 'refusal', reason: 'unwritable', edit: { at: { column: 1 } } });
    expect('message' in refused && refused.message).toContain('«\u00a0→\u00a0»');
  });

  test('a cell beyond the end of its line is reached with separators', () => {
    const document = read(utf8('a;b\n\nc\n'), 'csv');
    const bytes = apply(
      document,
      editOf(document, 2, 3, 'y'),
      editOf(document, 2, 1, 'x'),
      editOf(document, 1, 1, 'z'),
    );
    expect(Buffer.from(bytes).toString()).toBe('a;b\n;z\nc;x;;y\n');
  });

  test('a text like a formula is written as text and read back without its apostrophe', () => {
    const document = read(utf8("a;b\nc;'=1\n"), 'csv');
    expect(document.grid.values[1]).toEqual(['c', '=1']);
    const bytes = apply(document, editOf(document, 0, 0, '=SOMME(A1)'), editOf(document, 0, 1, '-5'));
    expect(Buffer.from(bytes).toString()).toBe("'=SOMME(A1);-5\nc;'=1\n");
    expect(read(bytes, 'csv').grid.values[0]).toEqual(['=SOMME(A1)', '-5']);
  });

  test('a file without quotes keeps its lines: a line break becomes a space', () => {
    const document = read(utf8('a\tb\n'), 'txt');
    expect(Buffer.from(apply(document, editOf(document, 0, 1, '102\r\n"304"'))).toString()).toBe('a\t102 "304"\n');
  });

  test('a cell that changed or a line that is gone refuses all the edits', () => {
    const document = read(utf8('a;b\nc;d\n'), 'csv');
    const good = editOf(document, 0, 0, 'x');
    expect(applyToDocument(document, [good, { ...editOf(document, 1, 0, 'x'), expect: 'autre' }])).toMatchObject({
      kind: 'refusal',
      reason: 'changed',
      message: expect.stringContaining('A2'),
    });
    expect(applyToDocument(document, [{ ...good, row: ['q'] }])).toMatchObject({ reason: 'gone' });
  });

  test('a line that moved is found again', () => {
    const before = read(utf8('a;b\nc;d\n'), 'csv');
    const after = read(utf8('neuf\nc;d\na;b\n'), 'csv');
    expect(Buffer.from(apply(after, editOf(before, 0, 1, 'B'))).toString()).toBe('neuf\nc;d\na;B\n');
  });

  test('two edits of one row, made together or one after the other', () => {
    const document = read(utf8('a;b\n'), 'csv');
    const first = editOf(document, 0, 0, 'A');
    const second: Edit = { ...editOf(document, 0, 0, 'AA'), expect: 'A', row: ['A', 'b'] };
    expect(Buffer.from(apply(document, first, editOf(document, 0, 1, 'B'))).toString()).toBe('A;B\n');
    expect(Buffer.from(apply(document, first, second)).toString()).toBe('AA;b\n');
  });

  test('a quote that would pair with a stray one elsewhere is refused', () => {
    const document = read(utf8('a;b\n"c;d\ne;f\n'), 'csv');
    expect(applyToDocument(document, [editOf(document, 2, 1, 'x;y')])).toMatchObject({ reason: 'unwritable' });
    expect(Buffer.from(apply(document, editOf(document, 2, 1, 'xy'))).toString()).toBe('a;b\n"c;d\ne;xy\n');
  });

  test('only the spans of the edited fields change, and the file reads back with the new cells', () => {
    const cell = fc.constantFrom('', 'a', 'é, è', 'x;y', '"', '"q"', 'l1\nl2', '=1', '-', "'=2", ' ', '12,5 %', 'œ');
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    const end = fc.constantFrom('\r\n', '\n', '\r');
    const wish = fc.record({ row: fc.nat(5), column: fc.nat(4), set: cell });
    fc.assert(
      fc.property(
        rows,
        end,
        fc.array(wish, { maxLength: 4 }),
        fc.constantFrom('', '\ufeff'),
        (values, newline, wishes, mark) => {
          const quoted = (text: string) => (/[";\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
          const body = ['réf;b;c', ...values.map((row) => row.map(quoted).join(';'))].join(newline);
          const document = read(utf8(mark + body), 'csv');
          if (document.separator !== ';') return;
          const targets = new Map(
            wishes
              .filter(({ row, column }) => column < (values[row]?.length ?? 0))
              .map((w) => [`${w.row},${w.column}`, w]),
          );
          const edits = [...targets.values()].map(({ row, column, set }) => editOf(document, row + 1, column, set));
          const text = Buffer.from(apply(document, ...edits)).toString();
          expect(outside(text, document, edits)).toBe(true);
          const reread = read(utf8(text), 'csv');
          if (reread.separator !== ';') return;
          const wanted = document.grid.values.map((row) => row.slice());
          for (const { at, set } of edits) (wanted[at.row] ?? [])[at.column] = set;
          expect(reread.grid.values).toEqual(wanted);
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** Whether `text` is the old file with something in the place of each edited span, everything between them identical. */
function outside(text: string, document: TextDocument, edits: readonly Edit[]): boolean {
  const old = (document.encoding === 'utf-8-bom' ? '\ufeff' : '') + document.delimited.text;
  const shift = old.length - document.delimited.text.length;
  const spans = edits
    .flatMap(({ at }) => spanOf(document.delimited, at.row, at.column) ?? [])
    .sort((a, b) => a.start - b.start);
  let from = 0;
  let pattern = '^';
  for (const { start, end } of spans) {
    pattern += `${escape(old.slice(from, start + shift))}[^]*?`;
    from = end + shift;
  }
  return new RegExp(`${pattern}${escape(old.slice(from))}$`).test(text);
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('writeText', () => {
  test('a csv as French Excel expects it: mark, semicolons, CRLF, lines of equal length', () => {
    const bytes = writeText(gridOf([['Réf', 'BOP'], ['a;"b"'], [null, 12.5, true]]), 'csv');
    expect(bytes).toBeInstanceOf(Uint8Array);
    expect(Buffer.from(bytes as Uint8Array).toString()).toBe('\ufeffRéf;BOP;\r\n"a;""b""";;\r\n;"12,5";VRAI\r\n');
  });

  test('a txt keeps its blank lines blank', () => {
    expect(printGrid(gridOf([['a', 'b\nc'], [], ['', 'd']]), 'txt')).toBe('a\tb c\n\n\td\n');
  });

  test('says which character cannot be written', () => {
    expect(writeText(gridOf([['≥']]), 'csv', { encoding: 'windows-1252' })).toEqual({ ok: false, character: '≥' });
  });

  test.each<[string, string]>([
    ['=1+1', "'=1+1"],
    ['+33 4 68', '+33 4 68'],
    ['+cmd', "'+cmd"],
    ['@x', "'@x"],
    ['- Nombre de', "'- Nombre de"],
    ['-5', '-5'],
    ['-', '-'],
    ['-12,5 %', '-12,5 %'],
    ["'=1", "''=1"],
    ["'hui", "'hui"],
  ])('%s is written %s in a csv', (cell, written) => {
    expect(printGrid(gridOf([[cell]]), 'csv').replace(/^"|"?\r\n$/g, '')).toBe(written);
  });

  test('print then parse gives the same cells, for csv and tsv', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc
        .array(fc.constantFrom('"', ';', ',', '\t', '|', '\n', '\r', '=', '-', "'", 'a', '5', ' '), { maxLength: 5 })
        .map((list) => list.join('')),
    );
    const grid: fc.Arbitrary<Grid> = fc
      .array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 })
      .map((values) => gridOf([['Réf', 'Objectif', 'BOP'], ...values]));
    const readable = (text: string) => !/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(text);
    fc.assert(
      fc.property(grid, fc.constantFrom<TextKind>('csv', 'tsv'), (wanted, kind) => {
        fc.pre(readable(printGrid(wanted, kind)));
        const bytes = writeText(wanted, kind);
        if (!(bytes instanceof Uint8Array)) return;
        expect(read(bytes, kind).grid.values).toEqual(wanted.values);
      }),
      { numRuns: 400 },
    );
  });
});
