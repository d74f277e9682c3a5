import { formatNumber, NBSP, quote } from '../../text/french';
import { refuse } from './refusal';
import { textOfBytes } from './bytes';
import type { EndRecord } from './zipEnd';
import { findEnd } from './zipEnd';

/** One file of the archive; offsets are into the archive's bytes. */
export interface Entry {
  /** Spelt as in the archive, "\" made "/". */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** The local header, then its compressed bytes. */
  readonly recordStart: number;
  readonly dataStart: number;
  /** The central directory's record. */
  readonly directoryStart: number;
  readonly directoryEnd: number;
  /** Where the zip64 extra field holds the record's offset, when it does. */
  readonly wideOffsetAt: number | null;
}

export interface Archive {
  readonly bytes: Uint8Array;
  readonly end: EndRecord;
  /** In the central directory's order. */
  readonly entries: readonly Entry[];
  /** By lower-cased name: OPC part names do not distinguish case (ECMA-376 part 2, 6.2.2.3). */
  readonly byName: ReadonlyMap<string, Entry>;
}

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 20_000;
/** A sheet of 1,048,576 rows by 8 columns is about 0.5 GB of XML. */
const MAX_SIZE = 2 ** 31;
/** Deflate never exceeds 1,032; real sheets stay under 60. Small entries may do what they like. */
const MAX_RATIO = 300;
const RATIO_FROM = 2 ** 25;

const DAMAGED = `Ce fichier est incomplet ou abîmé (archive zip illisible)${NBSP}: téléchargez-le ou enregistrez-le de nouveau.`;

/** Reads the table of contents and checks every bound before anything is inflated. Refuses in French. */
export function readArchive(file: Uint8Array): Archive {
  // Node's Buffer is a Uint8Array whose slice() is no copy: we want the plain one.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view) ?? refuse(DAMAGED);
  if (end.count > MAX_ENTRIES) {
    refuse(`Ce fichier contient ${formatNumber(end.count)} parties, bien plus qu'un classeur${NBSP}: il n'est pas lu.`);
  }
  const entries: Entry[] = [];
  for (let at = end.directoryStart; entries.length < end.count;) {
    const entry = readEntry(view, at, end);
    entries.push(entry);
    at = entry.directoryEnd;
  }
  refuseOverlaps(entries);
  return { bytes, end, entries, byName: indexByName(entries) };
}

function readEntry(view: DataView, at: number, end: EndRecord): Entry {
  if (at + 46 > end.directoryEnd || view.getUint32(at, true) !== CENTRAL) refuse(DAMAGED);
  const nameLength = view.getUint16(at + 28, true);
  const extraStart = at + 46 + nameLength;
  const extraEnd = extraStart + view.getUint16(at + 30, true);
  const directoryEnd = extraEnd + view.getUint16(at + 32, true);
  if (directoryEnd > end.directoryEnd) refuse(DAMAGED);
  const name = readName(view, at + 46, extraStart);
  // Bit 0: encrypted; bit 6: strong encryption; bit 13: masked headers.
  if ((view.getUint16(at + 8, true) & 0x2041) !== 0) {
    refuse(
      `Ce classeur est protégé par un mot de passe${NBSP}: ouvrez-le dans Excel, retirez le mot de passe et enregistrez-le.`,
    );
  }
  const wide = readWide(view, at, extraStart, extraEnd);
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...wide,
    dataStart: dataStart(view, wide.recordStart, at, nameLength, end),
    directoryStart: at,
    directoryEnd,
  };
  refuseBomb(entry);
  if (entry.dataStart + entry.compressedSize > end.directoryStart) refuse(DAMAGED);
  return entry;
}

/** Sizes and offset: 32-bit fields, or the zip64 extra field (id 1) for those that are all ones, in this fixed order. */
function readWide(
  view: DataView,
  at: number,
  extraStart: number,
  extraEnd: number,
): Pick<Entry, 'size' | 'compressedSize' | 'recordStart' | 'wideOffsetAt'> {
  let next = findExtra(view, extraStart, extraEnd);
  let fieldAt: number | null = null;
  const take = (narrowAt: number): number => {
    const narrow = view.getUint32(narrowAt, true);
    fieldAt = null;
    if (narrow !== 0xffffffff || next === null) return narrow;
    if (next + 8 > extraEnd) refuse(DAMAGED);
    fieldAt = next;
    next += 8;
    return view.getUint32(fieldAt + 4, true) * 2 ** 32 + view.getUint32(fieldAt, true);
  };
  const size = take(at + 24);
  const compressedSize = take(at + 20);
  const recordStart = take(at + 42);
  return { size, compressedSize, recordStart, wideOffsetAt: fieldAt };
}

function findExtra(view: DataView, start: number, end: number): number | null {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return null;
}

/** Where the compressed bytes begin; the local header must exist and bear the same name as the directory's record. */
function dataStart(view: DataView, record: number, directory: number, nameLength: number, end: EndRecord): number {
  if (record + 30 > end.directoryStart || view.getUint32(record, true) !== LOCAL) refuse(DAMAGED);
  if (view.getUint16(record + 26, true) !== nameLength || record + 30 + nameLength > end.directoryStart)
    refuse(DAMAGED);
  for (let i = 0; i < nameLength; i++) {
    if (view.getUint8(record + 30 + i) !== view.getUint8(directory + 46 + i)) refuse(DAMAGED);
  }
  return record + 30 + nameLength + view.getUint16(record + 28, true);
}

function readName(view: DataView, start: number, end: number): string {
  return textOfBytes(new Uint8Array(view.buffer, view.byteOffset + start, end - start)).replace(/\\/g, '/');
}

function refuseBomb(entry: Pick<Entry, 'name' | 'size' | 'compressedSize'>): void {
  if (entry.size <= MAX_SIZE && (entry.size < RATIO_FROM || entry.size <= entry.compressedSize * MAX_RATIO)) return;
  const size = `${formatNumber(entry.size / 2 ** 20, 0)}${NBSP}Mo`;
  refuse(
    `La partie ${quote(entry.name)} annonce ${size} une fois décompressée, ce qu'aucun classeur honnête ne fait${NBSP}: le fichier n'est pas lu.`,
  );
}

/** Two entries over the same bytes: a bomb without a ratio, or a damaged directory. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const ordered = entries.slice().sort((a, b) => a.recordStart - b.recordStart);
  let previousEnd = 0;
  for (const entry of ordered) {
    if (entry.recordStart < previousEnd) refuse(DAMAGED);
    previousEnd = entry.dataStart + entry.compressedSize;
  }
}

function indexByName(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if (byName.has(key)) {
      refuse(
        `Ce fichier contient deux fois la partie ${quote(entry.name)}${NBSP}: on ne peut savoir laquelle lire. Enregistrez-le de nouveau dans Excel.`,
      );
    }
    byName.set(key, entry);
  }
  return byName;
}
