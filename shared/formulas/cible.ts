import { parseCible, type CibleCell, type CibleValeur } from '../annexe';
import { foldTight } from '../text/fold';
import { enumerate, NBSP, quote } from '../text/french';
import { gives, refuses, type Formula, type FormulaResult } from './specification';

export const CIBLE: Formula = {
  spec: {
    name: 'CIBLE',
    description: 'Valeur cible lue comme un nombre\u00a0: «\u00a013,2\u00a0%\u00a0» donne 0,132.',
    parameters: [
      { name: 'texte', type: 'any', optional: false, description: 'Valeur cible, ou sa cellule.' },
      {
        name: 'libelle',
        type: 'text',
        optional: true,
        description: 'Laquelle lire, quand la cellule en porte plusieurs.',
      },
    ],
    result: { kind: 'scalar', unit: 'nombre', columns: [], description: 'Nombre\u00a0; une part est entre 0 et 1.' },
    example: { formula: '=ANNEXE.CIBLE("EA : 30 % CUI non-marchand : 13,2 %";"CUI non-marchand")', gives: '0,132' },
  },
  evaluate(inputs) {
    const cible = parseCible(inputs.value('texte'));
    if (cible.etat === 'vide') return gives('');
    if (cible.valeurs.length === 0) return refuses(unreadable(cible));
    const label = inputs.text('libelle');
    if (label !== '') return labelled(cible, label);
    const [only] = cible.valeurs;
    if (only !== undefined && cible.valeurs.length === 1) return gives(only.valeur);
    return refuses(
      `${quote(cible.texte)} porte ${cible.valeurs.length} valeurs${NBSP}; donnez un libellé${NBSP}: ${labelsOf(cible)}.`,
    );
  },
};

/** The value whose label is the one asked; else the only one whose label holds it. */
function labelled(cible: CibleCell, label: string): FormulaResult {
  const wanted = foldTight(label);
  const tight = ({ libelle }: CibleValeur): string => foldTight(libelle ?? '');
  const equal = cible.valeurs.filter((valeur) => tight(valeur) === wanted);
  const found =
    equal.length > 0 ? equal : cible.valeurs.filter((valeur) => wanted !== '' && tight(valeur).includes(wanted));
  const [first] = found;
  if (first !== undefined && found.length === 1) return gives(first.valeur);
  const labels = labelsOf(cible);
  if (labels === '')
    return refuses(`La valeur cible ${quote(cible.texte)} n’a pas de libellé${NBSP}; n’en demandez pas.`);
  const fault = found.length > 1 ? 'désigne plusieurs valeurs' : 'n’est pas dans cette valeur cible';
  return refuses(`Le libellé ${quote(label)} ${fault}${NBSP}; donnez ${labels}.`);
}

function labelsOf(cible: CibleCell): string {
  const labels = cible.valeurs.flatMap(({ libelle }) => (libelle === null ? [] : [quote(libelle)]));
  return enumerate(labels, 'ou');
}

function unreadable({ etat, texte }: CibleCell): string {
  if (etat === 'a-definir')
    return `La valeur cible est encore à définir (${quote(texte)})${NBSP}; il n’y a pas de nombre à lire.`;
  if (etat === 'qualitative')
    return `La valeur cible ${quote(texte)} est une tendance, non un nombre${NBSP}; chiffrez-la pour la lire.`;
  return `La valeur cible ${quote(texte)} ne se lit pas comme un nombre${NBSP}; écrivez par exemple 30${NBSP}% ou 1${NBSP}250.`;
}
