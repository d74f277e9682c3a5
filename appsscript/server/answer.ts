import { PROTOCOL, type Reply, type Request, type Rpc, type Verb } from '../rpc';
import { apply } from './apply';
import { createDashboard } from './dashboard';
import { diagnostic } from './diagnostic';
import { Failure, failureOf } from './failure';
import { convertFormulas, fixedFormulas, recalculate } from './formulaWork';
import { addSheet, insertFormula } from './insert';
import { poll, read, reveal, sheets } from './read';
import { choose, load, save } from './store';

const HANDLERS: { readonly [V in Verb]: Rpc[V] } = {
  read,
  poll,
  apply,
  reveal,
  sheets,
  choose,
  addSheet,
  insertFormula,
  createDashboard,
  load,
  save,
  fixedFormulas,
  recalculate,
  convertFormulas,
  diagnostic,
};

/** One request, one reply, both JSON. Never throws: google.script.run would keep the message alone. */
export function answer(text: string): string {
  try {
    return JSON.stringify(reply(JSON.parse(text) as Request));
  } catch (error) {
    const { code, detail } = failureOf(error);
    const failed: Reply = { ok: false, code, detail };
    return JSON.stringify(failed);
  }
}

function reply({ v, verb, ask }: Request): Reply {
  if (v !== PROTOCOL || !Object.prototype.hasOwnProperty.call(HANDLERS, verb))
    throw new Failure('version', String(verb));
  const handler = HANDLERS[verb] as (ask: unknown) => never;
  return { ok: true, value: handler(ask) };
}
