import { cellText, parseRef, readAnnexe, type Annexe, type PasUneAnnexe } from '../annexe';
import { enumerate, NBSP, quote } from '../text/french';
import type { FormulaContext, Introuvable, Plage, Values } from './specification';

/** The annexe that a call is about: its range, else the annexe of the workbook; or the sentence that says why there is none. */
export function annexeFor(plage: Plage | null, context: FormulaContext): Annexe | string {
  if (plage === null) {
    const found = context.annexe();
    return 'kind' in found ? describe(found, 'La feuille') : found;
  }
  const origin = plage.origin ?? { sheet: '', row: 0, column: 0 };
  const read = readAnnexe({ origin, values: trimRows(plage.values) }, context.vocabulary);
  if ('kind' in read) return describe(read, 'La plage');
  return startsTooLow(read) ? WITHOUT_TOP : read;
}

const WITHOUT_TOP =
  `La plage commence sous la ligne d’en-tête${NBSP}: des objectifs y précèdent le premier en-tête${NBSP}; ` +
  'prenez les colonnes entières, par exemple Annexe!A:H.';

/** The header repeats in long annexes: a range that begins under the first one would silently lose the rows above the second. */
function startsTooLow(annexe: Annexe): boolean {
  for (let row = 0; row < annexe.headerRow; row++) {
    if (parseRef(cellText(annexe, row, 'ref')).forme === 'canonique') return true;
  }
  return false;
}

/** Whole columns are mostly blank rows below the table: they are left out. */
export function trimRows(values: Values): Values {
  let length = values.length;
  while (length > 0 && (values[length - 1] ?? []).every((value) => value === null || value === '')) length--;
  return length === values.length ? values : values.slice(0, length);
}

function describe(found: PasUneAnnexe | Introuvable, place: string): string {
  if (found.kind === 'aucune') {
    return `Ce classeur n’a pas d’annexe reconnaissable${NBSP}; donnez la plage, par exemple Annexe!A:H.`;
  }
  if (found.kind === 'plusieurs') {
    const names = enumerate(found.feuilles.map((feuille) => quote(feuille)));
    return `Ce classeur a plusieurs annexes (${names})${NBSP}; donnez la plage, ou choisissez l’annexe dans le volet.`;
  }
  if (found.raison === 'vide') return `${place} est vide${NBSP}; donnez la plage de l’annexe, par exemple Annexe!A:H.`;
  const words =
    found.compris.length === 0
      ? ''
      : ` Seuls titres compris${NBSP}: ${enumerate(found.compris.map((word) => quote(word, 40)))}.`;
  return (
    `${place} ne contient pas la ligne d’en-tête de l’annexe (Réf, Objectif opérationnel, BOP…)${NBSP}; ` +
    `prenez les colonnes entières, par exemple Annexe!A:H.${words}`
  );
}
