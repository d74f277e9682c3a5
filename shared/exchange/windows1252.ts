/** Windows-1252, the code page of French Excel's "CSV (séparateur : point-virgule)". Source: WHATWG Encoding, index-windows-1252. */

// What bytes 0x80–0x9F stand for. The five that Windows leaves undefined are kept as the C1 controls of the same number,
// as browsers do: whatever was read can then be written back.
const HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const BYTE_OF = new Map<number, number>();
for (let index = 0; index < HIGH.length; index++) BYTE_OF.set(HIGH.charCodeAt(index), 0x80 + index);

/** The UTF-16 code unit of a Windows-1252 byte. */
export function unitOfByte(byte: number): number {
  return byte >= 0x80 && byte <= 0x9f ? HIGH.charCodeAt(byte - 0x80) : byte;
}

/** The Windows-1252 byte of a UTF-16 code unit; −1 when it has none. */
export function byteOfUnit(unit: number): number {
  if (unit < 0x80 || (unit > 0x9f && unit <= 0xff)) return unit;
  return BYTE_OF.get(unit) ?? -1;
}
