/** Where a command speaks: the result on `out`, what accompanies it on `note`. */
export interface Terminal {
  /** Characters of a line. */
  readonly columns: number;
  readonly styles: Styles;
  out(text: string): void;
  note(text: string): void;
}

export type Style = (text: string) => string;

export interface Styles {
  readonly bold: Style;
  readonly dim: Style;
  readonly red: Style;
  readonly yellow: Style;
  readonly blue: Style;
  readonly green: Style;
}

const CODES: Readonly<Record<keyof Styles, number>> = { bold: 1, dim: 2, red: 31, yellow: 33, blue: 36, green: 32 };

const PLAIN: Style = (text) => text;

/** ANSI colours, or none. What a style says is always said in words too. */
export function stylesOf(colour: boolean): Styles {
  const style = (name: keyof Styles): Style =>
    colour ? (text) => (text === '' ? '' : `\u001b[${CODES[name]}m${text}\u001b[0m`) : PLAIN;
  return {
    bold: style('bold'),
    dim: style('dim'),
    red: style('red'),
    yellow: style('yellow'),
    blue: style('blue'),
    green: style('green'),
  };
}

export interface StreamFacts {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Colour only on a terminal that has some, and unless NO_COLOR says no (no-color.org). */
export function wantsColour({ isTTY }: StreamFacts, env: Readonly<Record<string, string | undefined>>): boolean {
  return isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** Lines are never longer than what an eye follows; a file or a pipe gets the width that COLUMNS asks for, else 100. */
export function widthOf({ isTTY, columns }: StreamFacts, env: Readonly<Record<string, string | undefined>>): number {
  const asked = Number(env['COLUMNS']);
  const known = isTTY === true && columns ? columns : asked > 0 ? asked : 100;
  return Math.max(40, Math.min(120, Math.floor(known)));
}
