import fc from 'fast-check';
import type { Grid, Scalar } from '../../shared/sheet';
import { SEED_TSV, SEED_TXT } from '../lint/seed';

/** What an agent may have typed: references that meet, lists of every writing, spaces out of place, titles. */
const TYPED: readonly Scalar[] = [
  ...[
    'PCOS_AS1_001',
    'PCOS_AS3_OO2',
    'PCOS_AS2_002',
    'pcos-as3-1',
    'PHCV_AS2_*',
    'PDEE_AS9_001',
    'PVRC_AS1_001 ',
    'A1_01',
  ],
  ...[
    'Atr_LCD',
    'n’importe quoi',
    '147',
    147,
    '0147 P163',
    'BOP 102 BOP 163',
    '147 147',
    '102304',
    '167 224',
    '999',
    '304 102',
  ],
  ...[
    '163 141 102',
    'DDCSPP',
    'DDCSPP DDCSPP',
    'D.D.C.S.P.P.',
    'DRPJJ',
    'CGET/ACSE',
    'RECTORAT DIRECCTE DDCSPP',
    'CNAF',
  ],
  ...[
    'Gendarmerie(152)',
    'Préfecture de l’Aude',
    'police',
    'DGCS Gendarmerie(152) Cget(147)',
    'XYZ',
    'DIRECCTE\nDDCSPP',
  ],
  ...[
    'Nombre de jeunes',
    'Nombre  de QP ,',
    'Nombre de visites Part des femmes',
    'cf. annexe',
    ' à définir',
    'un (deux',
  ],
  ...['100,00%', '250 %', 'EA : 30 % CUI : 12.5 %', 'beaucoup', 0.3, 'Axe stratégique 2 : Deux', 'Axe stratégique 9'],
  ...['Pilier Cohésion sociale', 'Pilier Transports', 'Axe transversal : Jeunesse', '', null, true, '#N/A', '=1+1'],
];

type Change = (values: Scalar[][]) => void;

const at = (list: readonly unknown[], place: number): number => (list.length === 0 ? 0 : place % list.length);

const change: fc.Arbitrary<Change> = fc
  .record({
    what: fc.constantFrom('type', 'type', 'type', 'type', 'copyCell', 'copyRow', 'dropRow', 'blankRow'),
    row: fc.nat(98),
    column: fc.nat(10),
    other: fc.nat(98),
    value: fc.constantFrom(...TYPED),
  })
  .map(({ what, row, column, other, value }) => (values) => {
    const cells = values[at(values, row)] ?? [];
    const place = at(cells, column);
    if (what === 'type') cells[place] = value;
    else if (what === 'copyCell') cells[place] = values[at(values, other)]?.[place] ?? null;
    else if (what === 'copyRow') values.splice(at(values, other), 0, cells.slice());
    else if (what === 'dropRow') values.splice(at(values, row), 1);
    else values.splice(at(values, row), 0, []);
  });

/** The seed, in one of its forms, after a few hands. The fewer changes a failure needs, the fewer are shown. */
export const variant: fc.Arbitrary<Grid> = fc
  .tuple(fc.constantFrom(SEED_TXT, SEED_TSV), fc.array(change, { maxLength: 12 }))
  .map(([grid, changes]) => {
    const values = grid.values.map((row) => row.slice());
    for (const make of changes) make(values);
    return { ...grid, values };
  });
