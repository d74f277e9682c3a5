import { Fact } from '../annexe';
import { defineRowRule } from '../lint';
import { quote } from '../text';

const COLONNES = ['objectif', 'indicateur'] as const;

/** Characters shown before and after the parenthesis. */
const AROUND = 30;
/** The mark of a list item, which is no parenthesis: "a)", "2)". */
const ITEM = /(^|[\s;,])([a-z]|\d{1,2})$/i;

export const parentheses = defineRowRule({
  id: 'parentheses',
  severity: 'avertissement',
  needs: [],
  columns: COLONNES,
  on: Fact.parentheses,
  summary: 'Une parenthèse est ouverte sans être fermée, ou fermée sans être ouverte.',
  why: 'Un bout de phrase a pu se perdre en copiant : on ne sait plus à quoi s’applique la précision.',
  messages: {
    fermante: (facts) =>
      `La parenthèse fermante de ${quote(String(facts['vu']))} n’a pas d’ouvrante ; rétablissez l’ouvrante ou ôtez-la.`,
    ouvrante: (facts) =>
      `La parenthèse ouvrante de ${quote(String(facts['vu']))} n’est pas fermée ; fermez-la ou ôtez-la.`,
  },
  check(row, report) {
    for (const column of COLONNES) {
      const texte = row.value(column);
      if (typeof texte !== 'string') continue;
      const at = unmatched(texte);
      if (at < 0) continue;
      report(column, () => ({
        message: texte.charAt(at) === ')' ? 'fermante' : 'ouvrante',
        facts: { vu: excerpt(texte, at) },
      }));
    }
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PDEE_AS2_005', objectif: 'Développer l’apprentissage de la langue (ASL (oral) et FLE)' }] },
      { lignes: [{ ref: 'PDEE_AS2_005', objectif: 'a) former les adultes ; b) suivre (12 mois)' }] },
    ],
    invalid: [
      {
        lignes: [
          {
            ref: 'PDEE_AS3_002',
            objectif: 'Renforcer les dispositifs (jeunes du QPV',
            indicateur: 'bénéficiaires d’un CIVIS/ CUI marchands – CUI non marchand) Nombre de filles/garçons du QPV',
          },
        ],
        constats: [
          {
            ligne: 1,
            colonne: 'objectif',
            message:
              'La parenthèse ouvrante de « Renforcer les dispositifs (jeunes du QPV » n’est pas fermée ; fermez-la ou ôtez-la.',
          },
          {
            ligne: 1,
            colonne: 'indicateur',
            message:
              'La parenthèse fermante de « …marchands – CUI non marchand) Nombre de filles/garçons du… » n’a pas d’ouvrante ; rétablissez l’ouvrante ou ôtez-la.',
          },
        ],
      },
    ],
  },
});

/** Place of the first parenthesis that has no partner, −1 when all have one. */
function unmatched(texte: string): number {
  const open: number[] = [];
  for (let index = 0; index < texte.length; index++) {
    const character = texte.charAt(index);
    if (character === '(') open.push(index);
    else if (character === ')' && open.pop() === undefined && !ITEM.test(texte.slice(Math.max(0, index - 3), index)))
      return index;
  }
  return open[0] ?? -1;
}

/** A few words on both sides, cut between words. */
function excerpt(texte: string, at: number): string {
  const before = texte.slice(0, at);
  const after = texte.slice(at + 1);
  const left = before.length > AROUND ? `…${before.slice(-AROUND).replace(/^\S*\s/, '')}` : before;
  const right = after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/, '')}…` : after;
  return `${left}${texte.charAt(at)}${right}`;
}
