import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { enumerate, plural, quote } from '../text';

/** More references than that are counted, not named. */
const MOST_NAMED = 5;

/** A column filled downwards makes groups of thousands: each finding names the first ones. */
const MOST_RELATED = 50;

export const indicateurDoublon = defineRowRule({
  id: 'indicateur-doublon',
  severity: 'info',
  needs: ['indicateur'],
  columns: ['indicateur'],
  on: Fact.indicateurDoublon,
  summary: 'Deux objectifs ont le même indicateur.',
  why: 'Un même chiffre ne dit pas lequel des deux objectifs avance ; c’est parfois un copier-coller.',
  messages: {
    doublon: (facts) =>
      `L’indicateur ${quote(String(facts['vu']))} est aussi celui de ${facts['autres']} ; précisez ce que chaque objectif doit mesurer, ou gardez-le s’il sert aux deux.`,
  },
  check(row, report) {
    if (!row.indicateurAilleurs()) return;
    report('indicateur', () => {
      const others = row.memeIndicateur();
      const names = others
        .slice(0, MOST_NAMED)
        .map((other) => row.refOf(other).trim() || `la ligne ${row.numeroOf(other)}`);
      const more = others.length - names.length;
      const autres = enumerate(more > 0 ? [...names, plural(more, 'autre')] : names);
      return {
        message: 'doublon',
        facts: { vu: row.indicateur.texte, autres },
        related: others.slice(0, MOST_RELATED).map((other) => ({ row: other, column: 'indicateur' })),
      };
    });
  },
  examples: {
    valid: [
      {
        lignes: [
          { ref: 'PCOS_AS7_001', indicateur: 'Nombre de lits' },
          { ref: 'PCOS_AS7_004', indicateur: 'Nombre de médecins' },
        ],
      },
      // The same objective, written on two rows.
      {
        lignes: [
          { ref: 'PCOS_AS7_001', objectif: 'Agir', indicateur: 'Nombre de lits' },
          { bop: '204', service: 'ARS', indicateur: 'Nombre de lits' },
        ],
      },
      {
        lignes: [
          { ref: 'PCOS_AS7_001', indicateur: 'En cours de définition' },
          { ref: 'PCOS_AS7_004', indicateur: 'En cours de définition' },
        ],
      },
    ],
    invalid: [
      {
        lignes: [
          { ref: 'PCOS_AS7_001', indicateur: 'Nombre de structures d’exercice regroupé dans le QPV' },
          { ref: 'PCOS_AS7_004', indicateur: 'Nombre de structures d’exercice regroupé dans le QPV ' },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'indicateur',
            message:
              'L’indicateur « Nombre de structures d’exercice regroupé dans le QPV » est aussi celui de PCOS_AS7_004 ; précisez ce que chaque objectif doit mesurer, ou gardez-le s’il sert aux deux.',
          },
          {
            ligne: 2,
            colonne: 'indicateur',
            message:
              'L’indicateur « Nombre de structures d’exercice regroupé dans le QPV » est aussi celui de PCOS_AS7_001 ; précisez ce que chaque objectif doit mesurer, ou gardez-le s’il sert aux deux.',
          },
        ],
      },
    ],
  },
});
