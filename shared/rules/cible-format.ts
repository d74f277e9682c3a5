import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

export const cibleFormat = defineRowRule({
  id: 'cible-format',
  severity: 'avertissement',
  needs: ['cible'],
  columns: ['cible'],
  on: Fact.cibleTexte,
  summary: 'Une valeur cible est écrite comme un export de tableur.',
  why: '« 100,00% » fait croire à une précision que la cible n’a pas, et le point décimal se lit comme du texte.',
  messages: {
    format: (facts) => `${quote(String(facts['vu']))} s’écrit ${quote(String(facts['propre']))}.`,
  },
  check(row, report) {
    const { texte, propre } = row.cible;
    if (propre === null) return;
    report('cible', () => ({
      message: 'format',
      facts: { vu: texte, propre },
      fixes: [{ label: `Écrire ${propre}`, safety: 'sure', edits: [{ column: 'cible', set: propre }] }],
    }));
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PDEE_AS3_001', indicateur: 'Part des QPV', cible: '100 %' }] },
      { lignes: [{ ref: 'PDEE_AS3_001', indicateur: 'Part des QPV', cible: 0.3 }] },
      { lignes: [{ ref: 'PDEE_AS3_001', indicateur: 'Part des QPV', cible: '13,2 %' }] },
    ],
    invalid: [
      {
        lignes: [
          { ref: 'PDEE_AS3_001', indicateur: 'Part des QPV', cible: '100,00%' },
          { ref: 'PDEE_AS3_002', indicateur: 'Part des crédits', cible: '13.2 %' },
        ],
        constats: [
          { ligne: 1, colonne: 'cible', message: '« 100,00% » s’écrit « 100 % ».', corrige: '100 %' },
          { ligne: 2, colonne: 'cible', message: '« 13.2 % » s’écrit « 13,2 % ».', corrige: '13,2 %' },
        ],
      },
    ],
  },
});
