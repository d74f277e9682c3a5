import { Fact } from '../annexe';
import { defineRowRule, refDraft } from '../lint';
import { quote } from '../text';

export const refLettre = defineRowRule({
  id: 'ref-lettre',
  severity: 'avertissement',
  needs: ['ref'],
  columns: ['ref'],
  on: Fact.refParticuliere,
  summary: 'Une lettre O, l ou I tient lieu de chiffre dans une référence.',
  why: 'À l’œil rien ne se voit, mais « OO1 » n’est pas « 001 » : la recherche, le tri et les doublons passent à côté.',
  messages: {
    lettre: (facts) =>
      `La référence ${quote(String(facts['ref']))} porte une lettre à la place d’un chiffre ; elle se lit ${quote(String(facts['normalisee']))}.`,
    deplacee: (facts) =>
      `La référence ${quote(String(facts['ref']))} porte une lettre à la place d’un chiffre ; lue ${quote(String(facts['normalisee']))}, elle n’est pas à sa place : remplacez-la par ${quote(String(facts['reparee']))}.`,
  },
  check(row, report) {
    const { ref } = row;
    if (!ref.lettre) return;
    report('ref', () => {
      const { texte, normalisee } = ref;
      const reparee = row.refReparee();
      return {
        message: reparee === normalisee ? 'lettre' : 'deplacee',
        facts: { ref: texte, normalisee, reparee },
        fixes: [refDraft(row, ref)],
      };
    });
  },
  examples: {
    valid: [{ lignes: [{ ref: 'PCOS_AS1_001', objectif: 'Agir' }] }, { lignes: [{ ref: 'Atr_LCD', bop: '147' }] }],
    invalid: [
      {
        lignes: ['Pilier Cohésion sociale', 'Axe stratégique 1 : Inclusion', { ref: 'PCOS_AS1_OO1', objectif: 'Agir' }],
        constats: [
          {
            ligne: 3,
            colonne: 'ref',
            message:
              'La référence « PCOS_AS1_OO1 » porte une lettre à la place d’un chiffre ; elle se lit « PCOS_AS1_001 ».',
            corrige: 'PCOS_AS1_001',
          },
        ],
      },
      {
        lignes: [
          'Pilier Cohésion sociale',
          'Axe stratégique 2 : Tranquillité',
          { ref: 'PCOS_AS3_OO1', objectif: 'Mettre en place un service de médiation de rue' },
          'Axe stratégique 3 : Santé',
          { ref: 'PCOS_AS3_001', objectif: 'Former les acteurs de l’éducation' },
        ],
        constats: [
          {
            ligne: 3,
            colonne: 'ref',
            message:
              'La référence « PCOS_AS3_OO1 » porte une lettre à la place d’un chiffre ; lue « PCOS_AS3_001 », elle n’est pas à sa place : remplacez-la par « PCOS_AS2_001 ».',
            corrige: 'PCOS_AS2_001',
          },
        ],
      },
    ],
  },
});
