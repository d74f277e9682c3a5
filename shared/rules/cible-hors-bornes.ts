import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { enumerate, formatPercent, quote } from '../text';

export const cibleHorsBornes = defineRowRule({
  id: 'cible-hors-bornes',
  severity: 'erreur',
  needs: ['cible'],
  columns: ['cible'],
  on: Fact.cibleTexte,
  summary: 'Une part est inférieure à 0 % ou supérieure à 100 %.',
  why: 'Une part ne sort pas de 0–100 % : il y a un zéro de trop, ou la valeur est un taux d’évolution à nommer ainsi.',
  messages: {
    horsBornes: (facts) =>
      `${quote(String(facts['vu']))} : une part va de 0 % à 100 %, ${facts['valeurs']} n’en est pas une ; corrigez la valeur, ou dites de quelle évolution il s’agit.`,
  },
  check(row, report) {
    const out = row.cible.valeurs.filter(({ valeur, unite }) => unite === '%' && (valeur < 0 || valeur > 1));
    if (out.length === 0) return;
    report('cible', () => ({
      message: 'horsBornes',
      facts: {
        vu: row.cible.texte,
        valeurs: enumerate(
          out.map(({ valeur }) => formatPercent(valeur, 4)),
          'ou',
        ),
      },
    }));
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PDEE_AS3_001', indicateur: 'Part des QPV', cible: '100 %' }] },
      { lignes: [{ ref: 'PDEE_AS3_001', indicateur: 'Nombre de contrats', cible: '250' }] },
    ],
    invalid: [
      {
        lignes: [
          { ref: 'PDEE_AS3_001', indicateur: 'Part des QPV', cible: '250 %' },
          { ref: 'PDEE_AS3_002', indicateur: 'Part des jeunes (H/F)', cible: 'EA : 30 %\nCUI : 120 %' },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'cible',
            message:
              '« 250 % » : une part va de 0 % à 100 %, 250 % n’en est pas une ; corrigez la valeur, ou dites de quelle évolution il s’agit.',
          },
          {
            ligne: 2,
            colonne: 'cible',
            message:
              '« EA : 30 % CUI : 120 % » : une part va de 0 % à 100 %, 120 % n’en est pas une ; corrigez la valeur, ou dites de quelle évolution il s’agit.',
          },
        ],
      },
    ],
  },
});
