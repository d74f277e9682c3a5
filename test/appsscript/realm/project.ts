import { isDate } from '../fakes/coercion';
import type { DocumentState, Held } from '../fakes/document';
import { createExecution, GoogleException, type Between, type Execution, type Mode } from '../fakes/execution';
import { googleOf } from '../fakes/google';
import { shownIn, type Shown } from '../fakes/ui';
import { createRealm, type Realm } from './realm';

/** A script project on a document: what `clasp push` sends, and the file it works on. */
export interface Project {
  readonly code: string;
  readonly files: ReadonlyMap<string, string>;
  readonly document: DocumentState;
}

export interface Run {
  /** As JSON would bring it out of the realm; undefined for nothing. */
  readonly value: unknown;
  readonly execution: Execution;
  readonly shown: Shown;
  /** Names that the script has put in the global scope. */
  readonly globals: readonly string[];
}

export interface RunOptions {
  readonly mode?: Mode;
  readonly between?: Between;
}

/** What a script throws, as Google tells it: a message and nothing more. */
export class ScriptError extends Error {}

/**
 * Calls a function of the project as Google does: a new world, the whole project loaded, one call, then what was not written yet is
 * written and the lock is given back. A rule that the script broke fails the run, caught or not.
 */
export function runScript(project: Project, name: string, args: readonly unknown[], options: RunOptions = {}): Run {
  const { document, files, code } = project;
  const realm = createRealm();
  const execution = createExecution({ document, files, mode: options.mode ?? 'FULL', between: options.between });
  const place = { execution, realm };
  for (const [key, service] of Object.entries(googleOf(place))) realm.define(key, service);
  try {
    realm.run(code);
    const called = realm.global(name);
    if (typeof called !== 'function') throw new ScriptError(`Script function not found: ${name}`);
    const value = outOf(realm, Reflect.apply(called as () => unknown, undefined, into(realm, args)));
    execution.flush();
    return { value, execution, shown: shownIn(place), globals: realm.added() };
  } catch (error) {
    if (error instanceof GoogleException) throw new ScriptError(error.message);
    // An Error of Node's own is a fault of the fakes, not of the script.
    if (error instanceof Error) throw error;
    throw new ScriptError(messageOf(error));
  } finally {
    if (document.lock === execution.id) document.lock = null;
    const [first] = execution.violations;
    if (first !== undefined) throw new Error(`${name}: ${execution.violations.join('; ')}`);
  }
}

/** Loads the project and does nothing: what a menu, a poll and every formula begin with. */
export function loadScript(project: Project, mode: Mode = 'NONE'): Pick<Run, 'execution' | 'globals'> {
  const realm = createRealm();
  const execution = createExecution({ document: project.document, mode, files: project.files });
  for (const [key, service] of Object.entries(googleOf({ execution, realm }))) realm.define(key, service);
  realm.run(project.code);
  return { execution, globals: realm.added() };
}

const DATE = '\u0000date';

/** Values made anew inside the realm, dates as its own Dates; `undefined` stays what it is: an argument that was not given. */
function into(realm: Realm, args: readonly unknown[]): unknown[] {
  const revive = realm.run(`(json) => JSON.parse(json, (_, value) =>
    value !== null && typeof value === 'object' && ${JSON.stringify(DATE)} in value ? new Date(value[${JSON.stringify(DATE)}]) : value)`);
  return args.map((arg) =>
    arg === undefined
      ? undefined
      : Reflect.apply(revive as (json: string) => unknown, undefined, [JSON.stringify(tagged(arg))]),
  );
}

function tagged(value: unknown): unknown {
  if (isDate(value)) return { [DATE]: value.getTime() };
  if (Array.isArray(value)) return value.map(tagged);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tagged(inner)]));
}

/** A result that JSON cannot tell (a function, a symbol) is no result. */
function outOf(realm: Realm, value: unknown): unknown {
  if (value === undefined) return undefined;
  const print = realm.run('(value) => JSON.stringify(value)') as (value: unknown) => string | undefined;
  const json = print(value);
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

/** A call of a custom function from a cell: what it is given are typed values, and it gives values or throws a sentence. */
export function runFormula(
  project: Project,
  name: string,
  args: readonly (Held | readonly Held[][] | undefined)[],
): unknown {
  return runScript(project, name, args, { mode: 'CUSTOM_FUNCTION' }).value;
}
