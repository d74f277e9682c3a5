import { bytesOfText, concatBytes } from './bytes';

/** A pair, or a half alone. */
const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

type Sink = (bytes: Uint8Array) => void;

/**
 * Passes XML on as UTF-8: OOXML allows UTF-8 and UTF-16 (ECMA-376 part 2, 8.1.4), and almost every file is UTF-8.
 * Tells UTF-16 by its byte order mark or by the zero beside the first "<". `onWide` hears that bytes are being changed.
 */
export function asUtf8(sink: Sink, onWide?: () => void): Sink {
  let held: Uint8Array | null = new Uint8Array(0);
  let decode: Sink | null = null;
  return (piece) => {
    if (held !== null) {
      held = concatBytes([held, piece]);
      if (held.length < 2) return;
      const littleEndian = isWide(held);
      if (littleEndian !== null) {
        onWide?.();
        decode = wideDecoder(sink, littleEndian);
      }
    }
    (decode ?? sink)(held ?? piece);
    held = null;
  };
}

/** Whether UTF-16 is little-endian; null when it is not UTF-16. */
function isWide(bytes: Uint8Array): boolean | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 60 && second === 0)) return true;
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 60)) return false;
  return null;
}

function wideDecoder(sink: Sink, littleEndian: boolean): Sink {
  let rest = new Uint8Array(0);
  return (piece) => {
    const bytes = concatBytes([rest, piece]);
    const units: number[] = [];
    let at = 0;
    for (; at + 1 < bytes.length; at += 2) {
      const [low = 0, high = 0] = littleEndian ? [bytes[at], bytes[at + 1]] : [bytes[at + 1], bytes[at]];
      units.push((high << 8) | low);
    }
    // The first half of a surrogate pair waits for its second.
    if ((units[units.length - 1] ?? 0) >> 10 === 0x36) {
      units.pop();
      at -= 2;
    }
    rest = bytes.slice(at);
    const text = units.map((unit) => String.fromCharCode(unit)).join('');
    sink(bytesOfText(text.replace(SURROGATES, (found) => (found.length === 2 ? found : '\ufffd'))));
  };
}
