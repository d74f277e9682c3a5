import { NBSP, quote } from '../../text/french';
import { bytesOfText, concatBytes, textOfBytes } from './bytes';
import type { Packed } from './deflate';
import { pack } from './deflate';
import { inflateEntry } from './inflate';
import { findPart, onOpen, relationshipsOf, scanPart, scanSmallPart } from './parts';
import { attempt, refuse } from './refusal';
import { xmlText } from './richText';
import type { Workbook } from './workbook';
import { isUnusable } from '../unusable';
import { decodeExcelEscapes, escapeCellText } from './xmlText';
import { asUtf8 } from './xmlEncoding';
import type { XmlHandler } from './xmlScan';
import type { Archive, Entry } from './zip';
import type { NewEntry } from './zipWrite';

/**
 * Small texts of ours that travel in the workbook, by name: what was accepted, and why. They stand in a custom XML part
 * (ECMA-376 part 1, 15.2.5), which Excel shows nowhere, keeps when it saves, and lets add-ins find by its namespace.
 */
export type WorkbookTexts = ReadonlyMap<string, string>;

const NAMESPACE = 'urn:annexe-contrat-de-ville:textes';
const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';
const XML_TYPE = 'application/xml';
/** Parts of others may be anything; ours never comes near this. */
const MOST_BYTES = 2 ** 24;

/** The texts that the workbook holds; none when it has no such part. Parts that others put there are left alone. */
export function readWorkbookTexts(workbook: Workbook): WorkbookTexts {
  return findTexts(workbook)?.texts ?? new Map();
}

/** The custom XML part that holds these texts. */
export function textsXml(texts: WorkbookTexts): string {
  const items = [...texts].map(
    ([name, text]) => `<texte nom="${escapeCellText(name)}">${escapeCellText(text)}</texte>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<annexe xmlns="${NAMESPACE}">${items.join('')}</annexe>`;
}

/** How a part of the workbook is told of another: the link that a workbook's relationships hold for our part. */
export const textsLink = (part: string): string => `${LINK}|../${part}`;

/** What must change in the archive for the workbook to hold these texts and no others of ours. */
export function placeTexts(
  workbook: Workbook,
  texts: WorkbookTexts,
): { readonly changed: ReadonlyMap<Entry, Packed>; readonly added: readonly NewEntry[] } {
  const found = findTexts(workbook);
  const packed = (): Packed => pack(bytesOfText(textsXml(texts)));
  if (found !== null)
    return { changed: same(found.texts, texts) ? new Map() : new Map([[found.entry, packed()]]), added: [] };
  if (texts.size === 0) return { changed: new Map(), added: [] };
  const name = freeName(workbook.archive);
  return { changed: links(workbook, name), added: [{ name, packed: packed() }] };
}

const same = (a: WorkbookTexts, b: WorkbookTexts): boolean =>
  a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);

function findTexts({ archive, main }: Workbook): { readonly entry: Entry; readonly texts: WorkbookTexts } | null {
  for (const { type, target } of relationshipsOf(archive, main.name)) {
    const entry = type === 'customXml' ? findPart(archive, target) : null;
    if (entry === null || entry.size > MOST_BYTES) continue;
    const reader = new TextsReader();
    const read = attempt(() => scanPart(archive, entry, reader));
    if (!isUnusable(read) && reader.ours) return { entry, texts: reader.texts };
  }
  return null;
}

class TextsReader implements XmlHandler {
  readonly texts = new Map<string, string>();
  ours = false;
  private depth = 0;
  private name: string | null = null;
  private gathered = '';

  open(tag: Parameters<XmlHandler['open']>[0]): void {
    this.depth++;
    if (this.depth === 1) this.ours = tag.name === 'annexe' && tag.attribute('xmlns') === NAMESPACE;
    else if (this.ours && this.depth === 2) {
      this.name = decodeExcelEscapes(tag.attribute('nom') ?? '');
      this.gathered = '';
    }
  }

  close(): void {
    this.depth--;
    if (this.depth === 1 && this.name !== null) this.texts.set(this.name, decodeExcelEscapes(this.gathered));
    if (this.depth === 1) this.name = null;
  }

  text(bytes: Uint8Array, start: number, end: number, literal: boolean): void {
    if (this.name !== null) this.gathered += xmlText(bytes, start, end, literal);
  }
}

/** Office names these parts customXml/item1.xml, item2.xml… */
function freeName(archive: Archive): string {
  for (let number = 1; ; number++) {
    const name = `customXml/item${number}.xml`;
    if (findPart(archive, name) === null) return name;
  }
}

/** The parts that must name the new one: the workbook's relationships, and the content types unless they speak of all .xml. */
function links({ archive, main }: Workbook, name: string): Map<Entry, Packed> {
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1);
  const relationships = needed(archive, `${folder}_rels/${main.name.slice(folder.length)}.rels`);
  const types = needed(archive, '[Content_Types].xml');
  const changed = new Map([
    [
      relationships,
      withElement(
        archive,
        relationships,
        `Relationship Id="${freeId(archive, main)}" Type="${LINK}" Target="/${name}"`,
      ),
    ],
  ]);
  if (!saysXml(archive, types)) {
    changed.set(types, withElement(archive, types, `Override PartName="/${name}" ContentType="${XML_TYPE}"`));
  }
  return changed;
}

const needed = (archive: Archive, name: string): Entry =>
  findPart(archive, name) ??
  refuse(
    `La partie ${quote(name)} manque dans ce classeur${NBSP}: ouvrez-le dans Excel, enregistrez-le, puis recommencez.`,
  );

function freeId(archive: Archive, main: Entry): string {
  const taken = new Set(relationshipsOf(archive, main.name).map(({ id }) => id));
  for (let number = 1; ; number++) if (!taken.has(`annexe${number}`)) return `annexe${number}`;
}

function saysXml(archive: Archive, types: Entry): boolean {
  let said = false;
  scanSmallPart(
    archive,
    types,
    onOpen((tag) => {
      if (tag.name !== 'Default' || tag.attribute('Extension')?.toLowerCase() !== 'xml') return;
      said = tag.attribute('ContentType') === XML_TYPE;
    }),
  );
  return said;
}

/** The part with one more empty element at the end of its root, every other byte kept. */
function withElement(archive: Archive, entry: Entry, element: string): Packed {
  const pieces: Uint8Array[] = [];
  const onWide = (): never =>
    refuse(
      `La partie ${quote(entry.name)} est écrite en UTF-16${NBSP}: ouvrez le classeur dans Excel, enregistrez-le, puis recommencez.`,
    );
  inflateEntry(
    archive,
    entry,
    asUtf8((bytes) => pieces.push(bytes.slice()), onWide),
  );
  const bytes = concatBytes(pieces);
  const end = lastTag(bytes);
  const root = textOfBytes(bytes, end + 2);
  const prefix = /^([\w.-]+:)?/.exec(root)?.[0] ?? '';
  return pack(concatBytes([bytes.subarray(0, end), bytesOfText(`<${prefix}${element}/>`), bytes.subarray(end)]));
}

/** Where the last closing tag begins, "</". */
function lastTag(bytes: Uint8Array): number {
  for (let at = bytes.length - 2; at >= 0; at--) if (bytes[at] === 60 && bytes[at + 1] === 47) return at;
  return refuse(`Ce classeur est abîmé${NBSP}: ouvrez-le dans Excel, enregistrez-le, puis recommencez.`);
}
