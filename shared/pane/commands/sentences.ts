import type { Alerte } from '../state/state';
import { HostFailure, formatAddress, textOf, type Refusal } from '../../sheet';
import { NBSP, plural, quote } from '../../text';

/** What stopped a command, said. A host speaks for itself; anything else is ours, and says what was not done. */
export function alerteOf(error: unknown, tache: string): Alerte {
  if (error instanceof HostFailure) return { kind: 'hote', fait: error.message, remede: error.cure, detail: '' };
  return {
    kind: 'defaut',
    fait: `Erreur interne${NBSP}: ${tache} n’a pas été fait.`,
    remede: 'La feuille n’a pas été abîmée. Copiez le diagnostic et transmettez-le, puis recommencez.',
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** Why a cell was not written, and how to go on. */
export function refusalSentence({ edit, reason, found }: Refusal): string {
  const cell = formatAddress(edit.at.row, edit.at.column);
  switch (reason) {
    case 'formula':
      return `${cell} contient une formule, qui n’est jamais remplacée${NBSP}; corrigez la formule elle-même.`;
    case 'protected':
      return `${cell} est protégée${NBSP}; ôtez la protection de la feuille, puis recommencez.`;
    case 'busy':
      return `Une cellule est en cours de saisie${NBSP}; validez-la avec Entrée, puis recommencez.`;
    case 'unreachable':
      return `La feuille n’a plus répondu pour ${cell}, qui contenait ${valueText(textOf(edit.expect))}${NBSP}; vérifiez cette cellule, puis recommencez.`;
    case 'gone':
      return `La ligne de ${cell} n’est plus dans la feuille, ou y est deux fois${NBSP}; rien n’y a été écrit.`;
    case 'changed':
      return `${cell} contient maintenant ${valueText(textOf(found))}${NBSP}; rien n’y a été écrit.`;
  }
}

/** A value between guillemets, or the word for none. */
export const valueText = (text: string): string => (text === '' ? '(vide)' : quote(text));

/** "2 cellules modifiées, 1 refusée." `done` were already as they should be: somebody else was quicker. */
export function doneSentence(applied: number, refused: number, done: number): string {
  const others = [
    ...(refused > 0 ? [plural(refused, 'refusée')] : []),
    ...(done > 0 ? [plural(done, 'l’était déjà', 'l’étaient déjà')] : []),
  ];
  return `${[plural(applied, 'cellule modifiée', 'cellules modifiées'), ...others].join(', ')}.`;
}
