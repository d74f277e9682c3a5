import { ScriptError, runScript, type Project, type RunOptions } from '../realm/project';

/** google.script.run as a page sees it. */
export interface Runner {
  withSuccessHandler(handler: (value: unknown, user?: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error, user?: unknown) => void): Runner;
  withUserObject(user: unknown): Runner;
  readonly [name: string]: unknown;
}

export interface Wire {
  readonly run: Runner;
  /** Calls that are on their way, the oldest first. */
  inFlight(): readonly string[];
  /** Every call that was made. */
  readonly asked: readonly string[];
}

export interface WireOptions {
  readonly project: Project;
  /** The functions that the project declares: no other can be called. */
  readonly names: readonly string[];
  /** When a call reaches the script, and when its answer arrives: at once after the page's own work unless told. No order is kept. */
  readonly departure?: (name: string) => Promise<void>;
  readonly arrival?: (name: string) => Promise<void>;
  readonly options?: () => RunOptions;
  /** What stops the call before it reaches the script: several accounts, a network that is down. */
  readonly broken?: () => string | null;
}

/** Ten calls of one page run together; Google lets the others wait. */
const MOST_IN_FLIGHT = 10;

/** Answers as Google does: only plain data goes and comes, errors are their message, order is not kept. */
export function createWire({ project, names, departure, arrival = soon, options, broken }: WireOptions): Wire {
  const flying: string[] = [];
  const waiting: (() => void)[] = [];
  const asked: string[] = [];

  async function send(name: string, args: readonly unknown[], handlers: Handlers): Promise<void> {
    const sent = JSON.parse(JSON.stringify(args)) as unknown[];
    asked.push(name);
    if (flying.length >= MOST_IN_FLIGHT) await new Promise<void>((go) => waiting.push(go));
    flying.push(name);
    await departure?.(name);
    const answer = outcome(() => {
      const fault = broken?.() ?? null;
      if (fault !== null) throw new ScriptError(fault);
      return runScript(project, name, sent, options?.()).value;
    });
    await arrival(name);
    flying.splice(flying.indexOf(name), 1);
    waiting.shift()?.();
    if ('error' in answer) handlers.failure(new Error(answer.error), handlers.user);
    else handlers.success(answer.value ?? null, handlers.user);
  }

  const runner = (handlers: Handlers): Runner =>
    new Proxy({} as Runner, {
      get(_, key) {
        if (typeof key === 'symbol') return undefined;
        if (key === 'withSuccessHandler') return (success: Handlers['success']) => runner({ ...handlers, success });
        if (key === 'withFailureHandler') return (failure: Handlers['failure']) => runner({ ...handlers, failure });
        if (key === 'withUserObject') return (user: unknown) => runner({ ...handlers, user });
        if (key.endsWith('_')) throw new TypeError(`google.script.run.${key} is private`);
        if (!names.includes(key)) throw new TypeError(`google.script.run.${key} is not a function`);
        return (...args: unknown[]): void => {
          const fault = args.map((arg, index) => unfit(arg, `argument ${index + 1}`)).find((one) => one !== null);
          if (fault) throw new TypeError(`Failed due to illegal value in property: ${fault}`);
          void send(key, args, handlers);
        };
      },
    });

  const unheard = (error: Error): void => {
    throw error;
  };
  return {
    run: runner({ success: () => undefined, failure: unheard, user: undefined }),
    inFlight: () => [...flying],
    asked,
  };
}

interface Handlers {
  readonly success: (value: unknown, user?: unknown) => void;
  readonly failure: (error: Error, user?: unknown) => void;
  readonly user: unknown;
}

type Outcome = { readonly value: unknown } | { readonly error: string };

/** Errors of the script arrive as their message; a rule that the script broke is a failure of the test. */
function outcome(work: () => unknown): Outcome {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof ScriptError) return { error: error.message };
    throw error;
  }
}

/** Where a value is not plain data, null when it is. Google refuses the call, whatever else it holds. */
export function unfit(value: unknown, path: string, above: readonly object[] = []): string | null {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    return path;
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  if (above.includes(value)) return path;
  const kind = Object.prototype.toString.call(value);
  if (kind !== '[object Object]' && kind !== '[object Array]') return path;
  for (const [key, inner] of Object.entries(value)) {
    const fault = unfit(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, [...above, value]);
    if (fault !== null) return fault;
  }
  return null;
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
