import { Fact } from '../annexe';
import { defineRowRule, refTo } from '../lint';
import { quote } from '../text';

export const refJoker = defineRowRule({
  id: 'ref-joker',
  severity: 'avertissement',
  needs: ['ref'],
  columns: ['ref'],
  on: Fact.refParticuliere,
  summary: 'Une référence finit par un joker au lieu d’un rang.',
  why: 'Un joker désigne tout l’axe : il convient tant que l’axe n’a qu’un objectif, et devient ambigu dès le deuxième.',
  messages: {
    joker: (facts) =>
      `La référence ${quote(String(facts['ref']))} vaut pour tout l’axe ; gardez-la si c’est voulu, ou donnez un rang à cet objectif.`,
  },
  check(row, report) {
    const { ref } = row;
    if (ref.forme !== 'joker') return;
    report('ref', () => {
      const libre = row.refLibre();
      const fixes = libre === '' ? [] : [{ ...refTo(libre, 'a-confirmer'), horsPlan: true }];
      return { message: 'joker', facts: { ref: ref.texte }, fixes };
    });
  },
  examples: {
    valid: [{ lignes: [{ ref: 'PHCV_AS2_001', objectif: 'Organiser' }] }, { lignes: [{ ref: 'Atr_LCD', bop: '147' }] }],
    invalid: [
      {
        lignes: [
          'Pilier Habitat Cadre de Vie',
          'Axe stratégique 2 : Habitat',
          { ref: 'PHCV_AS2_*', objectif: 'Organiser la lutte contre l’habitat indigne.' },
        ],
        constats: [
          {
            ligne: 3,
            colonne: 'ref',
            message:
              'La référence « PHCV_AS2_* » vaut pour tout l’axe ; gardez-la si c’est voulu, ou donnez un rang à cet objectif.',
            corrige: 'PHCV_AS2_001',
          },
        ],
      },
    ],
  },
});
