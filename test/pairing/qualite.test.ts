import { essais, intervalle, qualiteOf, qualiteProgressive } from './qualite';
import { referential, seed } from './seed';

/**
 * A regression floor, not a proof: 40 rows, where one row is 2.5 points. The nineties of the intervals are printed by the bench.
 */
describe('quality of the suggestions on the seed, each row left out in turn', () => {
  const tries = essais(seed, referential, 2015);
  const qualite = qualiteOf(tries);

  it('is measured on the whole seed', () => {
    expect(qualite).toMatchObject({ lignes: 40, bops: 97, masques: 83, paires: 102, lignesAppariees: 42 });
  });

  it('finds the BOPs of a row: recall, first place and mean reciprocal rank together', () => {
    expect(qualite.rappelCinq).toBeGreaterThanOrEqual(73);
    expect(qualite.premier).toBeGreaterThanOrEqual(65);
    expect(qualite.rangInverse).toBeGreaterThanOrEqual(0.77);
    expect(qualite.ensembleDansCinq).toBeGreaterThanOrEqual(62.5);
  });

  it('finds the BOP hidden from a row', () => {
    expect(qualite.masqueCinq).toBeGreaterThanOrEqual(88);
  });

  it('finds the service of a BOP', () => {
    expect(qualite.servicePremier).toBeGreaterThanOrEqual(90);
    expect(qualite.serviceTrois).toBeGreaterThanOrEqual(97);
    expect(qualite.lignesEntieres).toBeGreaterThanOrEqual(80);
  });

  it('holds while the annexe is being written, with the rows above as only evidence', () => {
    const progressive = qualiteProgressive(seed, referential, 2015);
    expect(progressive.rappelCinq).toBeGreaterThanOrEqual(59);
    expect(progressive.premier).toBeGreaterThanOrEqual(51);
    expect(progressive.servicePremier).toBeGreaterThanOrEqual(78);
  });

  it('comes with an interval that holds it', () => {
    const [low, high] = intervalle(tries, ({ rappelCinq }) => rappelCinq, 200);
    expect(low).toBeLessThan(qualite.rappelCinq);
    expect(high).toBeGreaterThan(qualite.rappelCinq);
  });
});
