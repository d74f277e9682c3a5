import { anneeOf, findPilier, findTransversal, MILLESIMES, parseMillesime } from '../../shared/referential';
import gold from '../gold/gold-lezignan.json';
import { referential } from './referential-seed';

const pilier = (titre: string) => findPilier(referential, titre, 2015)?.code;
const transversal = (titre: string) => findTransversal(referential, titre, 2015)?.code;

test.each([
  ['Habitat Cadre de Vie', 'PHCV'],
  ['HABITAT ET CADRE DE VIE', 'PHCV'],
  ['Cadre de vie et renouvellement urbain', 'PHCV'],
  ['Pilier 2 : cadre de vie, renouvelement urbain', 'PHCV'],
  ['Cohésion Sociale', 'PCOS'],
  ['Cohésion  sociale :', 'PCOS'],
  ['Pilier n° 1 – COHESION SOCIALE', 'PCOS'],
  ['Développement de l’activité économique et de l’emploi', 'PDEE'],
  ["Développement de l'activité économique\u00a0et emploi", 'PDEE'],
  ['III. Emploi et développement économique', 'PDEE'],
  ['Valeurs de la République et Citoyenneté', 'PVRC'],
  ['Citoyenneté et valeurs de la république', 'PVRC'],
  ['PVRC', 'PVRC'],
])('%s is the pillar %s', (titre, code) => {
  expect(pilier(titre)).toBe(code);
});

test.each(['', 'Jeunesse', 'Axe transversal', 'Favoriser la réussite éducative', 'Emploi', 'Annexe 7'])(
  '%s is no pillar',
  (titre) => {
    expect(pilier(titre)).toBeUndefined();
  },
);

test.each([
  ['Axe transversal : Jeunesse', 'Atr_Jeunesse'],
  ['Égalité Femmes / Hommes', 'Atr_EgF/H'],
  ['Axe Transversal : Egalité entre les femmes et les hommes', 'Atr_EgF/H'],
  ['Lutte contre les discriminations', 'Atr_LCD'],
  ['Prévention de toutes les discriminations', 'Atr_LCD'],
  ['Atr_EgF/H', 'Atr_EgF/H'],
  ['ATR_LCD', 'Atr_LCD'],
  ['Cohésion sociale', undefined],
])('%s is the transversal %s', (titre, code) => {
  expect(transversal(titre)).toBe(code);
});

test('each pillar title of the seed names the pillar of its repaired references', () => {
  for (const { pilier: titre, ref_attendue: ref } of gold) {
    const expected = titre === 'Axe transversal' || ref === null ? undefined : ref.split('_')[0];
    if (expected !== undefined && expected !== '') expect([titre, pilier(titre)]).toEqual([titre, expected]);
  }
});

test('2024 has no national pillar', () => {
  expect(findPilier(referential, 'Cohésion sociale', 2024)).toBeUndefined();
  expect(findTransversal(referential, 'Jeunesse', 2024)).toBeUndefined();
});

test('millésimes are years', () => {
  expect(MILLESIMES.map(anneeOf)).toEqual([2015, 2024]);
  expect([parseMillesime(' 2024 '), parseMillesime(2015), parseMillesime('2019')]).toEqual([2024, 2015, undefined]);
});
