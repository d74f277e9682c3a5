import { Inflate } from 'fflate';
import { NBSP, quote } from '../../text/french';
import { crc32 } from './crc32';
import { refuse } from './refusal';
import type { Archive, Entry } from './zip';

/** Compressed bytes given at a time: at deflate's greatest ratio one step makes at most 16 MB. */
const STEP = 16 * 1024;

/** Told how many compressed bytes have been read; false stops the reading. */
export type OnStep = (read: number) => boolean;

/**
 * Gives the entry's bytes to `sink`, piece by piece. What is really produced is what counts, never what the header claims:
 * one byte more than declared, one less, or another checksum, and the part is refused.
 */
export function inflateEntry(archive: Archive, entry: Entry, sink: (bytes: Uint8Array) => void, onStep?: OnStep): void {
  let size = 0;
  let crc = 0;
  const take = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > entry.size) refuse(damaged(entry));
    crc = crc32(piece, crc);
    if (piece.length > 0) sink(piece);
  };
  const push = entry.method === 0 ? take : inflater(entry, take);
  const end = entry.dataStart + entry.compressedSize;
  for (let at = entry.dataStart; at < end; at += STEP) {
    const stop = Math.min(at + STEP, end);
    push(archive.bytes.subarray(at, stop), stop === end);
    if (onStep && !onStep(stop - entry.dataStart)) refuse('Lecture interrompue.');
  }
  if (size !== entry.size || crc !== entry.crc) refuse(damaged(entry));
}

function inflater(entry: Entry, take: (piece: Uint8Array) => void): (bytes: Uint8Array, last: boolean) => void {
  if (entry.method !== 8) {
    refuse(
      `La partie ${quote(entry.name)} est compressée d'une façon inconnue d'Excel${NBSP}: enregistrez le classeur de nouveau au format .xlsx.`,
    );
  }
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  return (bytes, last) => {
    try {
      inflate.push(bytes, last);
    } catch {
      refuse(damaged(entry));
    }
    for (const piece of pieces.splice(0)) take(piece);
  };
}

function damaged(entry: Entry): string {
  return `La partie ${quote(entry.name)} de ce fichier est abîmée${NBSP}: téléchargez-le ou enregistrez-le de nouveau.`;
}
