import { ENTRIES } from './entries';

/** What the declarations of the built file call: `given` are the arguments as Google passed them, none left out. */
export function run(name: string, given: ArrayLike<unknown>): unknown {
  const entry = ENTRIES.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no entry is named ${name}`);
  return entry.run(given);
}
