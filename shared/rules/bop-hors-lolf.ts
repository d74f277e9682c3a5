import { defineRowRule } from '../lint';
import { intituleAt, statutProgramme } from '../referential';
import { enumerate, quote } from '../text';

export const bopHorsLolf = defineRowRule({
  id: 'bop-hors-lolf',
  severity: 'info',
  needs: ['bop'],
  columns: ['bop'],
  on: 0,
  summary: 'Un financement cité parmi les BOP n’est pas un programme de la LOLF.',
  why: 'Les établissements publics, les caisses et les fonds européens financent hors du budget de l’État : ils ne s’additionnent pas aux crédits des programmes.',
  source: 'Loi organique n° 2001-692 du 1er août 2001 relative aux lois de finances, art. 7',
  messages: {
    accepte: (facts) =>
      `${facts['codes']} n’est pas un programme de la LOLF ; il est accepté comme financement hors budget de l’État, sans rien à corriger.`,
    acceptes: (facts) =>
      `${facts['codes']} ne sont pas des programmes de la LOLF ; ils sont acceptés comme financements hors budget de l’État, sans rien à corriger.`,
  },
  check(row, report) {
    const { bop, referential, annee } = row;
    const outside = bop.items.filter(
      ({ code }) =>
        referential.programme(code)?.lolf === false && statutProgramme(referential, code, annee).kind === 'hors-lolf',
    );
    if (outside.length === 0) return;
    report('bop', () => {
      const codes = [...new Set(outside.map(({ code }) => code))];
      const named = codes.map((code) => {
        const programme = referential.programme(code);
        const intitule = programme === undefined ? undefined : intituleAt(programme, annee);
        return intitule === undefined ? quote(code) : `${quote(code)} (${intitule.replace(/\s*\(.*$/, '')})`;
      });
      return { message: codes.length === 1 ? 'accepte' : 'acceptes', facts: { codes: enumerate(named) } };
    });
  },
  examples: {
    valid: [{ lignes: [{ bop: '102 304' }] }, { lignes: [{ bop: '224', service: 'CNDS' }] }],
    invalid: [
      {
        lignes: [{ bop: 'CNDS 163', service: 'CNDS DDCSPP' }],
        constats: [
          {
            ligne: 1,
            colonne: 'bop',
            message:
              '« CNDS » (Centre national pour le développement du sport) n’est pas un programme de la LOLF ; il est accepté comme financement hors budget de l’État, sans rien à corriger.',
          },
        ],
      },
      {
        lignes: [{ bop: 'FSE FEDER', service: 'DIRECCTE DIRECCTE' }],
        constats: [
          {
            ligne: 1,
            colonne: 'bop',
            message:
              '« FSE » (Fonds social européen) et « FEDER » (Fonds européen de développement régional) ne sont pas des programmes de la LOLF ; ils sont acceptés comme financements hors budget de l’État, sans rien à corriger.',
          },
        ],
      },
    ],
  },
});
