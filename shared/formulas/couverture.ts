import { couverture } from '../coverage';
import { chooseChamp } from './choices';
import { annexeFor } from './source';
import { gives, PLAGE, refuses, type Formula, type Parameter } from './specification';

export const CHAMP: Parameter = {
  name: 'champ',
  type: 'text',
  optional: true,
  description: 'Colonne mesurée\u00a0: indicateur (par défaut), cible, bop, service, collectivite ou signataire.',
};

export const FILTRE: Parameter = {
  name: 'filtre',
  type: 'text',
  optional: true,
  description:
    'Ne compte qu’un pilier (PCOS), un axe (PCOS_AS3, là où la ligne se trouve), un BOP (147) ou un service (DDCSPP).',
};

export const COUVERTURE: Formula = {
  spec: {
    name: 'COUVERTURE',
    description: 'Part des objectifs de l’annexe qui ont un indicateur réel, ou un autre champ.',
    parameters: [PLAGE, CHAMP, { ...FILTRE, type: 'any' }],
    result: {
      kind: 'scalar',
      unit: 'part',
      columns: [],
      description: 'Nombre entre 0 et 1, à afficher en pourcentage.',
    },
    example: { formula: '=ANNEXE.COUVERTURE(Annexe!A:H;"indicateur";"PCOS")', gives: '0,4348 (10 objectifs sur 23)' },
  },
  evaluate(inputs, context) {
    const champ = chooseChamp(inputs.text('champ'));
    if ('message' in champ) return refuses(champ.message);
    const annexe = annexeFor(inputs.plage, context);
    if (typeof annexe === 'string') return refuses(annexe);
    const { referential, millesime } = context;
    const found = couverture(annexe, referential, { champ: champ.chosen, filtre: inputs.text('filtre'), millesime });
    if ('kind' in found) return refuses(found.message);
    return found.taux === null ? refuses(found.message ?? '') : gives(found.taux);
  },
};
