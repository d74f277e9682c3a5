/** What Excel allows as a name of a sheet. */
const LONGEST = 31;
const FORBIDDEN = /[\\/?*[\]:]/g;

/** The name, made into one that Excel takes, and numbered when a sheet has it. Case does not tell two sheets apart. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  const clean =
    wanted
      .replace(FORBIDDEN, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Feuille';
  let name = clean.slice(0, LONGEST);
  for (let number = 2; names.has(name.toLowerCase()); number++) {
    name = `${clean.slice(0, LONGEST - ` ${number}`.length)} ${number}`;
  }
  return name;
}
