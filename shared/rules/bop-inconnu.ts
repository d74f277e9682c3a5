import { bopDrafts, defineRowRule } from '../lint';
import { findService, statutProgramme, type Referential } from '../referential';
import { enumerate, quote } from '../text';

export const bopInconnu = defineRowRule({
  id: 'bop-inconnu',
  severity: 'erreur',
  needs: ['bop'],
  columns: ['bop'],
  on: 0,
  summary: 'Un BOP ne désigne aucun programme connu.',
  why: 'Un numéro qui n’existe pas ne finance rien : les crédits annoncés ne pourront être ni demandés ni suivis.',
  source: 'Nomenclature des programmes budgétaires (loi organique n° 2001-692 du 1er août 2001, art. 7)',
  messages: {
    inconnu: (facts) => `Le BOP ${facts['codes']} est inconnu ; vérifiez le numéro du programme.`,
    proche: (facts) =>
      `Le BOP ${facts['codes']} est inconnu ; écrivez ${facts['proches']} si c’est ce que vous vouliez dire, ou vérifiez le numéro du programme.`,
    plusieurs: (facts) => `Les BOP ${facts['codes']} sont inconnus ; vérifiez le numéro de chaque programme.`,
    service: (facts) => `${facts['codes']} est un service, pas un BOP ; mettez-le dans la colonne des services.`,
  },
  check(row, report) {
    const { bop, referential, annee } = row;
    const unknown = bop.items.filter(({ code }) => referential.programme(code) === undefined);
    if (unknown.length === 0) return;
    report('bop', () => {
      const codes = [...new Set(unknown.map(({ code }) => code))];
      const candidates = new Map(codes.map((code) => [code, candidatesOf(referential, code, annee)]));
      const [first = ''] = codes;
      const proches = candidates.get(first) ?? [];
      const service = codes.length === 1 && findService(referential, first) !== undefined;
      const message = service ? 'service' : codes.length > 1 ? 'plusieurs' : proches.length > 0 ? 'proche' : 'inconnu';
      return {
        message,
        facts: {
          codes: enumerate(codes.map((code) => quote(code))),
          proches: enumerate(
            proches.map((code) => quote(code)),
            'ou',
          ),
        },
        fixes: service ? [] : bopDrafts(bop, candidates),
      };
    });
  },
  examples: {
    valid: [
      { lignes: [{ ref: 'PDEE_AS1_001', bop: '102 304' }, { bop: 'CNDS 163' }] },
      { lignes: [{ ref: 'PDEE_AS1_001', objectif: 'Agir', bop: 'NÉANT' }] },
    ],
    invalid: [
      {
        lignes: [{ bop: '147 999' }, { bop: '102304' }, { bop: '163 DDCSPP' }, { bop: '888 999' }],
        constats: [
          { ligne: 1, colonne: 'bop', message: 'Le BOP « 999 » est inconnu ; vérifiez le numéro du programme.' },
          {
            ligne: 2,
            colonne: 'bop',
            message:
              'Le BOP « 102304 » est inconnu ; écrivez « 102 304 » si c’est ce que vous vouliez dire, ou vérifiez le numéro du programme.',
            corrige: '102 304',
          },
          {
            ligne: 3,
            colonne: 'bop',
            message: '« DDCSPP » est un service, pas un BOP ; mettez-le dans la colonne des services.',
          },
          {
            ligne: 4,
            colonne: 'bop',
            message: 'Les BOP « 888 » et « 999 » sont inconnus ; vérifiez le numéro de chaque programme.',
          },
        ],
      },
    ],
  },
});

/** What an unknown code may have been: two codes run together ("102304"), else the nearest known ones. */
function candidatesOf(referential: Referential, code: string, annee: number): readonly string[] {
  const glued = /^(\d{3})(\d{3})$/.exec(code);
  const [, left = '', right = ''] = glued ?? [];
  if (referential.programme(left) !== undefined && referential.programme(right) !== undefined)
    return [`${left} ${right}`];
  const statut = statutProgramme(referential, code, annee);
  return statut.kind === 'inconnu' ? statut.proches : [];
}
