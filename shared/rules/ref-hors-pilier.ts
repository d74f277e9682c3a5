import { Fact } from '../annexe';
import { defineRowRule, refTo } from '../lint';
import { quote } from '../text';

export const refHorsPilier = defineRowRule({
  id: 'ref-hors-pilier',
  severity: 'erreur',
  needs: ['ref'],
  columns: ['ref'],
  on: Fact.horsSection,
  summary: 'La référence désigne un autre pilier que celui où se trouve la ligne.',
  why: 'L’objectif est compté dans un pilier et cité dans un autre : la couverture de l’un et de l’autre est fausse.',
  messages: {
    autrePilier: (facts) =>
      `La référence ${quote(String(facts['ref']))} désigne le pilier ${facts['pilier']}, mais la ligne est sous le pilier ${facts['attendu']} ; remplacez-la par ${quote(String(facts['reparee']))}.`,
  },
  saufMillesime: {
    millesime: 2024,
    raison: 'depuis Quartiers 2030, chaque contrat a ses propres axes : il n’y a plus de piliers',
  },
  check(row, report) {
    const { ref, pilier } = row;
    if (pilier === '' || (ref.forme !== 'canonique' && ref.forme !== 'joker') || ref.pilier === pilier) return;
    report('ref', () => {
      const reparee = row.refReparee();
      return {
        message: 'autrePilier',
        facts: { ref: ref.texte, pilier: ref.pilier, attendu: pilier, reparee },
        fixes: [refTo(reparee, 'a-confirmer')],
      };
    });
  },
  examples: {
    valid: [
      {
        lignes: [
          'Pilier Valeurs de la République',
          'Axe stratégique 3 : Engagement',
          { ref: 'PVRC_AS3_001', objectif: 'Créer' },
        ],
      },
      { lignes: ['Axe transversal : Jeunesse', { ref: 'Atr_Jeunesse', bop: '163' }] },
    ],
    invalid: [
      {
        lignes: [
          'Pilier Valeurs de la République et Citoyenneté',
          'Axe stratégique 3 : Promouvoir l’engagement citoyen',
          { ref: 'PVRC_AS3_001', objectif: 'Créer une réserve citoyenne' },
          { ref: 'PCOS_AS3_002', objectif: 'Soutenir le développement des projets associatifs' },
        ],
        constats: [
          {
            ligne: 4,
            colonne: 'ref',
            message:
              'La référence « PCOS_AS3_002 » désigne le pilier PCOS, mais la ligne est sous le pilier PVRC ; remplacez-la par « PVRC_AS3_002 ».',
            corrige: 'PVRC_AS3_002',
          },
        ],
      },
    ],
  },
});
