import { documentOf, sheetOf, type DocumentState } from '../fakes/document';
import { MOST_OF_A_STORE, MOST_OF_A_VALUE } from '../fakes/stores';
import { askServer, valueFrom } from '../rpc';

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');
const load = (document: DocumentState, name = 'annexe.journal'): string | null => valueFrom(document, 'load', { name });
const save = (document: DocumentState, text: string, name = 'annexe.journal'): boolean =>
  askServer(document, 'save', { name, text }).reply.ok;
const total = ({ documentProperties }: DocumentState): number =>
  [...documentProperties].reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);

describe('texts kept in the workbook', () => {
  it.each([
    ['nothing', ''],
    ['a word', 'é « x »'],
    ['9 KB', 'x'.repeat(9 * 1024)],
    ['a long one of two bytes a letter', 'é'.repeat(30_000)],
    ['one of four bytes a letter, that no cut may halve', '🏙'.repeat(20_000)],
    ['all that fits', 'x'.repeat(400_000)],
  ])('%s comes back as it was', (_what, text) => {
    const document = documentOf(sheetOf([]));
    expect(load(document)).toBeNull();
    expect(save(document, text)).toBe(true);
    expect(load(document) === text).toBe(true);
    expect(Math.max(...[...document.documentProperties.values()].map(bytes))).toBeLessThanOrEqual(MOST_OF_A_VALUE);
    expect(total(document)).toBeLessThanOrEqual(MOST_OF_A_STORE);
  });

  it('replace one another whole: longer, shorter, longer', () => {
    const document = documentOf(sheetOf([]));
    for (const size of [20_000, 5, 40_000, 0, 90_000, 1]) {
      const text = `${size} `.repeat(size / 2);
      save(document, text);
      expect(load(document) === text).toBe(true);
    }
    // What longer texts left behind is cleared: the store does not fill with remains.
    const shorter = documentOf(sheetOf([]));
    for (const size of [90_000, 1, 1, 1]) save(shorter, 'x'.repeat(size));
    expect(total(shorter)).toBeLessThan(20_000);
  });

  it('that do not fit are refused, and what was there stays', () => {
    const document = documentOf(sheetOf([]));
    save(document, 'avant');
    save(document, 'x'.repeat(100_000), 'annexe.acceptations');
    expect(askServer(document, 'save', { name: 'annexe.journal', text: 'é'.repeat(265_000) }).reply).toEqual({
      ok: false,
      code: 'plein',
      detail: 'annexe.journal',
    });
    expect([load(document), load(document, 'annexe.acceptations')?.length]).toEqual(['avant', 100_000]);
  });

  it('leave room that others took', () => {
    const document = documentOf(sheetOf([]));
    for (let index = 0; index < 52; index++) document.documentProperties.set(`autre${index}`, 'x'.repeat(9000));
    save(document, 'avant');
    expect(save(document, 'x'.repeat(60_000))).toBe(false);
    expect(load(document)).toBe('avant');
  });

  it.each([
    ['longer', 9000],
    ['shorter', 1000],
  ])('stay whole for whoever reads between any two calls of the saving of a %s one', (_what, times) => {
    const document = documentOf(sheetOf([]));
    const [before, after] = ['avant '.repeat(5000), 'après '.repeat(times)];
    save(document, before);
    const seen = new Set<string | null>();
    askServer(document, 'save', { name: 'annexe.journal', text: after }, () => seen.add(load(document)));
    seen.add(load(document));
    expect([...seen].map((text) => text?.slice(0, 5))).toEqual(['avant', 'après']);
    expect([...seen].map((text) => text?.length)).toEqual([before.length, after.length]);
  });

  it('are none any more when another script removed a part of them', () => {
    const document = documentOf(sheetOf([]));
    save(document, 'x'.repeat(30_000));
    document.documentProperties.delete('annexe.journal.0.2');
    expect(load(document)).toBeNull();
  });

  it('are the document’s own, not the user’s', () => {
    const document = documentOf(sheetOf([]));
    save(document, 'x');
    valueFrom(document, 'choose', { sheet: 'Annexe' });
    expect(document.userProperties.size).toBe(0);
    expect(document.documentProperties.size).toBeGreaterThan(1);
  });
});
