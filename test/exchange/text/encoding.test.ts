import fc from 'fast-check';
import type { DecodedText, Encoding } from '../../../shared/exchange';
import { decodeText, encodeText, isUnusable } from '../../../shared/exchange';

const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

function decoded(bytes: Uint8Array): DecodedText {
  const result = decodeText(bytes);
  if (isUnusable(result)) throw new Error(result.message);
  return result;
}

function refused(bytes: Uint8Array): string {
  const result = decodeText(bytes);
  if (!isUnusable(result)) throw new Error(`read as ${result.encoding}`);
  return result.message;
}

describe('decodeText', () => {
  test('UTF-8 without mark, with accents, ligatures and characters beyond the first plane', () => {
    expect(decoded(utf8('Égalité, cœur, 𝒳 €'))).toEqual({ text: 'Égalité, cœur, 𝒳 €', encoding: 'utf-8' });
  });

  test('the byte order mark tells the encoding and is no part of the text', () => {
    expect(decoded(bytesOf(0xef, 0xbb, 0xbf, 0xc3, 0xa9))).toEqual({ text: 'é', encoding: 'utf-8-bom' });
    expect(decoded(bytesOf(0xff, 0xfe, 0xe9, 0x00))).toEqual({ text: 'é', encoding: 'utf-16le-bom' });
    expect(decoded(bytesOf(0xfe, 0xff, 0x00, 0xe9))).toEqual({ text: 'é', encoding: 'utf-16be-bom' });
  });

  test('Windows-1252 as French Excel writes it: curly quotes, œ, €, …', () => {
    const bytes = bytesOf(0x93, 0x6c, 0x92, 0xe9, 0x9c, 0x94, 0x20, 0x80, 0x20, 0x85, 0x20, 0x96);
    expect(decoded(bytes)).toEqual({ text: '“l’éœ” € … –', encoding: 'windows-1252' });
  });

  test('every byte 0x80–0x9F that Windows defines (Python cp1252; � stands for the five it does not)', () => {
    // Not TextDecoder: Node 20 reads windows-1252 as Latin-1 (nodejs/node#56542).
    const expected = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';
    for (let byte = 0x80; byte <= 0x9f; byte++) {
      const wanted = expected.charAt(byte - 0x80);
      // 0xC3 before a space cannot be UTF-8: the whole must be read as Windows-1252.
      const { text, encoding } = decoded(bytesOf(0x61, 0xc3, 0x20, byte, 0x20));
      expect(encoding).toBe('windows-1252');
      expect(text.charAt(3)).toBe(wanted === '�' ? String.fromCharCode(byte) : wanted);
    }
  });

  test.each([
    ['an overlong slash', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['an overlong 3-byte form', [0xe0, 0x80, 0xaf]],
    ['a lone continuation', [0xa9]],
  ])('%s is not UTF-8', (_, bytes) => {
    expect(decoded(Uint8Array.from([...Buffer.from('a'.repeat(3000)), ...bytes, 0x20])).encoding).toBe('windows-1252');
  });

  test('UTF-8 cut in the middle of a character is said, not read as mojibake', () => {
    const whole = utf8('Égalité');
    expect(refused(whole.subarray(0, whole.length - 1))).toContain("s'arrête au milieu d'un caractère");
    expect(refused(bytesOf(0xef, 0xbb, 0xbf, 0x61, 0xc3))).toContain('incomplet');
    expect(refused(bytesOf(0xff, 0xfe, 0x61, 0x00, 0x62))).toContain('incomplet');
  });

  test('a Windows-1252 text that ends with é is no cut UTF-8', () => {
    expect(decoded(bytesOf(0x52, 0xe9, 0x66, 0x20, 0xe9))).toEqual({ text: 'Réf é', encoding: 'windows-1252' });
  });

  test('a mark that lies is said with the place', () => {
    expect(refused(bytesOf(0xef, 0xbb, 0xbf, 0x61, 0xe9, 0x62))).toContain('octet n°\u00a05');
  });

  test('UTF-16 without mark is known by its NULs', () => {
    const text = 'Réf\tObjectif opérationnel\r\nPDEE_AS1_001\tL’emploi';
    const little = new Uint8Array(Buffer.from(text, 'utf16le'));
    const big = little.slice();
    Buffer.from(big.buffer).swap16();
    expect(decoded(little)).toEqual({ text, encoding: 'utf-16le' });
    expect(decoded(big)).toEqual({ text, encoding: 'utf-16be' });
  });

  test('NULs and control characters are no text; a stray one of a PDF is', () => {
    expect(refused(utf8(`Réf${'a'.repeat(100)}\0b`))).toContain("n'est pas du texte");
    expect(refused(bytesOf(1, 2, 3, 4, 0x41))).toContain("n'est pas du texte");
    expect(decoded(utf8(`Réf\u001eérence\f\v\t${'a'.repeat(100)}`)).encoding).toBe('utf-8');
  });
});

describe('encodeText', () => {
  test('says which character Windows-1252 cannot write', () => {
    expect(encodeText('taux ≥ 30 %', 'windows-1252')).toEqual({ ok: false, character: '≥' });
    expect(encodeText('oui 👍', 'windows-1252')).toEqual({ ok: false, character: '👍' });
    expect(encodeText('a\ud800b', 'utf-8')).toEqual({ ok: false, character: '\ud800' });
  });

  test('writes UTF-8 as Buffer does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encodeText(text, 'utf-8')).toEqual(utf8(text));
      }),
    );
  });

  test('decode then encode gives the same bytes, whatever they are', () => {
    const someText = fc.string({ unit: 'binary', maxLength: 60 }).chain((text) =>
      fc
        .constantFrom<Encoding>('utf-8', 'utf-8-bom', 'windows-1252', 'utf-16le-bom', 'utf-16be-bom')
        .map((encoding) => {
          const bytes = encodeText(text, encoding);
          return bytes instanceof Uint8Array ? bytes : utf8(text);
        }),
    );
    const latin = fc
      .array(fc.integer({ min: 0x20, max: 0xff }), { maxLength: 60 })
      .map((list) => Uint8Array.from(list));
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(someText, latin, fc.uint8Array({ maxLength: 60 })), (bytes) => {
        const result = decodeText(bytes);
        if (isUnusable(result)) return;
        read++;
        expect(encodeText(result.text, result.encoding)).toEqual(bytes);
      }),
      { numRuns: 500 },
    );
    expect(read).toBeGreaterThan(150);
  });

  test('a text longer than the block it is decoded in keeps every character', () => {
    const text = '0123456789é𝒳'.repeat(5000);
    expect(decoded(utf8(text)).text).toBe(text);
  });
});
