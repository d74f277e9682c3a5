/** The custom functions; the pane's script builds on this one, so that both share one workbook store. */
export {};
