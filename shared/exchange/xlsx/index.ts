export type { CellEdit } from './patch';
export { patchWorkbook } from './patch';
export type { ReadOptions, SheetContent } from './sheet';
export { readSheet } from './sheet';
export type { SheetToWrite } from './sheetXml';
export type { RowStyle } from './stylesXml';
export type { Workbook, WorkbookSheet } from './workbook';
export { readWorkbook } from './workbook';
export { writeWorkbook } from './write';
