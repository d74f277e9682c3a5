import { stateOf, type CellState, type LineState } from './cellState';
import { wouldChange } from './asText';
import type { Scalar } from '../../shared/sheet';

/** What to put in cells of a line, by their place in it. */
export type Puts = ReadonlyMap<number, CellState>;

/** The line just before the writing, just after, and the row where it stands: all in one batch, between which nobody can work. */
export interface Swapped {
  readonly before: LineState;
  readonly after: LineState;
  readonly row: number;
}

/** The format of cells in which Excel takes everything for text. */
export const TEXT_FORMAT = '@';

/**
 * Writes single cells of a line and reads the line before and after, in one batch. Office.js has no compare-and-set: this exchange
 * is the nearest to it, since it tells what was really replaced.
 *
 * `line` is a range that Excel follows: after an insertion or a deletion above, it is the same cells. Nothing is addressed but
 * through it, so that either the whole batch is about this line or, when the line was deleted, its first action fails.
 * `known` is the line as it is thought to be: a format is written only where another one is wanted.
 */
export async function swap(line: Excel.Range, known: LineState, puts: Puts): Promise<Swapped> {
  const before = line.getResizedRange(0, 0);
  before.load('values, formulas, numberFormat');
  for (const [column, state] of puts) put(line.getCell(0, column), state, known[column]?.format);
  const after = line.getResizedRange(0, 0);
  after.load('values, formulas, numberFormat, rowIndex');
  await line.context.sync();
  const swapped = { before: stateOfLine(before), after: stateOfLine(after), row: after.rowIndex };
  before.untrack();
  after.untrack();
  return swapped;
}

/** The state of a range of one line that was loaded with its values, formulas and formats. */
export function stateOfLine({ values, formulas, numberFormat }: Excel.Range): LineState {
  const shown: readonly unknown[] = values[0] ?? [];
  const written: readonly unknown[] = formulas[0] ?? [];
  const formats: readonly unknown[] = numberFormat[0] ?? [];
  return shown.map((value, column) => stateOf(value, written[column], formats[column]));
}

function put(cell: Excel.Range, { content, isFormula, format }: CellState, known: string | undefined): void {
  if (format !== known) cell.numberFormat = [[format]];
  if (isFormula) cell.formulas = [[content]];
  else cell.values = [[typed(content, format)]];
}

/**
 * A value as it is to be handed over, so that Excel keeps it. An apostrophe in front of a text makes it one, and Excel takes it away:
 * the cell's format stays, so that taking the text back leaves no trace, and what the agent types there next is no text by accident.
 */
function typed(content: Scalar, format: string): string | number | boolean {
  if (content === null) return '';
  if (typeof content !== 'string') return content;
  if (content.startsWith("'")) return `'${content}`;
  return format !== TEXT_FORMAT && wouldChange(content) ? `'${content}` : content;
}
