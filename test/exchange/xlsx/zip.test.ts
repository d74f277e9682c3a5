import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { inflateEntry } from '../../../shared/exchange/xlsx/inflate';
import { readArchive } from '../../../shared/exchange/xlsx/zip';
import { complaint, opened, parts, values, worksheet, zip } from './handmade';
import { wide } from './wide';

const SHEET = worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>Réf</t></is></c></row>');
const good = zip(parts(SHEET));

/** Where the central directory's record of a part stands. */
function recordOf(bytes: Uint8Array, name: string): number {
  const wanted = Buffer.from(`${name}`);
  const buffer = Buffer.from(bytes);
  for (
    let at = buffer.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = buffer.indexOf('PK\x01\x02', at + 1, 'latin1')
  ) {
    if (buffer.subarray(at + 46, at + 46 + wanted.length).equals(wanted)) return at;
  }
  throw new Error(`no ${name}`);
}

function changed(
  bytes: Uint8Array,
  change: (view: DataView, record: number) => void,
  name = 'xl/worksheets/sheet1.xml',
) {
  const copy = bytes.slice();
  change(new DataView(copy.buffer), recordOf(copy, name));
  return copy;
}

test('a file cut anywhere is said to be incomplete', () => {
  for (let size = 2; size < good.length; size += 7)
    expect(complaint(good.subarray(0, size))).toMatch(/incomplet ou abîmé/);
});

test('entries written with data descriptors, as streaming writers do, are read', () => {
  const pieces: Uint8Array[] = [];
  const stream = new Zip((_error, piece) => pieces.push(piece));
  for (const [name, part] of Object.entries(parts(SHEET))) {
    const file = name.endsWith('.rels') ? new ZipPassThrough(name) : new ZipDeflate(name);
    stream.add(file);
    file.push(strToU8(String(part)), true);
  }
  stream.end();
  expect(values(Buffer.concat(pieces))).toEqual([['Réf']]);
});

test('a comment after the end record, "\\" in names and a view in a bigger buffer change nothing', () => {
  const comment = Buffer.concat([good, Buffer.from('bonjour')]);
  comment.writeUInt16LE(7, good.length - 2);
  expect(values(comment)).toEqual([['Réf']]);
  const windows = Object.fromEntries(
    Object.entries(parts(SHEET)).map(([name, part]) => [name.replace(/\//g, '\\'), part]),
  );
  expect(values(zip(windows))).toEqual([['Réf']]);
  const bigger = Buffer.concat([Buffer.from('avant'), good, Buffer.from('après')]);
  expect(values(bigger.subarray(5, 5 + good.length))).toEqual([['Réf']]);
});

test('an encrypted entry: the password must go', () => {
  expect(
    complaint(changed(good, (view, at) => view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true))),
  ).toMatch(/mot de passe/);
});

test('a bomb that says its size is refused before anything is inflated', () => {
  const bomb = zip(parts(worksheet(' '.repeat(2 ** 25))));
  expect(complaint(bomb)).toMatch(/annonce 32 Mo/);
  expect(complaint(changed(good, (view, at) => view.setUint32(at + 24, 0xfffffff0, true)))).toMatch(/annonce 4 096 Mo/);
});

test('a bomb that hides its size is stopped at the first byte too many', () => {
  const bomb = zip(parts(worksheet(' '.repeat(2 ** 24))));
  const lying = changed(bomb, (view, at) => view.setUint32(at + 24, 500, true));
  expect(complaint(lying)).toMatch(/« xl\/worksheets\/sheet1.xml » de ce fichier est abîmée/);
  const long = changed(good, (view, at) => view.setUint32(at + 24, view.getUint32(at + 24, true) + 1, true));
  expect(complaint(long)).toMatch(/abîmée/);
});

test('of a bomb that hides its size, nothing beyond the size is handed on', () => {
  const bomb = changed(zip(parts(worksheet(' '.repeat(2 ** 22)))), (view, at) => view.setUint32(at + 24, 500, true));
  const archive = readArchive(bomb);
  const entry = archive.byName.get('xl/worksheets/sheet1.xml');
  if (!entry) throw new Error('no sheet');
  let handedOn = 0;
  expect(() => inflateEntry(archive, entry, (piece) => (handedOn += piece.length))).toThrow(/abîmée/);
  expect(handedOn).toBeLessThanOrEqual(500);
});

test('an entry hidden inside another, the same bytes counted twice, is refused', () => {
  const inner = Buffer.from(zip({ b: 'texte' }));
  const innerEnd = inner.length - 22;
  const record = inner.subarray(0, inner.readUInt32LE(innerEnd + 16));
  const outer = Buffer.from(zip({ a: record }, 0));
  const outerEnd = outer.length - 22;
  const inside = Buffer.from(inner.subarray(record.length, innerEnd));
  inside.writeUInt32LE(outer.indexOf(record), 42);
  const end = Buffer.from(outer.subarray(outerEnd));
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(outerEnd - outer.readUInt32LE(outerEnd + 16) + inside.length, 12);
  const both = Buffer.concat([outer.subarray(0, outerEnd), inside, end]);
  expect(readArchive(outer).entries.map(({ name }) => name)).toEqual(['a']);
  expect(() => readArchive(both)).toThrow(/incomplet ou abîmé/);
});

test('a wrong checksum is damage, even when the XML still reads', () => {
  expect(complaint(changed(good, (view, at) => view.setUint32(at + 16, 1, true)))).toMatch(/abîmée/);
});

test('an unknown compression, two entries over the same bytes, the same name twice', () => {
  expect(complaint(changed(good, (view, at) => view.setUint16(at + 10, 9, true)))).toMatch(
    /compressée d'une façon inconnue/,
  );
  const overlapping = changed(good, (view, at) =>
    view.setUint32(at + 42, view.getUint32(recordOf(good, 'xl/styles.xml') + 42, true), true),
  );
  expect(complaint(overlapping)).toMatch(/incomplet ou abîmé/);
  expect(complaint(zip({ ...parts(SHEET), 'XL/Styles.xml': '<styleSheet/>' }))).toMatch(
    /deux fois la partie « XL\/Styles.xml »/,
  );
});

test('more entries than a workbook has', () => {
  const many = Object.fromEntries(Array.from({ length: 20_001 }, (_unused, index) => [`p${index}`, '']));
  expect(complaint(zip(many))).toMatch(/20 001 parties/);
});

test('zip64 sizes and offsets are read', () => {
  expect(opened(wide(good)).sheets).toHaveLength(1);
  expect(values(wide(good))).toEqual([['Réf']]);
});
