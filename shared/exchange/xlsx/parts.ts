import { NBSP, quote } from '../../text/french';
import type { OnStep } from './inflate';
import { inflateEntry } from './inflate';
import { refuse } from './refusal';
import { asUtf8 } from './xmlEncoding';
import type { XmlHandler } from './xmlScan';
import { XmlScanner } from './xmlScan';
import type { Archive, Entry } from './zip';

/** A link from one part to another; `type` is the last word of its URI ("worksheet"), the same in transitional and strict files. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The other part's name in the archive. */
  readonly target: string;
}

/** Parts other than sheets and shared texts: none comes near it. */
const SMALL = 2 ** 26;

/** Scans one XML part into `handler`. */
export function scanPart(archive: Archive, entry: Entry, handler: XmlHandler, onStep?: OnStep): void {
  const scanner = new XmlScanner(entry.name, handler);
  inflateEntry(
    archive,
    entry,
    asUtf8((bytes) => scanner.push(bytes)),
    onStep,
  );
  scanner.end();
}

/** `scanPart` for a part that has no business being big. */
export function scanSmallPart(archive: Archive, entry: Entry, handler: XmlHandler): void {
  if (entry.size > SMALL) {
    refuse(
      `La partie ${quote(entry.name)} dépasse 64${NBSP}Mo, ce qui n'arrive pas dans un classeur sain${NBSP}: enregistrez-le de nouveau dans Excel.`,
    );
  }
  scanPart(archive, entry, handler);
}

/** A handler that only looks at opening tags. */
export function onOpen(open: XmlHandler['open']): XmlHandler {
  return { open, close: () => undefined, text: () => undefined };
}

export function findPart(archive: Archive, name: string): Entry | null {
  return archive.byName.get(name.toLowerCase()) ?? null;
}

/** The links of a part ("" for those of the whole package); none when it has no relationships part. External links are left out. */
export function relationshipsOf(archive: Archive, part: string): readonly Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const entry = findPart(archive, `${folder}_rels/${part.slice(folder.length)}.rels`);
  const found: Relationship[] = [];
  if (!entry) return found;
  const read = onOpen((tag) => {
    if (tag.name !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
    const type = tag.attribute('Type') ?? '';
    found.push({
      id: tag.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolve(folder, tag.attribute('Target') ?? ''),
    });
  });
  scanSmallPart(archive, entry, read);
  return found;
}

/** "../tables/table1.xml" seen from "xl/worksheets/" → "xl/tables/table1.xml"; a leading "/" starts from the root. */
function resolve(folder: string, target: string): string {
  const path = target.replace(/\\/g, '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
