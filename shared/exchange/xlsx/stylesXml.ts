/** How a row looks. */
export type RowStyle = 'plain' | 'title' | 'section' | 'header';

/** The order of the cell formats below, after Excel's default one. */
const ORDER: readonly RowStyle[] = ['plain', 'title', 'section', 'header'];

export function styleNumber(style: RowStyle): number {
  return ORDER.indexOf(style) + 1;
}

const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const CENTERED = '<alignment horizontal="center" vertical="center" wrapText="1"/>';

function font(size: number, bold: boolean): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`;
}

function fill(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function format(fontId: number, fillId: number, borderId: number, alignment: string): string {
  const applied = 'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  return `<xf numFmtId="0" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" ${applied}>${alignment}</xf>`;
}

const EDGE = ['left', 'right', 'top', 'bottom'].map(
  (side) => `<${side} style="thin"><color rgb="FF7F7F7F"/></${side}>`,
);

/** The styles part: fills 0 and 1 are reserved by Excel, whatever the file says. */
export const STYLES =
  `<fonts count="3">${font(11, false)}${font(14, true)}${font(11, true)}</fonts>` +
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  `${fill('FFDCE6F1')}${fill('FFD9D9D9')}</fills>` +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${EDGE.join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  `${format(0, 0, 1, WRAPPED)}${format(1, 0, 0, WRAPPED)}${format(2, 2, 1, WRAPPED)}${format(2, 3, 1, CENTERED)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
