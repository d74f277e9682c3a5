import { CHAMP_NOUNS, manquants, nothingFor } from '../coverage';
import { NBSP, plural } from '../text/french';
import { chooseChamp } from './choices';
import { CHAMP, FILTRE } from './couverture';
import { annexeFor } from './source';
import { gives, PLAGE, refuses, type Formula } from './specification';

export const MANQUANTS: Formula = {
  spec: {
    name: 'MANQUANTS',
    description: 'Liste des références des objectifs sans indicateur réel, ou sans un autre champ.',
    parameters: [PLAGE, CHAMP, { ...FILTRE, type: 'any' }],
    result: {
      kind: 'table',
      unit: 'texte',
      columns: [],
      description:
        'Une référence par ligne, telle que la feuille l’écrit\u00a0; sans référence, le numéro de la ligne.',
    },
    example: {
      formula: '=ANNEXE.MANQUANTS(Annexe!A:H;"indicateur";"PVRC")',
      gives: 'PVRC_AS1_001, PVRC_AS2_001, PVRC_AS3_001, PCOS_AS3_002',
    },
  },
  evaluate(inputs, context) {
    const champ = chooseChamp(inputs.text('champ'));
    if ('message' in champ) return refuses(champ.message);
    const annexe = annexeFor(inputs.plage, context);
    if (typeof annexe === 'string') return refuses(annexe);
    const filtre = inputs.text('filtre');
    const { referential, millesime } = context;
    const found = manquants(annexe, referential, { champ: champ.chosen, filtre, millesime });
    if ('kind' in found) return refuses(found.message);
    if (found.objectifs === 0) return refuses(nothingFor(filtre));
    const { row: top } = annexe.grid.origin;
    const refs = found.manquants.map(({ row, ref }) => [ref === '' ? `(ligne ${top + row + 1}, sans réf)` : ref]);
    const all = plural(found.objectifs, 'objectif');
    const none = `Rien ne manque${NBSP}: ${all} sur ${found.objectifs} ${found.objectifs < 2 ? 'a' : 'ont'} ${CHAMP_NOUNS[champ.chosen]}.`;
    return gives(refs.length === 0 ? [[none]] : refs);
  },
};
