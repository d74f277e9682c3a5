import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { enumerate, plural, quote } from '../text';

const lines = (text: string): number => text.split(/[\n\r]+/).filter((line) => line.trim() !== '').length;

export const indicateurMultiple = defineRowRule({
  id: 'indicateur-multiple',
  severity: 'info',
  needs: ['indicateur'],
  columns: ['indicateur'],
  on: Fact.indicateurPlusieurs,
  summary: 'Une cellule contient plusieurs indicateurs à la suite.',
  why: 'Chaque indicateur a sa source et sa cible ; écrits à la suite, on ne sait plus où l’un finit ni à qui va la cible.',
  messages: {
    plusieurs: (facts) =>
      `Cette cellule semble contenir ${plural(Number(facts['nombre']), 'indicateur')} : ${facts['enonces']} ; écrivez-en un par ligne.`,
  },
  check(row, report) {
    const { texte, enonces } = row.indicateur;
    if (enonces.length < 2 || enonces.length === lines(texte)) return;
    report('indicateur', () => ({
      message: 'plusieurs',
      facts: { nombre: enonces.length, enonces: enumerate(enonces.map((enonce) => quote(enonce, 60))) },
      fixes: [
        {
          label: 'Écrire un indicateur par ligne',
          safety: 'a-confirmer',
          edits: [{ column: 'indicateur', set: enonces.join('\n') }],
          horsPlan: true,
        },
      ],
    }));
  },
  examples: {
    valid: [
      { lignes: [{ indicateur: 'Nombre de femmes / d’hommes entrants dans les SIAE', ref: 'PDEE_AS2_002' }] },
      { lignes: [{ indicateur: 'Nombre d’élèves stagiaires\nNombre de partenaires impliqués', ref: 'PCOS_AS4_004' }] },
      {
        lignes: [
          {
            ref: 'PDEE_AS3_003',
            indicateur:
              'Part des filles/garçons du QPV entrants en contrat d’apprentissage, en contrat de professionnalisation et en emploi d’avenir',
          },
        ],
      },
    ],
    invalid: [
      {
        lignes: [
          {
            ref: 'PDEE_AS3_001',
            indicateur:
              'Part du QPV couverts par des points de contact/ signature du contrat par les CCI et CMA (oui-non)',
          },
          {
            indicateur:
              'Nombre de licenciés hommes / femmes résidents dans les QPV Part des crédits du CNDS affectés dans les QPV',
          },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'indicateur',
            message:
              'Cette cellule semble contenir 2 indicateurs : « Part du QPV couverts par des points de contact » et « signature du contrat par les CCI et CMA (oui-non) » ; écrivez-en un par ligne.',
            corrige:
              'Part du QPV couverts par des points de contact\nsignature du contrat par les CCI et CMA (oui-non)',
          },
          {
            ligne: 2,
            colonne: 'indicateur',
            message:
              'Cette cellule semble contenir 2 indicateurs : « Nombre de licenciés hommes / femmes résidents dans les QPV » et « Part des crédits du CNDS affectés dans les QPV » ; écrivez-en un par ligne.',
            corrige:
              'Nombre de licenciés hommes / femmes résidents dans les QPV\nPart des crédits du CNDS affectés dans les QPV',
          },
        ],
      },
    ],
  },
});
