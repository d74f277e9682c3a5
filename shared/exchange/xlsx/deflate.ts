import { Deflate } from 'fflate';
import { concatBytes } from './bytes';
import { crc32 } from './crc32';

/** An entry's new content, ready for the archive. */
export interface Packed {
  readonly data: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

const BLOCK = 2 ** 16;

/** Compresses what is written to it, piece by piece: only the compressed bytes are held. */
export class Packer {
  private readonly packed: Uint8Array[] = [];
  private readonly deflate = new Deflate({ level: 6 }, (piece) => this.packed.push(piece));
  private block = new Uint8Array(BLOCK);
  private filled = 0;
  private size = 0;
  private crc = 0;

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(bytes.length - at, BLOCK - this.filled);
      this.block.set(bytes.subarray(at, at + taken), this.filled);
      this.filled += taken;
      at += taken;
      if (this.filled === BLOCK) this.flush(false);
    }
  }

  finish(): Packed {
    this.flush(true);
    return { data: concatBytes(this.packed), size: this.size, crc: this.crc };
  }

  private flush(last: boolean): void {
    const block = this.block.subarray(0, this.filled);
    this.size += block.length;
    this.crc = crc32(block, this.crc);
    this.deflate.push(block, last);
    this.block = new Uint8Array(BLOCK);
    this.filled = 0;
  }
}

export function pack(bytes: Uint8Array): Packed {
  const packer = new Packer();
  packer.write(bytes);
  return packer.finish();
}
