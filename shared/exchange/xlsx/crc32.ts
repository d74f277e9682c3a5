/** CRC-32 as zip files carry it (polynomial 0xEDB88320), four bytes at a step. */

const TABLES = makeTables();

function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[byte] = value;
  }
  const second = nextTable(first, first);
  const third = nextTable(first, second);
  return [first, second, third, nextTable(first, third)];
}

function nextTable(first: Int32Array, previous: Int32Array): Int32Array {
  return previous.map((value) => (value >>> 8) ^ (first[value & 255] ?? 0));
}

/** The running checksum of `bytes` after `crc` (0 to begin); unsigned. */
export function crc32(bytes: Uint8Array, crc = 0): number {
  const [t0, t1, t2, t3] = TABLES;
  let value = ~crc;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    value ^= at4(bytes, at);
    value =
      (t3[value & 255] ?? 0) ^
      (t2[(value >>> 8) & 255] ?? 0) ^
      (t1[(value >>> 16) & 255] ?? 0) ^
      (t0[value >>> 24] ?? 0);
  }
  for (; at < bytes.length; at++) value = (value >>> 8) ^ (t0[(value ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return ~value >>> 0;
}

function at4(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}
