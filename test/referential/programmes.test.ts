import { intituleAt, statutProgramme } from '../../shared/referential';
import { referential } from './referential-seed';

const statut = (code: string, annee: number) => statutProgramme(referential, code, annee);

test.each([
  ['304', 2014, 'Lutte contre la pauvreté : RSA et expérimentations sociales'],
  ['304', 2015, 'Inclusion sociale, protection des personnes et économie sociale et solidaire'],
  ['304', 2024, 'Inclusion sociale et protection des personnes'],
  ['224', 2020, 'Transmission des savoirs et démocratisation de la culture'],
  ['224', 2021, 'Soutien aux politiques du ministère de la culture'],
  ['361', 2024, 'Transmission des savoirs et démocratisation de la culture'],
  ['134', 2015, 'Développement des entreprises et du tourisme'],
  ['177', 2015, "Prévention de l'exclusion et insertion des personnes vulnérables"],
  ['167', 2015, 'Liens entre la Nation et son armée'],
  ['167', 2024, undefined],
  ['361', 2015, undefined],
])('%s in %i is titled %s', (code, annee, title) => {
  const programme = referential.programme(code);
  expect(programme && intituleAt(programme, annee)).toBe(title);
});

test('every number of the seed is known in 2015, CNDS being outside the LOLF', () => {
  const codes = '101 102 134 135 137 140 141 147 152 163 167 175 176 182 204 224 230 304'.split(' ');
  for (const code of codes) expect([code, statut(code, 2015)]).toEqual([code, { kind: 'connu' }]);
  expect(statut('CNDS', 2015)).toEqual({ kind: 'hors-lolf' });
});

test('a number whose content went elsewhere is told from one that ended', () => {
  expect(statut('167', 2024)).toEqual({ kind: 'termine', depuis: 2022, successeurs: ['169'] });
  expect(statut('224', 2024)).toEqual({
    kind: 'contenu-change',
    depuis: 2021,
    successeurs: ['361'],
    intituleAlors: 'Transmission des savoirs et démocratisation de la culture',
    intituleMaintenant: 'Soutien aux politiques du ministère de la culture',
  });
});

test.each([
  ['106', 2015, 2015, ['304']],
  ['124', 2025, 2025, ['155']],
  ['307', 2024, 2020, ['354']],
  ['333', 2024, 2020, ['354']],
  ['186', 2024, 2021, ['361']],
  ['364', 2025, 2025, []],
])('%s is over in %i, since %i', (code, annee, depuis, successeurs) => {
  expect(statut(code, annee)).toEqual({ kind: 'termine', depuis, successeurs });
});

test.each([
  ['361', 2021],
  ['364', 2021],
  ['354', 2020],
  ['380', 2023],
  ['ANS', 2019],
])('%s does not exist yet in 2015, only from %i', (code, depuis) => {
  expect(statut(code, 2015)).toEqual({ kind: 'pas-encore', depuis });
});

test('a new title alone is not a new content', () => {
  for (const code of ['134', '177', '304', '119', '155']) expect(statut(code, 2024)).toEqual({ kind: 'connu' });
});

test('CNDS in 2024 names its successor, in any case', () => {
  expect(statut('cnds', 2024)).toEqual({ kind: 'hors-lolf', successeur: 'ANS' });
  expect(statut('FSE', 2024)).toEqual({ kind: 'hors-lolf', successeur: 'FSE+' });
  expect(statut('FSE+', 2024)).toEqual({ kind: 'hors-lolf' });
});

test('an unknown code proposes what is one slip away, likely programmes first', () => {
  const proches = (code: string, annee = 2015) => {
    const found = statut(code, annee);
    return found.kind === 'inconnu' ? found.proches : found.kind;
  };
  expect(proches('136')).toEqual(['163', '135', '137']);
  expect(proches('I47')).toEqual(['147']);
  expect(proches('14')).toEqual(['140', '141', '143']);
  expect(proches('CNSD')).toEqual(['CNDS']);
  expect(proches('1470')).toEqual(['147', '140', '170']);
  expect(proches('999')).toEqual([]);
  expect(proches('36l', 2015)).toEqual([]);
  expect(proches('36l', 2024)[0]).toBe('361');
});
