import { inflateSync } from 'fflate';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of deflated JSON, a byte a character (Latin-1) → its value. Apps Script has neither atob nor TextDecoder. */
export function unpack(packed: string): unknown {
  const deflated = new Uint8Array(Math.floor((packed.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (const digit of packed) {
    held = ((held << 6) | DIGITS.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    deflated[length++] = held >> bits;
  }
  let text = '';
  for (const code of inflateSync(deflated)) text += String.fromCharCode(code);
  return JSON.parse(text);
}
