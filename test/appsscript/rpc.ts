import { PROTOCOL, type Answer, type Ask, type Reply, type Verb } from '../../appsscript/rpc';
import type { DocumentState } from './fakes/document';
import type { Between, Execution } from './fakes/execution';
import { builtProject } from './built';
import { runScript } from './realm/project';

export interface Asked<V extends Verb> {
  readonly reply: Reply<V>;
  readonly execution: Execution;
}

/** Asks the built server as the sidebar does: one text there, one text back. */
export function askServer<V extends Verb>(document: DocumentState, verb: V, ask: Ask<V>, between?: Between): Asked<V> {
  const request = JSON.stringify({ v: PROTOCOL, verb, ask });
  const { value, execution } = runScript(builtProject(document), 'annexeRpc', [request], between ? { between } : {});
  if (typeof value !== 'string') throw new Error('the answer is no text');
  return { reply: JSON.parse(value) as Reply<V>, execution };
}

/** The answer; throws what the server could not do. */
export function valueFrom<V extends Verb>(document: DocumentState, verb: V, ask: Ask<V>, between?: Between): Answer<V> {
  const { reply } = askServer(document, verb, ask, between);
  if (!reply.ok) throw new Error(`${reply.code}: ${reply.detail}`);
  return reply.value;
}
