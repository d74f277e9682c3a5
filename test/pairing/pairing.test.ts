import { Kind, ligneAt, type Ligne } from '../../shared/annexe';
import { createPairing, type BopSuggestion, type ServiceSuggestion } from '../../shared/pairing';
import { findService } from '../../shared/referential';
import { annexeOf, referential, seed, seedRows } from './seed';

const pairing = createPairing(seed, referential, 2015);
const HEADER = ['Réf', 'Objectif opérationnel', 'BOP', 'Service gestionnaire', 'Indicateur', 'Valeur cible'];

const dataRows = seedRows.map((_, row) => row).filter((row) => row > 0 && seed.kinds[row] !== Kind.vide);
const rowOf = (ref: string): number => seedRows.findIndex((cells) => cells[3] === ref);
const plain = (text: string): string => text.replace(/\u00a0/g, ' ');
const said = (one: BopSuggestion | ServiceSuggestion | undefined): string => plain((one?.preuves ?? []).join('\n'));

function contextOf(ligne: Ligne, position: number) {
  const bops = ligne.paires.map(({ bop }) => bop ?? '');
  return { bops, services: bops.map(() => null), position, section: ligne.section };
}

describe('BOPs for a row', () => {
  it('gives the official title, a score and the services of each', () => {
    const { objectif, section } = ligneAt(seed, rowOf('PCOS_AS7_001'));
    const [best] = pairing.suggestBops({ objectif, section, excludeRow: rowOf('PCOS_AS7_001') });
    expect(best).toMatchObject({
      bop: '204',
      intitule: 'Prévention, sécurité sanitaire et offre de soins',
      mince: false,
    });
    expect(best?.score).toBeGreaterThan(0.5);
    expect(best?.score).toBeLessThanOrEqual(1);
    expect(best?.services[0]).toMatchObject({ service: 'ARS', automatique: true });
  });

  it('says why, in French, with denominators', () => {
    const { objectif, section } = ligneAt(seed, rowOf('PCOS_AS7_001'));
    const [best] = pairing.suggestBops({ objectif, section, excludeRow: rowOf('PCOS_AS7_001') });
    expect(said(best)).toContain('même axe (PCOS_AS7) : 204 sur 3 lignes sur 3');
    const whole = pairing.suggestBops({ objectif, section });
    expect(said(whole[0])).toContain('même axe (PCOS_AS7) : 204 sur 4 lignes sur 4');
  });

  it('quotes the words shared with the official title', () => {
    const suggestions = pairing.suggestBops({ objectif: 'Soutenir les relations entre les femmes et les hommes' });
    const found = suggestions.find(({ bop }) => bop === '137');
    expect(said(found)).toContain('intitulé du programme proche de l’objectif : « femmes », « hommes »');
  });

  it('names the rows that are written alike', () => {
    const { objectif, section } = ligneAt(seed, rowOf('PCOS_AS3_005'));
    const suggestions = pairing.suggestBops({ objectif, section, excludeRow: rowOf('PCOS_AS3_005'), max: 10 });
    expect(suggestions.map(said).join('\n')).toMatch(
      /mots communs avec l’objectif ou l’axe : \d+ sur \d lignes? sur 5 \(PCOS_/,
    );
  });

  it('completes a row from what it already carries, and never suggests it again', () => {
    const suggestions = pairing.suggestBops({ objectif: '', bopsConnus: ['140', '230'], excludeRow: -1 });
    expect(suggestions[0]?.bop).toBe('141');
    expect(said(suggestions[0])).toMatch(/avec 140 ou 230 : 141 sur \d+ lignes sur \d+/);
    expect(suggestions.map(({ bop }) => bop)).not.toContain('140');
  });

  it('suggests for a row of the sheet, a continuation row after the objective above', () => {
    const row = dataRows.find((at) => seed.kinds[at] === Kind.suite) ?? -1;
    const bops = pairing.suggestLigne(row).map(({ bop }) => bop);
    expect(bops).toHaveLength(5);
    expect(bops).not.toContain('CNDS');
    expect(bops).not.toContain('163');
  });

  it('proposes no programme that the year no longer knows', () => {
    const { objectif, section } = ligneAt(seed, rowOf('PCOS_AS4_001'));
    const codes = (millesime: 2015 | 2024): string[] =>
      createPairing(seed, referential, millesime)
        .suggestBops({ objectif, section, max: 60 })
        .map(({ bop }) => bop);
    expect(codes(2015)).toEqual(expect.arrayContaining(['167', '224']));
    expect(codes(2024)).not.toContain('167');
    expect(codes(2024)).not.toContain('224');
  });

  it('says that evidence is thin', () => {
    const one = annexeOf([HEADER, ['PCOS_AS1_001', 'Ouvrir une maison de santé', '204', 'ARS', '', '']]);
    const [best] = createPairing(one, referential, 2015).suggestBops({ objectif: 'Ouvrir une autre maison de santé' });
    expect(best).toMatchObject({ bop: '204', mince: true });
    expect(said(best)).toContain('peu d’indices : 1 seule ligne comparable');
  });
});

describe('services for a BOP', () => {
  it('counts the uses of the annexe and names the referential', () => {
    const [best] = pairing.suggestServices('163', { bops: ['163'], services: [] });
    expect(best).toMatchObject({ service: 'DDCSPP', mince: false, automatique: true });
    expect(plain(best?.preuves[0] ?? '')).toBe('163 → DDCSPP : 17 fois sur 17 dans cette annexe ; référentiel 2015');
  });

  it('says when the referential knows no such pair', () => {
    const [, ...others] = pairing.suggestServices('304', { bops: ['304'], services: [] });
    const rectorat = others.find(({ service }) => service === 'RECTORAT');
    expect(said(rectorat)).toContain('304 → RECTORAT : 1 fois sur 12 dans cette annexe ; hors référentiel 2015');
    expect(rectorat).toMatchObject({ mince: true, automatique: false });
  });

  it('never fills 147 by itself, even where one service has a majority', () => {
    const ranked = pairing.suggestServices('147', { bops: ['147'], services: [] });
    expect(ranked.map(({ service }) => service)).toEqual(expect.arrayContaining(['DDCSPP', 'CGET/ACSE', 'Préfecture']));
    expect(ranked.every(({ automatique }) => !automatique)).toBe(true);
    const rows = Array.from({ length: 9 }, (_, index) => [
      `PCOS_AS1_00${index + 1}`,
      `Action ${index}`,
      '147',
      'DDCSPP',
      '',
      '',
    ]);
    const unanimous = createPairing(annexeOf([HEADER, ...rows]), referential, 2015);
    expect(unanimous.suggestServices('147', { bops: ['147'], services: [] })[0]).toMatchObject({
      service: 'DDCSPP',
      automatique: false,
    });
  });

  it('gives 147 to the préfecture when 182 comes just before it', () => {
    const row = rowOf('PCOS_AS4_001');
    const context = contextOf(ligneAt(seed, row), 2);
    const [best] = pairing.suggestServices('147', { ...context, excludeRow: row });
    expect(best?.service).toBe('Préfecture');
    expect(said(best)).toContain('147 juste après 182 : Préfecture 4 fois sur 4');
  });

  it('tells a repeated BOP from its first occurrence, and does not repeat a pair', () => {
    const row = rowOf('PVRC_AS1_001');
    const ligne = ligneAt(seed, row);
    const at = (position: number): ServiceSuggestion | undefined =>
      pairing.suggestServices('147', { ...contextOf(ligne, position), excludeRow: row })[0];
    expect([at(0)?.service, at(5)?.service]).toEqual(['CGET/ACSE', 'Préfecture']);
    expect(said(at(5))).toContain('2e 147 de la ligne : Préfecture 1 fois sur 2');
    const given = pairing.suggestServices('147', { bops: ['147', '147'], services: ['DDCSPP', null] });
    expect(given.map(({ service }) => service)).not.toContain('DDCSPP');
  });

  it('ranks, for a BOP seen nowhere else, the service that the annexe already names', () => {
    const row = rowOf('PCOS_AS1_OO1');
    const [best] = pairing.suggestServices('175', { ...contextOf(ligneAt(seed, row), 2), excludeRow: row });
    expect(best).toMatchObject({ service: 'DRAC', mince: true, automatique: false });
    expect(said(best)).toContain('175 → DRAC : référentiel 2015 (région, service que l’annexe nomme déjà)');
    expect(said(best)).toContain('peu d’indices : aucune ligne comparable');
  });

  it('says when the service is gone and who took over', () => {
    const ranked = pairing.suggestServices('147', { bops: ['147'], services: [] });
    const gone = ranked.find(({ service }) => service === 'CGET/ACSE');
    expect(said(gone)).toContain('CGET/ACSE n’existe plus en 2015 (jusqu’au 31 décembre 2014) ; successeur : CGET');
  });
});

describe('leaving a row out', () => {
  /** Numbers of rows move when a row goes; everything else must be the same, figures and sentences. */
  const bare = (suggestions: readonly (BopSuggestion | ServiceSuggestion)[]): string =>
    JSON.stringify(suggestions).replace(/ligne \d+/g, 'ligne');

  it.each(dataRows)('is the same as a sheet without row %i', (row) => {
    const ligne = ligneAt(seed, row);
    const without = createPairing(annexeOf(seedRows.filter((_, at) => at !== row)), referential, 2015);
    const query = { objectif: ligne.objectif, section: ligne.section, max: 60 };
    const [known] = ligne.bop.items.map(({ code }) => code);
    for (const bopsConnus of known === undefined ? [[]] : [[], [known]]) {
      const left = pairing.suggestBops({ ...query, bopsConnus, excludeRow: row });
      expect(bare(left)).toBe(bare(without.suggestBops({ ...query, bopsConnus, row })));
    }
    ligne.paires.forEach(({ bop }, position) => {
      const context = contextOf(ligne, position);
      const left = pairing.suggestServices(bop ?? '', { ...context, excludeRow: row });
      expect(bare(left)).toBe(bare(without.suggestServices(bop ?? '', context)));
    });
  });

  it('leaves nothing behind', () => {
    const query = { objectif: 'Renforcer la prévention', bopsConnus: ['163'], max: 60 };
    const before = JSON.stringify(pairing.suggestBops(query));
    for (const row of dataRows) pairing.suggestBops({ ...query, excludeRow: row });
    expect(JSON.stringify(pairing.suggestBops(query))).toBe(before);
  });
});

describe('annexes out of the common', () => {
  it('answers from titles and referential alone when no row is filled', () => {
    const empty = annexeOf([HEADER, ['PCOS_AS1_001', 'Ouvrir une maison de santé', '', '', '', '']]);
    const alone = createPairing(empty, referential, 2015);
    const suggestions = alone.suggestBops({ objectif: 'Prévention et offre de soins pour tous' });
    expect(suggestions[0]).toMatchObject({ bop: '204', mince: true });
    expect(said(suggestions[0])).toContain('peu d’indices : aucune ligne comparable');
    expect(suggestions[0]?.services[0]?.preuves.map(plain)).toContain('204 → DT ARS : référentiel 2015 (département)');
    expect(alone.suggestBops({ objectif: '' })).toEqual([]);
    expect(alone.suggestServices('999', { bops: ['999'], services: [] })).toEqual([]);
  });

  it('stands ten thousand rows alike', () => {
    const rows = Array.from({ length: 10_000 }, () => [
      'PCOS_AS1_001',
      'Soutenir la parentalité',
      '163 304',
      'DDCSPP DDCSPP',
      '',
      '',
    ]);
    const crowd = createPairing(annexeOf([HEADER, ...rows]), referential, 2015);
    const suggestions = crowd.suggestBops({ objectif: 'Soutenir la parentalité', excludeRow: 5000 });
    expect(suggestions.slice(0, 2).map(({ bop }) => bop)).toEqual(['163', '304']);
    const [best] = crowd.suggestServices('163', { bops: ['163', '304'], services: [], excludeRow: 5000 });
    expect(plain(best?.preuves[0] ?? '')).toBe(
      '163 → DDCSPP : 9\u202f999 fois sur 9\u202f999 dans cette annexe ; référentiel 2015',
    );
  });

  it('stands rows that name thousands of unknown codes and services', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => [
      '',
      `Action ${index}`,
      `${100_000 + index} 163`,
      `S${index} DDCSPP`,
      '',
      '',
    ]);
    const odd = createPairing(annexeOf([HEADER, ...rows]), referential, 2015);
    expect(odd.suggestBops({ objectif: 'Action 12', max: 1 })[0]?.bop).toBe('163');
    const [best] = odd.suggestServices('163', { bops: ['163'], services: [] });
    expect(best).toMatchObject({ service: 'DDCSPP', automatique: true });
    expect(said(best)).toContain('parmi les listes de BOP comparées');
  });

  it('counts the spellings of a service as one', () => {
    const rows = ['PREFECTURE', 'Préfecture', 'préfecture'].map((service, index) => [
      '',
      `Action ${index}`,
      '104',
      service,
      '',
      '',
    ]);
    const [best] = createPairing(annexeOf([HEADER, ...rows]), referential, 2015).suggestServices('104', {
      bops: ['104'],
      services: [],
    });
    expect(best?.service).toBe('Préfecture');
    expect(plain(best?.preuves[0] ?? '')).toContain('3 fois sur 3');
    expect(findService(referential, best?.service ?? '')?.ecriture).toBe('admise');
  });
});

describe('an edited row', () => {
  it('is read again, as by a new pairing', () => {
    const rows = seedRows.map((cells) => [...cells]);
    const edited = annexeOf(rows);
    const followed = createPairing(edited, referential, 2015);
    const row = rowOf('PCOS_AS7_003');
    rows[row]?.splice(4, 3, 'Soigner à domicile', '204 177', 'ARS DDCSPP');
    followed.update(row);
    const fresh = createPairing(annexeOf(rows), referential, 2015);
    const query = { objectif: 'Soigner les patients à domicile', section: ligneAt(edited, row).section, max: 60 };
    expect(followed.suggestBops(query)).toEqual(fresh.suggestBops(query));
    expect(followed.suggestBops(query).map(({ bop }) => bop)).toContain('177');
    rows[row]?.splice(5, 2, '', '');
    followed.update(row);
    expect(followed.suggestBops(query).map(({ bop }) => bop)).not.toContain('304 177');
    expect(followed.suggestBops(query)).toEqual(createPairing(annexeOf(rows), referential, 2015).suggestBops(query));
  });
});

describe('naming a section', () => {
  it.each([
    ['PCOS_AS7', 'Améliorer la prise en compte des problèmes de santé, dont la santé mentale'],
    ['pcos_as4', 'Contribuer à la réussite éducative'],
    ['réussite éducative', 'Contribuer à la réussite éducative'],
    ['Atr_LCD', 'Lutte contre les Discriminations'],
  ])('finds %s', (texte, titre) => {
    expect(pairing.findSection(texte)?.titre).toBe(titre);
  });

  it('finds nothing for a text that names none', () => {
    expect(pairing.findSection('PXXX_AS9')).toBeUndefined();
    expect(pairing.findSection('  ')).toBeUndefined();
  });
});
