/** Lines of text for a terminal. */

/** What a cell may hold and a terminal would obey (escape sequences, bells, reversed writing) becomes visible. */
export function printable(text: string): string {
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

const ZERO_WIDTH = /[\u0300-\u036f\u200b-\u200d\ufeff\u00ad]/g;
/** Above the Latin blocks a character may take two units, or none. */
const BEYOND_LATIN = /[\u00ad\u0300-\uffff]/;

/** How many columns a text takes. */
export function widthOfText(text: string): number {
  return BEYOND_LATIN.test(text) ? [...text.replace(ZERO_WIDTH, '')].length : text.length;
}

/** Cuts at plain spaces; a word longer than a line is cut where the line ends. A no-break space holds. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(' ').filter((piece) => piece !== '')) {
    if (line !== '' && widthOfText(line) + 1 + widthOfText(word) > width) {
      lines.push(line);
      line = '';
    }
    while (widthOfText(word) > width) {
      lines.push([...word].slice(0, width).join(''));
      word = [...word].slice(width).join('');
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** The text cut to lines, after `first`; the next lines stand under the text. `style` colours the text alone. */
export function hang(first: string, text: string, width: number, style = (line: string): string => line): string {
  const indent = ' '.repeat(widthOfText(first));
  const lines = wrap(text, Math.max(20, width - indent.length));
  return lines.map((line, index) => `${index === 0 ? first : indent}${style(line)}\n`).join('');
}

/** One line of at most `width` columns. */
export function shorten(text: string, width: number): string {
  if (widthOfText(text) <= width) return text;
  return `${[...text]
    .slice(0, Math.max(0, width - 1))
    .join('')
    .trimEnd()}…`;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOfText(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOfText(text))) + text;
}
