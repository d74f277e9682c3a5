import { alignPaires, parseBop, parseServices, renameServices, unglue, writeBops } from '../../shared/annexe';
import { vocabularyOf } from '../../shared/lint';
import { referential } from '../referential/referential-seed';

const services = (text: string) => parseServices(text, vocabularyOf(referential, 2015));
const names = (text: string): string[] => services(text).items.map(({ nom }) => nom);
const pairs = (bop: string, service: string): string[] =>
  alignPaires(parseBop(bop), services(service)).map((paire) => `${paire.bop ?? '?'} ${paire.service ?? '?'}`);

test.each([
  ['102 304', 'DIRECCTE DDCSPP', ['102 DIRECCTE', '304 DDCSPP']],
  ['304 101', 'DDCSPP DTPJJ CNAF', ['304 DDCSPP', '101 DTPJJ', '? CNAF']],
  ['102 304', 'DIRECCTE', ['102 DIRECCTE', '304 ?']],
  ['137 147', 'DGCS DDCSPP Gendarmerie(152) Cget(147)', ['137 DGCS', '147 DDCSPP', '152 Gendarmerie', '147 Cget']],
  // The number agrees with its place.
  ['147 152', 'DDCSPP Gendarmerie(152)', ['147 DDCSPP', '152 Gendarmerie']],
  // As many of each, but the number says that its service manages something else.
  ['147 304', 'DDCSPP Gendarmerie(152)', ['147 DDCSPP', '304 ?', '152 Gendarmerie']],
  ['137 147', 'DGCS Gendarmerie(152) DDCSPP', ['137 DGCS', '147 DDCSPP', '152 Gendarmerie']],
  ['147 152', 'Gendarmerie(152) DDCSPP', ['147 DDCSPP', '152 Gendarmerie']],
  ['à définir', 'En cours de définition', []],
])('%s with %s', (bop, service, expected) => {
  expect(pairs(bop, service)).toEqual(expected);
});

test.each([
  ['137 147', 'DGCS DDCSPP Gendarmerie(152) Cget(147)', '137 147 152 147', 'DGCS DDCSPP Gendarmerie Cget'],
  ['147, 152', 'DDCSPP; Gendarmerie(152)', '147, 152', 'DDCSPP; Gendarmerie'],
  ['137 147', 'DGCS Gendarmerie(152) DDCSPP', '137 152 147', 'DGCS Gendarmerie DDCSPP'],
  ['137 147', 'DGCS Gendarmerie(152)', '137 152 147', 'DGCS Gendarmerie'],
  ['147', 'DDCSPP CNAF Gendarmerie(152)', '147 152', 'DDCSPP Gendarmerie CNAF'],
])('%s with %s comes unglued', (bop, service, bopAfter, serviceAfter) => {
  const after = unglue(parseBop(bop), services(service), names(service));
  expect(after).toEqual({ bop: bopAfter, service: serviceAfter });
  expect(pairs(after.bop, after.service).sort()).toEqual(pairs(bop, service).sort());
});

test('a sign alone separates services, and is none', () => {
  expect(names('CGET / DRPJJ')).toEqual(['CGET', 'DRPJJ']);
  expect(names('CGET / ACSE')).toEqual(['CGET / ACSE']);
  expect(names('DDCSPP + DIRECCTE')).toEqual(['DDCSPP', 'DIRECCTE']);
});

test('services are renamed in their place, BOPs are added after those that stay', () => {
  expect(renameServices(services('DDCSPP,  Cget\nPolice'), ['A', 'B', 'C'])).toBe('A,  B\nC');
  expect(writeBops(parseBop('BOP 102, BOP 163'), ['102', '163', '147'])).toBe('BOP 102, BOP 163, 147');
  expect(writeBops(parseBop('102\n163'), ['163', '102'])).toBe('163\n102');
  expect(writeBops(parseBop(''), ['147', '163'])).toBe('147 163');
});
