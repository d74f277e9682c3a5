import fc from 'fast-check';

/** What keyboards, PDF files and other hands leave in a cell. */
const PIECES = [
  ...[
    'BOP',
    'P147',
    '0147',
    '102',
    '304',
    '147 - Politique de la ville',
    'CNDS',
    'FSE+',
    'n° 163',
    'programme 147',
    '7',
    '1234',
  ],
  ...['DDCSPP', 'DIRECCTE', 'CGET/ACSE', 'Gendarmerie(152)', 'D.D.C.S.P.P.', 'Police nationale', 'DDCSPP 11', 'œuvre'],
  ...[
    'Nombre de femmes',
    'Part des jeunes',
    'Taux',
    'Voir remarques',
    'hommes/femmes',
    'à définir',
    'néant',
    'H/F',
    'a)',
  ],
  ...['30 %', '13,2 %', '100,00%', '1 250', '2015', 'EA :', 'au moins', 'oui', '12.5', '-3', '≥ 3', '%'],
  ...['PCOS_AS3_OO1', 'PDEE', 'AS1', '_001', 'Atr_LCD', 'A1_01', '*', 'O', 'l', 'QP', 'QPs', 'QPV', 'qp.', 'QP2'],
  ...[
    ' ',
    '  ',
    '\u00a0',
    '\u202f',
    '\n',
    '\r\n',
    '\t',
    ' - ',
    ' – ',
    ', ',
    ';',
    ' / ',
    '/',
    '.',
    ' .',
    ':',
    '(',
    ')',
    '«',
    '»',
  ],
  ...['\u00ad', '\u200b', '\ufeff', 'e\u0301', 'é', 'Œ', '’', "'", '×', '\ud83d\ude00', '\u0000', 'Ｑ', 'Ж'],
];

/** A cell's text made of pieces of the field and of odd characters. */
export const texte: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''));
