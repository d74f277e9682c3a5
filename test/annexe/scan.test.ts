import fc from 'fast-check';
import { isPlaceholder, isReferral } from '../../shared/annexe';
import { Seen, isQuiet, scanText } from '../../shared/annexe/scan';

const PIECES = [
  'Q',
  'q',
  'QP',
  'qps',
  'QPV',
  'qu',
  'P',
  'les',
  ' ',
  '  ',
  '\u00a0',
  '\u202f',
  '\n',
  '\r\n',
  '\t',
  '.',
  ',',
  ' ,',
];
const SIGNS = ['(', ')', '\u00ad', '\u200b', '\ufeff', '\u0301', 'é', '’', '-', '1', ':'];

const text = fc.array(fc.constantFrom(...PIECES, ...SIGNS), { maxLength: 10 }).map((parts) => parts.join(''));

test('a quiet text is one of which the scan says nothing', () => {
  fc.assert(
    fc.property(text, (sample) => {
      if (isQuiet(sample)) expect(scanText(sample) & (Seen.espaces | Seen.parentheses | Seen.qp)).toBe(0);
    }),
    { numRuns: 5000 },
  );
});

test.each(['Développer l’accès aux droits dans les QPV, puis évaluer.', 'Agir avec les quartiers : 12 actions'])(
  'plain sentences are quiet: %s',
  (sample) => expect(isQuiet(sample)).toBe(true),
);

test.each([
  'À définir',
  ' à définir',
  'N/A',
  'n.c.',
  'NC',
  'S.O.',
  'xxx',
  'X',
  '…',
  '-',
  'Reste à définir',
  'ne\u0301ant',
  'né\u00adant',
])('a placeholder is known by its first letters: %s', (sample) => expect(isPlaceholder(sample)).toBe(true));

test.each([
  'Voir annexe',
  '(voir l’ARS)',
  'Cf. plus haut',
  'cf annexe',
  'Idem',
  'id.',
  'ibidem',
  'Même indicateur',
  'ditto',
  '"',
  '\u200bvoir',
])('a referral is known by its first letters: %s', (sample) => expect(isReferral(sample)).toBe(true));

test.each([
  'Nombre de contrats',
  'Nommer un référent',
  'Enquête',
  'Médiation',
  'Contrats signés',
  'Aides',
  'xylophone',
])('neither a placeholder nor a referral: %s', (sample) =>
  expect([isPlaceholder(sample), isReferral(sample)]).toEqual([false, false]),
);
