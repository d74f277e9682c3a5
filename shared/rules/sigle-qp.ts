import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

const COLONNES = ['objectif', 'indicateur'] as const;

/** The sigle alone: no letter or figure beside it. The first group is what stands before. */
const QP = /(^|[^A-Za-z0-9\u00c0-\u024f])QPs?(?![A-Za-z0-9\u00c0-\u024f])/gi;

export const sigleQp = defineRowRule({
  id: 'sigle-qp',
  severity: 'info',
  needs: [],
  columns: COLONNES,
  on: Fact.qp,
  summary: '« QP » est écrit pour « QPV ».',
  why: 'Le sigle des quartiers prioritaires de la politique de la ville est QPV ; un autre sigle échappe aux recherches.',
  source: 'Loi n° 2014-173 du 21 février 2014, art. 5',
  messages: {
    qp: (facts) => `Le sigle ${quote(String(facts['vu']))} désigne les quartiers prioritaires ; écrivez « QPV ».`,
  },
  check(row, report) {
    for (const column of COLONNES) {
      const texte = row.value(column);
      if (typeof texte !== 'string') continue;
      const set = texte.replace(QP, '$1QPV');
      if (set === texte) continue;
      report(column, () => ({
        message: 'qp',
        facts: { vu: (texte.match(QP)?.[0] ?? 'QP').replace(/^[^Qq]/, '') },
        fixes: [{ label: 'Écrire QPV', safety: 'sure', edits: [{ column, set }] }],
      }));
    }
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PDEE_AS3_002', objectif: 'Renforcer les dispositifs en faveur des jeunes du QPV.' }] },
      { lignes: [{ ref: 'PDEE_AS3_002', objectif: 'Agir', indicateur: 'Nombre de QPV couverts' }] },
    ],
    invalid: [
      {
        lignes: [
          {
            ref: 'PHCV_AS2_001',
            objectif: 'Organiser la lutte contre l’habitat indigne.',
            indicateur: 'Nombre de logements déclarés indignes dans le QP',
          },
          { ref: 'PHCV_AS2_002', objectif: '« QP » du centre et QP de la gare' },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'indicateur',
            message: 'Le sigle « QP » désigne les quartiers prioritaires ; écrivez « QPV ».',
            corrige: 'Nombre de logements déclarés indignes dans le QPV',
          },
          {
            ligne: 2,
            colonne: 'objectif',
            message: 'Le sigle « QP » désigne les quartiers prioritaires ; écrivez « QPV ».',
            corrige: '« QPV » du centre et QPV de la gare',
          },
        ],
      },
    ],
  },
});
