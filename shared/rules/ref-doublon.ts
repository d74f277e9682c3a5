import { Fact } from '../annexe';
import { defineRowRule, refTo } from '../lint';
import { enumerate, quote } from '../text';

/** Rows named in the sentence; the related cells hold them all. */
const MOST_NAMED = 5;

/** A column filled downwards makes groups of thousands: each finding names the first ones. */
const MOST_RELATED = 50;

export const refDoublon = defineRowRule({
  id: 'ref-doublon',
  severity: 'erreur',
  needs: ['ref'],
  columns: ['ref'],
  on: Fact.doublon,
  summary: 'Plusieurs objectifs portent la même référence.',
  why: 'Citer cette référence ne dit plus de quel objectif on parle ; les suivis et les comparaisons les confondent.',
  messages: {
    remplacer: (facts) =>
      `La référence ${quote(String(facts['ref']))} sert aussi ${facts['lignes']} ; remplacez-la ici par ${quote(String(facts['reparee']))}.`,
    garder: (facts) =>
      `La référence ${quote(String(facts['ref']))} sert aussi ${facts['lignes']} ; gardez-la ici et corrigez-la là-bas.`,
    choisir: (facts) =>
      `La référence ${quote(String(facts['ref']))} sert aussi ${facts['lignes']} ; gardez-la sur une seule de ces lignes.`,
  },
  check(row, report) {
    report('ref', () => {
      const { texte, normalisee, forme } = row.ref;
      const others = row.memeRef();
      const reparee = row.refReparee();
      // A better writing of the same reference would not part it from the others.
      const ailleurs = reparee !== normalisee && reparee !== texte;
      return {
        // Nothing tells which of two rows a code of the contract's own belongs to.
        message: forme !== 'canonique' ? 'choisir' : ailleurs ? 'remplacer' : 'garder',
        facts: { ref: texte, lignes: linesOf(others.map((other) => row.numeroOf(other))), reparee },
        related: others.slice(0, MOST_RELATED).map((other) => ({ row: other, column: 'ref' })),
        fixes: ailleurs ? [refTo(reparee, 'a-confirmer')] : [],
      };
    });
  },
  examples: {
    valid: [
      {
        lignes: [
          { ref: 'PCOS_AS3_001', objectif: 'Former' },
          { ref: 'PCOS_AS3_002', objectif: 'Développer' },
        ],
      },
      {
        lignes: [
          { ref: 'PCOS_AS5_001', objectif: 'Co-construire' },
          { bop: 'CNDS 163', service: 'CNDS DDCSPP' },
        ],
      },
    ],
    invalid: [
      {
        lignes: [
          'Pilier Cohésion sociale',
          'Axe stratégique 2 : Tranquillité',
          { ref: 'PCOS_AS3_OO2', objectif: 'Développer et étoffer les actions du CLSPD.' },
          'Axe stratégique 3 : Santé',
          { ref: 'PCOS_AS3_002', objectif: 'Développer des actions de prévention' },
        ],
        constats: [
          {
            ligne: 3,
            colonne: 'ref',
            message: 'La référence « PCOS_AS3_OO2 » sert aussi à la ligne 6 ; remplacez-la ici par « PCOS_AS2_002 ».',
            corrige: 'PCOS_AS2_002',
          },
          {
            ligne: 5,
            colonne: 'ref',
            message: 'La référence « PCOS_AS3_002 » sert aussi à la ligne 4 ; gardez-la ici et corrigez-la là-bas.',
          },
        ],
      },
      {
        lignes: ['Axe 1 : Emploi', { ref: 'A1_03', objectif: 'Former' }, { ref: 'A1_03', objectif: 'Développer' }],
        millesime: 2024,
        constats: [
          {
            ligne: 2,
            colonne: 'ref',
            message: 'La référence « A1_03 » sert aussi à la ligne 4 ; gardez-la sur une seule de ces lignes.',
          },
          {
            ligne: 3,
            colonne: 'ref',
            message: 'La référence « A1_03 » sert aussi à la ligne 3 ; gardez-la sur une seule de ces lignes.',
          },
        ],
      },
    ],
  },
});

function linesOf(numeros: readonly number[]): string {
  const named = numeros.slice(0, MOST_NAMED).map(String);
  if (numeros.length > MOST_NAMED) return `aux lignes ${named.join(', ')} et à ${numeros.length - MOST_NAMED} autres`;
  return `${numeros.length === 1 ? 'à la ligne' : 'aux lignes'} ${enumerate(named)}`;
}
