import { ApiObject } from './api/apiObject';
import { HostError } from './hostError';

/** A batch as the genuine office.js sends it. */
export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface Arguments {
  readonly Arguments?: readonly unknown[];
  /** Beside the arguments: the paths of those that are objects; 0 for plain values. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: Query;
}

interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

export interface Answer {
  readonly Results: { ActionId: number; Value: unknown }[];
  readonly TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

/** What the interpreter works with: the objects that paths begin at, references, and who judges each member. */
export interface World {
  root(): ApiObject;
  /** A service beside the workbook ("Microsoft.…"). */
  made(name: string): ApiObject;
  referenced(id: string): ApiObject;
  keep(object: ApiObject): string;
  /** Throws when a member may not be called. `api` and `member` as in "Range", "values". */
  allow(api: string, member: string): void;
  /** A member that Office.js has and that is not here. */
  missing(name: string): void;
}

const NULL_OBJECT = Symbol('null object');
type Resolved = ApiObject | typeof NULL_OBJECT;

const jsName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const hostName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Runs the actions of a batch in order; the first error ends it, and what was done before stays done. */
export function runBatch(batch: Batch, world: World): Answer {
  const answer: Answer = { Results: [], TraceIds: [] };
  const paths = new Map<number, Resolved>();
  const resolve = (id: number): Resolved => {
    const known = paths.get(id);
    if (known !== undefined) return known;
    const path = batch.ObjectPaths[id];
    if (!path) throw new HostError('InvalidObjectPath', `no path ${id}`);
    const found = follow(path, resolve, world);
    paths.set(id, found);
    return found;
  };
  batch.Actions.forEach((action, index) => {
    if (answer.Error) return;
    try {
      answer.Results.push({ ActionId: action.Id, Value: act(action, resolve, world, answer) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const path = batch.ObjectPaths[action.ObjectPathId];
      answer.Error = {
        Code: error.code,
        Message: error.message,
        Location: action.Name || path?.Name || '',
        ActionIndex: index,
        HttpStatusCode: error.code === 'AccessDenied' ? 403 : error.code === 'ItemNotFound' ? 404 : 400,
      };
    }
  });
  return answer;
}

function follow(path: ObjectPath, resolve: (id: number) => Resolved, world: World): Resolved {
  const { ObjectPathType: type, Name: name } = path;
  if (type === 1) return world.root();
  if (type === 2) return world.made(name);
  if (type === 6) return world.referenced(name);
  if (type === 7) return NULL_OBJECT;
  const parent = resolve(path.ParentObjectPathId ?? 0);
  if (parent === NULL_OBJECT) return NULL_OBJECT;
  const args = argumentsOf(path.ArgumentInfo, resolve);
  const found =
    type === 4
      ? read(parent, jsName(name), world)
      : call(parent, type === 5 ? 'getItem' : name.startsWith('_') ? name : jsName(name), args, world);
  if (found === null) return NULL_OBJECT;
  if (found instanceof ApiObject) return found;
  throw new HostError('InvalidObjectPath', `${parent.$api}.${jsName(name)} is no object`);
}

function act(action: Action, resolve: (id: number) => Resolved, world: World, answer: Answer): unknown {
  if (action.ActionType === 5) {
    answer.TraceIds.push(action.Id);
    return null;
  }
  const object = resolve(action.ObjectPathId);
  const args = argumentsOf(action.ArgumentInfo, resolve);
  if (action.ActionType === 1) return object === NULL_OBJECT ? null : identity(object);
  if (action.ActionType === 2) return object === NULL_OBJECT ? null : query(object, action.QueryInfo ?? {}, world);
  if (object === NULL_OBJECT) return null;
  if (action.ActionType === 4) {
    write(object, jsName(action.Name), args[0], world);
    return null;
  }
  if (action.ActionType !== 3) throw new HostError('ApiNotFound', `action ${action.ActionType}`);
  if (action.Name === '_KeepReference') {
    object.$reference ||= world.keep(object);
    object.$hold();
    return null;
  }
  const member = action.Name.startsWith('_') ? action.Name : jsName(action.Name);
  const result = call(object, member, args, world);
  return result instanceof ApiObject ? identity(result) : (result ?? null);
}

/** What the client needs to find an object again. */
function identity(object: ApiObject): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  if (object.$id !== null) value[find(object, 'id') ? 'Id' : '_Id'] = object.$id;
  if (object.$reference !== '') value['_ReferenceId'] = object.$reference;
  return value;
}

function query(object: ApiObject, { Select = [], Expand = [], Top, Skip = 0 }: Query, world: World): unknown {
  const value = identity(object);
  const items = find(object, 'items') ? (read(object, 'items', world) as readonly ApiObject[]) : null;
  const wanted = [...Select, ...Expand];
  const own = wanted.filter((path) => !items || !/^(items|\$all|\*)(\/|$)/.test(path));
  const ofItems = wanted
    .filter((path) => items && !own.includes(path))
    .map((path) => path.replace(/^(items|\$all|\*)\/?/, ''))
    .filter((path) => path !== '');
  if (items) {
    const plain = own.filter((path) => !find(object, path.split('/')[0] ?? ''));
    const part = items.slice(Skip, Top === undefined ? undefined : Skip + Top);
    value['_Items'] = part.map((item) => query(item, { Select: [...ofItems, ...plain] }, world));
    for (const path of plain) own.splice(own.indexOf(path), 1);
  }
  const scalars = own.length === 0 && !items ? scalarsOf(object) : own;
  for (const [name, rest] of grouped(
    scalars.flatMap((path) => (path === '*' || path === '$all' ? scalarsOf(object) : [path])),
  )) {
    const found = read(object, name, world);
    value[hostName(name)] =
      found instanceof ApiObject ? query(found, { Select: rest }, world) : found === undefined ? null : found;
  }
  return value;
}

/** "format/fill/color" and "format/font" → format: fill/color, font. */
function grouped(paths: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const [name = '', ...rest] = path.split('/');
    const list = groups.get(name) ?? [];
    if (rest.length > 0) list.push(rest.join('/'));
    groups.set(name, list);
  }
  return groups;
}

/** Loaded without a name: every property of the object that is no object itself. */
function scalarsOf(object: ApiObject): string[] {
  return membersOf(object).filter((name) => {
    const { get } = find(object, name) ?? {};
    if (!get || name.startsWith('_')) return false;
    try {
      return !(get.call(object) instanceof ApiObject);
    } catch (error) {
      if (error instanceof HostError) return false;
      throw error;
    }
  });
}

/** The members that an object has for the interpreter: all its prototypes' but those of the emulator. */
export function membersOf(object: ApiObject): string[] {
  const names: string[] = [];
  for (
    let type = Object.getPrototypeOf(object);
    type && type !== ApiObject.prototype;
    type = Object.getPrototypeOf(type)
  )
    names.push(...Object.getOwnPropertyNames(type));
  return [...new Set(names)].filter((name) => name !== 'constructor' && !name.startsWith('$'));
}

function find(object: ApiObject, name: string): PropertyDescriptor | null {
  if (name.startsWith('$') || name === 'constructor') return null;
  for (let type: object = object; type !== ApiObject.prototype; type = Object.getPrototypeOf(type) as object) {
    const found = Object.getOwnPropertyDescriptor(type, name);
    // A field is public when it is one of Office.js: key, items.
    if (found && (type !== object || name === 'items' || name === 'key')) return found;
  }
  return null;
}

function unknown(object: ApiObject, name: string, world: World): HostError {
  world.missing(`${object.$api}.${name}`);
  return new HostError('ApiNotFound', `${object.$api}.${name} is unknown to the emulated Excel`);
}

function read(object: ApiObject, name: string, world: World): unknown {
  const found = find(object, name);
  if (!found || typeof found.value === 'function') {
    world.allow(object.$api, name);
    throw unknown(object, name, world);
  }
  world.allow(object.$api, name);
  return found.get ? found.get.call(object) : found.value;
}

function write(object: ApiObject, name: string, value: unknown, world: World): void {
  const found = find(object, name);
  world.allow(object.$api, name);
  if (!found?.set) throw unknown(object, name, world);
  found.set.call(object, value);
}

function call(object: ApiObject, name: string, args: readonly unknown[], world: World): unknown {
  const found = find(object, name);
  if (!name.startsWith('_')) world.allow(object.$api, name);
  if (typeof found?.value !== 'function') {
    world.allow(object.$api, name);
    throw unknown(object, name, world);
  }
  // Arguments that were left out arrive as null; defaults of ours are for them too.
  return found.value.apply(
    object,
    args.map((one) => one ?? undefined),
  ) as unknown;
}

/** The arguments of a call, with the objects that they name. */
function argumentsOf(info: Arguments | undefined, resolve: (id: number) => Resolved): unknown[] {
  const objectOf = (id: number): unknown => {
    const found = resolve(id);
    return found === NULL_OBJECT ? null : found;
  };
  const nested = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.some((one) => typeof one === 'object') ? value.map(nested) : value;
    if (typeof value !== 'object' || value === null) return value;
    if ('_ObjectPathId' in value && typeof value._ObjectPathId === 'number') return objectOf(value._ObjectPathId);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, nested(one)]));
  };
  const references = info?.ReferencedObjectPathIds ?? [];
  return (info?.Arguments ?? []).map((value, place) => {
    const path = references[place];
    if (typeof path === 'number' && path > 0) return objectOf(path);
    return nested(value);
  });
}
