import { eachObjectif, type Annexe } from '../annexe';
import { findPilier, findService, findTransversal, type Millesime, type Referential } from '../referential';
import { fold, foldTight, squeeze } from '../text/fold';
import { enumerate, NBSP, quote } from '../text/french';
import { createNamer, TRANSVERSAL, type Groupe, type Namer } from './groupe';
import { createMembership } from './membership';

/** Which objectives are counted: by the section where their row stands, or by a BOP or a service that they name. */
export type Filtre =
  | { readonly par: 'section'; retient(section: number, row: number): boolean }
  | { readonly par: 'bop' | 'service'; retient(tete: number): boolean };

/** Why coverage cannot be measured; `message` is the sentence for the agent. */
export interface Impossible {
  readonly kind: 'impossible';
  readonly raison: 'filtre-inconnu' | 'colonne-absente';
  readonly message: string;
}

export const impossible = (raison: Impossible['raison'], message: string): Impossible => ({
  kind: 'impossible',
  raison,
  message,
});

const BOP = /^(?:bop|programme|prog\.?|p)?\s*(?:n\s*°\s*)?0*(\d{1,3})$/i;
const MOST_NAMED = 8;

/**
 * Reads a filter: a pillar (code or wording), an axis (PCOS_AS3), "Transversal", a BOP, a service. The pillar and the axis are
 * those of the section where the row stands, not those that its reference claims. `undefined` when the filter means nothing here.
 */
export function parseFiltre(
  annexe: Annexe,
  referential: Referential,
  millesime: Millesime,
  text: string,
): Filtre | Impossible {
  const clean = squeeze(text);
  const membership = createMembership(annexe, referential);
  const code = bopCode(referential, clean);
  if (code !== null) {
    const retient = (tete: number): boolean => membership.bops(tete).has(code);
    const known = referential.programme(code) !== undefined || someObjectif(annexe, retient);
    return known ? { par: 'bop', retient } : unknownBop(code);
  }
  const section = sectionFiltre(annexe, referential, millesime, clean);
  if (section !== null) return section;
  const sigle = findService(referential, clean)?.service.sigle;
  const wanted = foldTight(sigle ?? clean);
  const retient = (tete: number): boolean => [...membership.services(tete)].some((name) => foldTight(name) === wanted);
  if (sigle !== undefined || (wanted !== '' && someObjectif(annexe, retient))) return { par: 'service', retient };
  return unknown(clean, createNamer(annexe, referential, millesime), annexe);
}

/** "147", "BOP 147", "0147", "CNDS". */
function bopCode(referential: Referential, text: string): string | null {
  const digits = BOP.exec(text)?.[1];
  if (digits !== undefined) return digits;
  const programme = referential.programme(text);
  return programme === undefined ? null : programme.code;
}

function sectionFiltre(annexe: Annexe, referential: Referential, millesime: Millesime, text: string): Filtre | null {
  const namer = createNamer(annexe, referential, millesime);
  const volet = isTransversal(text) ? TRANSVERSAL.groupe : voletCode(referential, millesime, text);
  // The filter itself, and the code that stands for it: "Cadre de vie et renouvellement urbain" is PHCV.
  const wanted = new Set([foldTight(text.replace(/^piliers?\s+/i, '')), foldTight(volet ?? text)]);
  const verdicts = new Map<string, boolean>();
  const isWanted = ({ groupe, libelle }: Groupe): boolean => {
    const verdict = verdicts.get(groupe) ?? (wanted.has(foldTight(groupe)) || wanted.has(foldTight(libelle)));
    verdicts.set(groupe, verdict);
    return verdict;
  };
  const retient = (section: number, row: number): boolean =>
    isWanted(namer.pilier(section, row)) || isWanted(namer.axe(section, row));
  const filtre: Filtre = { par: 'section', retient };
  if (volet !== null || annexe.sections.some((section, index) => retient(index, section.row))) return filtre;
  return annexe.sectionOf.includes(-1) &&
    someObjectif(annexe, (row) => (annexe.sectionOf[row] ?? -1) < 0 && retient(-1, row))
    ? filtre
    : null;
}

const isTransversal = (text: string): boolean => /^(les )?(axes? )?transversa(l|ux)$/.test(fold(text));

function voletCode(referential: Referential, millesime: Millesime, text: string): string | null {
  const volet = findPilier(referential, text, millesime) ?? findTransversal(referential, text, millesime);
  return volet?.code ?? null;
}

function someObjectif(annexe: Annexe, test: (tete: number) => boolean): boolean {
  let found = false;
  eachObjectif(annexe, (tete) => {
    found = found || test(tete);
  });
  return found;
}

function unknownBop(code: string): Impossible {
  return impossible(
    'filtre-inconnu',
    `Le BOP ${quote(code)} n’est ni dans cette annexe ni dans le référentiel ; vérifiez son numéro.`,
  );
}

function unknown(text: string, namer: Namer, annexe: Annexe): Impossible {
  const names = new Set<string>();
  for (let index = 0; index < annexe.sections.length && names.size < MOST_NAMED; index++) {
    names.add(quote(namer.pilier(index, annexe.sections[index]?.row ?? -1).groupe, 40));
  }
  const examples = [...names, 'un axe (PCOS_AS3)', 'un numéro de BOP (147)', 'un service (DDCSPP)'];
  return impossible(
    'filtre-inconnu',
    `Le filtre ${quote(text)} ne désigne ni un pilier, ni un axe, ni un BOP, ni un service de cette annexe${NBSP}; ` +
      `donnez par exemple ${enumerate(examples, 'ou')}.`,
  );
}
