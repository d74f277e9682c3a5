/** A range's text: the sheet's name in quotes when it needs them. */

/** A sheet's name that stands without quotes: a letter first, then letters, figures, underscores; and no cell address. */
const PLAIN = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LIKE_CELL = /^(\$?[a-z]{1,3}\$?\d+|r\d*c\d*|r|c|l\d*c\d*|l|true|false|vrai|faux)$/i;

/** ("Annexe 7", "A:H") → "'Annexe 7'!A:H". */
export function rangeText(sheet: string, columns = 'A:H'): string {
  const name = PLAIN.test(sheet) && !LIKE_CELL.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`;
  return `${name}!${columns}`;
}

/** A range written as it should be, whatever its quotes: "Annexe 7!A:H" → "'Annexe 7'!A:H". */
export function tidyRange(text: string): string {
  const mark = text.lastIndexOf('!');
  if (mark < 0) return text.trim();
  const sheet = text.slice(0, mark).trim();
  const bare = /^'.*'$/s.test(sheet) ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;
  return rangeText(bare, text.slice(mark + 1).trim());
}

/** Whether two texts name the same range: quotes, $ and case apart. */
export function sameRange(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => {
    const tidy = tidyRange(text);
    const mark = tidy.lastIndexOf('!') + 1;
    return (tidy.slice(0, mark) + tidy.slice(mark).replace(/\$/g, '')).toLowerCase();
  });
  return left === right;
}
