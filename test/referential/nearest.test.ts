import { editDistance } from '../../shared/referential';

test.each([
  ['147', '147', 0],
  ['147', '174', 1],
  ['147', '14', 1],
  ['147', '1470', 1],
  ['147', '148', 1],
  ['drpjj', 'dtpjj', 1],
  ['drpjj', 'dirpjj', 1],
  ['ddcspp', 'ddscpp', 1],
  ['direccte', 'dreets', 4],
  ['', 'abc', 3],
])('%s to %s takes %i', (left, right, distance) => {
  expect(editDistance(left, right)).toBe(distance);
  expect(editDistance(right, left)).toBe(distance);
});

test('beyond the reach asked for, one more than it', () => {
  expect(editDistance('police', 'dreal', 2)).toBe(3);
  expect(editDistance('police', 'rectorat', 1)).toBe(2);
});
