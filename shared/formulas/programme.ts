import { intituleAt } from '../referential';
import { ANNEE, BOP, programmeAsked, whyNone } from './programmeAsked';
import { gives, refuses, type Formula } from './specification';

export const PROGRAMME: Formula = {
  spec: {
    name: 'PROGRAMME',
    description: 'Intitulé officiel d’un BOP, c’est-à-dire d’un programme de la LOLF.',
    parameters: [BOP, ANNEE],
    result: { kind: 'scalar', unit: 'texte', columns: [], description: 'Intitulé en vigueur cette année-là.' },
    example: { formula: '=ANNEXE.PROGRAMME(147)', gives: 'Politique de la ville' },
  },
  evaluate(inputs, context) {
    const asked = programmeAsked(inputs, context);
    if (asked === null) return gives('');
    if (typeof asked === 'string') return refuses(asked);
    const programme = context.referential.programme(asked.code);
    const intitule = programme === undefined ? undefined : intituleAt(programme, asked.annee);
    return intitule === undefined ? refuses(whyNone(context.referential, asked.code, asked.annee)) : gives(intitule);
  },
};
