import { fold } from '../text/fold';
import { createOpenings } from './opening';

/** Words that stand for "nothing yet". A cell that holds only these is not filled. */
const PLACEHOLDER =
  /^(en (cours|attente)( de (definition|redaction|validation|construction))?|(reste )?a (definir|completer|determiner|preciser|renseigner|venir|voir)( ulterieurement)?|neant|aucune?|sans objet|so|s\.o\.?|n\/?a|nc|n\.c\.?|tbd|non (defini|renseigne|determine|connu|applicable|communique)e?s?|[-?./_*x… ]+|rien|vide)[ .…]*$/;

const LONGEST = 48;

/** How the words of both patterns begin: nearly every cell is told from its first letters, without folding. */
const opensAsMention = createOpenings(
  'en res a nea auc san s so n na nc tbd non x xx xxx rie vid voi cf con se ide id ibi ren mem dit',
);

/** "En cours de définition", "à définir", "néant", "-", "?", "sans objet"… True for words that stand for an empty cell; false for an empty one. */
export function isPlaceholder(text: string): boolean {
  if (text.length > LONGEST || !opensAsMention(text)) return false;
  const folded = fold(text);
  return folded !== '' && PLACEHOLDER.test(folded);
}

const REFERRAL =
  /^(\(?voir\b|cf\.?\b|confer\b|se (referer|reporter)\b|idem\b|id\.|ibid|renvoi\b|meme (indicateur|cible)|ditto|")/;

/** "Voir remarques ARS…", "cf. annexe 3", "idem": sends the reader elsewhere instead of saying. */
export function isReferral(text: string): boolean {
  return opensAsMention(text) && REFERRAL.test(fold(text.slice(0, 40)));
}
