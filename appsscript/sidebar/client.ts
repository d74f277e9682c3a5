import { PROTOCOL, type Answer, type Ask, type Reply, type Verb } from '../rpc';
import { failureFromGoogle, failureFromServer } from './failures';

/** Asks the server. Rejects with a `HostFailure` when it could not. */
export type Server = <V extends Verb>(verb: V, ask: Ask<V>) => Promise<Answer<V>>;

/** google.script.run as a promise: one text there, one text back. */
export const callGoogle = (request: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    google.script.run.withSuccessHandler(resolve).withFailureHandler(reject).annexeRpc(request);
  });

/** Verbs that change the document wait for one another: Google promises no order. */
const WRITING: ReadonlySet<Verb> = new Set<Verb>([
  'apply',
  'addSheet',
  'insertFormula',
  'createDashboard',
  'choose',
  'save',
  'recalculate',
  'convertFormulas',
]);

export function createServer(call: (request: string) => Promise<unknown> = callGoogle): Server {
  let last: Promise<unknown> = Promise.resolve();
  const ask = async <V extends Verb>(verb: V, given: Ask<V>): Promise<Answer<V>> => {
    const text = await call(JSON.stringify({ v: PROTOCOL, verb, ask: given })).catch((error: unknown) => {
      throw failureFromGoogle(error);
    });
    const reply = readReply<V>(text);
    if (!reply.ok) throw failureFromServer(reply.code, reply.detail);
    return reply.value;
  };
  return (verb, given) => {
    if (!WRITING.has(verb)) return ask(verb, given);
    const turn = last.then(() => ask(verb, given));
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** An empty answer is what a browser with several Google accounts gets. */
function readReply<V extends Verb>(text: unknown): Reply<V> {
  if (typeof text !== 'string' || text === '') throw failureFromGoogle(new Error('empty answer'));
  return JSON.parse(text);
}
