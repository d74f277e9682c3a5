import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

export const refHorsAxe = defineRowRule({
  id: 'ref-hors-axe',
  severity: 'erreur',
  needs: ['ref'],
  columns: ['ref'],
  on: Fact.horsSection,
  summary: 'La référence désigne un autre axe que celui où se trouve la ligne.',
  why: 'La référence sert de clé : les totaux par axe et les renvois vers cet objectif se trompent de section.',
  messages: {
    autreAxe: (facts) =>
      `La référence ${quote(String(facts['ref']))} désigne l’axe ${facts['axe']}, mais la ligne est sous l’axe ${facts['attendu']} ; remplacez-la par ${quote(String(facts['reparee']))}.`,
    codePropre: (facts) =>
      `La référence ${quote(String(facts['ref']))} désigne l’axe ${facts['axe']}, mais la ligne est sous l’axe ${facts['attendu']} ; corrigez la référence, ou mettez la ligne sous son axe.`,
  },
  check(row, report) {
    const { ref, section } = row;
    if (section?.niveau !== 'axe' || section.numero === 0 || ref.axe === 0 || ref.axe === section.numero) return;
    report('ref', () => {
      const reparee = row.refReparee();
      return {
        // A code of the contract's own cannot be rebuilt.
        message: reparee === ref.texte ? 'codePropre' : 'autreAxe',
        facts: { ref: ref.texte, axe: ref.axe, attendu: section.numero, reparee },
        fixes: [{ label: `Remplacer par ${reparee}`, safety: 'a-confirmer', edits: [{ column: 'ref', set: reparee }] }],
      };
    });
  },
  examples: {
    valid: [
      {
        lignes: [
          'Pilier Cohésion sociale',
          'Axe stratégique 2 : Tranquillité',
          { ref: 'PCOS_AS2_001', objectif: 'Agir' },
        ],
      },
      { lignes: ['Axe transversal : Jeunesse', { ref: 'Atr_Jeunesse', bop: '163', service: 'DDCSPP' }] },
    ],
    invalid: [
      {
        lignes: [
          'Pilier Cohésion sociale',
          'Axe stratégique 2 : Tranquillité',
          { ref: 'PCOS_AS3_001', objectif: 'Agir' },
        ],
        constats: [
          {
            ligne: 3,
            colonne: 'ref',
            message:
              'La référence « PCOS_AS3_001 » désigne l’axe 3, mais la ligne est sous l’axe 2 ; remplacez-la par « PCOS_AS2_001 ».',
            corrige: 'PCOS_AS2_001',
          },
        ],
      },
      {
        lignes: ['Axe 2 : Logement', { ref: 'A1_03', objectif: 'Agir' }],
        millesime: 2024,
        constats: [
          {
            ligne: 2,
            colonne: 'ref',
            message:
              'La référence « A1_03 » désigne l’axe 1, mais la ligne est sous l’axe 2 ; corrigez la référence, ou mettez la ligne sous son axe.',
          },
        ],
      },
    ],
  },
});
