import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { patchWorkbook, readSheet, readWorkbook } from '../../../shared/exchange/xlsx';
import { zip } from './handmade';
import { furnishedWorkbook } from './hucre';

const SEED = readFileSync(join(__dirname, '../../../seeds/annexe-7-lezignan-corbieres.xlsx'));
const FURNISHED = furnishedWorkbook();

/** Reads all there is; a result of any kind will do, an exception fails the test. */
function survives(bytes: Uint8Array): void {
  const workbook = readWorkbook(bytes);
  if (workbook.kind === 'unusable') {
    expect(workbook.message).toMatch(/^[A-ZÀÉ].*[.]$/);
    return;
  }
  for (const { name } of workbook.sheets) {
    const sheet = readSheet(workbook, name);
    if (sheet.kind === 'unusable') expect(sheet.message).toMatch(/^[A-ZÀÉ].*[.]$/);
  }
  patchWorkbook(bytes, [{ sheet: workbook.sheets[0]?.name ?? '', row: 2, column: 1, set: 'x' }]);
}

const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 255 })), {
  minLength: 1,
  maxLength: 6,
});

function mutated(bytes: Uint8Array, list: readonly (readonly [number, number])[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [where, byte] of list) copy[Math.floor(where * copy.length)] = byte;
  return copy;
}

test('bytes changed anywhere in a workbook', () => {
  fc.assert(
    fc.property(fc.constantFrom(SEED, FURNISHED), changes, (bytes, list) => survives(mutated(bytes, list))),
    { numRuns: 1500 },
  );
});

test('bytes changed in its headers and table of contents, where sizes and offsets are', () => {
  const directory = FURNISHED.readUInt32LE(FURNISHED.length - 6);
  fc.assert(
    fc.property(changes, (list) => {
      survives(Buffer.concat([FURNISHED.subarray(0, directory), mutated(FURNISHED.subarray(directory), list)]));
    }),
    { numRuns: 1500 },
  );
});

test('bytes changed inside a part, in an archive that is sound', () => {
  const files = unzipSync(FURNISHED);
  const names = Object.keys(files).filter((name) => /workbook|sheet|Strings|styles|rels/.test(name));
  fc.assert(
    fc.property(fc.constantFrom(...names), changes, (name, list) => {
      survives(zip({ ...files, [name]: mutated(files[name] ?? new Uint8Array(0), list) }));
    }),
    { numRuns: 1000 },
  );
});

test('any bytes at all', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => survives(bytes)),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => survives(Uint8Array.from([80, 75, 3, 4, ...bytes]))),
    { numRuns: 500 },
  );
});
