import type { Realm } from '../realm/realm';
import { GoogleException, type Execution } from './execution';
import { isDate } from './coercion';

/** Where handles of Google are made: one run of the script in one realm. */
export interface Place {
  readonly execution: Execution;
  readonly realm: Realm;
}

/** What a handle stands for, for the fakes that are given one. */
const handles = new WeakMap<object, unknown>();

export const standsFor = (handle: object): unknown => handles.get(handle);

/**
 * A fake of an interface of Google: the members that are given, which the compiler holds to @types/google-apps-script. Any other
 * throws, and is noted so that catching the error hides nothing. What is returned is made anew inside the realm.
 */
export function strict<T extends object>(place: Place, name: string, members: Partial<T>, stands: unknown = null): T {
  const { execution } = place;
  const proxy = new Proxy(members, {
    get(target, key) {
      if (typeof key === 'symbol') return undefined;
      const member: unknown = Object.hasOwn(target, key) ? target[key as keyof T] : undefined;
      if (member === undefined) {
        const said = `${name}.${key} is not in the fake: does it exist, and is it allowed here?`;
        execution.violations.push(said);
        throw place.realm.error('TypeError', said);
      }
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => call(place, `${name}.${key}`, member, target, args);
    },
    set(_, key) {
      execution.violations.push(`${name}.${String(key)} is written`);
      throw place.realm.error('TypeError', `${name} cannot be changed`);
    },
    has: (target, key) => Object.hasOwn(target, key),
  }) as T;
  handles.set(proxy, stands);
  return proxy;
}

function call(place: Place, name: string, member: object, target: object, args: unknown[]): unknown {
  const [owner = '', key = ''] = name.split('.');
  try {
    place.execution.enter(owner, key);
    return given(place, Reflect.apply(member as () => unknown, target, args));
  } catch (error) {
    if (error instanceof GoogleException) throw place.realm.error('Exception', error.message);
    throw error;
  }
}

/** A value of ours as the realm would have made it: its own arrays, objects and dates. */
function given({ realm }: Place, value: unknown): unknown {
  const give = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null || handles.has(one)) return one;
    if (isDate(one)) return realm.date(one.getTime());
    if (Array.isArray(one)) return realm.list(one.map(give));
    return realm.record(Object.entries(one).map(([key, inner]) => [key, give(inner)]));
  };
  return give(value);
}
