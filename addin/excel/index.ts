/** The front door of the room that alone knows Office. What it exports is typed in our words. */
export { associateFunctions } from './associate';
export { createExcelHost, type ExcelHostOptions } from './host';
export { openExcel, type ExcelParts } from './openExcel';
export { whenReady } from './ready';
export { associateRibbon, RIBBON, type RibbonCommands } from './ribbon';
export { officeTheme, watchTheme } from './theme';
export type { Listes } from './tools/lists';
