import { chooseGravite } from './choices';
import { annexeFor } from './source';
import { gives, PLAGE, refuses, type Formula, type Parameter } from './specification';

export const GRAVITE: Parameter = {
  name: 'gravite',
  type: 'text',
  optional: true,
  description: 'Ne compte qu’une gravité\u00a0: erreur, avertissement ou info\u00a0; sans elle, toutes.',
};

export const ANOMALIES: Formula = {
  spec: {
    name: 'ANOMALIES',
    description: 'Nombre de constats du contrôle de l’annexe.',
    parameters: [PLAGE, GRAVITE],
    result: { kind: 'scalar', unit: 'nombre', columns: [], description: 'Nombre entier.' },
    example: { formula: '=ANNEXE.ANOMALIES(Annexe!A:H;"erreur")', gives: 'le nombre d’erreurs' },
  },
  evaluate(inputs, context) {
    const gravite = chooseGravite(inputs.text('gravite'));
    if ('message' in gravite) return refuses(gravite.message);
    const annexe = annexeFor(inputs.plage, context);
    if (typeof annexe === 'string') return refuses(annexe);
    const constats = context.controleur(annexe.grid, context.millesime ?? 2015);
    const { chosen } = gravite;
    return gives(constats.filter((constat) => chosen === null || constat.gravite === chosen).length);
  },
};
