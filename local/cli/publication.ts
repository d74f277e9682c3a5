import { Fact, Kind, cellText, eachObjectif, factsOfObjectif, type Annexe } from '../../shared/annexe';
import type { IndicateurRecord, ObjectifRecord } from '../../shared/exchange';
import { enumerate, plural, squeeze } from '../../shared/text';

/** References named in a sentence; the others are counted. */
const MOST_NAMED = 8;

/**
 * What a publication says otherwise than the sheet, or leaves out: the schema wants one reference an objective, its own writing,
 * and one target an indicator. `records` are the annexe's objectives, in its order.
 */
export function publicationRemarks(
  annexe: Annexe,
  records: readonly ObjectifRecord[],
  indicateurs: readonly IndicateurRecord[],
): string[] {
  const rewritten: string[] = [];
  const withoutTarget: string[] = [];
  const referrals: string[] = [];
  const measured = new Set(
    indicateurs.filter(({ valeurCible }) => valeurCible !== null).map(({ reference }) => reference),
  );
  let rank = 0;
  eachObjectif(annexe, (tete) => {
    const reference = records[rank++]?.reference ?? '';
    const written = squeeze(cellText(annexe, tete, 'ref'));
    const facts = factsOfObjectif(annexe, tete);
    if (written !== reference) rewritten.push(`${written || '(vide)'} → ${reference}`);
    if ((facts & Fact.cible) !== 0 && !measured.has(reference)) withoutTarget.push(reference);
    if ((facts & Fact.indicateurRenvoi) !== 0) referrals.push(reference);
  });
  const merged = annexe.kinds.reduce((count, kind) => count + (kind === Kind.suite ? 1 : 0), 0);
  return [
    ...sentence(rewritten, 'référence récrite', 'références récrites', 'pour suivre le schéma'),
    ...sentence(withoutTarget, 'cible laissée', 'cibles laissées', 'faute de savoir à quel indicateur elle va'),
    ...sentence(referrals, 'indicateur laissé', 'indicateurs laissés', 'parce qu’il renvoie à un autre texte'),
    ...(merged > 0
      ? [`${plural(merged, 'ligne de suite réunie à son objectif', 'lignes de suite réunies à leur objectif')}.`]
      : []),
  ];
}

function sentence(names: readonly string[], one: string, many: string, why: string): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, MOST_NAMED);
  const more = names.length - shown.length;
  const list = enumerate(more > 0 ? [...shown, plural(more, 'autre')] : shown);
  return [`${plural(names.length, one, many)} ${why} : ${list}. Vérifiez avant de publier.`];
}
