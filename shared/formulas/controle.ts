import { GRAVITE } from './anomalies';
import { chooseGravite } from './choices';
import { annexeFor } from './source';
import { gives, PLAGE, refuses, type Formula } from './specification';

const COLUMNS = ['cellule', 'réf', 'gravité', 'règle', 'message'];

export const CONTROLE: Formula = {
  spec: {
    name: 'CONTROLE',
    description: 'Tableau des constats du contrôle de l’annexe, cellule par cellule.',
    parameters: [
      PLAGE,
      {
        ...GRAVITE,
        description: 'Ne montre qu’une gravité\u00a0: erreur, avertissement ou info\u00a0; sans elle, toutes.',
      },
    ],
    result: {
      kind: 'table',
      unit: 'texte',
      columns: COLUMNS,
      description:
        'Une ligne par constat\u00a0; les adresses comptent depuis le haut de la plage donnée (A:H donne celles de la feuille).',
    },
    example: {
      formula: '=ANNEXE.CONTROLE(Annexe!A:H;"erreur")',
      gives: 'A40 · PCOS_AS3_OO1 · erreur · ref-hors-axe et son message, et ainsi de suite',
    },
  },
  evaluate(inputs, context) {
    const gravite = chooseGravite(inputs.text('gravite'));
    if ('message' in gravite) return refuses(gravite.message);
    const annexe = annexeFor(inputs.plage, context);
    if (typeof annexe === 'string') return refuses(annexe);
    const { chosen } = gravite;
    const lines = context
      .controleur(annexe.grid, context.millesime ?? 2015)
      .filter((constat) => chosen === null || constat.gravite === chosen)
      .map(({ cellule, ref, gravite: level, regle, message }) => [cellule, ref, level, regle, message]);
    return gives([COLUMNS.slice(), ...(lines.length === 0 ? [['', '', '', '', 'Aucun constat.']] : lines)]);
  },
};
