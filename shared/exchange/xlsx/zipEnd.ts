/** The end of a zip file: where its table of contents stands and how many entries it has. */
export interface EndRecord {
  readonly count: number;
  readonly directoryStart: number;
  readonly directoryEnd: number;
  /** The classic end record. */
  readonly recordStart: number;
  /** The zip64 end record, when the archive has one. */
  readonly wideStart: number | null;
}

const END = 0x06054b50;
const WIDE_END = 0x06064b50;
const WIDE_LOCATOR = 0x07064b50;

/** Looks backwards for the end record (it may be followed by a comment); null when there is none that holds together. */
export function findEnd(view: DataView): EndRecord | null {
  const size = view.byteLength;
  for (let at = size - 22; at >= 0 && at >= size - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) > size) continue;
    return readEnd(view, at);
  }
  return null;
}

function readEnd(view: DataView, at: number): EndRecord | null {
  const wideStart = findWide(view, at);
  if (wideStart !== null) {
    return bounded(
      {
        count: readWide(view, wideStart + 32),
        directoryStart: readWide(view, wideStart + 48),
        directoryEnd: readWide(view, wideStart + 48) + readWide(view, wideStart + 40),
        recordStart: at,
        wideStart,
      },
      wideStart,
    );
  }
  const directoryStart = view.getUint32(at + 16, true);
  const directoryEnd = directoryStart + view.getUint32(at + 12, true);
  return bounded(
    { count: view.getUint16(at + 10, true), directoryStart, directoryEnd, recordStart: at, wideStart: null },
    at,
  );
}

/** The zip64 end record that the locator just before the classic one points at. */
function findWide(view: DataView, at: number): number | null {
  if (at < 20 + 56 || view.getUint32(at - 20, true) !== WIDE_LOCATOR) return null;
  const wide = readWide(view, at - 12);
  return wide + 56 <= at - 20 && view.getUint32(wide, true) === WIDE_END ? wide : null;
}

function bounded(end: EndRecord, limit: number): EndRecord | null {
  return end.directoryStart <= end.directoryEnd && end.directoryEnd <= limit ? end : null;
}

function readWide(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
}
