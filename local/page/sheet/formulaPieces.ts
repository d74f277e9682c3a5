/** Texts, sheet names and array constants, in which nothing is touched; or what stands between two of them. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|[^"'{]+|["'{]/g;

const isCode = (piece: string): boolean => !/^["'{]/.test(piece);

/** The formula with what is not a text, a sheet's name or an array constant changed. */
export function mapCode(formula: string, change: (code: string) => string): string {
  return (formula.match(PIECES) ?? []).map((piece) => (isCode(piece) ? change(piece) : piece)).join('');
}

/** The same without the texts, names and constants: names of functions, cells, operators. */
export const codeOf = (formula: string): string => (formula.match(PIECES) ?? []).filter(isCode).join(' ');
