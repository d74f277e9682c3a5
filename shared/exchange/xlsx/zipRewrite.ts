import { concatBytes } from './bytes';
import type { Packed } from './deflate';
import type { Archive, Entry } from './zip';
import type { NewEntry } from './zipWrite';
import { directoryRecord as newDirectoryRecord, localRecord } from './zipWrite';

/**
 * The archive with the content of some entries replaced, and some entries added at its end. All the rest is copied as it stands:
 * headers, compressed bytes, data descriptors, order, comment. Only offsets and counts follow.
 */
export function rewriteArchive(
  archive: Archive,
  changed: ReadonlyMap<Entry, Packed>,
  added: readonly NewEntry[] = [],
): Uint8Array {
  const { bytes, end, entries } = archive;
  const physical = entries.slice().sort((a, b) => a.recordStart - b.recordStart);
  const pieces: Uint8Array[] = [bytes.subarray(0, physical[0]?.recordStart ?? end.directoryStart)];
  let at = pieces[0]?.length ?? 0;
  const moved = new Map<Entry, number>();
  const add = (piece: Uint8Array): void => {
    pieces.push(piece);
    at += piece.length;
  };
  physical.forEach((entry, index) => {
    moved.set(entry, at);
    const packed = changed.get(entry);
    const next = physical[index + 1]?.recordStart ?? end.directoryStart;
    if (!packed) add(bytes.subarray(entry.recordStart, next));
    else {
      add(localHeader(bytes, entry, packed));
      add(packed.data);
    }
  });
  const addedAt = added.map((entry) => {
    const from = at;
    add(localRecord(entry));
    return from;
  });
  const directoryStart = at;
  for (const entry of entries) add(directoryRecord(bytes, entry, moved.get(entry) ?? 0, changed.get(entry)));
  added.forEach((entry, index) => add(newDirectoryRecord(entry, addedAt[index] ?? 0)));
  const last = entries[entries.length - 1]?.directoryEnd ?? end.directoryStart;
  add(bytes.subarray(last, end.directoryEnd));
  add(endRecords(archive, { count: end.count + added.length, start: directoryStart, size: at - directoryStart }));
  return concatBytes(pieces);
}

function localHeader(bytes: Uint8Array, entry: Entry, packed: Packed): Uint8Array {
  const nameLength = word(bytes, entry.recordStart + 26);
  return rebuilt(bytes, entry.recordStart, 30, nameLength, word(bytes, entry.recordStart + 28), 0, (view, extra) => {
    describe(view, 6, 8, 14, packed);
    view.setUint16(28, extra, true);
  });
}

function directoryRecord(bytes: Uint8Array, entry: Entry, offset: number, packed: Packed | undefined): Uint8Array {
  const from = entry.directoryStart;
  if (packed) {
    const comment = word(bytes, from + 32);
    return rebuilt(bytes, from, 46, word(bytes, from + 28), word(bytes, from + 30), comment, (view, extra) => {
      describe(view, 8, 10, 16, packed);
      view.setUint16(30, extra, true);
      view.setUint32(42, offset, true);
    });
  }
  const record = bytes.slice(from, entry.directoryEnd);
  const view = new DataView(record.buffer);
  if (entry.wideOffsetAt === null) view.setUint32(42, offset, true);
  else setWide(view, entry.wideOffsetAt - from, offset);
  return record;
}

/** A header copied without its zip64 extra field (the new sizes fit in 32 bits), then corrected by `fix`. */
function rebuilt(
  bytes: Uint8Array,
  from: number,
  fixed: number,
  name: number,
  extra: number,
  comment: number,
  fix: (view: DataView, extra: number) => void,
): Uint8Array {
  const extraStart = from + fixed + name;
  const kept = withoutWide(bytes.subarray(extraStart, extraStart + extra));
  const tail = bytes.subarray(extraStart + extra, extraStart + extra + comment);
  const header = concatBytes([bytes.subarray(from, extraStart), kept, tail]);
  fix(new DataView(header.buffer), kept.length);
  return header;
}

function withoutWide(extra: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  for (let at = 0; at < extra.length;) {
    const next = at + 4 + word(extra, at + 2);
    if (word(extra, at) !== 1 || next > extra.length) kept.push(extra.subarray(at, next));
    at = next;
  }
  return concatBytes(kept);
}

/** Sizes and checksum stand in the header (bit 3, "they follow the data", is cleared), the method is deflate. */
function describe(view: DataView, flagsAt: number, methodAt: number, crcAt: number, packed: Packed): void {
  view.setUint16(flagsAt, view.getUint16(flagsAt, true) & ~8, true);
  view.setUint16(methodAt, 8, true);
  view.setUint32(crcAt, packed.crc, true);
  view.setUint32(crcAt + 4, packed.data.length, true);
  view.setUint32(crcAt + 8, packed.size, true);
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly size: number;
}

/** All that follows the directory: the zip64 records if any, the classic one, the comment. */
function endRecords({ bytes, end }: Archive, { count, start, size }: Directory): Uint8Array {
  const tail = bytes.slice(end.directoryEnd);
  const view = new DataView(tail.buffer);
  const classic = end.recordStart - end.directoryEnd;
  if (end.wideStart !== null) {
    const wide = end.wideStart - end.directoryEnd;
    for (const at of [wide + 24, wide + 32]) setWide(view, at, count);
    setWide(view, wide + 40, size);
    setWide(view, wide + 48, start);
    setWide(view, classic - 12, start + size + wide);
  }
  // Fields of all ones stay so where there is a zip64 record: they send the reader to it.
  const sent = (field: number, ones: number): boolean => end.wideStart !== null && field === ones;
  for (const at of [classic + 8, classic + 10])
    if (!sent(view.getUint16(at, true), 0xffff)) view.setUint16(at, count, true);
  if (!sent(view.getUint32(classic + 12, true), 0xffffffff)) view.setUint32(classic + 12, size, true);
  if (!sent(view.getUint32(classic + 16, true), 0xffffffff)) view.setUint32(classic + 16, start, true);
  return tail;
}

function setWide(view: DataView, at: number, value: number): void {
  view.setUint32(at, value >>> 0, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
