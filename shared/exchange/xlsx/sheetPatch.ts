import { formatAddress } from '../../sheet/address';
import type { Scalar } from '../../sheet/grid';
import { NBSP, quote } from '../../text/french';
import { bytesOfText, textOfBytes } from './bytes';
import type { CellFormula, CellShell } from './cellXml';
import { cellXml, formulaXml } from './cellXml';
import { Cursor } from './cursor';
import { refuse } from './refusal';
import type { XmlHandler } from './xmlScan';
import type { Tag } from './xmlTag';

/** A cell to write, 0-based. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly set: Scalar;
  /** The cell computes: `set` is what its formula gave. */
  readonly formula?: CellFormula;
}

/** Attributes that speak of the old value: its type, its cell and value metadata. */
const OF_THE_VALUE = ['t', 'cm', 'vm'];

/**
 * Copies a sheet's XML byte for byte, but for the <c> elements of `changes`, which must be in row, then column order.
 * A cell or a row that is not there is put in its place.
 */
export class SheetPatch implements XmlHandler {
  private next = 0;
  private depth = 0;
  private inData = false;
  private inRow = false;
  private row = -1;
  private column = -1;
  private prefix = '';
  /** Depth inside a cell that is being replaced. */
  private skipping = 0;
  /** The closing tag owed to a self-closing element that had to be opened. */
  private owed = '';
  private readonly cursor: Cursor;

  constructor(
    private readonly part: string,
    private readonly changes: readonly CellChange[],
    private readonly out: (bytes: Uint8Array) => void,
  ) {
    this.cursor = new Cursor(part);
  }

  open(tag: Tag): void {
    this.depth++;
    if (this.skipping > 0) this.skipping++;
    else if (this.inRow && tag.name === 'c' && this.depth === 4) this.openCell(tag);
    else if (this.inData && tag.name === 'row' && this.depth === 3) this.openRow(tag);
    else if (tag.name === 'sheetData' && this.depth === 2) this.openData(tag);
    else this.copy(tag.bytes, tag.start, tag.end);
  }

  close(name: string, tag: Tag | null): void {
    this.depth--;
    if (this.skipping > 0) {
      this.skipping--;
      return;
    }
    if (this.inRow && this.depth === 2) {
      this.write(this.newCells(Infinity));
      this.inRow = false;
    } else if (this.inData && this.depth === 1) {
      this.write(this.newRows(Infinity));
      this.inData = false;
    }
    if (tag) this.copy(tag.bytes, tag.start, tag.end);
    else if (this.owed !== '' && (name === 'row' || name === 'sheetData')) {
      this.write(this.owed);
      this.owed = '';
    }
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    if (this.skipping === 0) this.copy(bytes, start, end);
  }

  other(bytes: Uint8Array, start: number, end: number): void {
    if (this.skipping === 0) this.copy(bytes, start, end);
  }

  /** Every change must have found its place. */
  finish(): void {
    if (this.next < this.changes.length) this.fail("n'a pas de cellules");
  }

  private openData(tag: Tag): void {
    this.inData = true;
    this.prefix = prefixOf(tag);
    this.openElement(tag, this.next < this.changes.length);
  }

  private openRow(tag: Tag): void {
    this.cursor.openRow(tag);
    if (this.cursor.row <= this.row) this.fail('a ses lignes en désordre');
    this.prefix = prefixOf(tag);
    this.write(this.newRows(this.cursor.row));
    this.row = this.cursor.row;
    this.column = -1;
    this.inRow = true;
    this.openElement(tag, this.changes[this.next]?.row === this.row);
  }

  private openCell(tag: Tag): void {
    this.cursor.openCell(tag);
    if (this.cursor.row !== this.row || this.cursor.column <= this.column) this.fail('a ses cellules en désordre');
    this.write(this.newCells(this.cursor.column));
    this.column = this.cursor.column;
    const change = this.changes[this.next];
    if (change?.row !== this.row || change.column !== this.column) {
      this.copy(tag.bytes, tag.start, tag.end);
      return;
    }
    this.next++;
    this.skipping = 1;
    const kept = tag.attributesWithout(OF_THE_VALUE).map(([start, end]) => ` ${textOfBytes(tag.bytes, start, end)}`);
    this.write(changedXml(change, { prefix: prefixOf(tag), attributes: kept.join('') }));
  }

  /** Copies the tag; a self-closing one that must receive content is left open. */
  private openElement(tag: Tag, filled: boolean): void {
    if (!tag.selfClosing || !filled) {
      this.copy(tag.bytes, tag.start, tag.end);
      return;
    }
    this.copy(tag.bytes, tag.start, tag.end - 2);
    this.write('>');
    this.owed = `</${tag.qualified}>`;
  }

  /** The new cells of the current row that stand before `column`; an emptied cell that is not there needs none. */
  private newCells(column: number): string {
    let xml = '';
    for (let change = this.changes[this.next]; change; change = this.changes[++this.next]) {
      if (change.row !== this.row || change.column >= column) break;
      if (change.set !== null || change.formula) xml += this.newCell(change);
    }
    return xml;
  }

  /** The new rows that stand before `row`. */
  private newRows(row: number): string {
    let xml = '';
    for (let change = this.changes[this.next]; change && change.row < row; change = this.changes[this.next]) {
      this.row = change.row;
      const cells = this.newCells(Infinity);
      if (cells !== '') xml += `<${this.prefix}row r="${change.row + 1}">${cells}</${this.prefix}row>`;
    }
    return xml;
  }

  private newCell(change: CellChange): string {
    const attributes = ` r="${formatAddress(change.row, change.column)}"`;
    return changedXml(change, { prefix: this.prefix, attributes });
  }

  private write(xml: string): void {
    if (xml !== '') this.out(bytesOfText(xml));
  }

  private copy(bytes: Uint8Array, start: number, end: number): void {
    this.out(bytes.subarray(start, end));
  }

  private fail(what: string): never {
    return refuse(
      `La partie ${quote(this.part)} du classeur ${what}${NBSP}: ouvrez-le dans Excel, enregistrez-le, puis recommencez.`,
    );
  }
}

function changedXml({ row, column, set, formula }: CellChange, shell: CellShell): string {
  return formula ? formulaXml(formula, set, shell, row, column) : cellXml(set, shell, row, column);
}

function prefixOf(tag: Tag): string {
  return tag.qualified.slice(0, tag.qualified.length - tag.name.length);
}
