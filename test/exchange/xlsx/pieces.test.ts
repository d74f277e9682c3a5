import fc from 'fast-check';
import { asUtf8 } from '../../../shared/exchange/xlsx/xmlEncoding';
import { XmlScanner } from '../../../shared/exchange/xlsx/xmlScan';

const XML =
  '<?xml version="1.0"?><!-- a > b --><x:a b="1>2" c=\'"\'>é😀&amp;<b/><![CDATA[]]]><!--->--><c  d = "e" >f</c ></x:a>\n';

/** What a reader hears of the pieces, stretches of text joined. */
function heard(pieces: readonly Uint8Array[]): readonly string[] {
  const events: string[] = [];
  const shown = (bytes: Uint8Array, start: number, end: number) => Buffer.from(bytes.slice(start, end)).toString();
  const scanner = new XmlScanner('p', {
    open: (tag) => events.push(`+${tag.name} ${tag.attribute('b')} ${tag.attribute('c')} ${tag.attribute('d')}`),
    close: (name, tag) => events.push(`-${name} ${tag === null}`),
    text: (bytes, start, end, literal) => events.push(`${literal} ${shown(bytes, start, end)}`),
    other: (bytes, start, end) => events.push(shown(bytes, start, end)),
  });
  const push = asUtf8((bytes) => scanner.push(bytes));
  pieces.forEach(push);
  scanner.end();
  return events;
}

function cut(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const ends = [...places.map((place) => place % bytes.length), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => Uint8Array.from(bytes.subarray(ends[index - 1] ?? 0, end)));
}

const whole = heard([Buffer.from(XML)]);

test('tags, texts and the rest are told apart', () => {
  expect(whole).toEqual([
    '<?xml version="1.0"?>',
    '<!-- a > b -->',
    '+a 1>2 " null',
    'false é😀&amp;',
    '+b null null null',
    '-b true',
    '<![CDATA[',
    'true ]',
    ']]>',
    '<!--->-->',
    '+c null null e',
    'false f',
    '-c false',
    '-a false',
    'false \n',
  ]);
});

test.each([
  ['UTF-8', Buffer.from(XML)],
  ['UTF-16', Buffer.from(`\ufeff${XML}`, 'utf16le')],
])('wherever the pieces of %s are cut, the same is heard', (encoding, bytes) => {
  const expected = encoding === 'UTF-8' ? whole : ['false \ufeff', ...whole];
  expect(heard(cut(bytes, [...bytes.keys()]))).toEqual(expected);
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 8 }), (places) => {
      expect(heard(cut(bytes, places))).toEqual(expected);
    }),
  );
});
