import { Fact, isPlaceholder } from '../annexe';
import { defineRowRule } from '../lint';
import { enumerate, quote } from '../text';

const COLONNES = ['objectif', 'indicateur', 'collectivite', 'signataire'] as const;

/**
 * What is out of place, in the order in which it is mended: nobody sees a soft hyphen, a zero-width character or a mark of direction;
 * a run of spaces becomes one (no-break when one of them is); none stays at the edge of a line, nor before a comma or a full stop.
 */
const DEFAUTS: readonly (readonly [nom: string, defaut: RegExp, mend: (seen: string) => string])[] = [
  ['des caractères invisibles', /[\u00ad\u200b-\u200f\ufeff]/g, () => ''],
  ['des espaces répétées', /[ \t\u00a0\u202f]{2,}/g, (seen) => /[\u202f\u00a0]/.exec(seen)?.[0] ?? ' '],
  ['une espace en début de ligne', /(^|[\n\r])[ \t\u00a0\u202f]+/g, (seen) => seen.replace(/[ \t\u00a0\u202f]+/, '')],
  ['une espace en fin de ligne', /[ \t\u00a0\u202f]+(?=\n|$)/g, () => ''],
  ['une espace avant une virgule ou un point', /[ \t\u00a0\u202f]+(?=[,.])/g, () => ''],
];

export const texteEspaces = defineRowRule({
  id: 'texte-espaces',
  severity: 'info',
  needs: [],
  columns: COLONNES,
  on: Fact.espaces,
  summary: 'Un texte contient des espaces mal placées ou des caractères invisibles.',
  why: 'Deux textes qui paraissent identiques ne le sont plus : les recherches, les filtres et les comparaisons les distinguent.',
  messages: {
    espaces: (facts) => `${quote(String(facts['vu']))} contient ${facts['defauts']} ; reprenez le texte.`,
  },
  check(row, report) {
    for (const column of COLONNES) {
      const texte = row.value(column);
      if (typeof texte !== 'string' || isPlaceholder(texte)) continue;
      const { set, noms } = mend(texte);
      if (set === texte || set === '') continue;
      report(column, () => ({
        message: 'espaces',
        facts: { vu: set, defauts: enumerate(noms) },
        fixes: [{ label: 'Reprendre les espaces', safety: 'sure', edits: [{ column, set }] }],
      }));
    }
  },
  examples: {
    valid: [
      {
        lignes: [
          { ref: 'PDEE_AS4_001', objectif: 'Développer un club « entreprendre », puis le suivre :\nchaque année.' },
        ],
      },
      { lignes: [{ ref: 'PDEE_AS2_002', objectif: 'Agir', indicateur: 'Nombre de femmes / d’hommes' }] },
    ],
    invalid: [
      {
        lignes: [
          {
            ref: 'PHCV_AS1_003',
            objectif: 'Renforcer  l’accompagne\u00adment social ',
            indicateur: ' Nombre de ménages , par an\n  Nombre de visites',
            signataire: 'CAF .',
          },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'objectif',
            message:
              '« Renforcer l’accompagnement social » contient des caractères invisibles, des espaces répétées et une espace en fin de ligne ; reprenez le texte.',
            corrige: 'Renforcer l’accompagnement social',
          },
          {
            ligne: 1,
            colonne: 'signataire',
            message: '« CAF. » contient une espace avant une virgule ou un point ; reprenez le texte.',
            corrige: 'CAF.',
          },
          {
            ligne: 1,
            colonne: 'indicateur',
            message:
              '« Nombre de ménages, par an Nombre de visites » contient des espaces répétées, une espace en début de ligne et une espace avant une virgule ou un point ; reprenez le texte.',
            corrige: 'Nombre de ménages, par an\nNombre de visites',
          },
        ],
      },
    ],
  },
});

function mend(texte: string): { set: string; noms: string[] } {
  const noms: string[] = [];
  let set = texte;
  for (const [nom, defaut, replace] of DEFAUTS) {
    const mended = set.replace(defaut, (seen) => replace(seen));
    if (mended !== set) noms.push(nom);
    set = mended;
  }
  return { set, noms };
}
