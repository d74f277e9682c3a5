import fc from 'fast-check';
import { eachObjectif, Fact, factsOfObjectif, titreOf } from '../../shared/annexe';
import { couverture, couvertureParGroupe, GROUPEMENTS, manquants } from '../../shared/coverage';
import { referential } from '../referential/referential-seed';
import { annexeOf } from './seed';

const text = (...words: string[]): fc.Arbitrary<string> => fc.constantFrom('', 'à définir', ...words);
const bop = text('147', '102 304', 'CNDS 163', 'selon projet');
const service = text('DDCSPP', 'DIRECCTE DDCSPP', 'Gendarmerie(152)', 'CGET/ACSE', 'inconnu');
const objectif = fc.tuple(
  fc.constantFrom('PDEE_AS1_001', 'PCOS_AS3_OO1', 'Atr_LCD', ''),
  fc.constantFrom('Agir', 'Voir'),
  bop,
  service,
  text('Nombre de visites', 'Voir remarques'),
  text('30 %'),
);
const suite = fc.tuple(fc.constant(''), fc.constant(''), bop, service, text('Taux de visites'));
const titre = fc.constantFrom(
  ['Pilier Cohésion sociale'],
  ['Pilier inconnu du référentiel'],
  ['Axe stratégique 1 : Un'],
  ['Axe stratégique 2 : Deux'],
  ['Axe transversal : Jeunesse'],
  [''],
);
const rows = fc.array(fc.oneof({ weight: 5, arbitrary: objectif }, suite, titre), { maxLength: 40 });

const groupesOf = (found: ReturnType<typeof couvertureParGroupe>) => ('groupes' in found ? found.groupes : []);
const pair = (found: object): unknown =>
  'couverts' in found && 'objectifs' in found && [found.couverts, found.objectifs];

it('counts what a plain walk over the objectives counts', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const annexe = annexeOf(list);
      let couverts = 0;
      let objectifs = 0;
      eachObjectif(annexe, (tete) => {
        objectifs++;
        if (factsOfObjectif(annexe, tete) & Fact.indicateur) couverts++;
      });
      expect(pair(couverture(annexe, referential))).toEqual([couverts, objectifs]);
      const lacking = manquants(annexe, referential);
      expect('manquants' in lacking && lacking.manquants.length).toBe(objectifs - couverts);
    }),
  );
});

it('gives each group the figures of the filter that its name is, and by section a total that is the sum', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const annexe = annexeOf(list);
      for (const par of GROUPEMENTS) {
        const found = couvertureParGroupe(annexe, referential, { par });
        expect(pair(found)).toEqual(pair(couverture(annexe, referential)));
        const groupes = groupesOf(found);
        const sum = groupes.reduce((total, { objectifs }) => total + objectifs, 0);
        if (par === 'pilier' || par === 'axe') expect(sum).toBe('objectifs' in found && found.objectifs);
        for (const groupe of groupes.filter((one) => !/^Sans /.test(one.groupe))) {
          const filtered = couverture(annexe, referential, { filtre: groupe.groupe });
          // An axis may bear its pillar's name when rows stand below the pillar's title itself.
          if (par === 'axe' && !/_AS|^Atr/.test(groupe.groupe)) continue;
          // A wording that several titles bear designates them all; a group is one of them.
          const bearers = annexe.sections.filter((section) => titreOf(annexe, section) === groupe.groupe).length;
          if (bearers > 1)
            expect('objectifs' in filtered && filtered.objectifs).toBeGreaterThanOrEqual(groupe.objectifs);
          else expect([groupe.groupe, pair(filtered)]).toEqual([groupe.groupe, pair(groupe)]);
        }
      }
    }),
    { numRuns: 60 },
  );
});
