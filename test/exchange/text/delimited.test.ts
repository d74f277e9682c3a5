import fc from 'fast-check';
import type { DelimitedDocument, Separator } from '../../../shared/exchange';
import { detectSeparator, MAX_COLUMNS, MAX_RECORDS, parseDelimited, spanOf } from '../../../shared/exchange';

const csv = (text: string, separator: Separator = ';') => parseDelimited(text, { separator, quotes: true });

/** The fields as they stand in the text, quotes included. */
function rawFields(document: DelimitedDocument): string[][] {
  return document.records.map((cells, record) =>
    cells.map((_, field) => {
      const span = spanOf(document, record, field);
      return span ? document.text.slice(span.start, span.end) : '?';
    }),
  );
}

describe('parseDelimited', () => {
  test('mixed line ends each end one record, and the last one may do without', () => {
    expect(csv('a;b\r\nc\nd;\re').records).toEqual([['a', 'b'], ['c'], ['d', ''], ['e']]);
    expect(csv('a\n').records).toEqual([['a']]);
    expect(csv('a\n\n').records).toEqual([['a'], ['']]);
    expect(csv('').records).toEqual([]);
  });

  test('quoted fields hold separators, doubled quotes and line breaks; lines are counted through them', () => {
    const document = csv('"a;""b"""; c\r\n"x\r\ny\nz\rt";2\r\nfin;3');
    expect(document.records).toEqual([
      ['a;"b"', ' c'],
      ['x\r\ny\nz\rt', '2'],
      ['fin', '3'],
    ]);
    expect([...document.lines]).toEqual([1, 2, 6]);
    expect(rawFields(document)[0]).toEqual(['"a;""b"""', ' c']);
  });

  test('without quotes, a quote is a character', () => {
    const document = parseDelimited('"a\tb"\n', { separator: '\t', quotes: false });
    expect(document.records).toEqual([['"a', 'b"']]);
    expect(document.looseQuotes).toBe(1);
  });

  test('a quote never closed is read as a character and costs only its own field', () => {
    const document = csv('a;b\n"c;d\ne;""\nf;g');
    expect(document.records).toEqual([
      ['a', 'b'],
      ['"c', 'd'],
      ['e', ''],
      ['f', 'g'],
    ]);
    expect(document.unclosedLine).toBe(2);
  });

  test('text after a closing quote is kept', () => {
    const document = csv('"Ville" vie vacances;2');
    expect(document.records).toEqual([['Ville vie vacances', '2']]);
    expect([document.quotedFields, document.looseQuotes]).toEqual([0, 1]);
  });

  test('a million columns: the first are kept, the others counted, the next record is right', () => {
    const document = csv(`${'x;'.repeat(999999)}x\na;b`);
    expect(document.records.map((cells) => cells.length)).toEqual([MAX_COLUMNS, 2]);
    expect(document.droppedFields).toBe(1000000 - MAX_COLUMNS);
    expect(spanOf(document, 0, MAX_COLUMNS - 1)).toEqual({ start: 2 * MAX_COLUMNS - 2, end: 2 * MAX_COLUMNS - 1 });
    expect(spanOf(document, 1, 1)).toEqual({ start: document.text.length - 1, end: document.text.length });
  });

  test('a cell of a megabyte is kept and counted, quoted or not', () => {
    const cell = 'à'.repeat(1 << 20);
    expect(csv(`${cell};b`).records[0]?.[0]).toBe(cell);
    const quoted = csv(`"${cell}"";";b`);
    expect(quoted.records[0]?.[0]).toBe(`${cell}";`);
    expect(quoted.longCells).toBe(1);
  });

  test('more lines than a sheet has rows stop the reading', () => {
    const document = csv('\n'.repeat(MAX_RECORDS + 1));
    expect(document.stopped).toBe(true);
    expect(document.records.length).toBe(MAX_RECORDS);
    expect(csv('\n'.repeat(MAX_RECORDS)).stopped).toBe(false);
  });

  test('a million unpaired quotes do not make the reading quadratic', () => {
    const fields = '"";'.repeat(300000);
    expect(csv(`"${fields}\n${fields}`).unclosedLine).toBe(1);
  });

  test('the spans, with what lies between them, are the text again', () => {
    const piece = fc.constantFrom('"', '""', ';', ',', '\n', '\r', '\r\n', 'a', 'é', ' ', "'", '"a"', '"a;\nb"');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, quotes) => {
        const text = pieces.join('');
        const document = parseDelimited(text, { separator: ';', quotes });
        expect(rebuild(document)).toBe(text);
        document.records.forEach((cells, record) => {
          const before = text.slice(0, spanOf(document, record, 0)?.start);
          expect(document.lines[record]).toBe(before.split(/\r\n|\r|\n/).length);
          if (!quotes) expect(rawFields(document)[record]).toEqual(cells);
        });
      }),
      { numRuns: 500 },
    );
  });
});

/** Fields joined by one separator, records by what is between the end of one and the start of the next: only a line end. */
function rebuild(document: DelimitedDocument): string {
  let text = '';
  rawFields(document).forEach((fields, record) => {
    text += fields.join(document.separator);
    const end = spanOf(document, record, fields.length - 1)?.end ?? 0;
    const next = spanOf(document, record + 1, 0)?.start ?? document.text.length;
    const between = document.text.slice(end, next);
    expect(['', '\r\n', '\n', '\r']).toContain(between);
    text += between;
  });
  return text;
}

describe('detectSeparator', () => {
  test.each<[string, Separator, string]>([
    [
      'semicolons among sentences with commas',
      ';',
      'Réf;Objectif;BOP\nA;Aider, former, loger;102\nB;Aider, loger;147\n',
    ],
    ['commas with quoted semicolons', ',', 'ref,objectif,bop\nA,"x; y",102\nB,"x; y; z",147\n'],
    ['tabs', '\t', 'ref\tobjectif, long\tbop; service\nA\tx, y\t1; 2\n'],
    ['bars', '|', 'ref|objectif\nA|x, y\nB|z\n'],
    ['title lines above', ';', 'Annexe 7, contrat de ville\n\nRéf;Objectif;BOP\nA;x;1\nB;y;2\nC;z;3\n'],
    ['several lines in one field', ';', 'ref;objectif\nA;"un\ndeux,trois\nquatre,cinq"\nB;"x,y"\n'],
    ['one column', ';', 'Réf\nA\nB\n'],
    ['the declaration of Excel', '|', 'sep=|\na;b|c\nd;e|f\n'],
  ])('%s', (_, separator, text) => {
    expect(detectSeparator(text)).toBe(separator);
  });

  test('judges the beginning of a large file only', () => {
    expect(detectSeparator(`a;b\n${`${'x'.repeat(300000)};y\n`.repeat(3)}`)).toBe(';');
  });
});
