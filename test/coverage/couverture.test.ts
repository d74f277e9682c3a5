import { CHAMPS, couverture, couvertureParGroupe, manquants, type Champ } from '../../shared/coverage';
import { NBSP } from '../../shared/text';
import { gridOf } from '../../shared/sheet';
import { referential } from '../referential/referential-seed';
import { annexeOf, HEADER, read, seedGrid } from './seed';

const counted = (found: object): unknown =>
  'objectifs' in found && 'couverts' in found && [found.couverts, found.objectifs];

describe.each(['txt', 'tsv'] as const)('the seed as .%s', (ending) => {
  const annexe = read(seedGrid(ending));

  it.each<[Champ, number]>([
    ['indicateur', 19],
    ['cible', 3],
    ['bop', 43],
    ['service', 43],
    ['collectivite', 0],
    ['signataire', 0],
  ])('%s: %i objectives of 46', (champ, couverts) => {
    expect(couverture(annexe, referential, { champ })).toEqual({ champ, couverts, objectifs: 46, taux: couverts / 46 });
  });

  it('by pillar, in the order of the document', () => {
    expect(couvertureParGroupe(annexe, referential)).toMatchObject({
      champ: 'indicateur',
      par: 'pilier',
      couverts: 19,
      objectifs: 46,
      groupes: [
        { groupe: 'PDEE', couverts: 6, objectifs: 12, taux: 0.5 },
        { groupe: 'PHCV', libelle: 'Habitat Cadre de Vie', couverts: 1, objectifs: 4 },
        { groupe: 'PCOS', couverts: 10, objectifs: 23 },
        { groupe: 'PVRC', couverts: 0, objectifs: 4, taux: 0 },
        { groupe: 'Transversal', libelle: 'Axes transversaux', couverts: 2, objectifs: 3 },
      ],
    });
  });

  it('by axis: where the row stands, not what its reference claims', () => {
    const found = couvertureParGroupe(annexe, referential, { par: 'axe' });
    if ('kind' in found) throw new Error(found.message);
    expect(found.groupes.map(({ groupe, couverts, objectifs }) => [groupe, couverts, objectifs])).toEqual([
      ['PDEE_AS1', 1, 3],
      ['PDEE_AS2', 2, 5],
      ['PDEE_AS3', 3, 3],
      ['PDEE_AS4', 0, 1],
      ['PHCV_AS1', 0, 3],
      ['PHCV_AS2', 1, 1],
      ['PCOS_AS1', 0, 1],
      ['PCOS_AS2', 2, 5],
      ['PCOS_AS3', 1, 2],
      ['PCOS_AS4', 2, 4],
      ['PCOS_AS5', 1, 3],
      ['PCOS_AS6', 2, 4],
      ['PCOS_AS7', 2, 4],
      ['PVRC_AS1', 0, 1],
      ['PVRC_AS2', 0, 1],
      ['PVRC_AS3', 0, 2],
      ['Atr_EgF/H', 1, 1],
      ['Atr_LCD', 1, 1],
      ['Atr_Jeunesse', 0, 1],
    ]);
  });

  it('by BOP and by service: an objective counts in each of its own', () => {
    const bops = couvertureParGroupe(annexe, referential, { par: 'bop' });
    const services = couvertureParGroupe(annexe, referential, { par: 'service' });
    expect(bops).toMatchObject({ couverts: 19, objectifs: 46 });
    expect(services).toMatchObject({ couverts: 19, objectifs: 46 });
    const groupes = [...('groupes' in bops ? bops.groupes : []), ...('groupes' in services ? services.groupes : [])];
    expect(groupes).toEqual(
      expect.arrayContaining([
        { groupe: '147', libelle: 'Politique de la ville', couverts: 6, objectifs: 18, taux: 1 / 3 },
        // Two cells name 152; a third glues it to its service: "Gendarmerie(152)".
        expect.objectContaining({ groupe: '152', couverts: 2, objectifs: 3 }),
        { groupe: 'Sans BOP', libelle: 'Objectifs sans BOP', couverts: 0, objectifs: 3, taux: 0 },
        expect.objectContaining({ groupe: 'CGET/ACSE' }),
        expect.objectContaining({ groupe: 'CGET', objectifs: 1 }),
        { groupe: 'Sans service', libelle: 'Objectifs sans service', couverts: 0, objectifs: 3, taux: 0 },
      ]),
    );
  });

  it.each([
    ['PCOS', 10, 23],
    ['Cohésion sociale', 10, 23],
    ['pilier cohesion SOCIALE', 10, 23],
    ['Cadre de vie et renouvellement urbain', 1, 4],
    ['PCOS_AS3', 1, 2],
    ['pcos as3', 1, 2],
    ['Contribuer à la réussite éducative', 2, 4],
    ['Transversal', 2, 3],
    ['axes transversaux', 2, 3],
    ['Atr_Jeunesse', 0, 1],
    ['147', 6, 18],
    ['BOP 0147', 6, 18],
    ['CNDS', 1, 2],
    ['DDCSPP 11', 10, 29],
    ['DRPJJ', 1, 1],
    ['', 19, 46],
  ])('filtered by « %s »: %i of %i', (filtre, couverts, objectifs) => {
    expect(counted(couverture(annexe, referential, { filtre }))).toEqual([couverts, objectifs]);
    const lacking = manquants(annexe, referential, { filtre });
    expect('manquants' in lacking && lacking.manquants.length).toBe(objectifs - couverts);
  });
});

describe('an objective', () => {
  const count = (rows: string[][], champ: Champ = 'indicateur'): unknown =>
    counted(couverture(annexeOf(rows), referential, { champ }));

  it('is covered by a continuation row, blank rows between', () => {
    expect(
      count([['PDEE_AS1_001', 'Agir'], [], ['', '', '', '', 'Nombre de visites'], ['PDEE_AS1_002', 'Voir']]),
    ).toEqual([1, 2]);
  });

  it('is not covered by a row that stands below the next title', () => {
    const rows = [['PDEE_AS1_001', 'Agir'], ['Axe stratégique 2 : Suite'], ['', '', '147', '', 'Nombre de visites']];
    expect(count(rows)).toEqual([0, 1]);
  });

  it.each(['En cours de définition', 'à définir', 'néant', '-', '?', 'Sans objet', 'Voir remarques ARS', ' '])(
    'is not covered by « %s »',
    (text) => {
      expect(count([['PDEE_AS1_001', 'Agir', '', '', text]])).toEqual([0, 1]);
    },
  );

  it.each([
    ['147', 1],
    ['BOP 147', 1],
    ['CNDS', 1],
    ['selon projet', 0],
    ['à définir', 0],
    ['?', 0],
  ])('with « %s » as BOP: %i', (text, couverts) => {
    expect(count([['PDEE_AS1_001', 'Agir', text]], 'bop')).toEqual([couverts, 1]);
  });

  it('keeps the sight of the next one’s BOP', () => {
    const rows = [
      ['PDEE_AS1_001', 'Agir', '147'],
      ['PDEE_AS1_002', 'Voir', 'selon projet'],
    ];
    expect(count(rows, 'bop')).toEqual([1, 2]);
  });
});

describe('without sections', () => {
  const annexe = annexeOf([
    ['PDEE_AS1_001', 'Agir', '', '', 'Nombre de visites'],
    ['PCOS_AS3_001', 'Voir'],
    ['Atr_LCD', 'Savoir'],
    ['', 'Dire'],
  ]);

  it('the reference tells the group', () => {
    const found = couvertureParGroupe(annexe, referential);
    const codes = 'groupes' in found && found.groupes.map(({ groupe, objectifs }) => [groupe, objectifs]);
    expect(codes).toEqual([
      ['PDEE', 1],
      ['PCOS', 1],
      ['Transversal', 1],
      ['Hors section', 1],
    ]);
    expect(counted(couverture(annexe, referential, { filtre: 'PDEE' }))).toEqual([1, 1]);
    expect(counted(couverture(annexe, referential, { filtre: 'PCOS_AS3' }))).toEqual([0, 1]);
  });
});

describe('what cannot be measured is said', () => {
  const annexe = read(seedGrid('txt'));

  it.each(['zzz', 'PXXX', 'PCOS_AS9', '999', 'Axe 3'])('the filter « %s »', (filtre) => {
    for (const found of [couverture(annexe, referential, { filtre }), manquants(annexe, referential, { filtre })]) {
      expect(found).toMatchObject({ kind: 'impossible', raison: 'filtre-inconnu' });
      expect('message' in found && found.message).toContain(`«${NBSP}${filtre}${NBSP}»`);
    }
  });

  it.each(['361', 'DDETS'])('a filter that is known but has no objective here: %s', (filtre) => {
    const found = couverture(annexe, referential, { filtre });
    expect(found).toMatchObject({ taux: null, couverts: 0, objectifs: 0 });
    expect('message' in found && found.message).toMatch(/^Aucun objectif/);
  });

  it('a column that the sheet lacks', () => {
    const small = read(
      gridOf([
        ['Réf', 'Objectif', 'BOP'],
        ['PDEE_AS1_001', 'Agir', '147'],
      ]),
    );
    expect(couverture(small, referential)).toMatchObject({ kind: 'impossible', raison: 'colonne-absente' });
    expect(couvertureParGroupe(small, referential, { champ: 'bop', par: 'service' })).toMatchObject({
      kind: 'impossible',
      message: expect.stringContaining('Service'),
    });
    expect(counted(couverture(small, referential, { champ: 'bop' }))).toEqual([1, 1]);
  });

  it('an annexe without an objective', () => {
    const empty = read(gridOf([HEADER]));
    expect(couverture(empty, referential)).toMatchObject({ taux: null, objectifs: 0, message: expect.any(String) });
    expect(couvertureParGroupe(empty, referential)).toMatchObject({ taux: null, groupes: [] });
  });

  it('for every field alike', () => {
    expect(CHAMPS.map((champ) => counted(couverture(annexe, referential, { champ, filtre: 'PVRC' })))).toEqual([
      [0, 4],
      [0, 4],
      [2, 4],
      [2, 4],
      [0, 4],
      [0, 4],
    ]);
  });
});
