import { bytesOfText, concatBytes } from './bytes';
import type { Packed } from './deflate';

/** A file to put in a new archive. */
export interface NewEntry {
  readonly name: string;
  readonly packed: Packed;
}

/** 1 January 1980, the first date a zip file can carry: the same content always gives the same bytes. */
const DOS_DATE = 0x0021;
/** UTF-8 names. */
const FLAGS = 0x0800;

/** A zip archive of these files, in this order. */
export function writeArchive(entries: readonly NewEntry[]): Uint8Array {
  const records: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const local = localRecord(entry);
    directory.push(directoryRecord(entry, at));
    records.push(local);
    at += local.length;
  }
  const size = directory.reduce((total, record) => total + record.length, 0);
  return concatBytes([...records, ...directory, endRecord(entries.length, size, at)]);
}

/** The file as it stands in the archive: its header, its name, its bytes. */
export function localRecord({ name, packed }: NewEntry): Uint8Array {
  const path = bytesOfText(name);
  return concatBytes([localHeader(packed, path.length), path, packed.data]);
}

/** Its line in the table of contents; `at` is where the local record begins. */
export function directoryRecord({ name, packed }: NewEntry, at: number): Uint8Array {
  const path = bytesOfText(name);
  return concatBytes([directoryHeader(packed, path.length, at), path]);
}

function localHeader(packed: Packed, nameLength: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(30));
  view.setUint32(0, 0x04034b50, true);
  shared(view, 4, packed, nameLength);
  return new Uint8Array(view.buffer);
}

function directoryHeader(packed: Packed, nameLength: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(46));
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  shared(view, 6, packed, nameLength);
  view.setUint32(42, offset, true);
  return new Uint8Array(view.buffer);
}

/** The fields that both headers have, in the same order. */
function shared(view: DataView, at: number, packed: Packed, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, FLAGS, true);
  view.setUint16(at + 4, 8, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, packed.crc, true);
  view.setUint32(at + 14, packed.data.length, true);
  view.setUint32(at + 18, packed.size, true);
  view.setUint16(at + 22, nameLength, true);
}

function endRecord(count: number, size: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return new Uint8Array(view.buffer);
}
