import fc from 'fast-check';
import { builtinDateKind, dateKindOf, isoOf } from '../../../shared/exchange/xlsx/serialDate';

test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [60, '1900-02-29'],
  [61, '1900-03-01'],
  [366, '1900-12-31'],
  [367, '1901-01-01'],
  [45747, '2025-03-31'],
  [45747.5, '2025-03-31T12:00:00'],
  [45746.9999999, '2025-03-31'],
  [2958465, '9999-12-31'],
  [2958466, null],
  [-1, null],
  [0, '00:00:00'],
])('serial %p is %p', (serial, iso) => {
  expect(isoOf(serial, 'date', false)).toBe(iso);
});

test('from March 1900 on, days are those of the calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
      expect(isoOf(serial, 'date', false)).toBe(day);
      if (serial >= 1462) expect(isoOf(serial - 1462, 'date', true)).toBe(day);
    }),
  );
});

test('times: of the day, or elapsed', () => {
  expect(isoOf(0.604166666, 'time', false)).toBe('14:30:00');
  expect(isoOf(1.5, 'time', false)).toBe('36:00:00');
});

test.each([
  ['dd/mm/yyyy', 'date'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
  ['mmmm', 'date'],
  ['h:mm AM/PM', 'time'],
  ['[h]:mm:ss', 'time'],
  ['mm:ss.0', 'time'],
  ['General', 'none'],
  ['Standard', 'none'],
  ['0.00E+00', 'none'],
  ['[Red]0.00;[Green]-0.00', 'none'],
  ['#,##0\\ "mois"', 'none'],
  ['0%', 'none'],
  ['@', 'none'],
  ['0;"dd"', 'none'],
])('format %s is %s', (code, kind) => {
  expect(dateKindOf(code)).toBe(kind);
});

test('built-in formats', () => {
  const kinds = [0, 9, 10, 14, 18, 22, 45, 47, 49].map((format) => builtinDateKind(format));
  expect(kinds).toEqual(['none', 'none', 'none', 'date', 'time', 'date', 'time', 'time', 'none']);
});
