import { formatAddress } from '../../sheet/address';
import type { Merge, Scalar } from '../../sheet/grid';
import { formatNumber, NBSP } from '../../text/french';
import { refuse } from './refusal';
import { escapeCellText, escapeXml } from './xmlText';

/** Excel's limit; a longer text makes it call the file damaged. */
const MAX_TEXT = 32_767;

/** Excel's limit on a formula's characters. */
const MAX_FORMULA = 8192;
/** Errors that a file may hold as the result of a formula (ECMA-376 part 1, 18.18.11); newer ones are written as #VALUE!. */
const ERRORS = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;
const NEWER_ERRORS = /^#(SPILL|CALC|FIELD|BLOCKED|CONNECT|BUSY|UNKNOWN|ERROR)!$/;

/** A formula to write, its text spelt as an .xlsx file spells it: English names, commas, without the "=" in front. */
export interface CellFormula {
  readonly text: string;
  /** What its result fills, from its own cell on, when that is more than one cell. */
  readonly fills?: Merge;
}

/** How a cell is written beside its value: namespace prefix ("x:" or "") and attributes (` r="B2" s="4"`). */
export interface CellShell {
  readonly prefix: string;
  readonly attributes: string;
}

/**
 * A cell as XML: text inline (so that no shared part changes), never a formula, whatever the text begins with.
 * Null keeps the cell and its style, without content. Refuses what Excel could not open; `row` and `column` name the cell then.
 */
export function cellXml(value: Scalar, { prefix, attributes }: CellShell, row: number, column: number): string {
  const tag = `${prefix}c`;
  if (value === null || value === '') return `<${tag}${attributes}/>`;
  if (typeof value === 'boolean')
    return `<${tag}${attributes} t="b"><${prefix}v>${value ? 1 : 0}</${prefix}v></${tag}>`;
  if (typeof value === 'string') {
    return `<${tag}${attributes} t="inlineStr"><${prefix}is>${textXml(value, prefix, row, column)}</${prefix}is></${tag}>`;
  }
  if (!Number.isFinite(value))
    refuse(
      `La cellule ${formatAddress(row, column)} recevrait un nombre qui n'en est pas un${NBSP}: rien n'est écrit.`,
    );
  return `<${tag}${attributes}><${prefix}v>${value}</${prefix}v></${tag}>`;
}

/** A cell that computes: the formula, and beside it the result that it gave, for whoever does not compute. */
export function formulaXml(
  { text, fills }: CellFormula,
  result: Scalar,
  { prefix, attributes }: CellShell,
  row: number,
  column: number,
): string {
  if (text.length > MAX_FORMULA) {
    const limit = `${formatNumber(MAX_FORMULA)} caractères`;
    refuse(
      `La formule de ${formatAddress(row, column)} dépasse les ${limit} qu'Excel accepte${NBSP}: raccourcissez-la.`,
    );
  }
  const range = fills && `${formatAddress(fills.top, fills.left)}:${formatAddress(fills.bottom, fills.right)}`;
  const array = range === undefined ? '' : ` t="array" ref="${range}"`;
  const [type, value] = resultOf(result);
  const stored = value === null ? '' : `<${prefix}v>${escapeCellText(value)}</${prefix}v>`;
  return `<${prefix}c${attributes}${type}><${prefix}f${array}>${escapeXml(text)}</${prefix}f>${stored}</${prefix}c>`;
}

/** The type and the stored text of a result. */
function resultOf(result: Scalar): readonly [type: string, value: string | null] {
  if (result === null) return ['', null];
  if (typeof result === 'boolean') return [' t="b"', result ? '1' : '0'];
  if (typeof result === 'number') return Number.isFinite(result) ? ['', String(result)] : [' t="e"', '#NUM!'];
  if (ERRORS.test(result)) return [' t="e"', result];
  return NEWER_ERRORS.test(result) ? [' t="e"', '#VALUE!'] : [' t="str"', result];
}

function textXml(text: string, prefix: string, row: number, column: number): string {
  if (text.length > MAX_TEXT) {
    const size = `${formatNumber(text.length)} caractères`;
    refuse(
      `La cellule ${formatAddress(row, column)} tiendrait ${size}, Excel en accepte ${formatNumber(MAX_TEXT)}${NBSP}: raccourcissez-la.`,
    );
  }
  const space = /^\s|\s$|\s\s|[\n\t]/.test(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${space}>${escapeCellText(text)}</${prefix}t>`;
}
