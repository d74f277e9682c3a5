import { formatAddress } from '../../sheet/address';
import type { Scalar } from '../../sheet/grid';
import { formatNumber, NBSP } from '../../text/french';
import { refuse } from './refusal';
import { escapeCellText } from './xmlText';

/** Excel's limit; a longer text makes it call the file damaged. */
const MAX_TEXT = 32_767;

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
