import type { Edit } from '../../shared/sheet';

/**
 * The formats of cells that were made cells for text, for as long as this page lives: taking a correction back then gives the cell
 * its own format again, and what is typed there next is no text by accident. Known by what was written, since lines move.
 */
const formats = new Map<string, string>();
const MOST = 5000;

const keyOf = ({ at }: Edit, text: unknown): string => JSON.stringify([at.sheet, at.column, text]);

/** The cell of this edit was made a cell for text; it had another format. */
export function rememberFormat(edit: Edit, format: string): void {
  if (formats.size < MOST) formats.set(keyOf(edit, edit.set), format);
}

/** The format that the cell had before a correction that this edit takes back; null when it is not one, or nobody remembers. */
export const formatBefore = (edit: Edit): string | null => formats.get(keyOf(edit, edit.expect)) ?? null;
