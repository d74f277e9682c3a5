import { couvertureParGroupe, type Mesure } from '../coverage';
import { chooseGroupement } from './choices';
import { annexeFor } from './source';
import { gives, PLAGE, refuses, type Formula, type Scalar } from './specification';

const COLUMNS = ['groupe', 'objectifs', 'couverts', 'taux'];

export const SYNTHESE: Formula = {
  spec: {
    name: 'SYNTHESE',
    description: 'Tableau des objectifs couverts par un indicateur, groupe par groupe, avec un total.',
    parameters: [
      PLAGE,
      {
        name: 'par',
        type: 'text',
        optional: true,
        description:
          'Groupes\u00a0: pilier (par défaut), axe, bop ou service\u00a0; un objectif compte dans chacun de ses BOP et services.',
      },
    ],
    result: {
      kind: 'table',
      unit: 'nombre',
      columns: COLUMNS,
      description: 'Une ligne par groupe\u00a0; le taux est entre 0 et 1.',
    },
    example: { formula: '=ANNEXE.SYNTHESE(Annexe!A:H;"pilier")', gives: 'PDEE · 12 · 6 · 0,5, et ainsi de suite' },
  },
  evaluate(inputs, context) {
    const par = chooseGroupement(inputs.text('par'));
    if ('message' in par) return refuses(par.message);
    const annexe = annexeFor(inputs.plage, context);
    if (typeof annexe === 'string') return refuses(annexe);
    const { referential, millesime } = context;
    const found = couvertureParGroupe(annexe, referential, { par: par.chosen, millesime });
    if ('kind' in found) return refuses(found.message);
    return gives([
      COLUMNS.slice(),
      ...found.groupes.map((mesure) => line(mesure.groupe, mesure)),
      line('Total', found),
    ]);
  },
};

function line(groupe: string, { objectifs, couverts, taux }: Mesure): Scalar[] {
  // "147" as a number, so that a look-up by BOP number finds its line.
  return [/^\d+$/.test(groupe) ? Number(groupe) : groupe, objectifs, couverts, taux ?? ''];
}
