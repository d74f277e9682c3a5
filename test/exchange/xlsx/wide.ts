/** The same archive with every size and offset moved to zip64 fields, and a zip64 end record. */
export function wide(bytes: Uint8Array): Buffer {
  const from = Buffer.from(bytes);
  const end = from.length - 22;
  const records: Buffer[] = [];
  for (let at = from.readUInt32LE(end + 16); at < end;) {
    const nameEnd = at + 46 + from.readUInt16LE(at + 28);
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    [24, 20, 42].forEach((field, index) =>
      extra.writeBigUInt64LE(BigInt(from.readUInt32LE(at + field)), 4 + 8 * index),
    );
    const header = Buffer.from(from.subarray(at, nameEnd));
    for (const field of [20, 24, 42]) header.writeUInt32LE(0xffffffff, field);
    header.writeUInt16LE(28, 30);
    records.push(header, extra);
    at = nameEnd + from.readUInt16LE(at + 30) + from.readUInt16LE(at + 32);
  }
  const start = from.readUInt32LE(end + 16);
  const directory = Buffer.concat(records);
  const wideEnd = Buffer.alloc(56);
  wideEnd.write('PK\x06\x06', 0, 'latin1');
  wideEnd.writeBigUInt64LE(44n, 4);
  const count = BigInt(from.readUInt16LE(end + 10));
  [count, count, BigInt(directory.length), BigInt(start)].forEach((value, index) =>
    wideEnd.writeBigUInt64LE(value, 24 + 8 * index),
  );
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  const classic = Buffer.from(from.subarray(end));
  classic.fill(0xff, 8, 20);
  return Buffer.concat([from.subarray(0, start), directory, wideEnd, locator, classic]);
}
