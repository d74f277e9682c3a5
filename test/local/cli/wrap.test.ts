import { showChange } from '../../../local/cli/change';
import { hang, printable, shorten, wrap } from '../../../local/cli/wrap';

test('wrap cuts at spaces, never at a no-break one, and cuts a word that no line holds', () => {
  expect(wrap('un deux trois', 8)).toEqual(['un deux', 'trois']);
  expect(wrap('vu\u00a0: « a »', 6)).toEqual(['vu\u00a0: «', 'a »']);
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  expect(wrap('', 10)).toEqual(['']);
});

test('hang puts the next lines under the text', () => {
  expect(hang('  → ', 'mot '.repeat(10), 24)).toBe('  → mot mot mot mot mot\n    mot mot mot mot mot\n');
});

test('printable shows what a terminal would obey', () => {
  expect(printable('a\u001b[31mb\u0007\nc\u202ed')).toBe('a\ufffd[31mb\ufffd c\ufffdd');
});

test('shorten keeps one line', () => {
  expect(shorten('bonjour', 7)).toBe('bonjour');
  expect(shorten('bonjour', 5)).toBe('bonj…');
});

test('showChange shows a long text around what changes', () => {
  expect(showChange('PCOS_AS1_OO1', 'PCOS_AS1_001')).toBe('PCOS_AS1_OO1 → PCOS_AS1_001');
  expect(showChange('', '163')).toBe('(vide) → 163');
  expect(showChange('102\n163', '102')).toBe('102⏎163 → 102');
  const text = 'Part des filles et des garçons du QP entrants en contrat d’apprentissage ou en emploi d’avenir';
  expect(showChange(text, text.replace('QP', 'QPV'))).toBe(
    '… des garçons du QP entrants en contrat … → … des garçons du QPV entrants en contrat …',
  );
});
