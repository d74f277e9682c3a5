import { textOf, type Grid } from '../../../shared/sheet';
import type { Look } from './look';

/** Pixels: a line of text, what a cell adds to its lines, a row of one line, a row that would take the window. */
const LINE = 17;
const MARGIN = 6;
const LEAST = 24;
const MOST = 240;
/** Characters of a column without a width of its own. */
const USUAL_WIDTH = 12;

/**
 * How high each row must be to show its texts. Estimated from the number of characters: measuring a hundred thousand rows in the
 * page's font takes seconds. Titles run over the cells beside them and stay on one line.
 */
export function heightsOf({ values }: Grid, { styles, widths }: Look): number[] {
  return values.map((row, index) => {
    const style = styles.get(index);
    if (style === 'title') return 30;
    if (style === 'section') return 26;
    let lines = 1;
    for (let column = 0; column < row.length; column++) {
      const text = textOf(row[column] ?? null);
      if (text !== '')
        lines = Math.max(lines, linesOf(text, (widths[column] ?? USUAL_WIDTH) * (style === 'header' ? 0.9 : 1)));
    }
    return Math.min(MOST, Math.max(LEAST, lines * LINE + MARGIN));
  });
}

function linesOf(text: string, width: number): number {
  if (text.length <= width && !text.includes('\n')) return 1;
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}
