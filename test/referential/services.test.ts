import {
  dateFrancaise,
  findService,
  nearestServices,
  serviceAt,
  type EtatService,
  type Service,
} from '../../shared/referential';
import pairs from '../gold/pairs-seed.json';
import { referential } from './referential-seed';

const find = (text: string) => {
  const match = findService(referential, text);
  return match && { sigle: match.service.sigle, ecriture: match.ecriture, attendu: match.attendu, bop: match.bop };
};
const at = (sigle: string, annee: number): EtatService => {
  const service: Service | undefined = referential.service(sigle);
  if (service === undefined) throw new Error(sigle);
  return serviceAt(referential, service, annee);
};

test.each([
  'DDCSPP',
  'DIRECCTE',
  'RECTORAT',
  'Rectorat',
  'rectorat',
  'Police',
  'POLICE',
  'gendarmerie',
  'Préfecture',
  'PRÉFECTURE',
  'prefecture',
  'CGET/ACSE',
  'CGET/ACSÉ',
  'DDETS(PP)',
  'DDT(M)',
  'CNDS',
])('%s is accepted as it is', (text) => {
  expect(find(text)).toMatchObject({ ecriture: 'admise', attendu: text, bop: undefined });
});

test.each([
  ['Gendarmerie(152)', 'GENDARMERIE', 'Gendarmerie', '152'],
  ['Cget(147)', 'CGET', 'CGET', '147'],
  ['DDCSPP (BOP 304)', 'DDCSPP', 'DDCSPP', '304'],
  ['D.D.C.S.P.P.', 'DDCSPP', 'DDCSPP', undefined],
  ['ddcspp', 'DDCSPP', 'DDCSPP', undefined],
  ['DDCS-PP', 'DDCSPP', 'DDCSPP', undefined],
  ['DDCSPP 11', 'DDCSPP', 'DDCSPP', undefined],
  ["DDCSPP de l'Aude", 'DDCSPP', 'DDCSPP', undefined],
  ['DTPJJ 44/85', 'DTPJJ', 'DTPJJ', undefined],
  ['DDTM-2A', 'DDTM', 'DDTM', undefined],
  ['CAF 974', 'CAF', 'CAF', undefined],
  ['DDTM11', 'DDTM', 'DDTM', undefined],
  ['Caf', 'CAF', 'CAF', undefined],
  ['DIRRECTE', 'DIRECCTE', 'DIRECCTE', undefined],
  ['Direccte', 'DIRECCTE', 'DIRECCTE', undefined],
  ['UT DIRECCTE 11', 'UD-DIRECCTE', 'UD-DIRECCTE', undefined],
  ['CGET / ACSE', 'CGET/ACSE', 'CGET/ACSE', undefined],
  ["Préfecture de l'Aude", 'PREFECTURE', 'Préfecture', undefined],
  ['Préfecture de région', 'SGAR', 'SGAR', undefined],
  ['DRDFE (SGAR)', 'DRDFE', 'DRDFE', undefined],
  ['Direction départementale des territoires du Gard', 'DDT', 'DDT', undefined],
  ['DDETSPP—SPSE', 'DDETSPP', 'DDETSPP', undefined],
])('%s is %s, to be written %s', (text, sigle, attendu, bop) => {
  expect(find(text)).toEqual({ sigle, ecriture: 'variante', attendu, bop });
});

test.each(['DRPJJ', 'DDASS', 'DTPJ', 'DDCSPP DRAC', 'Mairie', '', '147', '(152)', 'Préfecture de région Bretagne'])(
  '%s names no known service',
  (text) => {
    expect(findService(referential, text)).toBeUndefined();
  },
);

test('every service of the seed is known, DRPJJ apart', () => {
  const unknown = pairs.filter(({ service }) => findService(referential, service) === undefined);
  expect(unknown.map(({ service }) => service)).toEqual(['DRPJJ']);
});

test.each([
  ['DRPJJ', 2015, ['DTPJJ', 'DIRPJJ']],
  ['DDASS', 2015, ['DDCSPP', 'DDCS', 'ARS']],
  ['DDASS', 2024, ['ARS', 'DDETSPP', 'SDJES']],
  ['DDSCPP', 2015, ['DDCSPP', 'DDPP']],
  ['DDCSP', 2015, ['DDCSPP', 'DDCS', 'DDSP']],
  ['DDCSP', 2024, ['DDETSPP', 'SDJES', 'DDETS']],
  ['DERAL', 2015, ['DREAL']],
  ['DRCA', 2015, ['DRAC']],
  ['Mairie de Lézignan', 2015, []],
])('%s in %i may be %j', (text, annee, expected) => {
  const found = nearestServices(referential, text, annee).map(({ sigle }) => sigle);
  expect(found.slice(0, expected.length || 1)).toEqual(expected);
  expect(found.length).toBeLessThanOrEqual(3);
});

test('ACSÉ ended the day before the contracts of 2015 began', () => {
  expect(at('CGET/ACSE', 2015)).toEqual({ kind: 'termine', depuis: '2014-12-31', successeurs: ['CGET'] });
  expect(at('CGET/ACSE', 2014)).toEqual({ kind: 'actif' });
  expect(at('CGET', 2015)).toEqual({ kind: 'actif' });
});

test('in 2015 only CGET/ACSE has ended among the services of the seed', () => {
  const ended = pairs.filter(({ service }) => {
    const found = findService(referential, service)?.service;
    return found !== undefined && serviceAt(referential, found, 2015).kind !== 'actif';
  });
  expect(ended.map(({ service }) => service)).toEqual(['CGET/ACSE']);
});

test('successors are those alive in the year asked for', () => {
  expect(at('CGET/ACSE', 2024)).toMatchObject({ successeurs: ['ANCT', 'DGCL'] });
  expect(at('DDCSPP', 2024)).toEqual({ kind: 'termine', depuis: '2021-03-31', successeurs: ['DDETSPP', 'SDJES'] });
  expect(at('DDCSPP', 2021)).toEqual({ kind: 'actif' });
  expect(at('DDSP', 2024)).toMatchObject({ kind: 'termine', successeurs: ['DDPN', 'DIPN'] });
  expect(at('POLICE', 2024)).toEqual({ kind: 'actif' });
  expect(at('DDETSPP', 2015)).toEqual({ kind: 'pas-encore', depuis: '2021-04-01' });
});

test('dates are read by people', () => {
  expect(['2014-12-31', '2021-04-01', '2017-05', '2006'].map(dateFrancaise)).toEqual([
    '31 décembre 2014',
    '1er avril 2021',
    'mai 2017',
    '2006',
  ]);
});
