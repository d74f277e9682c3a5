import type { Merge, Scalar } from '../../sheet/grid';
import { formatNumber, NBSP, quote } from '../../text/french';
import { Cursor } from './cursor';
import { parseRange } from './range';
import { refuse } from './refusal';
import { RichText, xmlText } from './richText';
import type { DateKind } from './serialDate';
import { isoOf } from './serialDate';
import type { Tag } from './xmlTag';
import { digits } from './xmlTag';
import { decodeExcelEscapes } from './xmlText';

/** Columns beyond are counted, not kept: an annexe has eight. */
export const MAX_COLUMNS = 1024;
/** Places kept, blanks inside rows included: 1,048,576 rows of 32 columns. */
const MAX_PLACES = 2 ** 25;
/** Repeated inline texts are kept once, as long as there are not too many different ones. */
const MAX_KNOWN = 100_000;
/** A cell of a shared formula names the cell that holds the text; only that it is a formula matters here. */
const SHARED_FORMULA = '=…';
const NO_CELLS: readonly Scalar[] = [];

/** What cells need from the rest of the workbook. */
export interface CellContext {
  readonly part: string;
  readonly strings: () => readonly string[];
  readonly dateKinds: readonly DateKind[];
  readonly date1904: boolean;
}

/** Builds the values and formulas of a sheet from the tags inside <sheetData>. */
export class CellReader {
  readonly values: (readonly Scalar[])[] = [];
  readonly formulas = new Map<number, string[]>();
  /** Ranges filled by one array formula or data table: no cell of them can be written. */
  readonly arrays: Merge[] = [];
  dropped = 0;
  private readonly cursor: Cursor;
  private places = 0;
  private cells: Scalar[] = [];
  private readonly rich = new RichText();
  private readonly known = new Map<string, string>();
  private inRow = false;
  private inCell = false;
  private inInline = false;
  private capture: '' | 'v' | 'f' = '';
  private type = 'n';
  private style = 0;
  private raw = '';
  /** The value when it is plain digits: no text is made for it. */
  private number = -1;
  private formula = '';

  constructor(private readonly context: CellContext) {
    this.cursor = new Cursor(context.part);
  }

  open(tag: Tag): void {
    if (this.inCell) this.openInCell(tag);
    else if (tag.name === 'c' && this.inRow) this.openCell(tag);
    else if (tag.name === 'row') {
      this.cursor.openRow(tag);
      this.inRow = true;
    }
  }

  /** The row being read, 0-based. */
  get row(): number {
    return this.cursor.row;
  }

  private openCell(tag: Tag): void {
    this.cursor.openCell(tag);
    this.inCell = true;
    this.type = tag.attribute('t') ?? 'n';
    this.style = this.type === 'n' ? tag.integer('s') : -1;
    this.raw = '';
    this.number = -1;
    this.formula = '';
  }

  private openInCell(tag: Tag): void {
    if (tag.name === 'v') this.capture = 'v';
    else if (tag.name === 'is') this.inInline = true;
    else if (this.inInline) this.rich.open(tag.name);
    else if (tag.name === 'f') {
      this.capture = 'f';
      this.formula = tag.attribute('t') === 'shared' ? SHARED_FORMULA : '=';
      const range =
        tag.attribute('t') === 'array' || tag.attribute('t') === 'dataTable'
          ? parseRange(tag.attribute('ref') ?? '')
          : null;
      if (range) this.arrays.push(range);
    }
  }

  text(bytes: Uint8Array, start: number, end: number, literal: boolean): void {
    if (this.inInline) this.rich.add(bytes, start, end, literal);
    else if (this.capture === 'f') {
      if (this.formula === SHARED_FORMULA) this.formula = '=';
      this.formula += xmlText(bytes, start, end, literal);
    } else if (this.capture === 'v') this.addValue(bytes, start, end, literal);
  }

  private addValue(bytes: Uint8Array, start: number, end: number, literal: boolean): void {
    const number = this.raw === '' && (this.type === 's' || this.type === 'n') ? digits(bytes, start, end) : -1;
    if (number >= 0 && this.number < 0) {
      this.number = number;
      return;
    }
    // Digits in several pieces (a comment between them): back to text.
    if (this.number >= 0) this.raw = String(this.number);
    this.number = -1;
    this.raw += xmlText(bytes, start, end, literal);
  }

  close(name: string): void {
    if (!this.inCell) {
      if (name === 'row') this.closeRow();
    } else if (name === 'c') this.closeCell();
    else if (name === 'is') this.inInline = false;
    else if (this.inInline) this.rich.close(name);
    else this.capture = '';
  }

  private closeCell(): void {
    this.inCell = false;
    const { row, column } = this.cursor;
    const value = this.value();
    if (column >= MAX_COLUMNS) {
      if (value !== null || this.formula !== '') this.dropped++;
      return;
    }
    if (this.formula !== '') this.addFormula(row, column);
    if (value === null) return;
    while (this.cells.length < column) this.cells.push(null);
    this.cells[column] = value;
  }

  private addFormula(row: number, column: number): void {
    const formulas = this.formulas.get(row) ?? [];
    this.count(Math.max(0, column + 1 - formulas.length));
    while (formulas.length < column) formulas.push('');
    formulas[column] = this.formula;
    this.formulas.set(row, formulas);
  }

  private value(): Scalar {
    const inline = this.rich.take();
    if (inline !== '') return this.intern(inline);
    if (this.type === 's') return this.shared();
    if (this.number >= 0) return this.numeric(this.number);
    const raw = this.raw;
    if (raw === '') return null;
    if (this.type === 'b') return raw === '1' || raw === 'true';
    if (this.type === 'd') return raw.replace(/T00:00:00(\.0+)?Z?$/, '');
    if (this.type !== 'n') return this.intern(decodeExcelEscapes(raw));
    const number = Number(raw);
    return Number.isFinite(number) ? this.numeric(number) : raw;
  }

  private shared(): Scalar {
    if (this.number < 0 && this.raw === '') return null;
    const text = this.context.strings()[this.number];
    if (text !== undefined) return text === '' ? null : text;
    return refuse(
      `La partie ${quote(this.context.part)} renvoie à un texte absent du classeur${NBSP}: il est incomplet, enregistrez-le de nouveau dans Excel.`,
    );
  }

  private numeric(number: number): Scalar {
    const kind = this.style > 0 ? (this.context.dateKinds[this.style] ?? 'none') : 'none';
    return kind === 'none' ? number : (isoOf(number, kind, this.context.date1904) ?? number);
  }

  private intern(text: string): string {
    const known = this.known.get(text);
    if (known === undefined && this.known.size < MAX_KNOWN) this.known.set(text, text);
    return known ?? text;
  }

  private closeRow(): void {
    this.inRow = false;
    const { row } = this.cursor;
    if (this.cells.length === 0 && !this.formulas.has(row)) return;
    while (this.values.length < row) this.values.push(NO_CELLS);
    this.count(this.cells.length);
    this.values[row] = this.cells.slice();
    this.cells = [];
  }

  private count(places: number): void {
    this.places += places;
    if (this.places > MAX_PLACES) {
      refuse(
        `Cette feuille tient plus de ${formatNumber(MAX_PLACES)} cellules${NBSP}: gardez les colonnes de l'annexe et enregistrez-la à part.`,
      );
    }
  }
}
