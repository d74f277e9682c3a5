import { gestionnairesUsuels, intituleAt } from '../referential';
import { NBSP, quote } from '../text/french';
import { ANNEE, BOP, programmeAsked, whyNone } from './programmeAsked';
import { gives, refuses, type Formula } from './specification';

export const SERVICES: Formula = {
  spec: {
    name: 'SERVICES',
    description: 'Services de l’État qui gèrent d’habitude un BOP, le plus habituel d’abord.',
    parameters: [BOP, ANNEE],
    result: { kind: 'table', unit: 'texte', columns: [], description: 'Un sigle par ligne.' },
    example: { formula: '=ANNEXE.SERVICES(147)', gives: 'PREFECTURE, DDCSPP, DDCS, SGAR, DRJSCS, CGET' },
  },
  evaluate(inputs, context) {
    const asked = programmeAsked(inputs, context);
    if (asked === null) return gives([['']]);
    if (typeof asked === 'string') return refuses(asked);
    const { referential } = context;
    const { code, annee } = asked;
    const sigles = [...new Set(gestionnairesUsuels(referential, code, annee).map(({ sigle }) => sigle))];
    if (sigles.length > 0) return gives(sigles.map((sigle) => [sigle]));
    const programme = referential.programme(code);
    if (programme === undefined || intituleAt(programme, annee) === undefined)
      return refuses(whyNone(referential, code, annee));
    const place = `Le référentiel ne donne pas de service habituel pour le BOP ${quote(code)} en ${annee}`;
    return refuses(`${place}${NBSP}; voyez l’arrêté préfectoral de délégation.`);
  },
};
