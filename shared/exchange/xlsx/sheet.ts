import type { Grid, Merge } from '../../sheet/grid';
import { NBSP } from '../../text/french';
import type { Unusable } from '../unusable';
import { CellReader, MAX_COLUMNS } from './cells';
import { scanPart } from './parts';
import { parseRange } from './range';
import { attempt, refuse } from './refusal';
import type { Workbook, WorkbookSheet } from './workbook';
import { findSheet } from './workbook';
import type { XmlHandler } from './xmlScan';
import type { Tag } from './xmlTag';

/** A sheet as read. */
export interface SheetContent {
  readonly kind: 'sheet';
  readonly name: string;
  readonly visibility: WorkbookSheet['visibility'];
  /** Locked against edits (with or without a password). */
  readonly protected: boolean;
  readonly grid: Grid;
  /** Ranges that one array formula or data table fills. */
  readonly arrays: readonly Merge[];
  /** 0-based rows that are not shown, by hand or by a filter. */
  readonly hiddenRows: readonly number[];
  /** 0-based columns that are not shown; none beyond those that are read. */
  readonly hiddenColumns: readonly number[];
  /** Whether the sheet has filter buttons, and whether one of them hides rows. */
  readonly filter: 'none' | 'present' | 'active';
  /** Cells with content beyond the 1,024th column: not read. */
  readonly droppedCells: number;
}

export interface ReadOptions {
  /** Told the share done, 0–1; answering false stops the reading, which is then Unusable. */
  readonly onProgress?: (done: number) => boolean | void;
}

/** Reads one sheet of a workbook, in bounded memory: about 100 bytes a row and 8 a cell beside the texts themselves. */
export function readSheet(workbook: Workbook, name: string, options: ReadOptions = {}): SheetContent | Unusable {
  return attempt(() => loadSheet(workbook, name, options));
}

/** `readSheet` for this folder: refuses by exception. */
export function loadSheet(workbook: Workbook, name: string, { onProgress }: ReadOptions = {}): SheetContent {
  const { sheet, entry } = findSheet(workbook, name);
  const before = workbook.stringsEntry?.compressedSize ?? 0;
  const total = before + entry.compressedSize;
  const step = (read: number): boolean => onProgress?.(Math.min(1, read / total)) !== false;
  const strings = workbook.sharedStrings(step);
  const context = {
    part: entry.name,
    strings: () => strings,
    dateKinds: workbook.dateKinds(),
    date1904: workbook.date1904,
  };
  const reader = new SheetReader(new CellReader(context));
  scanPart(workbook.archive, entry, reader, (read) => step(before + read));
  return { kind: 'sheet', name: sheet.name, visibility: sheet.visibility, ...reader.content(sheet.name) };
}

/** Merges read; each is a few bytes in the file and 60 in memory. */
const MAX_MERGES = 500_000;

/** The sheet around its cells: what stands directly under <worksheet>. */
class SheetReader implements XmlHandler {
  private readonly merges: Merge[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns = new Set<number>();
  private locked = false;
  private filter: SheetContent['filter'] = 'none';
  private depth = 0;
  private inCells = false;

  constructor(private readonly cells: CellReader) {}

  open(tag: Tag): void {
    if (this.inCells) {
      this.cells.open(tag);
      if (tag.name === 'row' && tag.flag('hidden')) this.hiddenRows.push(this.cells.row);
      return;
    }
    this.depth++;
    if (this.depth === 1 && tag.name !== 'worksheet')
      refuse(
        `Une feuille du classeur n'en est pas une («${NBSP}${tag.name}${NBSP}»)${NBSP}: enregistrez-le de nouveau dans Excel.`,
      );
    if (this.depth === 2) this.openSection(tag);
    else if (this.depth === 3 && tag.name === 'mergeCell') this.addMerge(tag);
    else if (this.depth === 3 && tag.name === 'col' && tag.flag('hidden')) this.hideColumns(tag);
    else if (this.depth === 3 && tag.name === 'filterColumn' && this.filter === 'present') this.filter = 'active';
  }

  private openSection(tag: Tag): void {
    if (tag.name === 'sheetData') this.inCells = true;
    else if (tag.name === 'autoFilter') this.filter = 'present';
    else if (tag.name === 'sheetProtection') this.locked = tag.flag('sheet');
  }

  private hideColumns(tag: Tag): void {
    const first = Math.max(Number(tag.attribute('min')), 1);
    const last = Math.min(Number(tag.attribute('max')), MAX_COLUMNS);
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column - 1);
  }

  private addMerge(tag: Tag): void {
    const merge = parseRange(tag.attribute('ref') ?? '');
    if (merge) this.merges.push(merge);
    if (this.merges.length > MAX_MERGES)
      refuse(
        `Une feuille du classeur contient plus de 500${NBSP}000 fusions de cellules${NBSP}: défusionnez-les et enregistrez-la.`,
      );
  }

  close(name: string): void {
    if (name === 'sheetData' && this.inCells) this.inCells = false;
    if (this.inCells) this.cells.close(name);
    else this.depth--;
  }

  text(bytes: Uint8Array, start: number, end: number, literal: boolean): void {
    if (this.inCells) this.cells.text(bytes, start, end, literal);
  }

  content(sheet: string): Omit<SheetContent, 'kind' | 'name' | 'visibility'> {
    const { values, formulas, arrays, dropped } = this.cells;
    return {
      protected: this.locked,
      grid: { origin: { sheet, row: 0, column: 0 }, values, formulas, merges: this.merges },
      arrays,
      hiddenRows: this.hiddenRows,
      hiddenColumns: [...this.hiddenColumns],
      filter: this.filter,
      droppedCells: dropped,
    };
  }
}
