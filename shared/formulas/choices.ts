import { CHAMPS, GROUPEMENTS, parseChamp, type Champ, type Groupement } from '../coverage';
import { GRAVITES, type Gravite } from '../lint/diagnostic';
import { foldTight } from '../text/fold';
import { enumerate, NBSP, quote } from '../text/french';

/** A word chosen in a closed list, or the sentence that gives the list. */
export type Choice<Word> = { readonly chosen: Word } | { readonly message: string };

export function chooseChamp(text: string): Choice<Champ> {
  if (text === '') return { chosen: 'indicateur' };
  const champ = parseChamp(text);
  return champ === null
    ? { message: unknown('champ', text, CHAMPS, 'le filtre vient après le champ') }
    : { chosen: champ };
}

export function chooseGroupement(text: string): Choice<Groupement> {
  if (text === '') return { chosen: 'pilier' };
  const par = among(GROUPEMENTS, text);
  return par === undefined ? { message: unknown('groupement', text, GROUPEMENTS) } : { chosen: par };
}

/** `null` for all severities. */
export function chooseGravite(text: string): Choice<Gravite | null> {
  if (text === '') return { chosen: null };
  const gravite = among(GRAVITES, text);
  return gravite === undefined ? { message: unknown('gravité', text, GRAVITES) } : { chosen: gravite };
}

/** In any case and in the plural. */
function among<Word extends string>(words: readonly Word[], text: string): Word | undefined {
  const wanted = foldTight(text).replace(/s$/, '');
  return words.find((word) => word === wanted);
}

function unknown(what: string, text: string, words: readonly string[], hint = ''): string {
  const list = enumerate(
    words.map((word) => quote(word)),
    'ou',
  );
  const article = what === 'gravité' ? 'La' : 'Le';
  const end = hint === '' ? '' : ` (${hint})`;
  const known = what === 'gravité' ? 'connue' : 'connu';
  return `${article} ${what} ${quote(text)} n’est pas ${known}${NBSP}; écrivez ${list}${end}.`;
}
