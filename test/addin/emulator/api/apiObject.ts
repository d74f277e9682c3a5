import type { Workbook } from '../model/workbook';
import type { Area } from '../model/area';
import type { Sheet } from '../model/sheet';

/** What a batch works on, and what it must be counted for. */
export interface Session {
  readonly workbook: Workbook;
  /** A range asked for many cells: more than Excel gives at once answers null instead of values. */
  readonly mayGive: (cells: number) => boolean;
  /** Areas made by this batch; the sheet forgets those that nobody holds a reference to. */
  readonly made: { readonly sheet: Sheet; readonly area: Area; held: boolean }[];
  /** The area of a change that an event told of. */
  readonly areaOfEvent: (reference: string) => { readonly sheet: Sheet; readonly area: Area } | null;
  readonly release: (reference: string) => void;
  readonly register: (target: string, type: number, on: boolean) => void;
}

/**
 * An object of the Office.js API. Its accessors and methods bear the names that Office.js gives them: the interpreter finds them
 * by reflection and refuses whatever is not here. Names that begin with $ belong to the emulator and are never called by name.
 */
export abstract class ApiObject {
  /** The class of Office.js. */
  abstract readonly $api: string;
  /** Set as soon as the add-in keeps a reference to the object. */
  $reference = '';

  constructor(readonly $session: Session) {}

  /** What finds the object again in its collection. */
  get $id(): string | null {
    return null;
  }

  /** Called when the add-in keeps a reference. */
  $hold(): void {}

  /** Called when the add-in gives the reference back. */
  $release(): void {}
}

/** An object whose properties are plain fields of a record, kept under `path`. What is absent has its default. */
export function recordClass(
  api: string,
  defaults: Readonly<Record<string, unknown>>,
  readOnly: readonly string[] = [],
) {
  class RecordObject extends ApiObject {
    override readonly $api = api;

    constructor(
      session: Session,
      readonly $record: { get(path: string): unknown; set(path: string, value: unknown): void },
    ) {
      super(session);
    }
  }
  for (const [name, standard] of Object.entries(defaults)) {
    const set = readOnly.includes(name)
      ? {}
      : {
          set(this: RecordObject, value: unknown): void {
            this.$record.set(name, value);
          },
        };
    Object.defineProperty(RecordObject.prototype, name, {
      get(this: RecordObject): unknown {
        const value = this.$record.get(name);
        return value === undefined ? standard : value;
      },
      ...set,
      configurable: true,
      enumerable: true,
    });
  }
  return RecordObject;
}

export interface PropertyRecord {
  get(path: string): unknown;
  set(path: string, value: unknown): void;
}

/** The fields of a record that stand under a path. */
export const under = (record: PropertyRecord, path: string): PropertyRecord => ({
  get: (name) => record.get(`${path}/${name}`),
  set: (name, value) => record.set(`${path}/${name}`, value),
});

export const plainRecord = (fields: Record<string, unknown>): PropertyRecord => ({
  get: (name) => fields[name],
  set: (name, value) => void (fields[name] = value),
});
