import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReferential } from '../../shared/referential';
import cadres from '../../seeds/cadres.json';
import programmes from '../../seeds/programmes.json';
import services from '../../seeds/services.json';

const NBSP = '\u00a0';
const programme = { code: '147', versions: [{ intitule: 'Ville', confiance: 'haute' }], gestions: [], sources: [] };
const service = {
  sigle: 'DDCSPP',
  nom: 'Direction',
  niveau: 'département',
  successeurs: [],
  ecritures: [],
  variantes: [],
  confiance: 'haute',
};

function parse(edits: { programmes?: unknown; services?: unknown; cadres?: unknown }) {
  return () =>
    parseReferential(
      edits.programmes ?? { programmes: [programme], horsLolf: [] },
      edits.services ?? { services: [service], disparus: [] },
      edits.cadres ?? { cadres: [] },
    );
}
const withProgramme = (change: object) =>
  parse({ programmes: { programmes: [{ ...programme, ...change }], horsLolf: [] } });
const withServices = (...list: object[]) => parse({ services: { services: list, disparus: [] } });
const q = (text: string) => `«${NBSP}${text}${NBSP}»`;

test('the delivered files are read', () => {
  const read = parseReferential(programmes, services, cadres);
  expect([read.programmes.length, read.services.length, read.cadres.length]).toEqual([160, 119, 2]);
});

test('the README of seeds/ counts them right', () => {
  const readme = readFileSync(join(__dirname, '../../seeds/README.md'), 'utf8');
  expect(readme).toContain(
    `${programmes.programmes.length} programmes de la LOLF et ${programmes.horsLolf.length} fin`,
  );
  expect(readme).toContain(`${services.services.length} services et ${services.disparus.length} organismes disparus`);
});

test('a minimal referential is read', () => {
  expect(parse({})().programme('147')?.versions[0]?.intitule).toBe('Ville');
});

test.each<[string, () => unknown, string]>([
  ['not an object', parse({ programmes: [] }), 'programmes.json'],
  ['no list', parse({ programmes: { programmes: {} } }), q('programmes')],
  ['a bad code', withProgramme({ code: '0147' }), `entrée n° 1 (${q('0147')})`],
  ['no version', withProgramme({ versions: [] }), `(${q('147')})`],
  [
    'a year in quotes',
    withProgramme({ versions: [{ de: '2015', intitule: 'x', confiance: 'haute' }] }),
    'sans guillemets',
  ],
  [
    'a confidence unheard of',
    withProgramme({ versions: [{ intitule: 'x', confiance: 'sûre' }] }),
    'haute, moyenne, faible',
  ],
  [
    'overlapping versions',
    withProgramme({
      versions: [
        { a: 2016, intitule: 'x', confiance: 'haute' },
        { de: 2016, intitule: 'y', confiance: 'haute' },
      ],
    }),
    'version n° 2',
  ],
  [
    'an unknown successor',
    withProgramme({ versions: [{ a: 2016, intitule: 'x', confiance: 'haute', successeurs: ['148'] }] }),
    q('148'),
  ],
  [
    'an unknown manager',
    withProgramme({ gestions: [{ departement: ['DDXX'], region: [], central: [], confiance: 'haute' }] }),
    q('DDXX'),
  ],
  ['a code given twice', parse({ programmes: { programmes: [programme, programme], horsLolf: [] } }), 'deux fois'],
  ['a sigle given twice', withServices(service, service), 'deux fois'],
  ['an unreadable date', withServices({ ...service, a: '31/03/2021' }), q('31/03/2021')],
  ['dates the wrong way round', withServices({ ...service, de: '2021', a: '2015' }), 'est après'],
  ['an unknown heir', withServices({ ...service, successeurs: ['DDETSPP'] }), q('DDETSPP')],
  [
    'one spelling for two services',
    withServices(service, { ...service, sigle: 'DDCS', nom: 'Autre', variantes: ['D.D.C.S.P.P.'] }),
    q('D.D.C.S.P.P.'),
  ],
  ['a service attached to itself', withServices({ ...service, rattache: 'DDCSPP' }), 'lui-même'],
  [
    'a dissolved body that is also a service',
    parse({ services: { services: [service], disparus: [{ sigle: 'DDCSPP', successeurs: [], depuis: '2010' }] } }),
    'à la fois',
  ],
  ['a millésime unheard of', parse({ cadres: { cadres: [{ millesime: 2019 }] } }), '2015, 2024'],
])('%s is refused by a sentence that names it', (_name, read, words) => {
  expect(read).toThrow(words);
  expect(read).toThrow(/^Référentiel illisible, .+\.$/);
});
