import { NBSP, quote } from '../../text/french';
import { refuse } from './refusal';
import type { Tag } from './xmlTag';
import { digits } from './xmlTag';

/** Excel's own limits. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** Where a reader of a sheet stands; rows and cells may say where they are (`r`) or simply follow one another. */
export class Cursor {
  /** 0-based. */
  row = -1;
  column = -1;
  private named = false;

  constructor(private readonly part: string) {}

  openRow(tag: Tag): void {
    this.named = tag.find('r');
    this.row = this.named ? digits(tag.bytes, tag.valueStart, tag.valueEnd) - 1 : this.row + 1;
    this.column = -1;
    if (this.row < 0 || this.row >= MAX_ROWS) this.fail();
  }

  openCell(tag: Tag): void {
    if (tag.find('r')) this.read(tag);
    else this.column++;
    if (this.column < 0 || this.column >= MAX_COLUMNS || this.row >= MAX_ROWS) this.fail();
  }

  private read(tag: Tag): void {
    let column = 0;
    let at = tag.valueStart;
    for (; at < tag.valueEnd; at++) {
      const letter = (tag.bytes[at] ?? 0) & 0xdf;
      if (letter < 65 || letter > 90 || column > MAX_COLUMNS) break;
      column = column * 26 + letter - 64;
    }
    const row = digits(tag.bytes, at, tag.valueEnd) - 1;
    if (row < 0) this.fail();
    this.column = column - 1;
    // A row without a number takes that of its cells.
    if (!this.named) this.row = row;
    else if (row !== this.row) this.fail();
  }

  private fail(): never {
    return refuse(
      `La partie ${quote(this.part)} du classeur place une cellule hors de la feuille ou de sa ligne${NBSP}: ouvrez-le dans Excel et enregistrez-le de nouveau.`,
    );
  }
}
