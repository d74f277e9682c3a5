import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { cadreOf } from '../referential';
import { enumerate, quote } from '../text';

export const sectionInconnue = defineRowRule({
  id: 'section-inconnue',
  severity: 'avertissement',
  needs: ['ref'],
  columns: ['ref'],
  on: Fact.titre,
  summary: 'Un titre de section n’est ni un pilier connu ni un axe numéroté.',
  why: 'Les références et les totaux se rattachent aux piliers et aux axes : sous un titre qui n’est pas compris, on ne peut rien vérifier.',
  source: 'Circulaire n° 5729/SG du 30 juillet 2014 et circulaire du 15 octobre 2014 (piliers du contrat de ville)',
  messages: {
    pilier: (facts) =>
      `Le pilier ${quote(String(facts['titre']))} est inconnu ; les piliers de ${facts['millesime']} sont ${facts['piliers']} : corrigez le titre, ou vérifiez le millésime.`,
    axe: (facts) =>
      `L’axe ${quote(String(facts['titre']))} n’a pas de numéro ; numérotez-le (« Axe stratégique 1 : … ») pour que ses références puissent être vérifiées.`,
    titre: (facts) =>
      `Le titre ${quote(String(facts['titre']))} n’est ni un pilier ni un axe ; faites-le commencer par « Pilier » ou par « Axe » et son numéro, ou ôtez cette ligne.`,
  },
  check(row, report) {
    const { titre, millesime } = row;
    if (titre === null) {
      report('ref', () => ({ message: 'titre', facts: { titre: row.refOf(row.row) } }));
      return;
    }
    // At 2024 each contract has axes of its own.
    if (millesime === 2024) return;
    if (titre.niveau === 'pilier' && row.pilier === '') {
      report('ref', () => {
        const noms = (cadreOf(row.referential, millesime)?.piliers ?? []).map(({ noms: [nom = ''] }) => quote(nom));
        return { message: 'pilier', facts: { titre: titre.titre, millesime, piliers: enumerate(noms) } };
      });
    } else if (titre.niveau === 'axe' && titre.numero === 0) {
      report('ref', () => ({ message: 'axe', facts: { titre: titre.titre } }));
    }
  },
  examples: {
    valid: [
      { lignes: ['Pilier Habitat Cadre de Vie', 'Axe stratégique 1 : Maîtriser les équilibres de peuplement'] },
      { lignes: ['Cohésion sociale', 'Axe transversal : Jeunesse', { ref: 'Atr_Jeunesse', bop: '163' }] },
      { lignes: ['Axe stratégique : Vivre en tranquillité', { ref: 'A1_01', objectif: 'Agir' }], millesime: 2024 },
    ],
    invalid: [
      {
        lignes: ['Pilier Transition écologique', { ref: 'PTEC_AS1_001', objectif: 'Planter des arbres' }],
        constats: [
          {
            ligne: 1,
            colonne: 'ref',
            message:
              "Le pilier « Transition écologique » est inconnu ; les piliers de 2015 sont « Développement de l'activité économique et de l'emploi », « Cadre de vie et renouvellement urbain », « Cohésion sociale » et « Valeurs de la République et citoyenneté » : corrigez le titre, ou vérifiez le millésime.",
          },
        ],
      },
      {
        lignes: [
          'Pilier Cohésion sociale',
          'Axe stratégique : Vivre en tranquillité',
          { ref: 'PCOS_AS2_001', objectif: 'Agir' },
        ],
        constats: [
          {
            ligne: 2,
            colonne: 'ref',
            message:
              'L’axe « Vivre en tranquillité » n’a pas de numéro ; numérotez-le (« Axe stratégique 1 : … ») pour que ses références puissent être vérifiées.',
          },
        ],
      },
      {
        lignes: ['Pilier Cohésion sociale', 'Actions nouvelles', { ref: 'PCOS_AS2_001', objectif: 'Agir' }],
        constats: [
          {
            ligne: 2,
            colonne: 'ref',
            message:
              'Le titre « Actions nouvelles » n’est ni un pilier ni un axe ; faites-le commencer par « Pilier » ou par « Axe » et son numéro, ou ôtez cette ligne.',
          },
        ],
      },
    ],
  },
});
