import type { Archive, Entry } from './zip';
import { scanSmallPart } from './parts';
import type { DateKind } from './serialDate';
import { builtinDateKind, dateKindOf } from './serialDate';

/**
 * For each cell style (the `s` of a cell), whether its numbers are dates.
 * Percentages need nothing: a number stays a number (1 for "100 %"), which every reader of an annexe takes alike.
 */
export function readDateKinds(archive: Archive, entry: Entry): readonly DateKind[] {
  const codes = new Map<number, string>();
  const kinds: DateKind[] = [];
  let inCellFormats = false;
  scanSmallPart(archive, entry, {
    open: (tag) => {
      if (tag.name === 'numFmt') codes.set(tag.integer('numFmtId'), tag.attribute('formatCode') ?? '');
      else if (tag.name === 'cellXfs') inCellFormats = true;
      else if (tag.name === 'xf' && inCellFormats) {
        const format = tag.integer('numFmtId');
        const code = codes.get(format);
        kinds.push(code === undefined ? builtinDateKind(format) : dateKindOf(code));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text: () => undefined,
  });
  return kinds;
}
