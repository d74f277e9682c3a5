import { bopDrafts, defineRowRule } from '../lint';
import { isStale, sameContentAt, statutProgramme, type StatutProgramme } from '../referential';
import { enumerate, quote } from '../text';

export const bopMillesime = defineRowRule({
  id: 'bop-millesime',
  severity: 'avertissement',
  needs: ['bop'],
  columns: ['bop'],
  on: 0,
  summary: 'Un BOP n’a pas cours, ou n’a plus le même contenu, à l’année de l’annexe.',
  why: 'Les programmes changent avec les lois de finances : un numéro juste en 2015 peut avoir disparu, ou désigner autre chose, en 2024.',
  source: 'Lois de finances et projets annuels de performances',
  messages: {
    pasEncore: (facts) =>
      `Le BOP ${quote(String(facts['code']))} n’existe que depuis ${facts['depuis']}, après ${facts['annee']} ; écrivez ${facts['autres'] || 'celui qui avait cours alors'}, ou vérifiez le millésime.`,
    termine: (facts) =>
      `Le BOP ${quote(String(facts['code']))} n’existe plus depuis ${facts['depuis']} ; écrivez ${facts['autres'] || 'celui qui finance aujourd’hui cet objectif'}.`,
    contenuChange: (facts) =>
      `Le BOP ${quote(String(facts['code']))} désigne depuis ${facts['depuis']} ${quote(String(facts['maintenant']))} ; pour ${quote(String(facts['alors']))}, écrivez ${facts['autres'] || 'le numéro qui l’a repris'}.`,
    remplace: (facts) =>
      `${quote(String(facts['code']))} n’existe plus en ${facts['annee']} ; écrivez ${facts['autres'] || 'ce qui lui a succédé'}.`,
    plusieurs: (facts) =>
      `Les BOP ${facts['codes']} n’ont pas cours, ou plus le même contenu, en ${facts['annee']} ; écrivez ${facts['autres'] || 'ceux qui les ont remplacés'}.`,
  },
  check(row, report) {
    const { bop, referential, annee } = row;
    const stale = bop.items.filter(({ code }) => isStale(referential, code, annee));
    if (stale.length === 0) return;
    report('bop', () => {
      const codes = [...new Set(stale.map(({ code }) => code))];
      const candidates = new Map(codes.map((code) => [code, sameContentAt(referential, code, annee)]));
      const [code = ''] = codes;
      const link = codes.length > 1 ? 'et' : 'ou';
      const autres = enumerate(
        [...candidates.values()].flat().map((other) => quote(other)),
        link,
      );
      const told = tell(statutProgramme(referential, code, annee));
      return {
        message: codes.length > 1 ? 'plusieurs' : told.message,
        facts: { ...told.facts, code, codes: enumerate(codes.map((each) => quote(each))), annee, autres },
        fixes: bopDrafts(bop, candidates),
      };
    });
  },
  examples: {
    valid: [{ lignes: [{ bop: '224 167 CNDS' }] }, { lignes: [{ bop: '361 169 ANS' }], millesime: 2024 }],
    invalid: [
      {
        lignes: [{ bop: '361 147' }, { bop: '383' }],
        constats: [
          {
            ligne: 1,
            colonne: 'bop',
            message: 'Le BOP « 361 » n’existe que depuis 2021, après 2015 ; écrivez « 224 », ou vérifiez le millésime.',
            corrige: '224 147',
          },
          {
            ligne: 2,
            colonne: 'bop',
            message:
              'Le BOP « 383 » n’existe que depuis 2025, après 2015 ; écrivez celui qui avait cours alors, ou vérifiez le millésime.',
          },
        ],
      },
      {
        lignes: [{ bop: '140 167 101' }, { bop: '224' }, { bop: 'CNDS 163' }, { bop: '163\n224\n167' }],
        millesime: 2024,
        constats: [
          {
            ligne: 1,
            colonne: 'bop',
            message: 'Le BOP « 167 » n’existe plus depuis 2022 ; écrivez « 169 ».',
            corrige: '140 169 101',
          },
          {
            ligne: 2,
            colonne: 'bop',
            message:
              'Le BOP « 224 » désigne depuis 2021 « Soutien aux politiques du ministère de la culture » ; pour « Transmission des savoirs et démocratisation de la culture », écrivez « 361 ».',
            corrige: '361',
          },
          {
            ligne: 3,
            colonne: 'bop',
            message: '« CNDS » n’existe plus en 2024 ; écrivez « ANS ».',
            corrige: 'ANS 163',
          },
          {
            ligne: 4,
            colonne: 'bop',
            message:
              'Les BOP « 224 » et « 167 » n’ont pas cours, ou plus le même contenu, en 2024 ; écrivez « 361 » et « 169 ».',
            corrige: '163\n361\n169',
          },
        ],
      },
    ],
  },
});

type Told = {
  readonly message: 'pasEncore' | 'termine' | 'contenuChange' | 'remplace';
  readonly facts: Readonly<Record<string, string | number>>;
};

function tell(statut: StatutProgramme): Told {
  if (statut.kind === 'pas-encore') return { message: 'pasEncore', facts: { depuis: statut.depuis } };
  if (statut.kind === 'termine') return { message: 'termine', facts: { depuis: statut.depuis } };
  if (statut.kind !== 'contenu-change') return { message: 'remplace', facts: {} };
  const { depuis, intituleAlors: alors, intituleMaintenant: maintenant } = statut;
  return { message: 'contenuChange', facts: { depuis, alors, maintenant } };
}
