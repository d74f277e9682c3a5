/** Texts kept in the document's properties, which hold 9 KB each and 500 KB together. */
import { Failure } from './failure';
import { alone } from './lock';

/** Bytes in one property, and in all of them, with some room to spare. */
const MOST_IN_ONE = 8500;
const MOST_IN_ALL = 480_000;

/** Where a text is: `place` is one of two sets of properties, used in turn, so that a text stays whole while the next is written. */
interface Head {
  readonly place: 0 | 1;
  readonly parts: number;
}

type Properties = Readonly<Record<string, string>>;

const properties = (): GoogleAppsScript.Properties.Properties => PropertiesService.getDocumentProperties();

export function load({ name }: { name: string }): string | null {
  const all = properties().getProperties();
  const head = headOf(all, name);
  if (head === null) return null;
  const parts = Array.from({ length: head.parts }, (_, part) => all[partName(name, head.place, part)]);
  // A part that somebody else's script removed: what is left is no text of ours.
  return parts.some((part) => part === undefined) ? null : parts.join('');
}

/** Writes the parts, then the head that points to them: whoever reads meanwhile finds the text of before, whole. */
export function save({ name, text }: { name: string; text: string }): null {
  return alone(() => {
    const store = properties();
    const all = store.getProperties();
    const place = headOf(all, name)?.place === 0 ? 1 : 0;
    const parts = cut(text);
    const written = Object.fromEntries(parts.map((part, index) => [partName(name, place, index), part]));
    if (sizeOf({ ...all, ...written }) > MOST_IN_ALL) throw new Failure('plein', name);
    store.setProperties(written);
    store.setProperty(name, JSON.stringify({ place, parts: parts.length }));
    // What a longer text left behind.
    for (let part = parts.length; all[partName(name, place, part)] !== undefined; part++)
      store.deleteProperty(partName(name, place, part));
    return null;
  });
}

const CHOSEN = 'annexe.feuille';

/** The sheet that the pane reads; "" when none was chosen. */
export const chosenSheet = (): string => properties().getProperty(CHOSEN) ?? '';

export function choose({ sheet }: { sheet: string }): null {
  if (chosenSheet() !== sheet) properties().setProperty(CHOSEN, sheet);
  return null;
}

const partName = (name: string, place: number, part: number): string => `${name}.${place}.${part}`;

function headOf(all: Properties, name: string): Head | null {
  const text = all[name];
  return text === undefined ? null : (JSON.parse(text) as Head);
}

/** Parts of at most `MOST_IN_ONE` bytes, never cut inside a character. */
function cut(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of text) {
    const size = bytesOf(character);
    if (bytes + size > MOST_IN_ONE) {
      parts.push(part);
      part = '';
      bytes = 0;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part];
}

const sizeOf = (all: Properties): number =>
  Object.entries(all).reduce((sum, [name, text]) => sum + bytesOf(name) + bytesOf(text), 0);

/** Length in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
