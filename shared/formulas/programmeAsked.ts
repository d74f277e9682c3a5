import { parseBop } from '../annexe';
import { anneeOf, statutProgramme, type Referential } from '../referential';
import { enumerate, NBSP, quote } from '../text/french';
import type { FormulaContext, Inputs, Parameter } from './specification';

export const BOP: Parameter = {
  name: 'bop',
  type: 'any',
  optional: false,
  description: 'Numéro du programme (147), ou sigle d’un financement hors LOLF (CNDS).',
};

export const ANNEE: Parameter = {
  name: 'annee',
  type: 'any',
  optional: true,
  description: 'Année, à quatre chiffres\u00a0; sans elle, celle du millésime de l’annexe.',
};

/** The programme and the year that a call asks about, or what is wrong with them; null when the BOP's cell is blank. */
export function programmeAsked(
  inputs: Inputs,
  context: FormulaContext,
): { code: string; annee: number } | string | null {
  const text = inputs.text('bop');
  if (text === '') return null;
  const codes = parseBop(text).items.map((item) => item.code);
  const [code] = codes;
  if (code === undefined) return `${quote(text)} n’est pas un numéro de BOP${NBSP}; écrivez par exemple 147.`;
  if (codes.length > 1) return `${quote(text)} nomme ${codes.length} BOP${NBSP}; demandez-les un par un.`;
  const year = inputs.text('annee');
  const annee =
    year === '' ? anneeOf(context.millesime ?? 2015) : /^(19|20)\d\d$/.test(year.trim()) ? Number(year) : null;
  if (annee === null)
    return `L’année ${quote(year)} ne se lit pas${NBSP}; écrivez-la avec quatre chiffres, par exemple 2015.`;
  return { code: context.referential.programme(code)?.code ?? code, annee };
}

/** Why a programme has no answer in a year. */
export function whyNone(referential: Referential, code: string, annee: number): string {
  const statut = statutProgramme(referential, code, annee);
  const next = (codes: readonly string[]): string =>
    codes.length === 0 ? '' : `${NBSP}; lui succède${codes.length > 1 ? 'nt' : ''} ${enumerate(codes)}`;
  switch (statut.kind) {
    case 'inconnu': {
      const near = statut.proches.map((proche) => quote(proche));
      const cure = near.length === 0 ? 'vérifiez son numéro' : `vouliez-vous dire ${enumerate(near, 'ou')}${NBSP}?`;
      return `Le BOP ${quote(code)} est inconnu${NBSP}; ${cure}${near.length === 0 ? '.' : ''}`;
    }
    case 'pas-encore':
      return `Le BOP ${quote(code)} n’existe pas encore en ${annee}${NBSP}; il commence en ${statut.depuis}.`;
    case 'termine':
      return `Le BOP ${quote(code)} n’existe plus en ${annee}, depuis ${statut.depuis}${next(statut.successeurs)}.`;
    case 'hors-lolf':
      return `${quote(code)} n’est pas en vigueur en ${annee}${next(statut.successeur === undefined ? [] : [statut.successeur])}.`;
    case 'connu':
    case 'contenu-change':
      return `Le référentiel ne dit rien du BOP ${quote(code)} en ${annee}${NBSP}; voyez l’arrêté préfectoral de délégation.`;
  }
}
