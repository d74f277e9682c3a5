import { gestionnairesUsuels } from '../referential';
import { NBSP } from '../text/french';
import type { Corpus } from './corpus';
import { ecritureOf } from './ecriture';
import { shares, type Signal } from './signal';

const NIVEAUX = { departement: 'département', region: 'région', central: 'administration centrale' } as const;

/** What the referential expects for lack of an annexe: contracts name services of the département first. Powers of two. */
const ATTENDU = { departement: 1 / 2, region: 1 / 4, central: 1 / 8 } as const;

/**
 * The usual managers of the year. A programme has some at each level: those that the annexe already names elsewhere come first, for an
 * annexe that writes DRAC for 224 writes DRAC for 175.
 */
export function gestionnairesSignal(corpus: Corpus, bop: string): Signal {
  const { referential, millesime } = corpus;
  const usual = gestionnairesUsuels(referential, bop, millesime);
  const isNamed = (sigle: string): boolean => (corpus.emplois[corpus.services.find(sigle)] ?? 0) > 0;
  const votes = new Map<string, number>();
  for (const { sigle, niveau } of usual) {
    if (!votes.has(sigle)) votes.set(sigle, (isNamed(sigle) ? 1 : 0) + ATTENDU[niveau]);
  }
  return {
    poids: 1,
    votes: shares(votes),
    lignes: () => 0,
    preuve: (service) => {
      const found = usual.find(({ sigle }) => sigle === service);
      if (found === undefined || corpus.usages(bop).has(service)) return '';
      const elsewhere = isNamed(service) ? ', service que l’annexe nomme déjà' : '';
      const where = `référentiel ${millesime} (${NIVEAUX[found.niveau]}${elsewhere})`;
      return `${bop} → ${ecritureOf(referential, service)}${NBSP}: ${where}`;
    },
  };
}
