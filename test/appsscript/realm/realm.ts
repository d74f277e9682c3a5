import vm from 'node:vm';
import { keepOnly2019 } from './language';

/** A world with what Apps Script has and nothing else: the language of 2019, and a console that says nothing. */
export interface Realm {
  /** Runs a script; returns its last value. */
  run(code: string, name?: string): unknown;
  global(name: string): unknown;
  define(name: string, value: unknown): void;
  /** Names that were not there when the realm began. */
  added(): string[];
  error(kind: string, message: string): unknown;
  date(time: number): unknown;
  list(values: readonly unknown[]): unknown;
  record(entries: readonly (readonly [string, unknown])[]): unknown;
  parse(json: string): unknown;
}

/** Makes things with the realm's own constructors. */
const MAKERS = `({
  error(kind, message) {
    const error = kind === 'TypeError' ? new TypeError(message) : new Error(message);
    error.name = kind;
    return error;
  },
  date: (time) => new Date(time),
  list: (...values) => values,
  record: () => ({}),
  parse: (json) => JSON.parse(json),
})`;

interface Makers {
  error(kind: string, message: string): unknown;
  date(time: number): unknown;
  list(...values: readonly unknown[]): unknown;
  record(): Record<string, unknown>;
  parse(json: string): unknown;
}

/** How long a script may run: Google stops a formula after 30 s. */
const TIMEOUT_MS = 30_000;

const scripts = new Map<string, vm.Script>();

/** A script is read once; every realm runs it anew. */
function compiled(code: string, filename: string): vm.Script {
  const script = scripts.get(code) ?? new vm.Script(code, { filename });
  scripts.set(code, script);
  return script;
}

export function createRealm(): Realm {
  // Without a prototype: even the global object lends nothing of Node's.
  const context = vm.createContext(Object.create(null) as Record<string, unknown>, {
    codeGeneration: { strings: false, wasm: false },
  });
  keepOnly2019(context);
  const makers = compiled(MAKERS, 'makers.js').runInContext(context) as Makers;
  const names = (): string[] =>
    compiled('Object.getOwnPropertyNames(this)', 'names.js').runInContext(context) as string[];
  const first = new Set(names());
  return {
    run: (code, filename = 'Code.js') => compiled(code, filename).runInContext(context, { timeout: TIMEOUT_MS }),
    global: (name) => context[name],
    define(name, value) {
      context[name] = value;
      first.add(name);
    },
    added: () => [...names()].filter((name) => !first.has(name)),
    error: makers.error,
    date: makers.date,
    list: (values) => makers.list(...values),
    record(entries) {
      const made = makers.record();
      for (const [key, value] of entries) made[key] = value;
      return made;
    },
    parse: makers.parse,
  };
}
