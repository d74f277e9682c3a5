import { Fact, counteDesPersonnes, estSexue } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

export const indicateurNonSexue = defineRowRule({
  id: 'indicateur-non-sexue',
  severity: 'info',
  needs: ['indicateur'],
  columns: ['indicateur'],
  on: Fact.indicateurPersonnes,
  summary: 'Un indicateur compte des personnes sans demander les femmes et les hommes.',
  why: 'La loi veut des données par sexe ; demandées après coup, elles ne sont plus reconstituables.',
  source: 'Loi n° 2014-173 du 21 février 2014, art. 1er',
  messages: {
    personnes: (facts) =>
      `${quote(String(facts['vu']))} compte des personnes sans les données par sexe que demande la loi ; ajoutez « (données sexuées) ».`,
  },
  check(row, report) {
    const { texte, enonces } = row.indicateur;
    const vu = enonces.find(counteDesPersonnes);
    if (vu === undefined || estSexue(texte)) return;
    report('indicateur', () => ({
      message: 'personnes',
      facts: { vu },
      fixes: [
        {
          label: 'Ajouter « (données sexuées) »',
          safety: 'a-confirmer',
          edits: [{ column: 'indicateur', set: texte.replace(/[\s.]*$/, ' (données sexuées)') }],
          horsPlan: true,
        },
      ],
    }));
  },
  examples: {
    valid: [
      {
        lignes: [
          { ref: 'PCOS_AS4_001', indicateur: 'Nombre d’élèves décrocheurs repérés et suivis (données sexuées)' },
        ],
      },
      { lignes: [{ ref: 'PDEE_AS1_003', indicateur: 'Nombre de bénéficiaires NACRE en QPV (H/F)' }] },
      { lignes: [{ ref: 'PCOS_AS6_001', indicateur: 'Taux de contrats exerçant au bénéfice des habitants du QPV' }] },
    ],
    invalid: [
      {
        lignes: [{ ref: 'PCOS_AS2_003', indicateur: 'Nombre de parents bénéficiaires' }],
        constats: [
          {
            ligne: 1,
            colonne: 'indicateur',
            message:
              '« Nombre de parents bénéficiaires » compte des personnes sans les données par sexe que demande la loi ; ajoutez « (données sexuées) ».',
            corrige: 'Nombre de parents bénéficiaires (données sexuées)',
          },
        ],
      },
    ],
  },
});
