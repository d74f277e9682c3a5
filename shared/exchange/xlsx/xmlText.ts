import { textOfBytes } from './bytes';

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * The characters of a stretch of XML text: line ends made "\n" (XML 1.0, 2.11), the five predefined entities and numeric ones
 * decoded (unless `literal`). Null when it holds any other entity, which only a DTD could define, or an ampersand alone.
 */
export function decodeXml(bytes: Uint8Array, start: number, end: number, literal = false): string | null {
  const text = textOfBytes(bytes, start, end);
  const lines = text.indexOf('\r') < 0 ? text : text.replace(/\r\n?/g, '\n');
  if (literal || lines.indexOf('&') < 0) return lines;
  let sound = true;
  const decoded = lines.replace(/&([^;&]{0,12};?)/g, (_whole, body: string) => {
    const char = body.endsWith(';') ? entity(body.slice(0, -1)) : null;
    if (char === null) sound = false;
    return char ?? '';
  });
  return sound ? decoded : null;
}

function entity(name: string): string | null {
  const match = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (!match) return PREDEFINED.get(name) ?? null;
  const point = match[1] ? parseInt(match[1], 16) : Number(match[2]);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : null;
}

/** "_x000D_" → its character: how Excel writes what XML cannot carry (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
export function decodeExcelEscapes(text: string): string {
  if (text.indexOf('_x') < 0) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Text for a cell: what XML cannot carry is written Excel's way, and a text that looks like such an escape is escaped itself. */
export function escapeCellText(text: string): string {
  const escaped = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // Control characters, "\r" (a parser would make it "\n"), U+FFFE, U+FFFF and lone surrogates.
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, excelEscape)
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) =>
      found.length === 2 ? found : excelEscape(found),
    );
  return escapeXml(escaped);
}

/** Text for an element or an attribute between double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function excelEscape(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
