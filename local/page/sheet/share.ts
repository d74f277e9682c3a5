import type { ICellData } from '@univerjs/core';

/** The look of a share: 41,3 %, as Excel shows it after a formula that gives one. */
export const SHARE: Pick<ICellData, 's'> = { s: { n: { pattern: '[$-40C]0.0%' } } };

/** Whether the whole formula is a share, 0–1. */
export const givesShare = (formula: string): boolean => /^=ANNEXE\.COUVERTURE\([^()]*\)$/i.test(formula.trim());
