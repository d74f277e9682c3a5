import { parseRef } from '../annexe';
import { NBSP, quote } from '../text/french';
import { gives, refuses, type Formula } from './specification';

export const REF: Formula = {
  spec: {
    name: 'REF',
    description: 'Référence écrite comme il se doit\u00a0: lettres O et I changées en chiffres, séparateurs rétablis.',
    parameters: [
      { name: 'texte', type: 'any', optional: false, description: 'Référence à normaliser, ou sa cellule.' },
    ],
    result: { kind: 'scalar', unit: 'texte', columns: [], description: 'Référence normalisée.' },
    example: { formula: '=ANNEXE.REF("pcos as1 oo1")', gives: 'PCOS_AS1_001' },
  },
  evaluate(inputs) {
    const text = inputs.text('texte');
    const ref = parseRef(text);
    if (ref.forme === 'absente') return gives('');
    if (ref.forme !== 'autre') return gives(ref.normalisee);
    return refuses(
      `${quote(text)} ne se lit pas comme une référence${NBSP}; écrivez-la comme PCOS_AS1_001 ou Atr_Jeunesse.`,
    );
  },
};
