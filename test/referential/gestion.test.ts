import { estUsuel, findService, gestionnairesUsuels } from '../../shared/referential';
import gold from '../gold/gold-lezignan.json';
import pairs from '../gold/pairs-seed.json';
import { referential } from './referential-seed';

const usual = (bop: string, text: string, annee = 2015) =>
  estUsuel(referential, bop, findService(referential, text)?.service.sigle ?? text, annee);

test('every pair of the seed is usual in 2015, except three', () => {
  const unusual = pairs.flatMap(({ bop, service }) =>
    bop !== null && !usual(bop, service) ? [`${bop}/${service}`] : [],
  );
  expect(unusual).toEqual(['101/DTPJJ', '101/DRPJJ', '304/RECTORAT']);
});

test('four rows of the seed hold an unusual pair', () => {
  const rows = gold.filter(({ paires }) => paires.some(([bop, text]) => bop && text && !usual(bop, text)));
  expect(rows.map(({ ref }) => ref)).toEqual(['PCOS_AS3_OO3', 'PCOS_AS4_002', 'Atr_LCD', 'Atr_Jeunesse']);
});

test.each([
  ['204', 'ARS', 'DT-ARS'],
  ['204', 'ARS', 'DD ARS'],
  ['102', 'DIRECCTE', 'UT DIRECCTE'],
  ['137', 'DGCS', 'DGCS/SDFE'],
  ['176', 'Police', 'DDSP'],
  ['152', 'Gendarmerie', 'GGD'],
  ['147', 'CGET', 'CGET/ACSE'],
  ['147', 'Préfecture', 'Sous-préfet ville'],
  ['167', 'DSN', 'CSN'],
  ['135', 'DDTM', 'DDT'],
])('for %s, %s and %s are one service', (bop, left, right) => {
  expect([usual(bop, left), usual(bop, right)]).toEqual([true, true]);
});

test.each([
  ['163', 'DDCSPP', 2020, true],
  ['163', 'DDCSPP', 2024, false],
  ['163', 'SDJES', 2024, true],
  ['102', 'DIRECCTE', 2024, false],
  ['102', 'DREETS', 2024, true],
  ['102', 'DREETS', 2015, false],
  ['147', 'CGET', 2024, false],
  ['147', 'ANCT', 2024, true],
  ['176', 'Police', 2024, true],
  ['176', 'DIPN', 2024, true],
])('%s managed by %s in %i is usual: %s', (bop, text, annee, expected) => {
  expect(usual(bop, text, annee)).toBe(expected);
});

test('managers come from the nearest to the farthest', () => {
  expect(gestionnairesUsuels(referential, '304', 2015)).toEqual([
    { sigle: 'DDCSPP', niveau: 'departement', confiance: 'haute' },
    { sigle: 'DDCS', niveau: 'departement', confiance: 'haute' },
    { sigle: 'DRJSCS', niveau: 'region', confiance: 'haute' },
    { sigle: 'DGCS', niveau: 'central', confiance: 'haute' },
  ]);
});

test('no pair is unusual where managers are not documented', () => {
  expect(gestionnairesUsuels(referential, '105', 2015)).toEqual([]);
  expect(usual('105', 'DRAC')).toBe(true);
  expect(usual('999', 'DRAC')).toBe(true);
});
